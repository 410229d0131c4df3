"""The steps a party goes through before it approves a text (F30): the region's own order, never law."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import StepWord
from agreements.models.case import Party
from agreements.models.naskah import NaskahVersion

# Who may speak for a step; the names are those of the table of permissions.
STEP_PERMISSIONS = (
    ("agreements.draft", _("Penyusun naskah")),
    ("agreements.review", _("TKKSD")),
    ("agreements.approve", _("Yang menyetujui naskah")),
    ("agreements.manage", _("Pengurus pelaksanaan")),
)


class ApprovalStep(models.Model):
    """One step of a region's chain; steps with the same order run side by side."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah")
    )
    naskah_kind = models.CharField(
        _("jenis naskah"), max_length=20, blank=True, help_text=_("Kosong berarti untuk semua naskah.")
    )
    order = models.PositiveSmallIntegerField(
        _("urutan"), help_text=_("Langkah dengan urutan sama berjalan bersamaan.")
    )
    label = models.CharField(
        _("langkah"), max_length=120, help_text=_("Jabatan atau unit, misalnya Bagian Hukum.")
    )
    permission = models.CharField(
        _("dicatat oleh"), max_length=40, choices=STEP_PERMISSIONS, default="agreements.approve"
    )
    active = models.BooleanField(_("dipakai"), default=True)

    class Meta:
        verbose_name = _("langkah persetujuan")
        verbose_name_plural = _("langkah persetujuan")
        ordering = ("region__code", "naskah_kind", "order", "label")
        constraints = [
            models.UniqueConstraint(
                fields=("region", "naskah_kind", "label"),
                name="approval_step_once",
                violation_error_message=_("Langkah ini sudah ada dalam rangkaian daerah itu."),
            )
        ]

    def __str__(self) -> str:
        """Name order and label."""
        return f"{self.order}. {self.label}"


class VersionStep(models.Model):
    """A step of one party on one version, as the chain stood when the text was shared."""

    version = models.ForeignKey(NaskahVersion, on_delete=models.CASCADE, related_name="steps")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="steps")
    order = models.PositiveSmallIntegerField(_("urutan"))
    label = models.CharField(_("langkah"), max_length=120)
    permission = models.CharField(_("dicatat oleh"), max_length=40)
    word = models.CharField(_("putusan"), max_length=15, choices=StepWord.choices, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pelaku"),
    )
    actor_name = models.CharField(_("nama"), max_length=150, blank=True)
    role = models.CharField(_("peran"), max_length=150, blank=True)
    at = models.DateTimeField(_("pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("persetujuan berjenjang")
        verbose_name_plural = _("persetujuan berjenjang")
        ordering = ("version_id", "party__order", "order", "pk")
        constraints = [
            models.UniqueConstraint(fields=("version", "party", "label"), name="version_step_once")
        ]

    def __str__(self) -> str:
        """Name the step and its word."""
        return f"{self.label}: {self.get_word_display() or '-'}"
