"""Words of what happens after the signing: obligations, plans, budgets and goals."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObligationKind(models.TextChoices):
    """What a party may ask, and what it owes."""

    RIGHT = "hak", _("Hak")
    DUTY = "kewajiban", _("Kewajiban")


class ObligationState(models.TextChoices):
    """The life of an obligation; that its day has passed is seen by date, never typed."""

    WAITING = "belum", _("Belum dimulai")
    STARTED = "berjalan", _("Berjalan")
    DONE = "terpenuhi", _("Terpenuhi")
    REMOVED = "dihapus", _("Dihapus")

    @classmethod
    def open(cls) -> tuple[str, ...]:
        """States in which something is still owed."""
        return (cls.WAITING, cls.STARTED)


class Every(models.TextChoices):
    """How often an obligation falls due."""

    ONCE = "sekali", _("Sekali")
    MONTH = "bulan", _("Setiap bulan")
    QUARTER = "triwulan", _("Setiap triwulan")
    SEMESTER = "semester", _("Setiap semester")
    YEAR = "tahun", _("Setiap tahun")

    @property
    def months(self) -> int:
        """Months from one due day to the next; 0 when there is no next."""
        return {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}.get(self.value, 0)


class PlanState(models.TextChoices):
    """The life of a yearly plan: written, then fixed by every party."""

    DRAFTED = "disusun", _("Disusun")
    FIXED = "ditetapkan", _("Ditetapkan")


class FundSource(models.TextChoices):
    """Where the money of a party comes from."""

    PROVINCE = "apbd_prov", _("APBD provinsi")
    REGENCY = "apbd_kabkota", _("APBD kabupaten/kota")
    STATE = "apbn", _("APBN")
    THIRD_PARTY = "pihak_ketiga", _("Pihak ketiga")
    AID = "bantuan_keuangan", _("Bantuan keuangan")
    OTHER = "lain", _("Sumber lain yang sah")


class GoalDocument(models.TextChoices):
    """The planning document a goal is written in."""

    RPJMD = "rpjmd", _("RPJMD")
    RKPD = "rkpd", _("RKPD")
    RENSTRA = "renstra", _("Renstra perangkat daerah")
