"""Rows that look alike and were found to be different matters."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.mapping.models.rows import MappingRow


class RowApart(models.Model):
    """That two rows are no duplicates, so that nobody is asked again; the smaller key stands first."""

    first = models.ForeignKey(
        MappingRow, on_delete=models.CASCADE, related_name="apart_as_first", verbose_name=_("baris pertama")
    )
    second = models.ForeignKey(
        MappingRow, on_delete=models.CASCADE, related_name="apart_as_second", verbose_name=_("baris kedua")
    )
    reason = models.TextField(_("alasan"), blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("dinyatakan oleh"),
    )
    created_at = models.DateTimeField(_("dinyatakan pada"), default=clock.now)

    class Meta:
        verbose_name = _("bukan duplikat")
        verbose_name_plural = _("bukan duplikat")
        ordering = ("first", "second")
        constraints = (
            models.UniqueConstraint(
                fields=["first", "second"], name="mapping_apart_once",
                violation_error_message=_("Kedua baris ini sudah dinyatakan bukan duplikat."),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="mapping_apart_ordered",
                violation_error_message=_("Kedua baris disimpan menurut urutannya."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
