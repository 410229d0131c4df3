"""Compromise lines of a mediator: alternatives, their steps, and what was shared when."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import CompromiseAct
from boundaries.models.lines import BoundaryLine
from boundaries.models.segment import Segment
from boundaries.querysets import CompromiseQuerySet
from ksd.core import clock
from regions.models import Region


class Compromise(models.Model):
    """One alternative of one office; private to it until a step of it is shared."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="compromises", verbose_name=_("segmen batas")
    )
    office = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("penengah"))
    name = models.CharField(_("nama alternatif"), max_length=120)
    current = models.ForeignKey(
        "CompromiseStep", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("langkah sekarang"),
    )  # fmt: skip
    shared_step = models.ForeignKey(
        "CompromiseStep", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("langkah yang dibagikan"),
    )  # fmt: skip
    shared_at = models.DateTimeField(_("dibagikan pada"), null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(_("revisi"), default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("penulis")
    )
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)

    objects = CompromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("alternatif kompromi")
        verbose_name_plural = _("alternatif kompromi")
        ordering = ("segment", "created_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "office", "name"], name="boundaries_alternative_once",
                violation_error_message=_("Nama alternatif ini sudah dipakai pada segmen ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the alternative's page."""
        return reverse("boundaries:compromise", args=[self.segment.slug, self.pk])


class CompromiseStep(models.Model):
    """One saved line of an alternative; `before` is the step it was drawn upon, to which undo returns."""

    compromise = models.ForeignKey(
        Compromise, on_delete=models.PROTECT, related_name="steps", verbose_name=_("alternatif")
    )
    number = models.PositiveIntegerField(_("langkah"))
    line = models.OneToOneField(
        BoundaryLine, on_delete=models.PROTECT, related_name="step", verbose_name=_("garis")
    )
    before = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="after",
        verbose_name=_("sesudah langkah"),
    )  # fmt: skip
    note = models.CharField(_("catatan"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("langkah kompromi")
        verbose_name_plural = _("langkah kompromi")
        ordering = ("compromise", "-number")
        constraints = (models.UniqueConstraint(fields=["compromise", "number"], name="boundaries_step_once"),)

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"


class CompromiseEvent(models.Model):
    """History of an alternative: who saved, undid, shared or withdrew what."""

    compromise = models.ForeignKey(
        Compromise, on_delete=models.PROTECT, related_name="events", verbose_name=_("alternatif")
    )
    act = models.CharField(_("perbuatan"), max_length=12, choices=CompromiseAct)
    step = models.ForeignKey(
        CompromiseStep, on_delete=models.PROTECT, related_name="+", verbose_name=_("langkah")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    note = models.CharField(_("catatan"), max_length=500, blank=True)
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat kompromi")
        verbose_name_plural = _("riwayat kompromi")
        ordering = ("compromise", "-at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.step.number}"
