"""What can happen to a law that texts cite."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LawChangeKind(models.TextChoices):
    """Whether texts must leave a law or look at its new wording."""

    REPEALED = "dicabut", _("Dicabut oleh")
    AMENDED = "diubah", _("Diubah dengan")
