"""The yearly plan (rencana aksi) of a text: its activities, their progress, its revisions."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import PlanState
from agreements.models.case import Party
from agreements.models.naskah import Naskah
from agreements.models.recorded import Recorded, proof_field
from ksd.core import clock


class ActionPlan(models.Model):
    """What the parties do for a text in one year; fixed when every party confirmed the same revision."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="plans")
    year = models.PositiveSmallIntegerField(_("tahun"))
    state = models.CharField(
        _("keadaan"), max_length=12, choices=PlanState.choices, default=PlanState.DRAFTED
    )
    revision = models.PositiveSmallIntegerField(_("revisi"), default=1)
    items = models.JSONField(_("isi"), default=dict, blank=True)
    fixed_on = models.DateField(_("ditetapkan pada"), null=True, blank=True)
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)

    class Meta:
        verbose_name = _("rencana aksi")
        verbose_name_plural = _("rencana aksi")
        ordering = ("-year", "naskah_id")
        constraints = [
            models.UniqueConstraint(
                fields=("naskah", "year"),
                name="plan_once_per_year",
                violation_error_message=_("Naskah ini sudah mempunyai rencana aksi untuk tahun itu."),
            )
        ]

    def __str__(self) -> str:
        """Name the plan by year and revision."""
        return f"Rencana aksi {self.year} (revisi {self.revision})"

    def get_absolute_url(self) -> str:
        """Give the address of the plan within the case."""
        return reverse("agreements:plan", args=[self.naskah.case.public_id, self.pk])

    @property
    def is_fixed(self) -> bool:
        """Whether its activities may change only by a new revision."""
        return self.state == PlanState.FIXED

    @property
    def runs(self) -> bool:
        """Whether progress may be recorded: it was fixed once, even if it is being adjusted now."""
        return self.fixed_on is not None


class PlanConfirmation(Recorded):
    """A party's word on one revision of a plan."""

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="confirmations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("pihak"))
    revision = models.PositiveSmallIntegerField(_("revisi"))

    class Meta:
        verbose_name = _("persetujuan rencana aksi")
        verbose_name_plural = _("persetujuan rencana aksi")
        ordering = ("plan_id", "revision", "party__order")
        constraints = [
            models.UniqueConstraint(
                fields=("plan", "party", "revision"),
                name="plan_confirmed_once",
                violation_error_message=_("Pihak ini sudah menyetujui revisi tersebut."),
            )
        ]

    def __str__(self) -> str:
        """Say who confirmed which revision."""
        return f"{self.party}: revisi {self.revision}"


class PlanRevision(Recorded):
    """A fixed plan as it stood before it was adjusted, and why it was."""

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField(_("revisi"))
    body = models.JSONField(_("isi"))
    reason = models.TextField(_("alasan penyesuaian"))

    class Meta:
        verbose_name = _("revisi rencana aksi")
        verbose_name_plural = _("revisi rencana aksi")
        ordering = ("plan_id", "-number")
        constraints = [models.UniqueConstraint(fields=("plan", "number"), name="plan_revision_once")]

    def __str__(self) -> str:
        """Name the revision."""
        return f"Revisi {self.number}"


class Milestone(models.Model):
    """One activity of a plan with its party, days, indicator, target and weight."""

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="milestones")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("pihak pelaksana")
    )
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("perangkat daerah pelaksana"),
    )
    order = models.PositiveSmallIntegerField(_("urutan"))
    activity = models.CharField(_("kegiatan"), max_length=250)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("selesai"))
    indicator = models.CharField(_("indikator"), max_length=200, blank=True)
    target = models.CharField(_("target"), max_length=120, blank=True)
    weight = models.PositiveSmallIntegerField(_("bobot"), default=1)
    dropped_at = models.DateTimeField(_("dicoret pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("kegiatan rencana aksi")
        verbose_name_plural = _("kegiatan rencana aksi")
        ordering = ("plan_id", "starts_on", "order")
        constraints = [
            models.UniqueConstraint(fields=("plan", "order"), name="milestone_order_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="milestone_ends_after_start",
                violation_error_message=_("Tanggal selesai tidak boleh mendahului tanggal mulai."),
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=100),
                name="milestone_weight_sensible",
                violation_error_message=_("Bobot diisi 1 sampai 100."),
            ),
        ]

    def __str__(self) -> str:
        """Name the activity."""
        return self.activity

    def get_absolute_url(self) -> str:
        """Give the address of the activity within the case."""
        return reverse("agreements:milestone", args=[self.plan.naskah.case.public_id, self.pk])


class ProgressEntry(Recorded):
    """How far an activity had come on a day; entries are only added."""

    milestone = models.ForeignKey(Milestone, on_delete=models.CASCADE, related_name="entries")
    percent = models.PositiveSmallIntegerField(_("persen"))
    on = models.DateField(_("keadaan pada"))
    note = models.TextField(_("keterangan"), blank=True)
    proof = proof_field()

    class Meta:
        verbose_name = _("kemajuan kegiatan")
        verbose_name_plural = _("kemajuan kegiatan")
        ordering = ("-on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__lte=100),
                name="progress_percent_sensible",
                violation_error_message=_("Kemajuan diisi 0 sampai 100 persen."),
            )
        ]

    def __str__(self) -> str:
        """Say how far on which day."""
        return f"{self.percent}% ({self.on})"
