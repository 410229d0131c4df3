"""Words of a text that came back from Word."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReturnState(models.TextChoices):
    """What became of a file that came back."""

    WAITING = "menunggu", _("Menunggu keputusan")
    ACCEPTED = "diterima", _("Diterima")
    REFUSED = "ditolak", _("Ditolak")
