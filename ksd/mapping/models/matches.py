"""Two rows that belong together, why, and what the regions say of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models.case import new_public_id
from ksd.core import clock
from ksd.mapping.choices import MatchForm, MatchState, Verdict
from ksd.mapping.models.periods import Period
from ksd.mapping.models.rows import MappingRow
from ksd.mapping.querysets.matches import MatchQuerySet
from regions.models import Region, Urusan


class Match(models.Model):
    """Two rows of two regions that belong together; `first` is the one who lacks, the score the sum of the reasons."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    # A national mapping holds a quarter of a million pairs: no index of its own where a longer one below begins the same.
    period = models.ForeignKey(
        Period, on_delete=models.CASCADE, related_name="matches", verbose_name=_("periode"), db_index=False
    )
    urusan = models.ForeignKey(
        Urusan,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("urusan pemerintahan"),
        db_index=False,
    )
    form = models.CharField(_("bentuk"), max_length=10, choices=MatchForm)
    first = models.ForeignKey(
        MappingRow, on_delete=models.CASCADE, related_name="matches_as_first", db_index=False,
        verbose_name=_("baris yang membutuhkan"),
    )  # fmt: skip
    second = models.ForeignKey(
        MappingRow, on_delete=models.CASCADE, related_name="matches_as_second",
        verbose_name=_("baris yang melengkapi"),
    )  # fmt: skip
    first_region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah pertama")
    )
    second_region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah kedua")
    )
    # Tenths of points, so that sums are exact.
    score = models.PositiveSmallIntegerField(_("nilai (persepuluhan angka)"))
    reasons: Any = models.JSONField(_("alasan"), default=list)
    listed = models.BooleanField(_("masih ditemukan"), default=True)
    state = models.CharField(_("keadaan"), max_length=10, choices=MatchState, default=MatchState.BARU)
    snoozed_until = models.DateField(_("ditunda sampai"), null=True, blank=True)
    # What was rejected and then changed: which fields, before and after.
    changes: Any = models.JSONField(_("yang berubah sejak ditolak"), default=list, blank=True)
    reopened_at = models.DateTimeField(_("muncul kembali pada"), null=True, blank=True)
    case = models.ForeignKey(
        "agreements.Case", on_delete=models.SET_NULL, null=True, blank=True, related_name="matches",
        db_index=False, verbose_name=_("kerja sama"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("ditemukan pada"), default=clock.now, editable=False)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("pasangan pemetaan")
        verbose_name_plural = _("pasangan pemetaan")
        ordering = ("-score", "pk")
        indexes = (
            models.Index(fields=["period", "-score"], name="mapping_match_ranked"),
            models.Index(fields=["period", "urusan"], name="mapping_match_urusan"),
            models.Index(fields=["case"], name="mapping_match_case", condition=~Q(case=None)),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["first", "second"], name="mapping_match_once",
                violation_error_message=_("Pasangan ini sudah ada."),
            ),
            models.CheckConstraint(
                condition=~Q(first_region=F("second_region")), name="mapping_match_two_regions",
                violation_error_message=_("Pasangan selalu menyangkut dua daerah."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.first} – {self.second}"

    def get_absolute_url(self) -> str:
        """Address of the page that opens its reasons."""
        return reverse("mapping:match", args=[self.public_id])

    @property
    def points(self) -> float:
        """The score in points."""
        return self.score / 10


class MatchDecision(models.Model):
    """What one region (or, without one, who leads the mapping) said of a pair on a day; the newest of each counts."""

    match = models.ForeignKey(
        Match, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("pasangan")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("daerah")
    )
    verdict = models.CharField(_("sikap"), max_length=10, choices=Verdict)
    reason = models.TextField(_("alasan"), blank=True)
    until = models.DateField(_("ditunda sampai"), null=True, blank=True)
    # What the rows said then, to tell later what has changed.
    basis: Any = models.JSONField(_("isi baris waktu itu"), default=dict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    decided_at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("sikap atas pasangan")
        verbose_name_plural = _("sikap atas pasangan")
        ordering = ("-decided_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(verdict=Verdict.TUNDA, until__isnull=False)
                | (~Q(verdict=Verdict.TUNDA) & Q(until=None)),
                name="mapping_put_off_until",
                violation_error_message=_("Penundaan menyebut tanggalnya; sikap lain tidak."),
            ),
        )

    def __str__(self) -> str:
        return self.get_verdict_display()
