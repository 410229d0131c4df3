"""Files brought in from outside: what was uploaded, what was found in it, what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import ImportContent, ImportState
from boundaries.models.segment import Segment
from boundaries.models.shapes import RegionLayer
from boundaries.querysets import GeoImportQuerySet
from ksd.core import clock


class GeoImport(models.Model):
    """One uploaded file of geometry. Nothing of it counts before it is applied, and then all of it does."""

    content = models.CharField(_("isi berkas"), max_length=12, choices=ImportContent)
    state = models.CharField(_("keadaan"), max_length=12, choices=ImportState, default=ImportState.DIBACA)
    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, null=True, blank=True, related_name="imports",
        verbose_name=_("segmen batas"),
    )  # fmt: skip
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("berkas")
    )
    options = models.JSONField(_("pilihan"), default=dict)
    format = models.CharField(_("format"), max_length=20, blank=True)
    crs = models.CharField(_("sistem koordinat"), max_length=160, blank=True)
    transformed = models.BooleanField(_("diubah ke EPSG:4326"), default=False)
    counts = models.JSONField(_("jumlah"), default=dict)
    rows = models.JSONField(_("baris contoh"), default=list)
    problems = models.JSONField(_("temuan"), default=list)
    drawing = models.TextField(_("gambar"), blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    uploaded_at = models.DateTimeField(_("diunggah pada"), default=clock.now, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diputuskan oleh"),
    )  # fmt: skip
    closed_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)
    layer = models.ForeignKey(
        RegionLayer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("lapisan hasil"),
    )  # fmt: skip

    objects = GeoImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("impor geometri")
        verbose_name_plural = _("impor geometri")
        ordering = ("-uploaded_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(content=ImportContent.GARIS_LUAR) | Q(segment__isnull=False),
                name="boundaries_import_has_segment",
                violation_error_message=_("Titik dan garis diimpor bagi satu segmen."),
            ),
        )

    def __str__(self) -> str:
        return self.file.name

    def get_absolute_url(self) -> str:
        """Address of its preview."""
        return reverse("boundaries:import_detail", args=[self.pk])

    @property
    def is_preview(self) -> bool:
        """Whether it waits for a decision."""
        return self.state == ImportState.PRATINJAU

    @property
    def faults(self) -> list[dict[str, object]]:
        """What must be mended in the file before anything can be applied."""
        return [row for row in self.problems if row["blocking"] and not row.get("acceptable")]

    @property
    def doubts(self) -> list[dict[str, object]]:
        """Gaps and overlaps that a person may knowingly accept."""
        return [row for row in self.problems if row.get("acceptable")]

    @property
    def notes(self) -> list[dict[str, object]]:
        """What is good to know and stops nothing."""
        return [row for row in self.problems if not row["blocking"]]
