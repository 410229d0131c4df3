"""Small rows: signs of life, one-time form tokens, gap-free counters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class Heartbeat(models.Model):
    """The last sign of life of a long-running part ("worker" or "beat")."""

    name = models.CharField(_("bagian"), max_length=40, primary_key=True)
    beat_at = models.DateTimeField(_("tanda hidup terakhir"))

    class Meta:
        """By name."""

        verbose_name = _("tanda hidup")
        verbose_name_plural = _("tanda hidup")
        ordering = ("name",)

    def __str__(self) -> str:
        """Return the name of the part."""
        return self.name


class FormToken(models.Model):
    """A form that was sent and acted upon; the same token cannot act twice."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("pengirim")
    )
    token = models.CharField(_("tanda formulir"), max_length=64)
    result = models.CharField(_("alamat hasil"), max_length=500, blank=True)
    used_at = models.DateTimeField(_("dipakai pada"), default=clock.now, db_index=True)

    class Meta:
        """One use per person and token."""

        verbose_name = _("formulir terkirim")
        verbose_name_plural = _("formulir terkirim")
        ordering = ("-used_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("user", "token"),
                name="core_formtoken_once",
                violation_error_message=_("Formulir ini sudah dikirim."),
            )
        ]

    def __str__(self) -> str:
        """Return the token."""
        return self.token


class Counter(models.Model):
    """The last number given out under one name; numbers have no gaps."""

    name = models.CharField(_("nama urutan"), max_length=120, primary_key=True)
    value = models.PositiveBigIntegerField(_("nomor terakhir"), default=0)

    class Meta:
        """By name."""

        verbose_name = _("urutan nomor")
        verbose_name_plural = _("urutan nomor")
        ordering = ("name",)

    def __str__(self) -> str:
        """Return name and last number."""
        return f"{self.name}: {self.value}"
