"""Words of the copies of a signed text: what they are, where they stand, what happened to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CopyForm(models.TextChoices):
    """What a copy is."""

    ORIGINAL = "asli", _("Asli")
    PHOTOCOPY = "fotokopi", _("Fotokopi")


class CopyState(models.TextChoices):
    """Where a copy stands."""

    AWAITED = "ditunggu", _("Belum diterima")
    KEPT = "disimpan", _("Disimpan")
    LENT = "dipinjam", _("Dipinjam")
    LOST = "hilang", _("Hilang")


class CopyAct(models.TextChoices):
    """What may happen to a copy."""

    RECEIVE = "terima", _("Diterima dan disimpan")
    MOVE = "pindah", _("Dipindahkan")
    LEND = "pinjam", _("Dipinjamkan")
    RETURN = "kembali", _("Dikembalikan")
    LOSE = "hilang", _("Dinyatakan hilang")
    FIND = "temukan", _("Ditemukan kembali")
