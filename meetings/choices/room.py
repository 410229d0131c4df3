"""States of what is written while people are in the room, and afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordState(models.TextChoices):
    """The rumusan: being written, read by the delegations, locked."""

    DISUSUN = "disusun", _("Disusun")
    DIKONFIRMASI = "dikonfirmasi", _("Dibaca dan dikonfirmasi delegasi")
    TERKUNCI = "terkunci", _("Terkunci")


class Stance(models.TextChoices):
    """What the head of a delegation says of the rumusan."""

    SETUJU = "setuju", _("Setuju")
    KEBERATAN = "keberatan", _("Keberatan")


class MinutesState(models.TextChoices):
    """The notula: a draft, out for correction, signed off."""

    DRAF = "draf", _("Draf")
    KOREKSI = "koreksi", _("Menunggu koreksi peserta")
    DISAHKAN = "disahkan", _("Disahkan")
