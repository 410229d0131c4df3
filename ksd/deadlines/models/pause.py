"""A stretch of days that a term does not count, because the other side holds the matter."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.deadlines.calendar import days_of_pause
from ksd.deadlines.models.deadline import Deadline


class DeadlinePause(models.Model):
    """From the day after `from_on` up to and with `until_on` no day counts; still running while that is empty."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="pauses", verbose_name=_("tenggat"))
    from_on = models.DateField(_("dihentikan pada"))
    until_on = models.DateField(_("berjalan lagi pada"), null=True, blank=True)
    reason = models.CharField(_("sebab"), max_length=250)
    paused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("dihentikan oleh"),
    )
    resumed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dilanjutkan oleh"),
    )
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        """Oldest first; one running pause per term, none that ends before it begins."""

        verbose_name = _("jeda tenggat")
        verbose_name_plural = _("jeda tenggat")
        ordering = ("from_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("deadline",),
                condition=Q(until_on=None),
                name="deadlines_pause_one_running",
                violation_error_message=_("Tenggat ini sudah dihentikan sementara."),
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="deadlines_pause_in_order",
                violation_error_message=_("Jeda tidak dapat berakhir sebelum dimulai."),
            ),
        ]

    def __str__(self) -> str:
        """Return from and to."""
        return (
            f"{self.from_on:%d-%m-%Y} – {self.until_on:%d-%m-%Y}"
            if self.until_on
            else f"{self.from_on:%d-%m-%Y} –"
        )

    @property
    def days(self) -> set[date]:
        """The days it took out so far; none is settled while it runs."""
        return days_of_pause(self.from_on, self.until_on) if self.until_on else set()
