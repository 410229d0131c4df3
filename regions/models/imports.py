"""Uploads of the register: previewed, then applied or cancelled, and kept as history."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from regions.choices import ImportState
from regions.models.region import Region


class RegionImport(models.Model):
    """One uploaded register with the differences it would make, or made."""

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("diunggah oleh"), on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("diunggah pada"))
    source = models.CharField(
        _("dasar"), max_length=250, help_text=_("Keputusan yang menjadi dasar, misalnya nomor Kepmendagri.")
    )
    effective_on = models.DateField(_("berlaku mulai"))
    scope = models.ForeignKey(
        Region,
        verbose_name=_("cakupan"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "Seluruh Indonesia, atau satu provinsi; hanya wilayah dalam cakupan yang dapat berakhir."
        ),
    )
    file = models.ForeignKey(
        "core.StoredFile", verbose_name=_("berkas"), on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(_("keadaan"), max_length=10, choices=ImportState, default=ImportState.PREVIEW)
    diff = models.JSONField(_("perbedaan"), default=dict)
    register_mark = models.CharField(
        _("sidik daftar"), max_length=64, help_text=_("Sidik daftar wilayah pada saat pratinjau dibuat.")
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ditutup oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    applied_at = models.DateTimeField(_("diterapkan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("impor daftar wilayah")
        verbose_name_plural = _("impor daftar wilayah")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return f"{self.source} ({self.get_state_display()})"

    def get_absolute_url(self) -> str:
        """Address of the preview or of the record of what was applied."""
        return reverse("regions:import_detail", args=[self.pk])
