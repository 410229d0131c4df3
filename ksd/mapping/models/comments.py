"""What participating regions say about a row that was sent to the forum."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.mapping.models.rows import MappingRow
from regions.models import Region

LONGEST = 2000


class RowComment(models.Model):
    """One remark in the name of a region; it is neither changed nor taken back."""

    row = models.ForeignKey(
        MappingRow, on_delete=models.CASCADE, related_name="comments", verbose_name=_("baris")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah penulis")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("penulis")
    )
    # As the author was called on the day.
    author_name = models.CharField(_("nama"), max_length=150)
    text = models.TextField(_("komentar"))
    at = models.DateTimeField(_("ditulis pada"), default=clock.now)

    class Meta:
        verbose_name = _("komentar baris pemetaan")
        verbose_name_plural = _("komentar baris pemetaan")
        ordering = ("at", "pk")
        indexes = (models.Index(fields=["row", "at"], name="mapping_comment_row_at"),)

    def __str__(self) -> str:
        return f"{self.author_name}: {self.text[:40]}"
