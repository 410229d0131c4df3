"""Evaluations: one round, one form for each who answers; and the word of a person on a cooperation's health."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices.reports import Health, Verdict
from agreements.law.periods import period_named
from agreements.models.case import Case, Party
from agreements.models.naskah import Naskah
from agreements.querysets.reports import EvaluationQuerySet
from ksd.core import clock


class Evaluation(models.Model):
    """One round of evaluation of a cooperation (or one of its texts) on one period."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evaluations")
    naskah = models.ForeignKey(
        Naskah, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("naskah")
    )
    period = models.CharField(_("periode"), max_length=10)
    opened_on = models.DateField(_("dibuka pada"), default=clock.today)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dibuka oleh")
    )
    verdict = models.CharField(_("kesimpulan"), max_length=15, choices=Verdict.choices, blank=True)
    conclusion = models.TextField(_("uraian kesimpulan"), blank=True)
    closed_on = models.DateField(_("ditutup pada"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditutup oleh"),
    )

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluasi")
        verbose_name_plural = _("evaluasi")
        ordering = ("-opened_on", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(closed_on__isnull=True),
                name="evaluation_one_open",
                violation_error_message=_("Evaluasi lain atas kerja sama ini masih terbuka."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, verdict="")
                | Q(closed_on__isnull=False) & ~Q(verdict="") & ~Q(conclusion=""),
                name="evaluation_closed_with_verdict",
                violation_error_message=_("Evaluasi ditutup dengan kesimpulan dan uraiannya."),
            ),
        ]

    def __str__(self) -> str:
        """Name the round by its period."""
        return f"Evaluasi {self.period_label}"

    def get_absolute_url(self) -> str:
        """Give the address of the round's page."""
        return reverse("agreements:evaluation", args=[self.case.public_id, self.pk])

    @property
    def period_label(self) -> str:
        """The period as people read it."""
        found = period_named(self.period)
        return found.label if found else self.period

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.closed_on is None


class EvaluationAnswer(models.Model):
    """What one party says in one form: a rating and a remark for each criterion, a verdict, a suggestion."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="answers")
    form = models.CharField(_("formulir"), max_length=30)
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    ratings = models.JSONField(_("nilai"), default=dict)
    remarks = models.JSONField(_("catatan"), default=dict, blank=True)
    verdict = models.CharField(_("pendapat"), max_length=15, choices=Verdict.choices)
    suggestion = models.TextField(_("saran"), blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bukti"),
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diisi oleh")
    )
    role = models.CharField(_("peran"), max_length=150)
    answered_at = models.DateTimeField(_("diisi pada"), default=clock.now)

    class Meta:
        verbose_name = _("jawaban evaluasi")
        verbose_name_plural = _("jawaban evaluasi")
        ordering = ("evaluation_id", "form", "party__order")
        constraints = [
            models.UniqueConstraint(fields=("evaluation", "form", "party"), name="evaluation_answer_once")
        ]

    def __str__(self) -> str:
        """Show the form and the party."""
        return f"{self.form} ({self.party_id})"


class HealthOverride(models.Model):
    """A person's word over the computed health, with its reason and last day; older ones stay as history."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="health_overrides")
    health = models.CharField(_("penilaian"), max_length=20, choices=Health.choices)
    reason = models.TextField(_("alasan"))
    set_on = models.DateField(_("ditetapkan pada"), default=clock.today)
    expires_on = models.DateField(_("berlaku sampai"))
    withdrawn_on = models.DateField(_("dicabut pada"), null=True, blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )

    class Meta:
        verbose_name = _("penetapan kesehatan")
        verbose_name_plural = _("penetapan kesehatan")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="health_override_has_reason"),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("set_on")), name="health_override_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Show the word and its last day."""
        return f"{self.get_health_display()} ({self.expires_on})"

    @property
    def is_current(self) -> bool:
        """Whether it holds today."""
        return self.withdrawn_on is None and self.expires_on >= clock.today()
