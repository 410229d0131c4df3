"""What was done to the record of a segment besides the changes of its stage: who, when, what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boundaries.models.segment import Segment
from ksd.core import clock


class SegmentTrace(models.Model):
    """One act on the record of a segment, in plain words; never changed afterwards."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="traces", verbose_name=_("segmen batas")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    label = models.CharField(_("perbuatan"), max_length=250)
    detail = models.TextField(_("rincian"), blank=True)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("jejak segmen")
        verbose_name_plural = _("jejak segmen")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.label
