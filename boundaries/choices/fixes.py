"""Closed lists of what people bring home from the field."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FixKind(models.TextChoices):
    """What stands at a position."""

    PILAR = "pilar", _("Pilar ditemukan")
    PILAR_RUSAK = "pilar_rusak", _("Pilar rusak")
    PILAR_HILANG = "pilar_hilang", _("Pilar tidak ditemukan")
    TANDA = "tanda", _("Tanda alam atau bangunan")
    USUL = "usul", _("Usul titik baru")


class FixState(models.TextChoices):
    """What the office made of it."""

    DIUSULKAN = "diusulkan", _("Diusulkan")
    DIJADIKAN = "dijadikan", _("Dijadikan titik batas")
    DITOLAK = "ditolak", _("Tidak dipakai")
