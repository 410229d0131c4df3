"""Goals of a region's planning documents, and what cooperations contribute to them."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import GoalDocument
from agreements.models.case import Case
from agreements.models.recorded import Recorded
from agreements.querysets import GoalQuerySet
from ksd.core import clock

VALUE: Any = {"max_digits": 16, "decimal_places": 3}


class Goal(models.Model):
    """A goal with its indicator as the RPJMD, RKPD or Renstra of a region states it."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah")
    )
    document = models.CharField(_("dokumen"), max_length=10, choices=GoalDocument.choices)
    period_start = models.PositiveSmallIntegerField(_("tahun awal"))
    period_end = models.PositiveSmallIntegerField(_("tahun akhir"))
    title = models.CharField(_("sasaran"), max_length=250)
    indicator = models.CharField(_("indikator"), max_length=250)
    unit = models.CharField(_("satuan"), max_length=40)
    base = models.DecimalField(_("nilai awal"), null=True, blank=True, **VALUE)
    lower_is_better = models.BooleanField(_("makin rendah makin baik"), default=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(_("diubah pada"), default=clock.now)

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("sasaran daerah")
        verbose_name_plural = _("sasaran daerah")
        ordering = ("region", "document", "period_start", "title", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("region", "document", "period_start", "title", "indicator"),
                name="goal_once",
                violation_error_message=_("Sasaran dengan indikator itu sudah tercatat; pakai yang ada."),
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")),
                name="goal_period_sensible",
                violation_error_message=_("Tahun akhir tidak boleh mendahului tahun awal."),
            ),
        ]

    def __str__(self) -> str:
        """Name goal and indicator."""
        return f"{self.title} – {self.indicator}"


class GoalTarget(models.Model):
    """What the document wants to reach in one year."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField(_("tahun"))
    target = models.DecimalField(_("target"), **VALUE)

    class Meta:
        verbose_name = _("target sasaran")
        verbose_name_plural = _("target sasaran")
        ordering = ("goal_id", "year")
        constraints = [models.UniqueConstraint(fields=("goal", "year"), name="goal_target_once")]

    def __str__(self) -> str:
        """Say year and target."""
        return f"{self.year}: {self.target}"


class CaseGoal(models.Model):
    """That a cooperation serves a goal of one of its parties."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="goal_links")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="links")
    created_at = models.DateTimeField(_("ditautkan pada"), default=clock.now)

    class Meta:
        verbose_name = _("sasaran kerja sama")
        verbose_name_plural = _("sasaran kerja sama")
        ordering = ("case_id", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "goal"),
                name="case_goal_once",
                violation_error_message=_("Sasaran ini sudah ditautkan pada kerja sama ini."),
            )
        ]

    def __str__(self) -> str:
        """Name the goal."""
        return str(self.goal)


class GoalReport(Recorded):
    """What the cooperation aimed at and reached for a goal in one year; the newest record of a year counts."""

    link = models.ForeignKey(CaseGoal, on_delete=models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField(_("tahun"))
    target = models.DecimalField(_("target kerja sama"), **VALUE)
    achieved = models.DecimalField(_("capaian"), null=True, blank=True, **VALUE)
    note = models.TextField(_("keterangan"), blank=True)

    class Meta:
        verbose_name = _("capaian sasaran")
        verbose_name_plural = _("capaian sasaran")
        ordering = ("-year", "-pk")

    def __str__(self) -> str:
        """Say year, target and result."""
        return f"{self.year}: {self.achieved} / {self.target}"
