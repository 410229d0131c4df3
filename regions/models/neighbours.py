"""Which regions border each other; a table now, computed from boundaries later."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from regions.models.region import Region


class Adjacency(models.Model):
    """Two regions with a common land border, stored once with the smaller key first."""

    region_a = models.ForeignKey(
        Region, verbose_name=_("wilayah pertama"), on_delete=models.PROTECT, related_name="adjacencies_as_a"
    )
    region_b = models.ForeignKey(
        Region, verbose_name=_("wilayah kedua"), on_delete=models.PROTECT, related_name="adjacencies_as_b"
    )
    shared_km = models.DecimalField(
        _("panjang batas (km)"),
        max_digits=8,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Indikatif, bukan acuan hukum."),
    )
    source = models.CharField(_("sumber"), max_length=250)
    verified = models.BooleanField(_("terverifikasi"), default=False)

    class Meta:
        verbose_name = _("perbatasan")
        verbose_name_plural = _("perbatasan")
        ordering = ("region_a__code", "region_b__code")
        constraints = (
            models.UniqueConstraint(
                fields=["region_a", "region_b"],
                name="regions_adjacency_once",
                violation_error_message=_("Pasangan wilayah ini sudah tercatat berbatasan."),
            ),
            models.CheckConstraint(
                condition=models.Q(region_a__lt=F("region_b")),
                name="regions_adjacency_ordered",
                violation_error_message=_("Wilayah tidak dapat berbatasan dengan dirinya sendiri."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.region_a} – {self.region_b}"
