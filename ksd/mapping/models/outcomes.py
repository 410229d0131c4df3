"""What a region says a year later of a row that was not carried out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.mapping.choices import NotDone
from ksd.mapping.models.rows import MappingRow


class RowOutcome(models.Model):
    """Why a plan was not carried out, in the region's own words; the history keeps what was said before."""

    row = models.OneToOneField(
        MappingRow, on_delete=models.CASCADE, related_name="outcome", verbose_name=_("baris")
    )
    cause = models.CharField(_("sebab"), max_length=12, choices=NotDone)
    reason = models.TextField(_("penjelasan"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("alasan tidak dilaksanakan")
        verbose_name_plural = _("alasan tidak dilaksanakan")
        ordering = ("row",)

    def __str__(self) -> str:
        return f"{self.row}: {self.get_cause_display()}"
