"""Who was there: sessions and their lists of attendance."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import Way
from meetings.models.invitations import Invitee
from meetings.models.meeting import Meeting
from meetings.querysets.attendance import AttendanceQuerySet, SessionQuerySet

# A line typed at the door while the net was away is still taken so long after the door closed.
LATE_SENDING = timedelta(hours=12)


def new_door_code() -> str:
    """The secret of the door: whoever reads the QR stands before it."""
    return secrets.token_urlsafe(12)


class MeetingSession(models.Model):
    """A day or a part of a meeting with a list of attendance of its own; the door opens and closes at given times."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="sessions", verbose_name=_("rapat")
    )
    title = models.CharField(_("nama sesi"), max_length=150)
    starts_at = models.DateTimeField(_("mulai"))
    ends_at = models.DateTimeField(_("selesai"))
    opens_at = models.DateTimeField(_("daftar hadir dibuka"))
    closes_at = models.DateTimeField(_("daftar hadir ditutup"))
    code = models.CharField(max_length=24, unique=True, default=new_door_code, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sesi rapat")
        verbose_name_plural = _("sesi rapat")
        ordering = ("starts_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")) & Q(closes_at__gt=F("opens_at")),
                name="meetings_session_span",
                violation_error_message=_("Sesi dan daftar hadirnya harus berakhir sesudah mulai."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether the list may be signed now."""
        return self.opens_at <= clock.now() < self.closes_at


class Attendance(models.Model):
    """A line of the list; `said_at` is what the phone's clock said, `at` is ours and counts."""

    session = models.ForeignKey(
        MeetingSession, on_delete=models.CASCADE, related_name="attendances", verbose_name=_("sesi")
    )
    invitee = models.ForeignKey(
        Invitee, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances",
        verbose_name=_("peserta undangan"),
    )  # fmt: skip
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah"),
    )
    name = models.CharField(_("nama"), max_length=150)
    title = models.CharField(_("jabatan"), max_length=150, blank=True)
    organisation = models.CharField(_("instansi"), max_length=200, blank=True)
    nip = models.CharField(_("NIP"), max_length=30, blank=True)
    gender = models.CharField(_("L/P"), max_length=1, choices=(("L", "L"), ("P", "P")), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surel"), blank=True)
    stands_for = models.CharField(_("mewakili"), max_length=200, blank=True)
    way = models.CharField(_("dicatat lewat"), max_length=10, choices=Way)
    signature = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("tanda tangan"),
    )  # fmt: skip
    key = models.CharField(_("kunci kiriman"), max_length=64, editable=False)
    said_at = models.DateTimeField(_("waktu menurut telepon"), null=True, blank=True)
    at = models.DateTimeField(_("hadir pada"), default=clock.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    struck_at = models.DateTimeField(_("dicoret pada"), null=True, blank=True)
    struck_reason = models.CharField(_("alasan dicoret"), max_length=250, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("kehadiran")
        verbose_name_plural = _("daftar hadir")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("session", "key"), name="meetings_attendance_sent_once"),
            models.UniqueConstraint(
                fields=("session", "invitee", "name"),
                condition=Q(invitee__isnull=False, struck_at__isnull=True),
                name="meetings_attendance_once",
                violation_error_message=_("Orang ini sudah tercatat hadir pada sesi ini."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def body(self) -> str:
        """Whom they come for: the organisation as written, else the government of the region."""
        if self.organisation:
            return self.organisation
        return self.region.government_name if self.region else ""

    @property
    def is_delayed(self) -> bool:
        """Whether it was typed at the door but reached us after the door had closed."""
        return self.way == Way.QR and self.at >= self.session.closes_at

    @property
    def is_late(self) -> bool:
        """Whether they came after the session had begun; of a delayed sending nobody can say."""
        return not self.is_delayed and self.at > self.session.starts_at
