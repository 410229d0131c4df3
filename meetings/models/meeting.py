"""A meeting and its history."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.core.words import date_in_words, long_date
from meetings.choices import TONES, MeetingKind, MeetingState, Mode
from meetings.law import KindRule, rule_of
from meetings.querysets import MeetingQuerySet
from meetings.workflow import LOCKED
from regions.models import Office, Region

PLANNED, CHANGED = "rencanakan", "ubah"


def new_public_id() -> str:
    """Give an address that cannot be guessed."""
    return secrets.token_hex(8)


def _day(moment: datetime) -> str:
    day = timezone.localtime(moment).date()
    return f"{date_in_words(day).day}, {long_date(day)}"


def _hour(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H.%M}"


class Meeting(models.Model):
    """A Rakor or another meeting of regions: one organises it, another may be its host."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    title = models.CharField(_("nama rapat"), max_length=250)
    kind = models.CharField(_("jenis"), max_length=30, choices=MeetingKind, db_index=True)
    theme = models.CharField(_("tema"), max_length=300, blank=True)
    fiscal_year = models.PositiveSmallIntegerField(_("tahun anggaran"), db_index=True)
    host = models.ForeignKey(
        Region, verbose_name=_("tuan rumah"), on_delete=models.PROTECT, related_name="hosted_meetings"
    )
    organiser = models.ForeignKey(
        Region, verbose_name=_("penyelenggara"), on_delete=models.PROTECT, related_name="organised_meetings"
    )
    organiser_office = models.ForeignKey(
        Office,
        verbose_name=_("perangkat daerah penyelenggara"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    participants = models.ManyToManyField(
        Region, verbose_name=_("daerah peserta"), blank=True, related_name="meetings"
    )
    starts_at = models.DateTimeField(_("mulai"), db_index=True)
    ends_at = models.DateTimeField(_("selesai"))
    place = models.CharField(_("tempat"), max_length=250, blank=True)
    mode = models.CharField(_("cara rapat"), max_length=10, choices=Mode, default=Mode.LURING)
    link = models.URLField(_("tautan rapat daring"), blank=True)
    opener = models.CharField(_("pembuka rapat"), max_length=200, blank=True)
    chair = models.CharField(_("pimpinan rapat"), max_length=150, blank=True)
    chair_title = models.CharField(_("jabatan pimpinan rapat"), max_length=150, blank=True)
    series = models.ForeignKey(
        "meetings.MeetingSeries", on_delete=models.PROTECT, null=True, blank=True, related_name="meetings",
        verbose_name=_("seri rapat"),
    )  # fmt: skip
    state = models.CharField(
        _("keadaan"), max_length=30, choices=MeetingState, default=MeetingState.RENCANA, db_index=True
    )
    state_since = models.DateField(_("sejak"), default=clock.today)
    note = models.TextField(_("catatan"), blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    # Counts every change a live page shows, so that asking "anything new?" is one row.
    pulse = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rapat")
        verbose_name_plural = _("rapat")
        ordering = ("-starts_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")),
                name="meetings_meeting_span",
                violation_error_message=_("Rapat tidak dapat selesai sebelum dimulai."),
            ),
            models.CheckConstraint(
                condition=Q(fiscal_year__gte=2000, fiscal_year__lte=2100),
                name="meetings_meeting_year",
                violation_error_message=_("Tahun anggaran diisi 2000 sampai 2100."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the meeting's page."""
        return reverse("meetings:detail", args=[self.public_id])

    @property
    def rule(self) -> KindRule:
        """What its kind is like, with the articles."""
        return rule_of(self.kind)

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return TONES[self.state]

    @property
    def is_locked(self) -> bool:
        """Whether its data can no longer be changed."""
        return self.state in LOCKED

    @property
    def has_begun(self) -> bool:
        """Whether the day of the meeting has come."""
        return timezone.localtime(self.starts_at).date() <= clock.today()

    @property
    def schedule(self) -> str:
        """When it is, as an invitation says it: "Rabu, 29 Oktober 2025, 08.00–16.00 WITA"."""
        first, last, zone = (
            _day(self.starts_at),
            _day(self.ends_at),
            f"{timezone.localtime(self.starts_at):%Z}",
        )
        if first == last:
            return f"{first}, {_hour(self.starts_at)}–{_hour(self.ends_at)} {zone}"
        return f"{first} {_hour(self.starts_at)} – {last} {_hour(self.ends_at)} {zone}"

    @property
    def organiser_name(self) -> str:
        """Who organises it: the office, else the government of the region."""
        return self.organiser_office.name if self.organiser_office else self.organiser.government_name


class MeetingEvent(models.Model):
    """History: who planned, changed or moved a meeting, when and why."""

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("rapat"), on_delete=models.CASCADE, related_name="events"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("oleh"), on_delete=models.PROTECT, related_name="+"
    )
    step = models.CharField(_("langkah"), max_length=30)
    source = models.CharField(_("dari"), max_length=30, choices=MeetingState, blank=True)
    target = models.CharField(_("ke"), max_length=30, choices=MeetingState)
    reason = models.TextField(_("alasan"), blank=True)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat rapat")
        verbose_name_plural = _("riwayat rapat")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.step}: {self.get_target_display()}"
