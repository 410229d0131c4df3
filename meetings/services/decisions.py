"""The numbered points of the result, typed once in the room, with what each region or office owes for them.

Until the rumusan is locked a point may change or go, unless something was already reported on its follow-ups.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from meetings.choices import DecisionKind, FollowUpState, MeetingState, RecordState
from meetings.models import AgendaItem, Decision, FollowUp, Meeting, Record
from meetings.services.access import lock_meeting, require_manager, require_open, touch
from meetings.services.room import next_order, require_unlocked, text_given
from regions.models import LegalBasis, Office, Region

# A meeting without a live room has its points written afterwards.
WRITABLE = (MeetingState.BERLANGSUNG, MeetingState.RUMUSAN_DISEPAKATI, MeetingState.TINDAK_LANJUT)


class Duty(NamedTuple):
    """What one region, or one of its offices, owes for a point."""

    region: Region
    office: Office | None = None
    target: str = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionData:
    """A point as a person types it."""

    text: str
    kind: str = DecisionKind.KEPUTUSAN
    item: AgendaItem | None = None
    case: Case | None = None
    segment: Segment | None = None
    legal_basis: LegalBasis | None = None
    duties: tuple[Duty, ...] = ()


def may_write(meeting: Meeting) -> bool:
    """Whether points may be written now: while it is held, and afterwards where no locked record stands for them."""
    return (
        meeting.state in WRITABLE
        and not Record.objects.filter(meeting=meeting, state=RecordState.TERKUNCI).exists()
    )


def require_writable(meeting: Meeting) -> None:
    """Refuse a point before the meeting is held, after it is closed, or behind a locked record. Raises ImpossibleStep."""
    require_open(meeting)
    if meeting.state not in WRITABLE:
        raise ImpossibleStep(
            _("Rapat ini “%(state)s”; butir rumusan ditulis setelah rapat dimulai.")
            % {"state": meeting.get_state_display()},
            remedy=_("Mulai rapat lebih dahulu."),
        )
    require_unlocked(meeting)


def _writing(actor: User, meeting: Meeting) -> Meeting:
    """The meeting under lock, if this person may write its points now."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_writable(row)
    return row


@transaction.atomic
def write_decision(*, actor: User, meeting: Meeting, data: DecisionData, key: str) -> Decision:
    """Write a point with its follow-ups as the next number; the same sending repeated gives the first one again.

    Raises NotAllowed, ImpossibleStep (not held now, or locked) and DomainError 422 for what cannot be.
    """
    held = _writing(actor, meeting)
    known = Decision.objects.filter(meeting=held, key=key).first()
    if known is not None:
        if known.written_by_id != actor.pk:
            raise DomainError(
                _("Kiriman ini sudah dipakai orang lain."), remedy=_("Muat ulang halaman, lalu kirim lagi.")
            )
        return known
    require_unlocked(held)
    row = Decision(meeting=held, order=next_order(held), key=key, written_by=actor, written_at=clock.now())
    _fill(row, held, data)
    row.save()
    _owe(row, held, data.duties)
    touch(held)
    return row


@transaction.atomic
def change_decision(*, actor: User, decision: Decision, data: DecisionData, seen_revision: int) -> Decision:
    """Change a point and who owes what; StaleForm when somebody else changed it meanwhile."""
    row, held = _standing(actor, decision, seen_revision)
    _fill(row, held, data)
    row.revision += 1
    row.save()
    _owe(row, held, data.duties)
    touch(held)
    return row


@transaction.atomic
def drop_decision(*, actor: User, decision: Decision, seen_revision: int) -> Decision:
    """Take a point out; those behind it move up one number. Refused once something was reported on it."""
    row, held = _standing(actor, decision, seen_revision)
    _owe(row, held, ())
    row.dropped_at, row.revision = clock.now(), row.revision + 1
    row.save(update_fields=["dropped_at", "revision"])
    # One by one and in order: each steps into the place that just became free.
    for later in held.decisions.filter(dropped_at=None, order__gt=row.order).order_by("order"):
        later.order -= 1
        later.save(update_fields=["order"])
    touch(held)
    return row


@transaction.atomic
def raise_decision(*, actor: User, decision: Decision, seen_revision: int) -> Decision:
    """Let a point change places with the one before it."""
    row, held = _standing(actor, decision, seen_revision)
    before = held.decisions.filter(dropped_at=None, order__lt=row.order).order_by("-order").first()
    if before is None:
        raise ImpossibleStep(_("Butir ini sudah yang pertama."))
    place, before_place = row.order, before.order
    row.order = next_order(held)  # a place nobody has, while the two change
    row.save(update_fields=["order"])
    before.order = place
    before.save(update_fields=["order"])
    row.order, row.revision = before_place, row.revision + 1
    row.save(update_fields=["order", "revision"])
    touch(held)
    return row


