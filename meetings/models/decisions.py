"""The numbered points of what a meeting decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import DecisionKind
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting, new_public_id


class Decision(models.Model):
    """One point of the rumusan; each office that owes something for it has a follow-up of its own."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("rapat")
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions",
        verbose_name=_("mata acara"),
    )  # fmt: skip
    order = models.PositiveSmallIntegerField(_("nomor butir"))
    kind = models.CharField(
        _("jenis butir"), max_length=15, choices=DecisionKind, default=DecisionKind.KEPUTUSAN
    )
    text = models.TextField(_("bunyi butir"))
    case = models.ForeignKey(
        "agreements.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="meeting_decisions",
        verbose_name=_("kerja sama"),
    )  # fmt: skip
    segment = models.ForeignKey(
        "boundaries.Segment", on_delete=models.PROTECT, null=True, blank=True, related_name="meeting_decisions",
        verbose_name=_("segmen batas"),
    )  # fmt: skip
    legal_basis = models.ForeignKey(
        "regions.LegalBasis", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dasar hukum"),
    )  # fmt: skip
    key = models.CharField(_("kunci kiriman"), max_length=64, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("ditulis oleh")
    )
    written_at = models.DateTimeField(_("ditulis pada"), default=clock.now)
    dropped_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("butir rumusan")
        verbose_name_plural = _("butir rumusan")
        ordering = ("order", "pk")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "key"), name="meetings_decision_sent_once"),
            models.UniqueConstraint(
                fields=("meeting", "order"),
                condition=Q(dropped_at__isnull=True),
                name="meetings_decision_number_once",
                violation_error_message=_("Nomor butir ini sudah dipakai."),
            ),
        )

    def __str__(self) -> str:
        return f"Butir {self.order}: {self.text[:80]}"
