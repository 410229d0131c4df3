"""Legs (ruas) of a segment: from point to point, along what, agreed or not."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LEG_TONES, LegState
from boundaries.models.papers import SegmentPaper
from boundaries.models.points import SegmentPoint
from boundaries.models.segment import Segment


class Leg(models.Model):
    """One leg as the body of a decree tells it; its ends may be known only in words."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="legs", verbose_name=_("segmen batas")
    )
    order = models.PositiveIntegerField(_("urutan"))
    start = models.ForeignKey(
        SegmentPoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("dari titik"),
    )  # fmt: skip
    end = models.ForeignKey(
        SegmentPoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("sampai titik"),
    )  # fmt: skip
    name = models.CharField(_("nama ruas"), max_length=200, blank=True)
    direction = models.CharField(
        _("arah"), max_length=20, blank=True, help_text=_("Misalnya: timur laut. Kosong: dihitung.")
    )
    along = models.CharField(
        _("menyusuri"),
        max_length=200,
        blank=True,
        help_text=_("Misalnya: as Sungai Belayan; kosong: garis lurus."),
    )
    lies_a = models.CharField(_("letak di wilayah pertama"), max_length=200, blank=True)
    lies_b = models.CharField(_("letak di wilayah kedua"), max_length=200, blank=True)
    length_km = models.DecimalField(_("panjang (km)"), max_digits=8, decimal_places=3, null=True, blank=True)
    disputed_ha = models.DecimalField(
        _("luas diperselisihkan (ha)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    state = models.CharField(_("keadaan"), max_length=20, choices=LegState, default=LegState.BELUM_DIBAHAS)
    agreed_on = models.DateField(_("disepakati pada"), null=True, blank=True)
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="legs",
        verbose_name=_("berita acara"),
    )  # fmt: skip
    note = models.TextField(_("catatan"), blank=True)

    class Meta:
        verbose_name = _("ruas")
        verbose_name_plural = _("ruas")
        ordering = ("segment", "order", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(length_km__isnull=True) | Q(length_km__gt=0),
                name="boundaries_leg_length",
                violation_error_message=_("Panjang ruas lebih dari nol, atau kosongkan."),
            ),
        )

    def __str__(self) -> str:
        return self.name or f"{self.start or '…'} – {self.end or '…'}"

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return LEG_TONES[LegState(self.state)]
