"""Planning a meeting, and changing what was planned."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import StaleForm
from meetings.choices import Mode
from meetings.models import CHANGED, PLANNED, Meeting, MeetingEvent, MeetingSeries
from meetings.services.access import (
    field_names,
    lock_meeting,
    require_manager,
    require_open,
    touch,
    write_event,
)
from meetings.services.agenda_templates import lay_out_agenda
from regions.models import Office, Region


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
    series: MeetingSeries | None = None
    theme: str = ""
    mode: str = Mode.LURING
    place: str = ""
    link: str = ""
    opener: str = ""
    chair: str = ""
    chair_title: str = ""
    note: str = ""


@transaction.atomic
def plan_meeting(*, actor: User, data: MeetingData, participants: Iterable[Region] = ()) -> Meeting:
    """Plan a meeting on behalf of the organising region. Raises NotAllowed, or ValidationError by field."""
    require_manager(actor, data.organiser)
    meeting = Meeting(created_by=actor, created_at=clock.now(), state_since=clock.today())
    _write(meeting, data)
    meeting.participants.set(participants)
    if meeting.series is not None:
        lay_out_agenda(meeting)
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
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_manager(actor, data.organiser)
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
        write_event(row, actor, CHANGED, row.state, ", ".join(changed))
        touch(row)
    return row


def _write(meeting: Meeting, data: MeetingData) -> None:
    for item in fields(data):
        setattr(meeting, item.name, getattr(data, item.name))
    _require_own(data)
    meeting.full_clean()
    meeting.save()


def _require_own(data: MeetingData) -> None:
    """Office and series are those of the organiser."""
    office, series = data.organiser_office, data.series
    if office is not None and office.region_id != data.organiser.pk:
        raise ValidationError(
            {"organiser_office": _("Perangkat daerah ini bukan milik daerah penyelenggara. Pilih yang lain.")}
        )
    if series is not None and series.region_id != data.organiser.pk:
        raise ValidationError(
            {"series": _("Seri rapat ini bukan milik daerah penyelenggara. Pilih yang lain.")}
        )


def _differences(meeting: Meeting, data: MeetingData, participants: list[Region]) -> list[str]:
    """The names of the fields that the new data changes."""
    names = [item.name for item in fields(data) if getattr(meeting, item.name) != getattr(data, item.name)]
    before = set(meeting.participants.values_list("pk", flat=True))
    if before != {region.pk for region in participants}:
        names.append("participants")
    return field_names(Meeting, names)
