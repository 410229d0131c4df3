"""Which text an extension goes on from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models.case import Case
from agreements.models.naskah import Naskah
from agreements.querysets import ExtensionQuerySet


class Extension(models.Model):
    """A new case that prolongs one signed text; it runs the whole procedure again."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="extension")
    text = models.ForeignKey(
        Naskah,
        on_delete=models.PROTECT,
        related_name="extensions",
        verbose_name=_("naskah yang diperpanjang"),
    )

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("perpanjangan")
        verbose_name_plural = _("perpanjangan")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say what is prolonged by what."""
        return f"{self.text} → {self.case}"
