"""One region's way to its own DPRD: the test, the round, and every letter of it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import DprdOutcome
from agreements.law.schema import DocumentKind, DprdCause, DprdState, LawPack
from agreements.models.case import Case, CaseEvent, Party
from agreements.models.naskah import Naskah
from agreements.querysets import DprdTrackQuerySet
from ksd.core import clock


class DprdTrack(models.Model):
    """One round of one region with its DPRD (Permendagri 22/2020 Pasal 11-12, 34, 56; Permendagri 25/2020 Pasal 16-17).

    `test` keeps the answers, their reasons and the row of the decision table as they were when the test was made.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dprd_tracks")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="dprd_tracks")
    cause = models.CharField(_("sebab"), max_length=40)
    note = models.CharField(_("mengenai"), max_length=200, blank=True)
    # The text that changes the cooperation; none for the plan itself.
    naskah = models.ForeignKey(
        Naskah,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="dprd_tracks",
        verbose_name=_("naskah perubahan"),
    )
    round = models.PositiveSmallIntegerField(_("putaran"), default=1)
    state = models.CharField(_("keadaan"), max_length=40)
    state_since = models.DateField(_("sejak"), default=clock.today)
    outcome = models.CharField(_("hasil"), max_length=12, choices=DprdOutcome.choices, blank=True)
    test = models.JSONField(_("uji keperluan"), default=dict, blank=True)
    tested_at = models.DateTimeField(_("diuji pada"), null=True, blank=True)
    tested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diuji oleh"),
    )
    submitted_on = models.DateField(_("diterima Sekretariat DPRD"), null=True, blank=True)
    ended_on = models.DateField(_("selesai pada"), null=True, blank=True)
    opened_at = models.DateTimeField(_("dibuka pada"), default=clock.now)

    objects = DprdTrackQuerySet.as_manager()

    class Meta:
        """Region by region, newest round first."""

        verbose_name = _("persetujuan DPRD")
        verbose_name_plural = _("persetujuan DPRD")
        ordering = ("case_id", "party__order", "cause", "-round")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "party", "cause", "round"),
                name="dprd_track_once_per_round",
                violation_error_message=_("Putaran ini sudah dibuka."),
            )
        ]

    def __str__(self) -> str:
        """Name the council and the round."""
        return f"{self.council} – {self.cause_rule.label} ({self.round})"

    def get_absolute_url(self) -> str:
        """The place of this region on the DPRD page of the case."""
        return f"{reverse('agreements:dprd', args=[self.case.public_id])}#daerah-{self.party.order}"

    @property
    def counts(self) -> bool:
        """Whether it still matters: what a succeeded region left undone does not, what its DPRD allowed does."""
        return self.party.succeeded_on is None or self.outcome not in ("", DprdOutcome.REFUSED)

    @property
    def pack(self) -> LawPack:
        """The law pack of its case."""
        return self.case.pack

    @property
    def rule(self) -> DprdState:
        """The state as the pack describes it."""
        return self.pack.dprd_state(self.state)

    @property
    def cause_rule(self) -> DprdCause:
        """Why the DPRD is asked, as the pack describes it."""
        return self.pack.dprd_cause(self.cause)

    @property
    def council(self) -> str:
        """The DPRD asked."""
        return (self.party.region.council_name if self.party.region else "") or "DPRD"

    @property
    def needed(self) -> bool | None:
        """Whether the test found the approval needed; None before the test."""
        answer: bool | None = self.test.get("needed")
        return answer

    @property
    def tone(self) -> str:
        """The colour of its standing."""
        ended = {"approved": "success", "deemed": "success", "refused": "danger", "not_needed": "secondary"}
        return ended.get(self.outcome, "warning" if self.rule.turn == "region" else "primary")

    @property
    def is_over(self) -> bool:
        """Whether this round has come to an outcome."""
        return bool(self.outcome)


class DprdLetter(models.Model):
    """A letter to or from the DPRD, kept with the act that sent or received it."""

    track = models.ForeignKey(DprdTrack, on_delete=models.CASCADE, related_name="letters")
    event = models.ForeignKey(CaseEvent, on_delete=models.PROTECT, related_name="dprd_letters")
    kind = models.CharField(_("jenis surat"), max_length=40)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    dated = models.DateField(_("tanggal surat"), null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas"),
    )

    class Meta:
        """In the order of writing."""

        verbose_name = _("surat DPRD")
        verbose_name_plural = _("surat DPRD")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("event", "kind"),
                name="dprd_letter_once_per_act",
                violation_error_message=_("Surat ini sudah dicatat pada langkah itu."),
            )
        ]

    def __str__(self) -> str:
        """Name the letter."""
        return f"{self.rule.label} {self.number}".strip()

    @property
    def rule(self) -> DocumentKind:
        """What the law pack asks of this paper."""
        return self.track.pack.document(self.kind)
