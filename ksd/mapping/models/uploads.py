"""A sheet somebody sent in: the file is kept whatever becomes of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models.case import new_public_id
from ksd.core import clock
from ksd.mapping.choices import UploadState
from ksd.mapping.models.periods import Period
from ksd.mapping.querysets import UploadQuerySet
from regions.models import Region


class SheetUpload(models.Model):
    """One file of one region: what it would change, and whether it did."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    period = models.ForeignKey(
        Period, on_delete=models.PROTECT, related_name="uploads", verbose_name=_("periode")
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah"))
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("berkas")
    )
    state = models.CharField(_("keadaan"), max_length=12, choices=UploadState, default=UploadState.DIPERIKSA)
    # What the dry run found, and the mark of it: the same file against other rows gives another mark.
    report: Any = models.JSONField(_("hasil pemeriksaan"), default=dict, blank=True)
    fingerprint = models.CharField(_("sidik pemeriksaan"), max_length=64, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    created_at = models.DateTimeField(_("diunggah pada"), default=clock.now, editable=False)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diterapkan oleh"),
    )  # fmt: skip
    applied_at = models.DateTimeField(_("diterapkan pada"), null=True, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("unggahan pemetaan")
        verbose_name_plural = _("unggahan pemetaan")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=UploadState.DITERAPKAN, applied_at__isnull=False, applied_by__isnull=False)
                | (~Q(state=UploadState.DITERAPKAN) & Q(applied_at=None, applied_by=None)),
                name="mapping_upload_applied_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.file} ({self.region})"

    def get_absolute_url(self) -> str:
        """Address of the dry run."""
        return reverse("mapping:upload", args=[self.public_id])

    @property
    def is_waiting(self) -> bool:
        """Whether it may still be applied."""
        return self.state == UploadState.DIPERIKSA

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, the same or faulty."""
        found: dict[str, int] = self.report.get("counts", {})
        return found
