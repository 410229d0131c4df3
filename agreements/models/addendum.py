"""What an addendum says of itself beside its wording: why, and whether the DPRD must be asked again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import DprdAgain
from agreements.models.naskah import Naskah
from ksd.core import clock


class Addendum(models.Model):
    """The lawful reason of a change and its burden (Permendagri 22/2020 Pasal 15, 37)."""

    naskah = models.OneToOneField(Naskah, on_delete=models.CASCADE, related_name="addendum")
    reason = models.TextField(_("alasan perubahan"))
    burden = models.BooleanField(_("menambah beban"))
    burden_reason = models.TextField(_("alasan jawaban tentang beban"))
    dprd = models.CharField(
        _("persetujuan DPRD lagi"), max_length=15, choices=DprdAgain.choices, default=DprdAgain.NOT_NEEDED
    )
    dprd_on = models.DateField(_("tanggal keputusan DPRD"), null=True, blank=True)
    dprd_note = models.TextField(_("catatan keputusan DPRD"), blank=True)
    dprd_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)

    class Meta:
        verbose_name = _("keterangan addendum")
        verbose_name_plural = _("keterangan addendum")
        ordering = ("naskah",)
        constraints = [
            models.CheckConstraint(
                condition=Q(burden=True) | Q(dprd=DprdAgain.NOT_NEEDED),
                name="addendum_dprd_needs_burden",
                violation_error_message=_("DPRD diminta lagi hanya bila perubahan menambah beban."),
            )
        ]

    def __str__(self) -> str:
        """Name the addendum."""
        return str(self.naskah)
