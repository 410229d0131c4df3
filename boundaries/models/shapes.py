"""Outlines of regions, imported as whole layers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from regions.models import Region


class RegionLayer(models.Model):
    """One delivery of outlines: where it came from, when, and whether it is the one in use."""

    name = models.CharField(_("nama"), max_length=160)
    source = models.CharField(_("sumber"), max_length=250)
    dated = models.DateField(_("tanggal data"), null=True, blank=True)
    in_use = models.BooleanField(_("dipakai"), default=False)
    digest = models.CharField(_("sidik"), max_length=64, blank=True, editable=False)
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dimuat oleh"),
    )  # fmt: skip
    loaded_at = models.DateTimeField(_("dimuat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("lapisan wilayah")
        verbose_name_plural = _("lapisan wilayah")
        ordering = ("-loaded_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["in_use"], condition=Q(in_use=True), name="boundaries_one_layer_in_use",
                violation_error_message=_("Hanya satu lapisan wilayah yang dipakai."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name


class RegionShape(models.Model):
    """The outline of one region in one layer: GeoJSON MultiPolygon coordinates, longitude before latitude."""

    layer = models.ForeignKey(
        RegionLayer, on_delete=models.CASCADE, related_name="shapes", verbose_name=_("lapisan")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="shapes", verbose_name=_("wilayah")
    )
    coordinates = models.JSONField(_("koordinat"))
    area_m2 = models.FloatField(_("luas geodesik (m²)"))
    west = models.FloatField(_("batas barat"))
    south = models.FloatField(_("batas selatan"))
    east = models.FloatField(_("batas timur"))
    north = models.FloatField(_("batas utara"))

    class Meta:
        verbose_name = _("garis luar wilayah")
        verbose_name_plural = _("garis luar wilayah")
        ordering = ("layer", "region__code")
        constraints = (
            models.UniqueConstraint(
                fields=["layer", "region"], name="boundaries_shape_once",
                violation_error_message=_("Wilayah ini sudah ada dalam lapisan ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return str(self.region)
