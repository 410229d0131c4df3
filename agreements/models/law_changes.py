"""A law that was repealed or amended, what was told of it, and which laws each text names."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices.law_changes import LawChangeKind
from ksd.core import clock


class LawChange(models.Model):
    """One change of one law, prepared first and told to everybody concerned when a person confirms it."""

    basis = models.ForeignKey(
        "regions.LegalBasis", on_delete=models.PROTECT, related_name="changes", verbose_name=_("peraturan")
    )
    kind = models.CharField(_("perubahan"), max_length=10, choices=LawChangeKind.choices)
    by = models.ForeignKey(
        "regions.LegalBasis",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changing",
        verbose_name=_("oleh peraturan dalam register"),
    )
    by_citation = models.CharField(_("oleh"), max_length=250)
    effective_on = models.DateField(_("berlaku sejak"))
    note = models.CharField(_("catatan"), max_length=400, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dipastikan oleh"),
    )
    confirmed_at = models.DateTimeField(_("dipastikan pada"), null=True, blank=True)
    told = models.PositiveIntegerField(_("orang yang diberi tahu"), default=0)

    class Meta:
        verbose_name = _("perubahan peraturan")
        verbose_name_plural = _("perubahan peraturan")
        ordering = ("-effective_on", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("basis",),
                condition=Q(kind=LawChangeKind.REPEALED),
                name="law_repealed_once",
                violation_error_message=_("Peraturan ini sudah dicatat dicabut."),
            )
        ]

    def __str__(self) -> str:
        """Say what happened to which law."""
        return f"{self.basis} {self.get_kind_display().lower()} {self.by_citation}"

    def get_absolute_url(self) -> str:
        """Give the address of its impact."""
        return reverse("agreements:law_change", args=[self.pk])


class CitedLaws(models.Model):
    """The laws one wording names, found by the fingerprint of the wording: equal words name equal laws."""

    sha256 = models.CharField(_("sidik isi"), max_length=64, unique=True)
    keys = models.JSONField(_("peraturan"), default=list)

    class Meta:
        verbose_name = _("peraturan yang dikutip")
        verbose_name_plural = _("peraturan yang dikutip")

    def __str__(self) -> str:
        """Name the wording."""
        return self.sha256[:12]
