"""How a round of one region with its DPRD ends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DprdOutcome(models.TextChoices):
    """What came of it; deemed approval is silence, recorded by an officer."""

    NOT_NEEDED = "not_needed", _("Tidak diperlukan")
    APPROVED = "approved", _("Disetujui")
    DEEMED = "deemed", _("Dianggap menyetujui")
    REFUSED = "refused", _("Tidak disetujui")
