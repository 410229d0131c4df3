"""Pillars as assets: set once, inspected again and again, planned by the kilometre."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import PILLAR_TONES, PillarState
from boundaries.choices.points import FOUND_STATES
from boundaries.models.points import BoundaryPoint
from boundaries.models.segment import Segment
from ksd.core import clock


class Pillar(models.Model):
    """The pillar that stands (or stood) at a point; state and day are those of its latest inspection."""

    point = models.OneToOneField(
        BoundaryPoint, on_delete=models.PROTECT, related_name="pillar", verbose_name=_("titik")
    )
    size = models.CharField(
        _("tipe dan ukuran"), max_length=120, blank=True, help_text=_("Misalnya: tipe B, 30 × 30 × 150 cm.")
    )
    set_on = models.DateField(_("dipasang pada"), null=True, blank=True)
    set_by = models.CharField(_("dipasang oleh"), max_length=200, blank=True)
    photo = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("foto"),
    )  # fmt: skip
    note = models.TextField(_("catatan"), blank=True)
    state = models.CharField(
        _("keadaan"),
        max_length=10,
        choices=PillarState,
        blank=True,
        default="",
        editable=False,
        db_index=True,
    )
    inspected_on = models.DateField(_("terakhir diperiksa"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("pilar")
        verbose_name_plural = _("pilar")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.point_id}"

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return PILLAR_TONES[PillarState(self.state)]


class PillarInspection(models.Model):
    """One visit to a pillar: what was found."""

    pillar = models.ForeignKey(
        Pillar, on_delete=models.PROTECT, related_name="inspections", verbose_name=_("pilar")
    )
    on = models.DateField(_("tanggal"))
    state = models.CharField(_("keadaan"), max_length=10, choices=FOUND_STATES)
    inspector = models.CharField(_("pemeriksa"), max_length=200)
    lat = models.DecimalField(_("lintang ditemukan"), max_digits=12, decimal_places=9, null=True, blank=True)
    lon = models.DecimalField(_("bujur ditemukan"), max_digits=12, decimal_places=9, null=True, blank=True)
    as_given = models.CharField(_("posisi ditemukan"), max_length=200, blank=True)
    offset_m = models.FloatField(_("jarak dari titik (m)"), null=True, blank=True)
    photo = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("foto"),
    )  # fmt: skip
    note = models.TextField(_("catatan"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("pemeriksaan pilar")
        verbose_name_plural = _("pemeriksaan pilar")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.on}: {self.get_state_display()}"

    @property
    def tone(self) -> str:
        """The colour of what was found."""
        return PILLAR_TONES[PillarState(self.state)]


class PillarPlan(models.Model):
    """How densely the pillars of one segment are to stand, where the office departs from its usual distance."""

    segment = models.OneToOneField(
        Segment, on_delete=models.PROTECT, related_name="pillar_plan", verbose_name=_("segmen batas")
    )
    km_per_pillar = models.DecimalField(_("jarak antarpilar utama (km)"), max_digits=6, decimal_places=2)
    basis = models.CharField(_("dasar"), max_length=250, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("rencana kerapatan pilar")
        verbose_name_plural = _("rencana kerapatan pilar")
        constraints = (
            models.CheckConstraint(
                condition=Q(km_per_pillar__gt=0), name="boundaries_plan_distance",
                violation_error_message=_("Jarak antarpilar lebih dari nol."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.segment}: {self.km_per_pillar} km"
