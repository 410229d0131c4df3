"""Sessions of a meeting: one a day from its times unless the secretariat says otherwise, each with its door."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.language import INDONESIAN
from ksd.core.words import long_date
from meetings.models import Attendance, Meeting, MeetingEvent, MeetingSession
from meetings.services.access import lock_meeting, require_manager, require_open, touch, write_event
from meetings.services.needs import follows_step

# The door opens before a session begins and closes after it ends; each session may say otherwise.
OPENS_BEFORE = CLOSES_AFTER = timedelta(minutes=60)
MOST_DAYS = 31
ONE_SITTING = timedelta(hours=24)
LAST_MINUTE = time(23, 59)
SESSION = "sesi"


@dataclass(frozen=True, kw_only=True)
class SessionData:
    """A session as filled in."""

    title: str
    starts_at: datetime
    ends_at: datetime
    opens_at: datetime
    closes_at: datetime


def default_sessions(meeting: Meeting) -> list[SessionData]:
    """One session a day, at the hours of the meeting."""
    first, last = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    if last - first < ONE_SITTING:
        return [_with_door("Rapat", first, max(last, first + timedelta(hours=1)))]
    count = min((last.date() - first.date()).days + 1, MOST_DAYS)
    return [_day(number, first, last) for number in range(count)]


def _day(number: int, first: datetime, last: datetime) -> SessionData:
    """The hours of one day of several; a closing hour before the opening one means until midnight."""
    day = first.date() + timedelta(days=number)
    starts = timezone.make_aware(datetime.combine(day, first.time()))
    ends = timezone.make_aware(datetime.combine(day, last.time()))
    if ends <= starts:
        ends = timezone.make_aware(datetime.combine(day, LAST_MINUTE))
    title = f"Hari ke-{number + 1}, {long_date(day)}"
    return _with_door(title, starts, max(ends, starts + timedelta(minutes=1)))


def _with_door(title: str, starts: datetime, ends: datetime) -> SessionData:
    return SessionData(
        title=title,
        starts_at=starts,
        ends_at=ends,
        opens_at=starts - OPENS_BEFORE,
        closes_at=ends + CLOSES_AFTER,
    )


def astray(meeting: Meeting, sessions: list[MeetingSession]) -> bool:
    """Whether a session lies on a day outside the meeting, as after a new date."""
    first, last = _date(meeting.starts_at), _date(meeting.ends_at)
    return any(not first <= _date(each.starts_at) <= last for each in sessions)


def _date(moment: datetime) -> date:
    return timezone.localtime(moment).date()


@transaction.atomic
def ensure_sessions(meeting: Meeting) -> list[MeetingSession]:
    """The sessions, made where there are none and moved where the meeting got a new date and nobody signed yet.

    A door keeps its code, so that a QR printed before the change still leads to the right list.
    """
    lock_meeting(meeting)
    found = list(meeting.sessions.counted())
    signed = Attendance.objects.filter(session__meeting=meeting).exists()
    if found and (signed or not astray(meeting, found)):
        return found
    with override(INDONESIAN):
        wanted = default_sessions(meeting)
    for row in found[len(wanted) :]:
        row.delete()
    for place, data in enumerate(wanted):
        row = found[place] if place < len(found) else MeetingSession(meeting=meeting)
        _write(row, data)
    return list(meeting.sessions.counted())


@follows_step("kirim_undangan", "mulai")
def _sessions_follow(meeting: Meeting, _event: MeetingEvent) -> None:
    """Invited people need a door, and a meeting that begins needs its list."""
    ensure_sessions(meeting)


@transaction.atomic
def prepare_sessions(*, actor: User, meeting: Meeting) -> list[MeetingSession]:
    """Make the usual sessions, or move them to the meeting's new date. Raises NotAllowed, ImpossibleStep."""
    _manage(actor, meeting)
    return ensure_sessions(meeting)


@transaction.atomic
def add_session(*, actor: User, meeting: Meeting, data: SessionData) -> MeetingSession:
    """Add a session with a list of its own. Raises NotAllowed, ImpossibleStep, ValidationError."""
    locked = _manage(actor, meeting)
    if meeting.sessions.count() >= MOST_DAYS:
        raise ImpossibleStep(_("Satu rapat paling banyak mempunyai %(most)s sesi.") % {"most": MOST_DAYS})
    row = _write(MeetingSession(meeting=locked), data)
    write_event(locked, actor, SESSION, locked.state, f"{row} ditambahkan.")
    return row


@transaction.atomic
def change_session(*, actor: User, session: MeetingSession, data: SessionData) -> MeetingSession:
    """Change a session's name, hours or door. Raises NotAllowed, ImpossibleStep, ValidationError."""
    locked = _manage(actor, session.meeting)
    row = _write(MeetingSession.objects.select_for_update().get(pk=session.pk), data)
    write_event(locked, actor, SESSION, locked.state, f"{row} diubah.")
    touch(locked)
    return row


@transaction.atomic
def drop_session(*, actor: User, session: MeetingSession) -> None:
    """Take a session away while nobody is on its list. Raises NotAllowed, ImpossibleStep."""
    locked = _manage(actor, session.meeting)
    row = MeetingSession.objects.select_for_update().get(pk=session.pk)
    if row.attendances.exists():
        raise ImpossibleStep(
            _("Sesi “%(session)s” sudah mempunyai daftar hadir.") % {"session": row},
            remedy=_("Sesi yang sudah dihadiri tidak dihapus; ubah nama atau jamnya."),
        )
    write_event(locked, actor, SESSION, locked.state, f"{row} dihapus.")
    row.delete()


def _manage(actor: User, meeting: Meeting) -> Meeting:
    locked = lock_meeting(meeting)
    require_manager(actor, locked.organiser)
    require_open(locked)
    return locked


def _write(row: MeetingSession, data: SessionData) -> MeetingSession:
    for name, value in vars(data).items():
        setattr(row, name, value)
    if not (data.opens_at < data.ends_at and data.closes_at > data.starts_at):
        raise ValidationError({"opens_at": _("Daftar hadir harus terbuka pada waktu sesi berlangsung.")})
    if astray(row.meeting, [row]):
        raise ValidationError(
            {"starts_at": _("Sesi harus pada hari rapat: %(when)s.") % {"when": row.meeting.schedule}}
        )
    row.full_clean()
    row.save()
    return row
