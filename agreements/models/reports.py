"""Periodic reports: one row for each period a case owes, each party's part, each pair of hands it passed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.law.periods import Period, period_named
from agreements.law.schema import Level, ReportRule, Tier, pick
from agreements.models.case import Case, Party
from agreements.querysets.reports import WRITING, CaseReportQuerySet
from ksd.core import clock

DRAFTED, RETURNED = WRITING
_LEVELS: dict[int, Level] = {1: "provinsi", 2: "kabupaten_kota"}


class CaseReport(models.Model):
    """The report of one case on one period; `state` is where it stands, `awaits` who may take it further."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    rule_code = models.CharField(_("laporan"), max_length=40)
    period = models.CharField(_("periode"), max_length=10)
    period_end = models.DateField(_("akhir periode"), db_index=True)
    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah pelapor")
    )
    state = models.CharField(_("keadaan"), max_length=40, default=DRAFTED)
    awaits = models.CharField(_("menunggu yang berizin"), max_length=40, blank=True)
    items = models.JSONField(_("isi"), default=dict, blank=True)
    deadline = models.ForeignKey(
        "deadlines.Deadline",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("tenggat"),
    )
    sent_on = models.DateField(_("dikirim pada"), null=True, blank=True)
    sent_due_on = models.DateField(_("seharusnya dikirim paling lambat"), null=True, blank=True)
    heads_told_on = models.DateField(_("pimpinan diberi tahu pada"), null=True, blank=True)
    province_told_on = models.DateField(_("provinsi diberi tahu pada"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    opened_at = models.DateTimeField(_("dibuka pada"), default=clock.now, editable=False)

    objects = CaseReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("laporan pelaksanaan")
        verbose_name_plural = _("laporan pelaksanaan")
        ordering = ("-period_end", "case_id")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "rule_code", "period"),
                name="report_once_per_period",
                violation_error_message=_("Laporan periode ini sudah ada."),
            )
        ]
        indexes = [models.Index(fields=("awaits", "region"), name="report_awaits")]

    def __str__(self) -> str:
        """Name the report with its period."""
        return f"{self.rule.label} {self.period_label}"

    def get_absolute_url(self) -> str:
        """Give the address of the report's page."""
        return reverse("agreements:report", args=[self.case.public_id, self.period])

    @property
    def rule(self) -> ReportRule:
        """What the law pack asks of this report."""
        return pick(self.case.pack.reports, self.rule_code)

    @property
    def span(self) -> Period:
        """The period with its days. Raises ValueError for a name no period has."""
        found = period_named(self.period)
        if found is None:
            raise ValueError(f"{self.period!r} is no period")
        return found

    @property
    def period_label(self) -> str:
        """The period as people read it."""
        return self.span.label

    @property
    def way(self) -> tuple[Tier, ...]:
        """The hands this report goes through, by the level of its region."""
        return self.rule.way(_LEVELS.get(self.region.level, "kabupaten_kota"), self.span)

    @property
    def next_tier(self) -> Tier | None:
        """The pair of hands that comes next; None when it has passed all."""
        if self.is_writing:
            return self.way[0]
        codes = [tier.code for tier in self.way]
        place = codes.index(self.state) + 1 if self.state in codes else len(codes)
        return self.way[place] if place < len(codes) else None

    @property
    def is_writing(self) -> bool:
        """Whether it still has to be written, or mended."""
        return self.state in WRITING

    @property
    def state_label(self) -> str:
        """Where the report stands, as people read it."""
        words = {DRAFTED: _("Belum dikirim"), RETURNED: _("Dikembalikan untuk diperbaiki")}
        if self.state in words:
            return str(words[self.state])
        return next((tier.done for tier in self.way if tier.code == self.state), self.state)

    @property
    def due_on(self) -> date | None:
        """The day by which the next hands should have it."""
        return self.deadline.due_on if self.deadline and self.next_tier else None

    @property
    def is_late(self) -> bool:
        """Whether the next hands are late."""
        return self.due_on is not None and self.due_on < clock.today()

    @property
    def was_late(self) -> bool:
        """Whether it was sent after its day."""
        return bool(self.sent_on and self.sent_due_on and self.sent_on > self.sent_due_on)

    @property
    def tone(self) -> str:
        """The colour of its badge."""
        if self.is_late:
            return "danger"
        if self.next_tier is None:
            return "success"
        return "warning" if self.state == RETURNED else "secondary" if self.is_writing else "info"


class ReportPart(models.Model):
    """What one party says for itself in a joint report (F51)."""

    report = models.ForeignKey(CaseReport, on_delete=models.CASCADE, related_name="parts")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    work = models.TextField(_("pelaksanaan"), blank=True)
    trouble = models.TextField(_("permasalahan"), blank=True)
    remedy = models.TextField(_("upaya penyelesaian"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("ditulis oleh")
    )
    written_at = models.DateTimeField(_("ditulis pada"), default=clock.now)

    class Meta:
        verbose_name = _("bagian laporan")
        verbose_name_plural = _("bagian laporan")
        ordering = ("report_id", "party__order")
        constraints = [models.UniqueConstraint(fields=("report", "party"), name="report_part_once")]

    def __str__(self) -> str:
        """Name the party whose part it is."""
        return f"{self.report_id} – {self.party_id}"


class ReportStep(models.Model):
    """One pair of hands a report passed, or a return: by whom, when, how late; never changed afterwards."""

    report = models.ForeignKey(CaseReport, on_delete=models.CASCADE, related_name="steps")
    code = models.CharField(_("langkah"), max_length=40)
    label = models.CharField(_("uraian"), max_length=200)
    article = models.CharField(_("dasar hukum"), max_length=250, blank=True)
    returned = models.BooleanField(_("dikembalikan"), default=False)
    on = models.DateField(_("tanggal"))
    due_on = models.DateField(_("seharusnya paling lambat"), null=True, blank=True)
    reason = models.TextField(_("catatan"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("langkah laporan")
        verbose_name_plural = _("langkah laporan")
        ordering = ("report_id", "pk")

    def __str__(self) -> str:
        """Say what was done and when."""
        return f"{self.label} ({self.on})"

    @property
    def days_late(self) -> int:
        """How many days after its day it was done; 0 when in time."""
        return max(0, (self.on - self.due_on).days) if self.due_on and not self.returned else 0
