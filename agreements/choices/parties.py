"""Who takes part in a cooperation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """Where a party stands: it proposes, or it is offered."""

    INITIATOR = "initiator", _("Pemrakarsa")
    PARTNER = "partner", _("Mitra")


class PartnerClass(models.TextChoices):
    """Third parties of PP 28/2018 Pasal 14, and partners abroad of PP 28/2018 Pasal 24 and 36."""

    PERSON = "perseorangan", _("Perseorangan")
    COMPANY = "badan_usaha", _("Badan usaha berbadan hukum")
    ORGANISATION = "ormas", _("Organisasi kemasyarakatan")
    FOREIGN_REGION = "pemda_luar_negeri", _("Pemerintah daerah di luar negeri")
    INTERNATIONAL = "organisasi_internasional", _("Organisasi internasional")
    FOREIGN_NON_PROFIT = "nirlaba_asing", _("Lembaga nirlaba asing")
    DEVELOPMENT = "mitra_pembangunan", _("Mitra pembangunan luar negeri")
    FOREIGN_BODY = "lembaga_luar_negeri", _("Lembaga lain di luar negeri")

    @classmethod
    def abroad(cls) -> tuple[str, ...]:
        """Classes of partner outside Indonesia."""
        return (
            cls.FOREIGN_REGION,
            cls.INTERNATIONAL,
            cls.FOREIGN_NON_PROFIT,
            cls.DEVELOPMENT,
            cls.FOREIGN_BODY,
        )
