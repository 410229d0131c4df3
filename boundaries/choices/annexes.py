"""Closed lists of the annex generator."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AnnexKind(models.TextChoices):
    """What is printed."""

    KOORDINAT = "koordinat", _("Daftar koordinat")
    URAIAN = "uraian", _("Uraian ruas batas")
    PETA = "peta", _("Lembar peta")
    RANCANGAN = "rancangan", _("Rancangan Peraturan Menteri")
