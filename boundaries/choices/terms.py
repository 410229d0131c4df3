"""Closed lists of the terms of a segment and of the letters that go with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TermEvent(models.TextChoices):
    """What lets a term begin."""

    MINTA_DOKUMEN = "minta_dokumen", _("Berita acara ditandatangani dengan permintaan dokumen tambahan")
    GARIS_KAJIAN = "garis_kajian", _("Garis kajian disampaikan kepada kedua daerah")
    FASILITASI_GUBERNUR = "fasilitasi_gubernur", _("Fasilitasi gubernur dimulai")
    DISERAHKAN = "diserahkan", _("Perselisihan diserahkan kepada Menteri Dalam Negeri")
    TIDAK_DIHITUNG = "tidak_dihitung", _("Tidak dihitung aplikasi; hanya informasi")


class TermUnit(models.TextChoices):
    """In what a rule is measured; meetings and absences are counted, not dated."""

    DAY = "day", _("hari")
    MONTH = "month", _("bulan")
    COUNT = "count", _("kali")


class Owing(models.TextChoices):
    """Against whom a term runs."""

    SISI = "sisi", _("kedua daerah")
    PROVINSI = "provinsi", _("gubernur")
    MENTERI = "menteri", _("Menteri Dalam Negeri")


# Whoever has to act after an event.
OWED_BY: dict[str, Owing] = {
    TermEvent.MINTA_DOKUMEN: Owing.SISI,
    TermEvent.GARIS_KAJIAN: Owing.SISI,
    TermEvent.FASILITASI_GUBERNUR: Owing.PROVINSI,
    TermEvent.DISERAHKAN: Owing.MENTERI,
}


class ChainLetterKind(models.TextChoices):
    """Letters of the province on the way of a segment to the Minister."""

    UNDANGAN = "undangan", _("Undangan rapat fasilitasi")
    PENYERAHAN = "penyerahan", _("Surat penyerahan gubernur kepada Menteri Dalam Negeri")
    BA_PENYERAHAN = "ba_penyerahan", _("Berita acara penyerahan berkas")
