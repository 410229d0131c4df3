"""Disputes, take-overs, consultations, secretariats and aid of a case, step by step (Permendagri 22/2020 Pasal 18-24, 50-51)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.law.proceedings import ProceedingRule, ProceedingStep, proceeding
from agreements.models.case import Case
from agreements.querysets.proceedings import ProceedingQuerySet
from ksd.core import clock


class Proceeding(models.Model):
    """One matter beside the stages of a case; its kind and steps are data (`agreements.law.proceedings`)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="proceedings")
    code = models.CharField(_("jenis"), max_length=40, db_index=True)
    title = models.CharField(_("pokok"), max_length=250)
    step = models.CharField(_("langkah terakhir"), max_length=40)
    step_since = models.DateField(_("sejak"))
    opened_on = models.DateField(_("dibuka"))
    closed_on = models.DateField(_("selesai"), null=True, blank=True, db_index=True)

    objects = ProceedingQuerySet.as_manager()

    class Meta:
        verbose_name = _("perselisihan dan pembinaan")
        verbose_name_plural = _("perselisihan dan pembinaan")
        ordering = ("closed_on", "-step_since", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "code", "title"),
                condition=Q(closed_on__isnull=True),
                name="proceeding_open_once",
                violation_error_message=_("Urusan dengan pokok ini sudah dicatat dan belum selesai."),
            )
        ]

    def __str__(self) -> str:
        """Name the matter by kind and subject."""
        return f"{self.rule.label}: {self.title}"

    @property
    def rule(self) -> ProceedingRule:
        """What the law says of this kind of matter."""
        return proceeding(self.code)

    @property
    def step_rule(self) -> ProceedingStep:
        """The step it stands at."""
        return self.rule.step(self.step)

    @property
    def days(self) -> int:
        """How many days it has stood at this step."""
        return (clock.today() - self.step_since).days


class ProceedingEntry(models.Model):
    """One step taken: when, by which paper, with which result; never changed afterwards."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="entries")
    step = models.CharField(_("langkah"), max_length=40)
    on = models.DateField(_("tanggal"))
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    text = models.TextField(_("uraian"))
    amount = models.DecimalField(_("jumlah (rupiah)"), max_digits=18, decimal_places=2, null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas"),
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("langkah")
        verbose_name_plural = _("langkah")
        ordering = ("on", "pk")

    def __str__(self) -> str:
        """Name the step and its day."""
        return f"{self.rule.label} ({self.on})"

    @property
    def rule(self) -> ProceedingStep:
        """What the law says of this step."""
        return self.proceeding.rule.step(self.step)
