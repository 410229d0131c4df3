"""Words of the signing: its event, what each party has done, its internal approval."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventState(models.TextChoices):
    """Whether the signing still lies ahead."""

    PLANNED = "direncanakan", _("Direncanakan")
    HELD = "terlaksana", _("Terlaksana")


class MarkStep(models.TextChoices):
    """What a party marks itself in the table of status; its number, signature and copies speak for themselves."""

    PREPARED = "disiapkan", _("Eksemplar disiapkan")
    REGISTERED = "terdaftar", _("Dicatat dalam buku register")


class StepWord(models.TextChoices):
    """The word of one step within a party."""

    AGREED = "setuju", _("Disetujui")
    CONDITIONAL = "setuju_catatan", _("Disetujui dengan catatan")
