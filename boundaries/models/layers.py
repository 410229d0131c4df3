"""Layers laid under a disputed area: villages, schools, permits, roads."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LayerShape, LayerState, LayerTheme
from boundaries.querysets import FeatureQuerySet, LayerQuerySet
from ksd.core import clock
from regions.models import Region


class Layer(models.Model):
    """One delivery of features of one theme; it counts only when it was tried out and taken into use."""

    name = models.CharField(_("nama lapisan"), max_length=160)
    theme = models.CharField(_("tema"), max_length=20, choices=LayerTheme)
    shape = models.CharField(_("bentuk"), max_length=10, choices=LayerShape, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("disimpan oleh")
    )
    source = models.CharField(_("sumber"), max_length=250)
    dated = models.DateField(_("tanggal data"))
    licence = models.CharField(_("catatan lisensi"), max_length=250, blank=True)
    restricted = models.BooleanField(
        _("hanya untuk penyimpannya"),
        default=False,
        help_text=_("Tidak terlihat oleh kabupaten/kota di bawah provinsi yang menyimpannya."),
    )
    illustrative = models.BooleanField(_("ilustrasi"), default=False)
    state = models.CharField(_("keadaan"), max_length=12, choices=LayerState, default=LayerState.PRATINJAU)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by",
        verbose_name=_("menggantikan"),
    )  # fmt: skip
    name_column = models.CharField(_("kolom nama"), max_length=60, blank=True)
    epsg = models.PositiveIntegerField(_("sistem koordinat (EPSG)"), null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas"),
    )  # fmt: skip
    feature_count = models.PositiveIntegerField(_("banyak objek"), default=0)
    # Pairs of where and what.
    faults: Any = models.JSONField(_("kesalahan"), default=list, blank=True)
    notes: Any = models.JSONField(_("catatan pembacaan"), default=list, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dimuat oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("dimuat pada"), default=clock.now, editable=False)
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True, editable=False)
    withdraw_reason = models.CharField(_("alasan ditarik"), max_length=500, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        editable=False, verbose_name=_("ditarik oleh"),
    )  # fmt: skip

    objects = LayerQuerySet.as_manager()

    class Meta:
        verbose_name = _("lapisan objek")
        verbose_name_plural = _("lapisan objek")
        ordering = ("theme", "-dated", "-pk")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the layer's page."""
        return reverse("boundaries:layer", args=[self.pk])


class LayerFeature(models.Model):
    """One feature: its name, GeoJSON geometry (longitude before latitude), box and figures. No personal data."""

    layer = models.ForeignKey(
        Layer, on_delete=models.CASCADE, related_name="features", verbose_name=_("lapisan")
    )
    name = models.CharField(_("nama"), max_length=200)
    geometry = models.JSONField(_("geometri"))
    west = models.FloatField(_("batas barat"))
    south = models.FloatField(_("batas selatan"))
    east = models.FloatField(_("batas timur"))
    north = models.FloatField(_("batas utara"))
    figures: Any = models.JSONField(_("angka"), default=dict, blank=True)

    objects = FeatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("objek lapisan")
        verbose_name_plural = _("objek lapisan")
        ordering = ("layer", "name", "pk")
        indexes = (models.Index(fields=["layer", "west", "east"], name="boundaries_feature_box"),)

    def __str__(self) -> str:
        return self.name
