"""The yearly report of a TKKSD to its Kepala Daerah (Permendagri 22/2020 Pasal 46 ayat (2) huruf j)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.querysets.teams import TeamReportQuerySet
from ksd.core import clock


class TeamReport(models.Model):
    """What the team of one region reports on one year; its figures are kept as they stood when it was handed over."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="team_reports", verbose_name=_("daerah")
    )
    year = models.PositiveSmallIntegerField(_("tahun"))
    trouble = models.TextField(_("permasalahan"), blank=True)
    remedy = models.TextField(_("upaya penyelesaian"), blank=True)
    plan = models.TextField(_("rencana tahun berikutnya"), blank=True)
    figures = models.JSONField(_("angka saat disampaikan"), default=list, blank=True)
    number = models.CharField(_("nomor surat"), max_length=120, blank=True)
    sent_on = models.DateField(_("disampaikan pada"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    objects = TeamReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("laporan tahunan TKKSD")
        verbose_name_plural = _("laporan tahunan TKKSD")
        ordering = ("-year", "region__code")
        constraints = [
            models.UniqueConstraint(fields=("region", "year"), name="team_report_once_a_year"),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | ~Q(number=""),
                name="team_report_sent_with_number",
                violation_error_message=_("Isi nomor surat laporan yang disampaikan."),
            ),
        ]

    def __str__(self) -> str:
        """Name the report by its region and year."""
        return f"Laporan TKKSD {self.region.full_name} {self.year}"

    def get_absolute_url(self) -> str:
        """Give the address of the report."""
        return reverse("agreements:team_report", args=[self.region.code, self.year])

    @property
    def is_sent(self) -> bool:
        """Whether it was handed over, so that it no longer changes."""
        return self.sent_on is not None
