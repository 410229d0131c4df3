"""Closed lists of the evidence of a boundary."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    """What a piece of evidence is."""

    HUKUM = "hukum", _("Peraturan atau keputusan")
    PETA_LAMA = "peta_lama", _("Peta lama")
    KESAKSIAN = "kesaksian", _("Kesaksian")
    SURVEI = "survei", _("Hasil survei lapangan")


class EvidenceLevel(models.TextChoices):
    """Who may read a piece of evidence."""

    SENDIRI = "sendiri", _("Hanya pihak sendiri dan provinsinya")
    PARA_PIHAK = "para_pihak", _("Kedua pihak dan pemerintah di atasnya")
    PUBLIK = "publik", _("Terbuka untuk umum")


class MapFitness(models.TextChoices):
    """Whether an old map can carry a boundary (kelayakan)."""

    BELUM_DINILAI = "belum_dinilai", _("Belum dinilai")
    LAYAK = "layak", _("Layak")
    BERSYARAT = "bersyarat", _("Layak dengan catatan")
    TIDAK_LAYAK = "tidak_layak", _("Tidak layak")


class RemarkVerdict(models.TextChoices):
    """What the other side says of a piece of evidence."""

    DITERIMA = "diterima", _("Dapat diterima")
    SEBAGIAN = "sebagian", _("Diterima sebagian")
    DITOLAK = "ditolak", _("Tidak dapat diterima")
