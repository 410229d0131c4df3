"""What an addendum says of itself beside its wording: why, and whether it adds to the burden."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models.naskah import Naskah
from ksd.core import clock


class Addendum(models.Model):
    """The lawful reason of a change and its burden (Permendagri 22/2020 Pasal 15, 37)."""

    naskah = models.OneToOneField(Naskah, on_delete=models.CASCADE, related_name="addendum")
    reason = models.TextField(_("alasan perubahan"))
    burden = models.BooleanField(_("menambah beban"))
    burden_reason = models.TextField(_("alasan jawaban tentang beban"))
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)

    class Meta:
        verbose_name = _("keterangan addendum")
        verbose_name_plural = _("keterangan addendum")
        ordering = ("naskah_id",)

    def __str__(self) -> str:
        """Name the addendum."""
        return str(self.naskah)
