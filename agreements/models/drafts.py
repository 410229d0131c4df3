"""What drafters typed and did not save yet, and who has a text open now."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models.naskah import Naskah
from ksd.core import clock


class NaskahDraft(models.Model):
    """One piece of a text as one person is writing it: theirs alone until it is saved as a version."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="drafts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("penulis")
    )
    part = models.CharField(_("bagian"), max_length=80)
    base = models.PositiveIntegerField(_("disunting dari versi"))
    content = models.JSONField(_("tulisan"))
    stamp = models.PositiveIntegerField(
        _("urutan simpanan"), default=1, help_text=_("Bertambah pada setiap simpanan otomatis.")
    )
    saved_at = models.DateTimeField(_("tersimpan pada"), default=clock.now)

    class Meta:
        verbose_name = _("tulisan yang belum disimpan")
        verbose_name_plural = _("tulisan yang belum disimpan")
        ordering = ("naskah", "user", "part")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "user", "part"), name="naskah_draft_once_per_part")
        ]

    def __str__(self) -> str:
        """Name the piece and who writes it."""
        return f"{self.part} – {self.user}"


class NaskahPresence(models.Model):
    """A person who has the editor of a text open; it counts only while it is fresh."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("orang")
    )
    part = models.CharField(_("bagian"), max_length=80, blank=True)
    seen_at = models.DateTimeField(_("terakhir terlihat"), default=clock.now)

    class Meta:
        verbose_name = _("orang yang sedang menyunting")
        verbose_name_plural = _("orang yang sedang menyunting")
        ordering = ("naskah", "user")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "user"), name="naskah_presence_once_per_person")
        ]

    def __str__(self) -> str:
        """Name the person and the text."""
        return f"{self.user} – {self.naskah}"
