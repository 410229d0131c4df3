"""A message to one person, in the application and by e-mail."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.deadlines.models.deadline import Deadline
from ksd.deadlines.querysets import NoticeQuerySet


class EmailState(models.TextChoices):
    """Where the e-mail of a notice stands."""

    NONE = "none", _("Tanpa surel")
    DUE = "due", _("Menunggu kirim")
    SENDING = "sending", _("Sedang dikirim")
    SENT = "sent", _("Terkirim")
    FAILED = "failed", _("Gagal")


class Notice(models.Model):
    """One message to one person; the key keeps the same matter from being told twice."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name=_("penerima")
    )
    kind = models.CharField(_("jenis"), max_length=40)
    title = models.CharField(_("judul"), max_length=200)
    body = models.TextField(_("isi"), blank=True)
    link = models.CharField(_("alamat halaman"), max_length=300, blank=True)
    key = models.CharField(_("kunci"), max_length=200)
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)
    read_at = models.DateTimeField(_("dibaca pada"), null=True, blank=True)
    email_state = models.CharField(_("surel"), max_length=8, choices=EmailState, default=EmailState.NONE)
    email_due_at = models.DateTimeField(_("surel dikirim mulai"), null=True, blank=True)
    emailed_at = models.DateTimeField(_("surel terkirim pada"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("percobaan surel"), default=0)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        """Newest first; one notice per person and key."""

        verbose_name = _("pemberitahuan")
        verbose_name_plural = _("pemberitahuan")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("user", "key"),
                name="deadlines_notice_once_per_key",
                violation_error_message=_("Pemberitahuan itu sudah dibuat."),
            )
        ]
        indexes = [
            models.Index(fields=("user",), name="deadlines_notice_unread", condition=Q(read_at=None)),
            models.Index(
                fields=("email_due_at",),
                name="deadlines_notice_mail",
                condition=Q(email_state__in=("due", "sending")),
            ),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class NoticeLine(models.Model):
    """One matter within a notice that gathers several."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="lines", verbose_name=_("pemberitahuan"))
    deadline = models.ForeignKey(
        Deadline,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="notice_lines",
        verbose_name=_("tenggat"),
    )
    text = models.CharField(_("isi"), max_length=400)
    link = models.CharField(_("alamat halaman"), max_length=300, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("baris pemberitahuan")
        verbose_name_plural = _("baris pemberitahuan")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Return the text."""
        return self.text
