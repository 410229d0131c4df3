"""Words of matches: what was set beside what, and how far the regions are with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchForm(models.TextChoices):
    """What was set beside what; the codes are those of the comparison."""

    PASOKAN = "pasokan", _("Kebutuhan dan potensi")
    KAPASITAS = "kapasitas", _("Kelemahan dan kekuatan")
    MASALAH = "masalah", _("Masalah bersama")


class MatchState(models.TextChoices):
    """How far the two regions are with a pair."""

    BARU = "baru", _("Belum ditanggapi")
    SEBAGIAN = "sebagian", _("Diterima satu daerah")
    DITERIMA = "diterima", _("Diterima")
    DITUNDA = "ditunda", _("Ditunda")
    DITOLAK = "ditolak", _("Ditolak")
    USULAN = "usulan", _("Menjadi usulan")


class Verdict(models.TextChoices):
    """What one side says of a pair."""

    TERIMA = "terima", _("Diterima")
    TOLAK = "tolak", _("Ditolak")
    TUNDA = "tunda", _("Ditunda")
