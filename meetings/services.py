"""Acts on meetings: plan, change, take a step of their life."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from meetings.models import CHANGED, PLANNED, Meeting, MeetingEvent
from meetings.workflow import Step, step, steps_from
from regions.models import Office, Region

PERMISSION = "meetings.manage"


@dataclass(frozen=True, kw_only=True)
class MeetingData:
    """What a person fills in about a meeting."""

    title: str
    kind: str
    fiscal_year: int
    host: Region
    organiser: Region
    starts_at: datetime
    ends_at: datetime
    organiser_office: Office | None = None
    theme: str = ""
    place: str = ""
    note: str = ""


def may_manage(user: AnyUser, meeting: Meeting) -> bool:
    """Whether a person may act on a meeting: by a role in the region that organises it."""
    return may(user, PERMISSION, meeting.organiser)


@transaction.atomic
def plan_meeting(*, actor: User, data: MeetingData, participants: Iterable[Region] = ()) -> Meeting:
    """Plan a meeting on behalf of the organising region. Raises NotAllowed, or ValidationError by field."""
    _require(actor, data.organiser)
    meeting = Meeting(created_by=actor, created_at=clock.now(), state_since=clock.today())
    _write(meeting, data)
    meeting.participants.set(participants)
    MeetingEvent.objects.create(
        meeting=meeting, actor=actor, step=PLANNED, target=meeting.state, at=clock.now()
    )
    return meeting


@transaction.atomic
def change_meeting(
    *,
    actor: User,
    meeting: Meeting,
    data: MeetingData,
    participants: Iterable[Region] = (),
    seen_revision: int | None = None,
) -> Meeting:
    """Change what was planned; the history names the fields. A closed meeting stays as it is."""
    row = _lock(meeting)
    _require(actor, row.organiser)
    _require(actor, data.organiser)
    require_open(row)
    if seen_revision is not None and seen_revision != row.revision:
        raise StaleForm(
            _("Sementara formulir ini terbuka, orang lain mengubah rapat ini."),
            remedy=_("Buka kembali formulirnya, periksa isinya, lalu ulangi perubahan Anda."),
        )
    wanted = list(participants)
    changed = _differences(row, data, wanted)
    if changed:
        row.revision += 1
        _write(row, data)
        row.participants.set(wanted)
        _note(row, actor, CHANGED, row.state, ", ".join(changed))
    return row


@transaction.atomic
def change_state(
    *, actor: User, meeting: Meeting, code: str, reason: str = "", seen_state: str | None = None
) -> MeetingEvent:
    """Take one step of the table. Raises NotAllowed, StaleForm, ImpossibleStep, NotReady or DomainError."""
    row = _lock(meeting)
    _require(actor, row.organiser)
    if seen_state is not None and seen_state != row.state:
        raise StaleForm(
            _("Sementara halaman ini terbuka, rapat berpindah ke “%(state)s”.")
            % {"state": row.get_state_display()},
            remedy=_("Buka kembali halaman rapat, lalu pilih langkah yang tersedia."),
        )
    taken = possible_step(row, code)
    reason = reason.strip()
    if taken.reason == "required" and not reason:
        raise DomainError(
            _("Alasan wajib diisi untuk “%(step)s”.") % {"step": taken.label}, remedy=_("Tuliskan alasannya.")
        )
    _require_ready(row, taken)
    source, row.state, row.state_since = row.state, taken.target, clock.today()
    row.revision += 1
    row.save(update_fields=["state", "state_since", "revision"])
    return _note(row, actor, taken.code, source, reason)


def possible_step(meeting: Meeting, code: str) -> Step:
    """The step with this code, if it leaves the meeting's state; ImpossibleStep otherwise."""
    taken = step(code)
    if taken not in steps_from(meeting.state):
        raise ImpossibleStep(
            _("“%(step)s” tidak dapat dilakukan: rapat kini berada pada “%(state)s”.")
            % {"step": taken.label, "state": meeting.get_state_display()},
            remedy=_("Buka halaman rapat ini, lalu pilih langkah yang tersedia."),
        )
    return taken


def require_open(meeting: Meeting) -> None:
    """Refuse to change a meeting that is over or called off."""
    if meeting.is_locked:
        raise ImpossibleStep(
            _("Rapat ini sudah “%(state)s”; datanya dikunci.") % {"state": meeting.get_state_display()},
            remedy=_("Buka kembali rapat yang selesai, atau rencanakan rapat baru."),
        )


def lacking(meeting: Meeting, taken: Step) -> list[str]:
    """What a step still needs, as sentences."""
    missing = {
        "peserta": (not meeting.participants.exists(), _("Daerah peserta belum dipilih.")),
        "tempat": (not meeting.place, _("Tempat rapat belum diisi.")),
        "hari": (
            not meeting.has_begun,
            _("Hari rapat belum tiba: %(when)s.") % {"when": meeting.schedule},
        ),
    }
    return [sentence for lacks, sentence in (missing[need] for need in taken.needs) if lacks]


def _require_ready(meeting: Meeting, taken: Step) -> None:
    lacks = lacking(meeting, taken)
    if lacks:
        raise NotReady(
            _("“%(step)s” belum dapat dilakukan. %(lacks)s")
            % {"step": taken.label, "lacks": " ".join(lacks)},
            findings=tuple(lacks),
            remedy=_("Lengkapi lewat “Ubah rapat”, lalu ulangi."),
        )


def _require(actor: User, organiser: Region) -> None:
    if not may(actor, PERMISSION, organiser):
        raise NotAllowed(
            _("Anda tidak berwenang mengurus rapat atas nama %(region)s.") % {"region": organiser},
            remedy=_("Mintalah Biro Pemerintahan penyelenggara melakukannya."),
        )


def _lock(meeting: Meeting) -> Meeting:
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("organiser", "host")
    return rows.get(pk=meeting.pk)


def _write(meeting: Meeting, data: MeetingData) -> None:
    for item in fields(data):
        setattr(meeting, item.name, getattr(data, item.name))
    office = data.organiser_office
    if office is not None and office.region_id != data.organiser.pk:
        raise ValidationError(
            {"organiser_office": _("Perangkat daerah ini bukan milik daerah penyelenggara. Pilih yang lain.")}
        )
    meeting.full_clean()
    meeting.save()


def _differences(meeting: Meeting, data: MeetingData, participants: list[Region]) -> list[str]:
    """The names of the fields that the new data changes."""
    names = [
        str(Meeting._meta.get_field(item.name).verbose_name)  # type: ignore[union-attr]  # our own fields have names
        for item in fields(data)
        if getattr(meeting, item.name) != getattr(data, item.name)
    ]
    before = set(meeting.participants.values_list("pk", flat=True))
    if before != {region.pk for region in participants}:
        names.append(str(Meeting._meta.get_field("participants").verbose_name))
    return names


def _note(meeting: Meeting, actor: User, code: str, source: str, reason: str) -> MeetingEvent:
    return MeetingEvent.objects.create(
        meeting=meeting,
        actor=actor,
        step=code,
        source=source,
        target=meeting.state,
        reason=reason,
        at=clock.now(),
    )
