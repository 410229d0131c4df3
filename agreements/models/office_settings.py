"""Open questions of the law, answered by the office: a setting, never law."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class OfficeSetting(models.Model):
    """The office's own answer to a question the regulations leave open."""

    code = models.CharField(_("kode"), max_length=60, unique=True)
    value = models.CharField(_("nilai"), max_length=200)
    note = models.CharField(_("catatan"), max_length=250, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("diubah oleh"),
    )
    changed_at = models.DateTimeField(_("diubah pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("pengaturan kantor")
        verbose_name_plural = _("pengaturan kantor")
        ordering = ("code",)

    def __str__(self) -> str:
        """Show code and value."""
        return f"{self.code} = {self.value}"
