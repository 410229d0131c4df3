"""Words of a mapping period."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Forum(models.TextChoices):
    """Where the mapping is discussed (Pasal 5 ayat (4) and (5) Permendagri 22/2020)."""

    MUSRENBANG = "musrenbang", _("Musyawarah perencanaan pembangunan (musrenbang)")
    RAKORTEK = "rakortek", _("Rapat koordinasi teknis perencanaan (rakortek)")
    RAPAT = "rapat", _("Rapat pemetaan")


class PeriodState(models.TextChoices):
    """How far a mapping period is."""

    DISIAPKAN = "disiapkan", _("Disiapkan")
    DIBUKA = "dibuka", _("Pengisian dibuka")
    DITUTUP = "ditutup", _("Pengisian ditutup")
    DISEPAKATI = "disepakati", _("Disepakati")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")
