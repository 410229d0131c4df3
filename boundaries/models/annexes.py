"""Prints of a segment's annexes: what was asked for, from which data, and the work that makes it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boundaries.choices import AnnexKind
from boundaries.models.segment import Segment
from boundaries.querysets.annexes import AnnexQuerySet
from ksd.core import clock

if TYPE_CHECKING:
    from ksd.core.models import StoredFile


class Annex(models.Model):
    """One print of one annex; it never changes, newer data give a new print."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="annexes", verbose_name=_("segmen batas")
    )
    kind = models.CharField(_("jenis lampiran"), max_length=20, choices=AnnexKind)
    choice = models.JSONField(_("pilihan"), default=dict, blank=True)
    summary = models.CharField(_("keterangan"), max_length=200, blank=True)
    digest = models.CharField(_("sidik data"), max_length=64, blank=True, editable=False)
    confidential = models.BooleanField(_("terbatas"), default=False)
    job = models.ForeignKey(
        "core.Job", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tugas")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    asked_at = models.DateTimeField(_("diminta pada"), default=clock.now, editable=False)

    objects = AnnexQuerySet.as_manager()

    class Meta:
        verbose_name = _("lampiran tercetak")
        verbose_name_plural = _("lampiran tercetak")
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.segment}"

    @property
    def file(self) -> "StoredFile | None":
        """The printed file once the work is done."""
        return self.job.result if self.job else None
