"""The money of a cooperation: what each party plans, budgets and spends, by source and year."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import FundSource
from agreements.models.case import Case, Party
from agreements.models.recorded import Recorded, proof_field
from ksd.core import clock


class BudgetLine(models.Model):
    """Money of one party from one source in one year; amounts are rupiah."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="budget_lines")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("pihak"))
    year = models.PositiveSmallIntegerField(_("tahun anggaran"))
    source = models.CharField(_("sumber"), max_length=20, choices=FundSource.choices)
    purpose = models.CharField(_("untuk"), max_length=250)
    planned = models.DecimalField(_("direncanakan (Rp)"), max_digits=18, decimal_places=2)
    budgeted = models.DecimalField(_("dianggarkan (Rp)"), max_digits=18, decimal_places=2, default=Decimal(0))
    dpa_number = models.CharField(_("nomor DPA"), max_length=120, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("anggaran kerja sama")
        verbose_name_plural = _("anggaran kerja sama")
        ordering = ("-year", "party__order", "source", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(planned__gte=0, budgeted__gte=0),
                name="budget_not_negative",
                violation_error_message=_("Jumlah uang tidak boleh negatif."),
            )
        ]
        indexes = [models.Index(fields=("case", "year"), name="budget_case_year")]

    def __str__(self) -> str:
        """Name purpose and year."""
        return f"{self.purpose} ({self.year})"

    def get_absolute_url(self) -> str:
        """Give the address of the line within the case."""
        return reverse("agreements:budget_line", args=[self.case.public_id, self.pk])


class Realisation(Recorded):
    """Money spent on a day; a mistaken record is voided with its reason, never removed."""

    line = models.ForeignKey(BudgetLine, on_delete=models.CASCADE, related_name="realisations")
    amount = models.DecimalField(_("jumlah (Rp)"), max_digits=18, decimal_places=2)
    on = models.DateField(_("tanggal realisasi"))
    note = models.TextField(_("keterangan"), blank=True)
    proof = proof_field()
    void_reason = models.TextField(_("alasan pembatalan"), blank=True)
    voided_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("realisasi anggaran")
        verbose_name_plural = _("realisasi anggaran")
        ordering = ("-on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="realisation_positive",
                violation_error_message=_("Realisasi harus lebih dari nol."),
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True) | ~Q(void_reason=""),
                name="realisation_void_has_reason",
                violation_error_message=_("Pembatalan realisasi memerlukan alasan."),
            ),
        ]

    def __str__(self) -> str:
        """Say how much on which day."""
        return f"{self.amount} ({self.on})"
