"""The triage before a proposal: is this a kerja sama daerah at all, and where does it belong instead?"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import Verdict
from agreements.law.triage import Destination, destination
from agreements.models.case import new_public_id
from agreements.querysets import TriageQuerySet
from ksd.core import clock


class IntakeTriage(models.Model):
    """One idea, the answers given, and whether it went on as a proposal or was sent elsewhere (office guide, no law)."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah")
    )
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("perangkat daerah"),
    )
    title = models.CharField(_("tentang"), max_length=250)
    answers = models.JSONField(_("jawaban"), default=dict, blank=True)
    verdict = models.CharField(_("hasil"), max_length=12, choices=Verdict.choices, db_index=True)
    destination = models.CharField(_("tujuan"), max_length=20, blank=True)
    reason = models.TextField(_("alasan"), blank=True)
    case = models.ForeignKey(
        "agreements.Case",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="triage",
        verbose_name=_("usulan"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, db_index=True)

    objects = TriageQuerySet.as_manager()

    class Meta:
        verbose_name = _("triase usulan")
        verbose_name_plural = _("triase usulan")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.SENT_AWAY) & ~Q(destination="")
                | Q(verdict=Verdict.GOES_ON, destination=""),
                name="triage_sent_somewhere",
                violation_error_message=_(
                    "Yang bukan kerja sama daerah menyebut tujuannya; yang lanjut tidak."
                ),
            )
        ]

    def __str__(self) -> str:
        """Name the idea."""
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("agreements:triage", args=[self.public_id])

    @property
    def place(self) -> Destination | None:
        """Where it belongs instead; None when it went on, or its destination left the list."""
        return destination(self.destination)

    @property
    def place_label(self) -> str:
        """The destination as people read it."""
        return self.place.label if self.place else self.destination
