"""Closed lists of what settles a segment and what comes after: regulations, court cases, changes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegulationKind(models.TextChoices):
    """What kind of rule or decision it is."""

    PERMENDAGRI = "permendagri", _("Peraturan Menteri Dalam Negeri")
    KEPMENDAGRI = "kepmendagri", _("Keputusan Menteri Dalam Negeri")
    UU = "uu", _("Undang-Undang")
    PP = "pp", _("Peraturan Pemerintah")
    KEPGUB = "kepgub", _("Keputusan Gubernur")
    LAINNYA = "lainnya", _("Peraturan atau keputusan lain")


# How people cite them in one line; the others are cited by their whole name.
SHORT = {
    RegulationKind.PERMENDAGRI: "Permendagri",
    RegulationKind.KEPMENDAGRI: "Kepmendagri",
    RegulationKind.UU: "UU",
    RegulationKind.PP: "PP",
    RegulationKind.KEPGUB: "Keputusan Gubernur",
    RegulationKind.LAINNYA: "Peraturan",
}


class RegulationRole(models.TextChoices):
    """What a regulation does to a segment."""

    MENETAPKAN = "menetapkan", _("Menetapkan")
    MENGUBAH = "mengubah", _("Mengubah")
    DASAR_LAMA = "dasar_lama", _("Dasar lama")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class Court(models.TextChoices):
    """Who reviews: a Permendagri the Mahkamah Agung, a law the Mahkamah Konstitusi."""

    MA = "ma", _("Mahkamah Agung")
    MK = "mk", _("Mahkamah Konstitusi")


class Verdict(models.TextChoices):
    """How a review ended."""

    BERJALAN = "berjalan", _("Belum diputus")
    DIKABULKAN = "dikabulkan", _("Dikabulkan")
    SEBAGIAN = "sebagian", _("Dikabulkan sebagian")
    DITOLAK = "ditolak", _("Ditolak")
    TIDAK_DITERIMA = "tidak_diterima", _("Tidak dapat diterima")
    DICABUT = "dicabut", _("Dicabut pemohon")


class AmendmentState(models.TextChoices):
    """How far a wish to change a set boundary has come (Pasal 34 Permendagri 141/2017)."""

    DIAJUKAN = "diajukan", _("Diajukan")
    DIBAHAS = "dibahas", _("Dibahas")
    DITERIMA = "diterima", _("Diterima")
    DITOLAK = "ditolak", _("Ditolak")


ROLE_TONES = {
    RegulationRole.MENETAPKAN: "success",
    RegulationRole.MENGUBAH: "info",
    RegulationRole.DASAR_LAMA: "secondary",
    RegulationRole.DIBATALKAN: "danger",
}
VERDICT_TONES = {
    Verdict.BERJALAN: "info",
    Verdict.DIKABULKAN: "warning",
    Verdict.SEBAGIAN: "warning",
    Verdict.DITOLAK: "secondary",
    Verdict.TIDAK_DITERIMA: "secondary",
    Verdict.DICABUT: "secondary",
}