def _standing(actor: User, decision: Decision, seen_revision: int) -> tuple[Decision, Meeting]:
    """The point under lock, if it may still be changed and nobody did meanwhile."""
    held = _writing(actor, decision.meeting)
    require_unlocked(held)
    row = Decision.objects.select_for_update().get(pk=decision.pk, meeting=held)
    if row.dropped_at is not None:
        raise ImpossibleStep(_("Butir ini sudah dicabut."), remedy=_("Tulis butir baru bila perlu."))
    if row.revision != seen_revision:
        raise StaleForm(
            _("Sementara itu orang lain mengubah butir ini."),
            remedy=_("Kedua rumusannya ditampilkan; satukan, lalu simpan lagi."),
        )
    return row, held


def _fill(row: Decision, meeting: Meeting, data: DecisionData) -> None:
    """Put what was typed into the row; a point takes the matter of its item unless another is named."""
    item = data.item
    if item is not None and item.meeting_id != meeting.pk:
        raise DomainError(_("Mata acara ini bukan dari rapat ini."), status=422)
    row.text, row.kind, row.item = text_given(data.text), data.kind, item
    row.case = data.case or (item.case if item else None)
    row.segment = data.segment or (item.segment if item else None)
    row.legal_basis = data.legal_basis
    row.clean_fields()


def _owe(row: Decision, meeting: Meeting, duties: tuple[Duty, ...]) -> None:
    """Make the follow-ups what the point says now: kept where the same one owes it, new ones, and gone ones."""
    wanted = {(duty.region.pk, duty.office.pk if duty.office else None): duty for duty in duties}
    if len(wanted) != len(duties):
        raise DomainError(_("Penanggung jawab yang sama tertulis dua kali pada satu butir."), status=422)
    _check(meeting, duties)
    kept = {(each.region_id, each.office_id): each for each in row.follow_ups.select_for_update()}
    for place in kept.keys() - wanted.keys():
        _forget(kept[place])
    for place, duty in wanted.items():
        facts: dict[str, Any] = {"target": duty.target.strip()[:500], "due_on": duty.due_on}
        if place not in kept:
            FollowUp.objects.create(decision=row, region=duty.region, office=duty.office, **facts)
        elif any(getattr(kept[place], name) != value for name, value in facts.items()):
            _rewrite(kept[place], facts)


def _rewrite(follow_up: FollowUp, facts: dict[str, Any]) -> None:
    """Change what is owed; once something was reported its day moves only with a reason in its own history."""
    if facts["due_on"] != follow_up.due_on and follow_up.entries.exists():
        raise ImpossibleStep(
            _("Tindak lanjut %(region)s atas butir ini sudah dilaporkan.") % {"region": follow_up.region},
            remedy=_("Ubah batas waktunya pada halaman tindak lanjut itu, dengan alasan."),
        )
    for name, value in facts.items():
        setattr(follow_up, name, value)
    follow_up.revision += 1
    follow_up.changed_at = clock.now()
    follow_up.save(update_fields=[*facts, "revision", "changed_at"])


def _check(meeting: Meeting, duties: tuple[Duty, ...]) -> None:
    """Refuse an office of another region, a region that takes no part, and a day before the meeting."""
    day = timezone.localtime(meeting.starts_at).date()
    taking_part = {meeting.organiser_id, meeting.host_id, *meeting.participants.values_list("pk", flat=True)}
    for duty in duties:
        if duty.region.pk not in taking_part:
            message = _("%(region)s bukan peserta rapat ini.") % {"region": duty.region}
        elif duty.office is not None and duty.office.region_id != duty.region.pk:
            message = _("%(office)s bukan perangkat %(region)s.") % {
                "office": duty.office,
                "region": duty.region,
            }
        elif duty.due_on is not None and duty.due_on < day:
            message = _("Batas waktu tindak lanjut tidak dapat mendahului hari rapat.")
        else:
            continue
        raise DomainError(message, status=422)


def _forget(follow_up: FollowUp) -> None:
    """Drop a follow-up nobody has acted on; what was reported is never lost."""
    begun = follow_up.state != FollowUpState.BELUM or follow_up.entries.exists()
    if begun or follow_up.carries.exists():
        raise ImpossibleStep(
            _("Tindak lanjut %(region)s atas butir ini sudah dilaporkan.") % {"region": follow_up.region},
            remedy=_("Biarkan penanggung jawab ini pada butirnya."),
        )
    follow_up.delete()
