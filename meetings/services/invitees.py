"""The list of invitees: chosen, written by hand, copied from an earlier meeting, put in order, struck out."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from meetings.models import Invitee, Meeting
from meetings.services.access import lock_meeting, require_manager, require_open, touch, write_event
from meetings.services.candidates import Candidate, candidates_for
from meetings.services.links import revoke_links
from meetings.services.taking_back import take_back_mail
from regions.models import Office, Region

LISTED, CHANGED_LINE, STRUCK = "daftar_undangan", "ubah_undangan", "coret_undangan"
MOST_INVITEES = 1000


@dataclass(frozen=True, kw_only=True)
class InviteeData:
    """One line of the list as a person fills it in."""

    title: str
    role: str
    name: str = ""
    region: Region | None = None
    office: Office | None = None
    organisation: str = ""
    email: str = ""
    phone: str = ""


@transaction.atomic
def invite_chosen(*, actor: User, meeting: Meeting, keys: Iterable[str]) -> list[Invitee]:
    """Put the ticked candidates on the list, those already there left out. Raises NotAllowed, ImpossibleStep."""
    row = _begin(actor, meeting)
    wanted = set(keys)
    chosen = [
        each
        for group in candidates_for(row)
        for each in (*group.usual, *group.others)
        if each.key in wanted and not each.invited
    ]
    return _add(actor, row, [_line(row, each) for each in chosen])


@transaction.atomic
def invite_one(*, actor: User, meeting: Meeting, data: InviteeData) -> Invitee:
    """Put one line on the list. Raises NotAllowed, ImpossibleStep, or ValidationError by field."""
    row = _begin(actor, meeting)
    invitee = Invitee(meeting=row)
    _write(invitee, data)
    return _add(actor, row, [invitee])[0]


@transaction.atomic
def change_invitee(*, actor: User, invitee: Invitee, data: InviteeData) -> Invitee:
    """Correct a line. Raises NotAllowed, ImpossibleStep for one struck out, or ValidationError by field."""
    meeting = _begin(actor, invitee.meeting)
    row = _locked(invitee)
    before = row.label
    _write(row, data)
    row.save()
    write_event(
        meeting,
        actor,
        CHANGED_LINE,
        meeting.state,
        before if before == row.label else f"{before} → {row.label}",
    )
    touch(meeting)
    return row


@transaction.atomic
def strike_out(*, actor: User, invitee: Invitee) -> Invitee:
    """Strike a line out: it stays to be read, its links close, and who got the letter is told by mail. Raises NotAllowed, ImpossibleStep."""
    meeting = _begin(actor, invitee.meeting)
    row = _locked(invitee)
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    revoke_links(invitee=row)
    take_back_mail(actor=actor, invitee=row)
    write_event(meeting, actor, STRUCK, meeting.state, row.label)
    touch(meeting)
    return row


@transaction.atomic
def move_invitee(*, actor: User, invitee: Invitee, up: bool) -> None:
    """Let a line change places with its neighbour; at either end nothing happens."""
    meeting = _begin(actor, invitee.meeting)
    _locked(invitee)
    rows = list(meeting.invitees.select_for_update().current().order_by("order", "pk"))
    place = next(number for number, row in enumerate(rows) if row.pk == invitee.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows, start=1):
        row.order = number
    Invitee.objects.bulk_update(rows, ["order"])


def earlier_meeting(meeting: Meeting) -> Meeting | None:
    """The meeting before it in its series, else the last of its kind by the same organiser, that had invitees."""
    rows = Meeting.objects.filter(
        organiser=meeting.organiser_id, starts_at__lt=meeting.starts_at, invitees__isnull=False
    )
    same = rows.filter(series=meeting.series_id) if meeting.series_id else rows.filter(kind=meeting.kind)
    return same.exclude(pk=meeting.pk).order_by("-starts_at", "-pk").distinct().first()


@transaction.atomic
def copy_invitees(*, actor: User, meeting: Meeting) -> list[Invitee]:
    """Copy the list of the meeting before, without answers and without what is on the list already."""
    row = _begin(actor, meeting)
    source = earlier_meeting(row)
    if source is None:
        raise ImpossibleStep(
            _("Belum ada rapat sebelumnya yang daftar undangannya dapat disalin."),
            remedy=_("Pilih undangan dari daerah peserta."),
        )
    known = {_identity(each) for each in row.invitees.current()}
    copied = []
    for old in source.invitees.current().for_list():
        if _identity(old) not in known and not _gone(old):
            copied.append(_copy(old, row))
    return _add(actor, row, copied)


def _copy(old: Invitee, meeting: Meeting) -> Invitee:
    fresh = Invitee(meeting=meeting)
    for item in fields(InviteeData):
        setattr(fresh, item.name, getattr(old, item.name))
    return fresh


def _gone(old: Invitee) -> bool:
    """Whether the region or the office has ceased to be."""
    closed = (
        old.office is not None and old.office.valid_to is not None and old.office.valid_to < clock.today()
    )
    return closed or (old.region is not None and old.region.has_ended)


def _identity(row: Invitee) -> tuple[object, ...]:
    return (row.region_id, row.office_id, row.title.lower(), row.name.lower(), row.organisation.lower())


def _begin(actor: User, meeting: Meeting) -> Meeting:
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_inviting(row)
    return row


def is_inviting(meeting: Meeting) -> bool:
    """Whether the list may still change: until the meeting is over, locked or called off."""
    return not meeting.is_locked and meeting.ends_at > clock.now()


def require_inviting(meeting: Meeting) -> None:
    """Refuse a change of the list once the meeting is over or locked. Raises ImpossibleStep."""
    require_open(meeting)
    if not is_inviting(meeting):
        raise ImpossibleStep(
            _("Rapat sudah berakhir; daftar undangannya tidak berubah lagi."),
            remedy=_("Yang datang tanpa undangan dicatat pada daftar hadir."),
        )


def _locked(invitee: Invitee) -> Invitee:
    row = (
        Invitee.objects.select_for_update(of=("self",)).select_related("region", "office").get(pk=invitee.pk)
    )
    if row.is_withdrawn:
        raise ImpossibleStep(
            _("Undangan ini sudah dicoret."), remedy=_("Tambahkan lagi bila tetap diundang.")
        )
    return row


def _line(meeting: Meeting, each: Candidate) -> Invitee:
    return Invitee(
        meeting=meeting, region=each.region, office=each.office, title=each.title[:200], name=each.name[:150],
        email=each.email, phone=each.phone, role=each.role,
    )  # fmt: skip


def _write(invitee: Invitee, data: InviteeData) -> None:
    for item in fields(data):
        setattr(invitee, item.name, getattr(data, item.name))
    if data.office is not None and data.region is not None and data.office.region_id != data.region.pk:
        raise ValidationError({"office": _("Perangkat daerah ini bukan milik daerah yang dipilih.")})
    if data.office is not None:
        invitee.region = data.office.region
    if not (invitee.region or invitee.organisation):
        raise ValidationError({"organisation": _("Isi daerah atau instansinya.")})
    invitee.full_clean(exclude=["mandate_file", "answered_by", "invited_by_letter"])


def _add(actor: User, meeting: Meeting, rows: list[Invitee]) -> list[Invitee]:
    if meeting.invitees.current().count() + len(rows) > MOST_INVITEES:
        raise ImpossibleStep(
            _("Daftar undangan paling banyak %d baris.") % MOST_INVITEES,
            remedy=_("Undang melalui instansinya."),
        )
    last = meeting.invitees.aggregate(last=Max("order"))["last"] or 0
    for number, row in enumerate(rows, start=last + 1):
        row.order = number
    added = Invitee.objects.bulk_create(rows)
    if added:
        names = "; ".join(row.label for row in added[:5])
        more = f" (+{len(added) - 5})" if len(added) > 5 else ""
        write_event(meeting, actor, LISTED, meeting.state, f"{names}{more}")
        touch(meeting)
    return added
