"""How an office writes: its paper, its letter, who counts its numbers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Paper(models.TextChoices):
    """Sizes an Indonesian office prints on."""

    F4 = "f4", _("F4 (21,5 × 33 cm)")
    A4 = "a4", _("A4 (21 × 29,7 cm)")


class Font(models.TextChoices):
    """Letters that are installed; each has the widths of the one people know."""

    ARIMO = "arimo", _("Arimo (selebar Arial)")
    TINOS = "tinos", _("Tinos (selebar Times New Roman)")


class Numbering(models.TextChoices):
    """Who gives the number of an outgoing paper."""

    HERE = "aplikasi", _("Aplikasi ini memberi nomor")
    ELSEWHERE = "luar", _("Kantor memberi nomor di tempat lain; nomornya diketik")


class NumberState(models.TextChoices):
    """What became of a number once given; it is never given again."""

    VALID = "berlaku", _("Berlaku")
    CANCELLED = "batal", _("Batal")
