"""Rounds of negotiation about a segment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boundaries.models.papers import SegmentPaper
from boundaries.models.segment import Segment
from ksd.core import clock
from regions.models import Region


class Round(models.Model):
    """One meeting of the two sides: what was agreed and what stayed open, in kilometres."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("segmen batas")
    )
    number = models.PositiveSmallIntegerField(_("putaran"))
    on = models.DateField(_("tanggal"))
    forum = models.CharField(_("forum"), max_length=200, help_text=_("Misalnya: rapat fasilitasi gubernur."))
    place = models.CharField(_("tempat"), max_length=200, blank=True)
    agreed_km = models.DecimalField(
        _("disepakati (km)"), max_digits=8, decimal_places=3, null=True, blank=True
    )
    disputed_km = models.DecimalField(
        _("diperselisihkan (km)"), max_digits=8, decimal_places=3, null=True, blank=True
    )
    outcome = models.TextField(_("hasil"), blank=True)
    next_step = models.CharField(_("tindak lanjut"), max_length=300, blank=True)
    meeting = models.CharField(
        _("rapat"), max_length=250, blank=True,
        help_text=_("Nama rapat yang membahasnya, bila ada; misalnya Rakor Batas Daerah 2025."),
    )  # fmt: skip
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="rounds",
        verbose_name=_("berita acara"),
    )  # fmt: skip
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    written_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("putaran perundingan")
        verbose_name_plural = _("putaran perundingan")
        ordering = ("segment", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "number"], name="boundaries_round_once",
                violation_error_message=_("Nomor putaran ini sudah dipakai pada segmen ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"


class RoundPosition(models.Model):
    """What one of the two sides held in a round, and the line it meant."""

    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="positions", verbose_name=_("putaran")
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah"))
    text = models.TextField(_("posisi"))
    line = models.ForeignKey(
        "boundaries.BoundaryLine", on_delete=models.PROTECT, null=True, blank=True, related_name="positions",
        verbose_name=_("garis yang dimaksud"),
    )  # fmt: skip
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    written_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("posisi dalam putaran")
        verbose_name_plural = _("posisi dalam putaran")
        ordering = ("round", "region__code")
        constraints = (
            models.UniqueConstraint(
                fields=["round", "region"], name="boundaries_position_once",
                violation_error_message=_("Posisi daerah ini pada putaran ini sudah dicatat."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.region}: {self.text[:80]}"
