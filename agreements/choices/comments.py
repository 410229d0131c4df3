"""Words of a comment."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who may read a comment."""

    OWN = "daerah", _("Hanya daerah saya")
    ALL = "semua", _("Semua pihak")
