"""Positions taken with a telephone at the boundary: sightings, never a geodetic survey."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices.fixes import FixKind, FixState
from boundaries.models.points import BoundaryPoint
from boundaries.models.segment import Segment
from ksd.core import clock


class FieldFix(models.Model):
    """One position (WGS 84) seen by one person; proposed until the province's office makes a point of it."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="fixes", verbose_name=_("segmen batas")
    )
    kind = models.CharField(_("yang ditemukan"), max_length=20, choices=FixKind)
    lat = models.DecimalField(_("lintang"), max_digits=12, decimal_places=9)
    lon = models.DecimalField(_("bujur"), max_digits=12, decimal_places=9)
    accuracy_m = models.DecimalField(
        _("ketelitian menurut alat (m)"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    spread_m = models.DecimalField(_("sebaran (m)"), max_digits=8, decimal_places=2, null=True, blank=True)
    samples = models.PositiveIntegerField(_("banyak bacaan"), default=0, help_text=_("Nol bila diketik."))
    note = models.TextField(_("catatan"), blank=True)
    photo = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("foto"),
    )  # fmt: skip
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    taken_at = models.DateTimeField(_("diambil pada"))
    sent_at = models.DateTimeField(_("diterima pada"), default=clock.now, editable=False)
    key = models.CharField(_("kunci kiriman"), max_length=64, editable=False)
    state = models.CharField(_("keadaan"), max_length=20, choices=FixState, default=FixState.DIUSULKAN)
    point = models.OneToOneField(
        BoundaryPoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="fix",
        verbose_name=_("titik batas"),
    )  # fmt: skip
    answer = models.CharField(_("alasan"), max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diputuskan oleh"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("posisi lapangan")
        verbose_name_plural = _("posisi lapangan")
        ordering = ("-taken_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["person", "key"], name="boundaries_fix_once",
                violation_error_message=_("Kiriman ini sudah diterima."),
            ),
            models.CheckConstraint(
                condition=Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
                name="boundaries_fix_on_earth",
                violation_error_message=_("Lintang antara -90 dan 90, bujur antara -180 dan 180."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.lat}, {self.lon}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.state == FixState.DIUSULKAN
