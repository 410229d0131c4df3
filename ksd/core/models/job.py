"""Work promised to a person and done by a worker; the row, not the queue, is the promise."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.core.models.stored_file import StoredFile


class JobState(models.TextChoices):
    """The life of a job."""

    QUEUED = "queued", _("Menunggu giliran")
    RUNNING = "running", _("Sedang dikerjakan")
    DONE = "done", _("Selesai")
    FAILED = "failed", _("Gagal")


class Job(models.Model):
    """One piece of background work; a lease says which worker holds it and until when."""

    public_id = models.UUIDField(_("nomor acuan"), unique=True, default=uuid4, editable=False)
    kind = models.CharField(_("jenis"), max_length=60)
    key = models.CharField(_("kunci"), max_length=200)
    label = models.CharField(_("keterangan"), max_length=200)
    payload = models.JSONField(_("data"), default=dict)
    state = models.CharField(_("keadaan"), max_length=10, choices=JobState, default=JobState.QUEUED)
    progress = models.PositiveSmallIntegerField(_("kemajuan (%)"), default=0)
    message = models.CharField(_("pesan kemajuan"), max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    lease_until = models.DateTimeField(_("dipegang sampai"), null=True, blank=True)
    sent_at = models.DateTimeField(_("terakhir dikirim ke antrean"), null=True, blank=True)
    result = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hasil")
    )
    error = models.TextField(_("penyebab gagal"), blank=True)
    detail = models.TextField(_("rincian teknis"), blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diminta oleh"),
    )
    created_at = models.DateTimeField(_("diminta pada"), default=clock.now)
    started_at = models.DateTimeField(_("mulai dikerjakan"), null=True, blank=True)
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    # Told by ksd.core.liveness.look_for_worker: it waits, and there is no worker to take it.
    worker_away = False

    class Meta:
        """One job per kind and key; newest first."""

        verbose_name = _("tugas latar belakang")
        verbose_name_plural = _("tugas latar belakang")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("kind", "key"),
                name="core_job_once_per_key",
                violation_error_message=_("Tugas yang sama sudah ada."),
            ),
            models.CheckConstraint(
                condition=models.Q(progress__lte=100),
                name="core_job_progress_is_percent",
                violation_error_message=_("Kemajuan tugas paling besar 100%."),
            ),
        ]
        indexes = [
            models.Index(
                fields=("state", "lease_until"),
                name="core_job_unfinished",
                condition=models.Q(state__in=("queued", "running")),
            )
        ]

    def __str__(self) -> str:
        """Return what the person asked for."""
        return self.label

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will happen to the job by itself."""
        return self.state in {JobState.DONE, JobState.FAILED}

    @property
    def result_url(self) -> str:
        """Return the page that shows the result, when the asker named one."""
        return str(self.payload.get("result_url", ""))
