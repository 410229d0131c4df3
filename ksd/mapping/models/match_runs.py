"""How pairs are weighed and when they were last looked for."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.mapping.matching.weights import THRESHOLD
from ksd.mapping.models.periods import Period
from ksd.mapping.models.rows import MappingRow
from regions.models import Region


class MatchWeights(models.Model):
    """What each reason is worth for mappings this region leads; the newest revision counts, older ones are kept."""

    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah pemimpin")
    )
    revision = models.PositiveIntegerField(_("revisi"))
    points: Any = models.JSONField(_("bobot"))
    threshold = models.PositiveSmallIntegerField(_("nilai terendah yang ditampilkan"), default=THRESHOLD)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("disimpan oleh")
    )
    saved_at = models.DateTimeField(_("disimpan pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("bobot kecocokan")
        verbose_name_plural = _("bobot kecocokan")
        ordering = ("region", "-revision")
        constraints = (
            models.UniqueConstraint(
                fields=["region", "revision"], name="mapping_weights_revision_once",
                violation_error_message=_("Bobot baru saja disimpan orang lain."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.region} · {self.revision}"


class MatchRun(models.Model):
    """One look through a whole period; only one at a time."""

    period = models.ForeignKey(
        Period, on_delete=models.CASCADE, related_name="match_runs", verbose_name=_("periode")
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diminta oleh"),
    )  # fmt: skip
    requested_at = models.DateTimeField(_("diminta pada"), default=clock.now, editable=False)
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)
    weights_revision = models.PositiveIntegerField(_("revisi bobot"), default=0)
    rows = models.PositiveIntegerField(_("baris dibaca"), default=0)
    pairs = models.PositiveIntegerField(_("pasangan ditemukan"), default=0)

    class Meta:
        verbose_name = _("pencarian pasangan")
        verbose_name_plural = _("pencarian pasangan")
        ordering = ("-requested_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["period"], condition=Q(finished_at=None), name="mapping_one_run_at_a_time",
                violation_error_message=_("Pencarian pasangan periode ini sedang berjalan."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.period} · {self.requested_at:%Y-%m-%d %H:%M}"


class MatchRow(models.Model):
    """What of a row was last compared, so that a change the queue lost is noticed."""

    row = models.OneToOneField(
        MappingRow,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="matched",
        verbose_name=_("baris"),
    )
    listed = models.BooleanField(_("dibandingkan"), default=True)
    seen = models.DateTimeField(_("isi pada"))

    class Meta:
        verbose_name = _("baris yang dibandingkan")
        verbose_name_plural = _("baris yang dibandingkan")
        ordering = ("row",)

    def __str__(self) -> str:
        return f"{self.row}"
