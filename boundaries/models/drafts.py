"""Lines read but not yet stated, and overlays already computed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LineRole
from boundaries.models.lines import BoundaryLine
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment
from ksd.core import clock
from regions.models import Region


class LineDraft(models.Model):
    """A line a person has sent and looks at before stating it; seen by that person alone, gone once stated."""

    segment = models.ForeignKey(
        Segment, on_delete=models.CASCADE, related_name="line_drafts", verbose_name=_("segmen batas")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("penulis")
    )
    role = models.CharField(_("jenis garis"), max_length=20, choices=LineRole)
    region = models.ForeignKey(
        Region, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("daerah")
    )
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("putaran")
    )
    replaces = models.ForeignKey(
        BoundaryLine, on_delete=models.CASCADE, null=True, blank=True, related_name="+",
        verbose_name=_("menggantikan"),
    )  # fmt: skip
    name = models.CharField(_("nama"), max_length=160, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    reason = models.TextField(_("alasan penggantian"), blank=True)
    confidential = models.BooleanField(_("terbatas"), default=False)
    vertices: "models.JSONField[Any, Any]" = models.JSONField(_("titik garis"))
    notes: "models.JSONField[Any, Any]" = models.JSONField(_("catatan pembacaan"), default=list)
    decided = models.BooleanField(_("arah sudah pasti"), default=False)
    made_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("garis yang belum disimpan")
        verbose_name_plural = _("garis yang belum disimpan")
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.segment}"

    def get_absolute_url(self) -> str:
        """Address of its preview."""
        return reverse("boundaries:line_preview", args=[self.segment.slug, self.pk])


class LineOverlay(models.Model):
    """The comparison of two versions, computed once: versions never change, so neither does this."""

    first = models.ForeignKey(
        BoundaryLine, on_delete=models.CASCADE, related_name="+", verbose_name=_("garis pertama")
    )
    second = models.ForeignKey(
        BoundaryLine, on_delete=models.CASCADE, related_name="+", verbose_name=_("garis kedua")
    )
    figures: "models.JSONField[Any, Any]" = models.JSONField(_("angka"))
    rings: "models.JSONField[Any, Any]" = models.JSONField(_("tepi kantong untuk gambar"), default=list)
    at = models.DateTimeField(_("dihitung pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("tumpang tindih")
        verbose_name_plural = _("tumpang tindih")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["first", "second"], name="boundaries_overlay_once"),)

    def __str__(self) -> str:
        return f"{self.first} × {self.second}"
