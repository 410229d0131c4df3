"""Words of the triage before a proposal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What the triage came to."""

    GOES_ON = "lanjut", _("Lanjut sebagai usulan")
    SENT_AWAY = "bukan_ksd", _("Bukan kerja sama daerah")
