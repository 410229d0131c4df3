"""Who takes part in a cooperation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """Where a party stands: it proposes, or it is offered."""

    INITIATOR = "initiator", _("Pemrakarsa")
    PARTNER = "partner", _("Mitra")


class PartnerClass(models.TextChoices):
    """What a partner that is not a region is; which kind of cooperation fits it is the pack's to say, not the class's.

    Third parties of PP 28/2018 Pasal 14 first, then bodies of the state, then partners abroad (Pasal 24 and 36).
    """

    PERSON = "perseorangan", _("Perseorangan")
    COMPANY = "badan_usaha", _("Badan usaha berbadan hukum")
    ORGANISATION = "ormas", _("Organisasi kemasyarakatan")
    STATE_COMPANY = "bumn", _("BUMN")
    REGIONAL_COMPANY = "bumd", _("BUMD")
    COOPERATIVE = "koperasi", _("Koperasi")
    PRIVATE_UNIVERSITY = "pts", _("Perguruan tinggi swasta")
    MINISTRY = "kementerian", _("Kementerian")
    AGENCY = "lpnk", _("Lembaga pemerintah nonkementerian")
    VERTICAL = "instansi_vertikal", _("Instansi vertikal")
    ARMY = "tni", _("Tentara Nasional Indonesia")
    POLICE = "polri", _("Kepolisian Negara Republik Indonesia")
    CENTRAL_BANK = "bi_ojk", _("Bank Indonesia atau Otoritas Jasa Keuangan")
    STATE_UNIVERSITY = "ptn", _("Perguruan tinggi negeri (satker atau BLU)")
    AUTONOMOUS_UNIVERSITY = "ptn_bh", _("Perguruan tinggi negeri badan hukum (PTN-BH)")
    CAPITAL_AUTHORITY = "otorita_ikn", _("Otorita Ibu Kota Nusantara")
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
