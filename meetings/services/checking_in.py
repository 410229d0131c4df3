"""Signing the list at the door without an account, once, whatever the net and the clock of the phone do.

Our clock counts. Between opening and closing of the door every sending is taken. What was typed inside that time
but reached us later is taken up to twelve hours after the door closed, and marked.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.words import long_date
from meetings.choices import Way
from meetings.models import Attendance, Invitee, MeetingSession
from meetings.models.attendance import LATE_SENDING
from meetings.services.access import lock_meeting, touch
from meetings.services.attending import why_shut
from meetings.services.signatures import read_signature, store_signature
from regions.models import Region

# Chosen among rows this act has looked up itself.
FOREIGN = ("signature", "invitee", "region", "session", "recorded_by")


@dataclass(frozen=True, kw_only=True)
class PresenceData:
    """What a line of the list says about a person."""

    name: str
    title: str = ""
    organisation: str = ""
    nip: str = ""
    gender: str = ""
    phone: str = ""
    stands_for: str = ""
    invitee: Invitee | None = None
    region: Region | None = None


@dataclass(frozen=True, kw_only=True)
class Sent:
    """How a line was sent: its key, what the phone's clock said when it was typed, the signature as drawn."""

    key: str
    said_at: datetime | None = None
    signature: str = ""


@dataclass(frozen=True)
class Taken:
    """What became of a sending; `again` when the person stood on the list already."""

    row: Attendance
    again: bool = False


def check_in(*, session: MeetingSession, data: PresenceData, sent: Sent) -> Taken:
    """Put oneself on the list of a session. Raises ImpossibleStep outside its time, ValidationError.

    The same sending arriving again, and the same person sending twice, make one line.
    """
    # Decoding a picture takes its time; nobody else waits for it.
    return _check_in(session, data, sent, read_signature(sent.signature))


@transaction.atomic
def _check_in(session: MeetingSession, data: PresenceData, sent: Sent, signature: bytes) -> Taken:
    locked = lock_session(session)
    before = Attendance.objects.filter(session=locked, key=sent.key).select_related("region").first()
    if before is not None:
        return _known(before)
    _require_door(locked, sent.said_at)
    row = new_line(locked, data)
    there = standing_line(row)
    if there is not None:
        return Taken(there, again=True)
    row.way, row.key, row.said_at, row.at = Way.QR, sent.key, sent.said_at, clock.now()
    row.full_clean(exclude=FOREIGN)
    row.signature = store_signature(signature)
    row.save()
    touch(locked.meeting)
    return Taken(row)


def lock_session(session: MeetingSession) -> MeetingSession:
    """The session read anew under the lock of its meeting, which every act on a meeting takes first."""
    lock_meeting(session.meeting)
    return MeetingSession.objects.at_door().get(pk=session.pk)


def _known(before: Attendance) -> Taken:
    if before.struck_at is not None:
        raise ImpossibleStep(
            _("Isian ini sudah dicoret sekretariat."),
            remedy=_("Hubungi meja sekretariat di tempat rapat."),
        )
    return Taken(before)


def _require_door(session: MeetingSession, said_at: datetime | None) -> None:
    """Refuse outside the door's time. Raises ImpossibleStep with the times."""
    closed = door_closed(session, said_at)
    if closed:
        raise ImpossibleStep(closed, remedy=_("Bila Anda hadir, mintalah meja sekretariat mencatatnya."))


def door_closed(session: MeetingSession, said_at: datetime | None = None) -> str:
    """Why the list cannot be signed now, as a sentence with the times; empty while it can."""
    shut = why_shut(session.meeting)
    if shut:
        return shut
    now = clock.now()
    if now < session.opens_at:
        return _("Daftar hadir belum dibuka; dibuka %(when)s.") % {"when": _moment(session.opens_at)}
    if now < session.closes_at or _typed_inside(session, said_at, now):
        return ""
    return _("Daftar hadir sudah ditutup %(when)s.") % {"when": _moment(session.closes_at)}


def _typed_inside(session: MeetingSession, said_at: datetime | None, now: datetime) -> bool:
    inside = said_at is not None and session.opens_at <= said_at < session.closes_at
    return inside and now <= session.closes_at + LATE_SENDING


def _moment(when: datetime) -> str:
    local = timezone.localtime(when)
    return f"{long_date(local.date())} {local:%H.%M %Z}"


def standing_line(row: Attendance) -> Attendance | None:
    """The line this person already has on the list: the same name for the same invitation or body."""
    rows = Attendance.objects.filter(session_id=row.session_id, name__iexact=row.name).standing()
    there = rows.exclude(pk=row.pk).select_related("region", "invitee__region", "invitee__office")
    body = same(row.organisation)
    return next(
        (
            each
            for each in there
            if same(each.organisation) == body or (row.invitee_id and each.invitee_id == row.invitee_id)
        ),
        None,
    )


def same(words: str) -> str:
    """Words by which two entries are compared: capitals and spacing do not count."""
    return " ".join(words.split()).casefold()


def new_line(session: MeetingSession, data: PresenceData) -> Attendance:
    """A line not yet saved; an invitation tells the region and body. Raises ValidationError for foreign rows."""
    facts = {name: value for name, value in vars(data).items() if name not in {"invitee", "region"}}
    facts = {name: " ".join(value.split()) for name, value in facts.items()}
    row = Attendance(session=session, invitee=data.invitee, region=data.region, **facts)
    if data.invitee is not None:
        if data.invitee.meeting_id != session.meeting_id or data.invitee.withdrawn_at is not None:
            raise ValidationError(
                {"invitee": _("Undangan ini tidak ada dalam daftar rapat. Pilih lagi, atau kosongkan.")}
            )
        row.region, row.organisation = data.invitee.region, data.invitee.body
    elif not row.organisation and row.region is not None:
        row.organisation = row.region.government_name
    if not row.organisation:
        raise ValidationError({"organisation": _("Tuliskan instansi, atau pilih undangannya.")})
    return row
