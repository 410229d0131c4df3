"""The secretary's desk: who comes is ticked off, put right and, where it was a mistake, struck out with its reason."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from meetings.choices import Way
from meetings.models import Attendance, Invitee, MeetingSession
from meetings.services.access import require_manager, touch, write_event
from meetings.services.attending import why_shut
from meetings.services.checking_in import FOREIGN, PresenceData, lock_session, new_line, standing_line

STRUCK = "coret_hadir"
CORRECTED = "ubah_hadir"
ADDED_AFTER = "hadir_susulan"
SAID = ("name", "title", "organisation", "nip", "gender", "phone", "stands_for", "region")


def expected_of(invitee: Invitee) -> PresenceData:
    """Who comes on an invitation as far as it is known: the delegate of the answer, else the invited person."""
    name, title = invitee.comes
    delegate = (name, title) != (invitee.name, invitee.title)
    return PresenceData(
        invitee=invitee,
        region=invitee.region,
        name=name,
        title=title,
        organisation=invitee.body,
        phone=invitee.delegate_phone if delegate else invitee.phone,
        stands_for=invitee.title if delegate else "",
    )


@transaction.atomic
def record_presence(*, actor: User, session: MeetingSession, data: PresenceData) -> Attendance:
    """Note that somebody is there, invited or not. Raises NotAllowed, ImpossibleStep, ValidationError.

    The desk may write from the opening of the door until the meeting is closed; what it adds after the door
    closed leaves a line in the history.
    """
    locked = _managed(actor, session)
    if clock.now() < locked.opens_at:
        raise ImpossibleStep(
            _("Daftar hadir sesi ini belum dibuka."),
            remedy=_("Tunggu jam bukanya, atau ubah jam buka pada sesi."),
        )
    row = new_line(locked, data)
    _require_new(row)
    row.way, row.key, row.at, row.recorded_by = Way.MEJA, secrets.token_hex(16), clock.now(), actor
    row.full_clean(exclude=FOREIGN)
    row.save()
    if row.at >= locked.closes_at:
        write_event(locked.meeting, actor, ADDED_AFTER, locked.meeting.state, f"{row.name} ({locked})")
    touch(locked.meeting)
    return row


@transaction.atomic
def correct_presence(*, actor: User, row: Attendance, data: PresenceData) -> Attendance:
    """Put right what a line says; hour, way and signature stay. Raises NotAllowed, ImpossibleStep, ValidationError."""
    locked = _managed(actor, row.session)
    kept = Attendance.objects.select_related("session").get(pk=row.pk)
    _require_standing(kept)
    written = new_line(locked, data)
    changed = any(getattr(kept, name) != getattr(written, name) for name in SAID)
    for name in SAID:
        setattr(kept, name, getattr(written, name))
    _require_new(kept)
    kept.full_clean(exclude=FOREIGN)
    kept.save(update_fields=SAID)
    if changed:
        write_event(locked.meeting, actor, CORRECTED, locked.meeting.state, f"{kept.name} ({locked})")
        touch(locked.meeting)
    return kept


@transaction.atomic
def strike_presence(*, actor: User, row: Attendance, reason: str) -> Attendance:
    """Strike a line out; it stays readable with its reason, and the person may be noted anew."""
    locked = _managed(actor, row.session)
    kept = Attendance.objects.get(pk=row.pk)
    _require_standing(kept)
    kept.struck_at, kept.struck_reason = clock.now(), reason
    kept.save(update_fields=["struck_at", "struck_reason"])
    write_event(locked.meeting, actor, STRUCK, locked.meeting.state, f"{kept.name} ({locked}): {reason}")
    touch(locked.meeting)
    return kept


def _managed(actor: User, session: MeetingSession) -> MeetingSession:
    """The session under the lock of its meeting, for its organiser, while lists are kept at all."""
    locked = lock_session(session)
    require_manager(actor, locked.meeting.organiser)
    shut = why_shut(locked.meeting)
    if shut:
        raise ImpossibleStep(shut)
    return locked


def _require_standing(row: Attendance) -> None:
    if row.struck_at is not None:
        raise ImpossibleStep(_("Baris ini sudah dicoret."), remedy=_("Muat ulang daftar hadir."))


def _require_new(row: Attendance) -> None:
    if standing_line(row) is not None:
        raise ImpossibleStep(_("%(name)s sudah tercatat hadir pada sesi ini.") % {"name": row.name})
