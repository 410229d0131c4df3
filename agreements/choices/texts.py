"""Words of a text: its life, approvals and signatures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NaskahState(models.TextChoices):
    """The life of a text up to its last signature."""

    DRAFTED = "disusun", _("Disusun")
    DISCUSSED = "dibahas", _("Dibahas para pihak")
    AGREED = "disepakati", _("Disepakati, menunggu tanda tangan")
    SIGNED = "ditandatangani", _("Ditandatangani lengkap")
    CANCELLED = "dibatalkan", _("Dibatalkan")

    @classmethod
    def open(cls) -> tuple[str, ...]:
        """States in which somebody still has to act."""
        return (cls.DRAFTED, cls.DISCUSSED, cls.AGREED)


class LifeState(models.TextChoices):
    """State by date, computed and never stored (F46)."""

    UNSIGNED = "belum_ditandatangani", _("Belum ditandatangani")
    FUTURE = "belum_berlaku", _("Belum berlaku")
    IN_FORCE = "berlaku", _("Berlaku")
    ENDED = "berakhir", _("Berakhir")


class ApprovalDecision(models.TextChoices):
    """A party's word on one version of a text."""

    APPROVED = "setuju", _("Disetujui")
    RETURNED = "dikembalikan", _("Dikembalikan")


class SigningMode(models.TextChoices):
    """How signatures were given (practice, not law)."""

    CEREMONY = "seremonial", _("Seremonial")
    DESK = "desk", _("Desk-to-desk (bergiliran)")
    HYBRID = "hibrida", _("Hibrida")
    ELECTRONIC = "elektronik", _("Tanda tangan elektronik")


class Authority(models.TextChoices):
    """On what ground a person signs (Permendagri 22/2020 Pasal 10, 14, 33, 36, 57)."""

    HEAD = "kepala", _("Kepala daerah")
    KUASA = "kuasa", _("Surat kuasa khusus kepala daerah")
    DEED = "badan", _("Anggaran dasar mitra")
    MANDATE = "mandat", _("Wewenang dari kementerian atau lembaga")
    PAPER = "arsip", _("Menurut naskah asli")
