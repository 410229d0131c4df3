"""Acts on the items of an agenda."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, StaleForm
from meetings.choices import BacklogState, ItemKind, ItemState
from meetings.models import AgendaItem, AgendaSection, BacklogItem, Decision, Meeting
from meetings.services.access import touch, write_event
from meetings.services.agenda import renumber, section_for, writable
from meetings.services.subjects import Subject
from meetings.services.wish_notices import tell_region
from regions.models import Region

# The word of the history for what was taken off; the rest of the agenda is its own record.
AGENDA_CHANGED = "agenda"


@dataclass(frozen=True, kw_only=True)
class ItemData:
    """What a person fills in about an item; without a fixed hour it follows the one ahead."""

    title: str
    kind: str = ItemKind.PEMBAHASAN
    minutes: int = 15
    starts_at: datetime | None = None
    presenter: str = ""
    room: str = ""
    link: str = ""
    note: str = ""


@dataclass(frozen=True)
class Origin:
    """What brought an item onto the agenda: which source, why, on whose wish."""

    source: str = ""
    reason: str = ""
    region: Region | None = None


@transaction.atomic
def add_item(
    *,
    actor: User,
    meeting: Meeting,
    data: ItemData,
    section: AgendaSection | None = None,
    subject: Subject | None = None,
    origin: Origin | None = None,
) -> AgendaItem:
    """Put an item at the end of a section. Raises NotAllowed, ImpossibleStep, or ValidationError by field."""
    row, came = writable(actor, meeting), origin or Origin()
    place = section_for(row, section)
    order = AgendaItem.objects.filter(section=place).count() + 1
    item = AgendaItem(meeting=row, section=place, order=order)
    item.source, item.reason, item.proposed_by = came.source, came.reason[:500], came.region
    _write(item, row, data, subject or Subject())
    touch(row)
    return item


@transaction.atomic
def change_item(
    *,
    actor: User,
    item: AgendaItem,
    data: ItemData,
    section: AgendaSection,
    subject: Subject,
    seen_revision: int | None = None,
) -> AgendaItem:
    """Change an item. StaleForm when somebody else changed it while the form was open."""
    meeting = writable(actor, item.meeting)
    row = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if seen_revision is not None and seen_revision != row.revision:
        raise StaleForm(
            _("Sementara formulir ini terbuka, orang lain mengubah mata acara ini."),
            remedy=_("Bandingkan kedua isinya, lalu simpan lagi bila isian Anda yang berlaku."),
        )
    place = section_for(meeting, section)
    if place.pk != row.section_id:
        row.order = AgendaItem.objects.filter(section=place).count() + 1
    row.section = place
    row.revision += 1
    _write(row, meeting, data, subject)
    touch(meeting)
    return row


@transaction.atomic
def place_item(*, actor: User, item: AgendaItem, section: AgendaSection, place: int) -> None:
    """Put an item at a place (from 0) of a section; those after it move on, and so do their hours.

    The place is where it shall stand, not a step up or down: the same order given twice changes nothing.
    """
    meeting = writable(actor, item.meeting)
    target = section_for(meeting, section)
    rows = list(AgendaItem.objects.filter(section=target).exclude(pk=item.pk).order_by("order", "pk"))
    if item.section_id != target.pk:
        AgendaItem.objects.filter(pk=item.pk).update(section=target)
    rows.insert(max(0, min(place, len(rows))), item)
    renumber(rows)
    touch(meeting)


@transaction.atomic
def drop_item(*, actor: User, item: AgendaItem) -> None:
    """Take an item off the agenda; a wish it came from waits again, and its region hears of it."""
    meeting = writable(actor, item.meeting)
    row = AgendaItem.objects.select_for_update().get(pk=item.pk)
    _require_untouched(row)
    wish = BacklogItem.objects.select_for_update(of=("self",)).filter(item=row).first()
    if wish is not None:
        wish.state, wish.item, wish.meeting = BacklogState.DIUSULKAN, None, meeting
        wish.decided_at = None
        wish.save(update_fields=["state", "item", "meeting", "decided_at"])
        tell_region(wish, "kembali", "Usul acara dikeluarkan lagi dari agenda dan menunggu jawaban")
    write_event(meeting, actor, AGENDA_CHANGED, meeting.state, f"Dikeluarkan: {row.title}")
    row.delete()
    touch(meeting)


def _require_untouched(item: AgendaItem) -> None:
    """Refuse for an item the room has already worked on."""
    if item.state != ItemState.MENUNGGU or Decision.objects.filter(item=item).exists():
        raise ImpossibleStep(
            _("“%s” sudah dibahas dalam rapat; menghapusnya akan memutus hasil rapat dari acaranya.")
            % item.title,
            remedy=_("Biarkan mata acara ini, atau lewati di ruang rapat."),
        )


def _write(item: AgendaItem, meeting: Meeting, data: ItemData, subject: Subject) -> None:
    for each in fields(data):
        setattr(item, each.name, getattr(data, each.name))
    item.case, item.segment, item.follow_up = subject.case, subject.segment, subject.follow_up
    _require_day(item, meeting)
    item.full_clean(exclude=["meeting", "section", "case", "segment", "follow_up", "proposed_by"])
    item.save()


def _require_day(item: AgendaItem, meeting: Meeting) -> None:
    """A fixed hour lies on a day of the meeting."""
    if item.starts_at is None:
        return
    first, last = (timezone.localtime(moment).date() for moment in (meeting.starts_at, meeting.ends_at))
    if not first <= timezone.localtime(item.starts_at).date() <= last:
        raise ValidationError(
            {
                "starts_at": _(
                    "Jam tetap harus pada hari rapat: %s. Kosongkan bila mengikuti acara sebelumnya."
                )
                % meeting.schedule
            }
        )
