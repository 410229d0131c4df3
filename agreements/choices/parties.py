"""Who takes part in a cooperation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """Where a party stands: it proposes, or it is offered."""

    INITIATOR = "initiator", _("Pemrakarsa")
    PARTNER = "partner", _("Mitra")


class PartnerClass(models.TextChoices):
    """Third parties of PP 28/2018 Pasal 14."""

    PERSON = "perseorangan", _("Perseorangan")
    COMPANY = "badan_usaha", _("Badan usaha berbadan hukum")
    ORGANISATION = "ormas", _("Organisasi kemasyarakatan")
