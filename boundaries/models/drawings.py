"""Layers of outlines as the map draws them: made from the layer, and made anew whenever they are missing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boundaries.models.shapes import RegionLayer
from ksd.core import clock


class LayerDrawing(models.Model):
    """One layer at one level of detail, packed for the wire (gzip) with its checksum."""

    layer = models.ForeignKey(
        RegionLayer, on_delete=models.CASCADE, related_name="drawings", verbose_name=_("lapisan")
    )
    level = models.PositiveSmallIntegerField(_("tingkat rincian"))
    body = models.BinaryField(_("isi"), editable=False)
    digest = models.CharField(_("sidik"), max_length=64, editable=False)
    tolerance = models.FloatField(_("toleransi penyederhanaan (derajat)"))
    vertex_count = models.PositiveIntegerField(_("banyak titik"))
    made_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("gambar lapisan")
        verbose_name_plural = _("gambar lapisan")
        ordering = ("layer", "level")
        constraints = (
            models.UniqueConstraint(
                fields=["layer", "level"], name="boundaries_drawing_once",
                violation_error_message=_("Gambar tingkat ini sudah ada."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.layer} · {self.level}"
