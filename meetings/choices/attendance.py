"""How somebody came onto the list of attendance."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """Who wrote the line."""

    QR = "qr", _("Mengisi sendiri lewat QR")
    MEJA = "meja", _("Dicatat sekretariat")
