"""Calendars that follow by themselves: an address per person, or per region."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class CalendarFeed(models.Model):
    """An iCal address of one person: all meetings they see, or those of one region; only its hash is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="calendar_feeds",
        verbose_name=_("pemilik"),
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah"),
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)
    read_at = models.DateTimeField(_("terakhir dibaca"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("langganan kalender")
        verbose_name_plural = _("langganan kalender")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "region"), condition=Q(revoked_at__isnull=True), name="meetings_feed_one_each"
            ),
            models.UniqueConstraint(
                fields=("user",),
                condition=Q(revoked_at__isnull=True, region__isnull=True),
                name="meetings_feed_one_of_all",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} – {self.region or 'semua'}"
