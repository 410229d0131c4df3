"""Documents of a segment: what stages, lines and minutes rest on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boundaries.choices import PaperKind
from boundaries.models.segment import Segment
from boundaries.querysets import PaperQuerySet
from ksd.core import clock
from regions.models import Region


class SegmentPaper(models.Model):
    """One document of a segment, with or without its file."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="papers", verbose_name=_("segmen batas")
    )
    kind = models.CharField(_("jenis dokumen"), max_length=30, choices=PaperKind)
    title = models.CharField(_("judul"), max_length=250)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    on = models.DateField(_("tanggal"), null=True, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diajukan oleh"), help_text=_("Kosongkan bila milik bersama."),
    )  # fmt: skip
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas"),
    )  # fmt: skip
    confidential = models.BooleanField(
        _("terbatas"),
        default=False,
        help_text=_("Hanya para pihak dan pemerintah di atasnya yang melihatnya."),
    )
    note = models.TextField(_("catatan"), blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+",
        verbose_name=_("ditambahkan oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("ditambahkan pada"), default=clock.now, editable=False)
    dropped_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True, editable=False)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("dokumen segmen")
        verbose_name_plural = _("dokumen segmen")
        ordering = ("-on", "-added_at", "-pk")

    def __str__(self) -> str:
        return f"{self.title} ({self.number})" if self.number else self.title
