"""What was said of a point and what became of it; neither is ever rewritten."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Datum, PointAct, PointOpinion
from boundaries.models.points import BoundaryPoint
from boundaries.models.segment import Segment
from ksd.core import clock
from regions.models import Region


class PointVerdict(models.Model):
    """One side's word on a point where it lies now; a move of the point voids it."""

    point = models.ForeignKey(
        BoundaryPoint, on_delete=models.PROTECT, related_name="verdicts", verbose_name=_("titik")
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah"))
    verdict = models.CharField(_("penilaian"), max_length=12, choices=PointOpinion)
    reason = models.TextField(_("alasan"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)
    voided_at = models.DateTimeField(_("gugur pada"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("penilaian titik")
        verbose_name_plural = _("penilaian titik")
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["point", "region"], condition=Q(voided_at__isnull=True), name="boundaries_one_verdict",
                violation_error_message=_("Daerah ini sudah menilai titik ini."),
            ),
            models.CheckConstraint(
                condition=~Q(verdict=PointOpinion.KEBERATAN) | ~Q(reason=""), name="boundaries_objection_has_reason",
                violation_error_message=_("Keberatan menyebut alasannya."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.region}: {self.get_verdict_display()}"


class PointChange(models.Model):
    """History of a point: who did what and when; a move keeps where the point lay before."""

    point = models.ForeignKey(
        BoundaryPoint, on_delete=models.PROTECT, related_name="changes", verbose_name=_("titik")
    )
    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, null=True, blank=True, related_name="point_changes",
        verbose_name=_("segmen batas"),
    )  # fmt: skip
    act = models.CharField(_("perbuatan"), max_length=12, choices=PointAct)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("atas nama")
    )
    text = models.TextField(_("keterangan"), blank=True)
    lat = models.DecimalField(_("lintang sebelumnya"), max_digits=12, decimal_places=9, null=True, blank=True)
    lon = models.DecimalField(_("bujur sebelumnya"), max_digits=12, decimal_places=9, null=True, blank=True)
    datum = models.CharField(_("datum sebelumnya"), max_length=10, choices=Datum, blank=True)
    as_given = models.CharField(_("tulisan sebelumnya"), max_length=200, blank=True)
    moved_m = models.FloatField(_("bergeser (m)"), null=True, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("oleh"),
    )
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat titik")
        verbose_name_plural = _("riwayat titik")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.get_act_display()
