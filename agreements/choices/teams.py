"""Words of the TKKSD and its reviews."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TeamPosition(models.TextChoices):
    """Places in the team (Permendagri 22/2020 Pasal 47 ayat (1))."""

    CHAIR = "ketua", _("Ketua")
    DEPUTY = "wakil_ketua", _("Wakil Ketua")
    SECRETARY = "sekretaris", _("Sekretaris")
    MEMBER = "anggota", _("Anggota")
    EXPERT = "tenaga_ahli", _("Tenaga teknis atau profesional")


class Advice(models.TextChoices):
    """What the team recommends to the Kepala Daerah about a text."""

    SIGN = "tandatangani", _("Disarankan ditandatangani")
    WITH_NOTES = "dengan_catatan", _("Disarankan dengan catatan")
    NOT_YET = "belum", _("Belum disarankan")
