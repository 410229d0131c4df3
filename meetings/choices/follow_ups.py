"""What was decided and what is done about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DecisionKind(models.TextChoices):
    """What a point of the result is."""

    INFORMASI = "informasi", _("Informasi")
    KEPUTUSAN = "keputusan", _("Keputusan")
    REKOMENDASI = "rekomendasi", _("Rekomendasi")


class FollowUpState(models.TextChoices):
    """How far a follow-up has come; "terlambat" is derived from its day, never written."""

    BELUM = "belum", _("Belum dikerjakan")
    PROSES = "proses", _("Dalam proses")
    SELESAI = "selesai", _("Selesai, menunggu verifikasi")
    DIVERIFIKASI = "diverifikasi", _("Diverifikasi")
    DIHENTIKAN = "dihentikan", _("Dihentikan dengan alasan")


OPEN_FOLLOW_UPS = (FollowUpState.BELUM, FollowUpState.PROSES, FollowUpState.SELESAI)

# Nothing is owed any more: done and seen, or given up with a reason.
SETTLED_FOLLOW_UPS = (FollowUpState.DIVERIFIKASI, FollowUpState.DIHENTIKAN)

FOLLOW_UP_TONES: dict[str, str] = {
    FollowUpState.BELUM: "secondary",
    FollowUpState.PROSES: "info",
    FollowUpState.SELESAI: "primary",
    FollowUpState.DIVERIFIKASI: "success",
    FollowUpState.DIHENTIKAN: "secondary",
}
