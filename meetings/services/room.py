"""What happens in the room: which item of the agenda is at hand, since when, and what note-takers write of it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from meetings.choices import ItemState, MeetingState, RecordState
from meetings.models import AgendaItem, LiveNote, Meeting, MeetingEvent, Record
from meetings.services.access import lock_meeting, require_manager, require_open, touch
from meetings.services.needs import follows_step

LONGEST = 5000


@dataclass(frozen=True)
class ItemAct:
    """What may be done with an item at hand: from which states, to which."""

    sources: tuple[str, ...]
    target: str


ITEM_ACTS: dict[str, ItemAct] = {
    "mulai": ItemAct((ItemState.MENUNGGU, ItemState.DILEWATI, ItemState.SELESAI), ItemState.BERJALAN),
    "selesai": ItemAct((ItemState.BERJALAN,), ItemState.SELESAI),
    "lanjut": ItemAct((ItemState.BERJALAN,), ItemState.SELESAI),
    "lewati": ItemAct((ItemState.MENUNGGU,), ItemState.DILEWATI),
}


def in_room(actor: User, meeting: Meeting) -> Meeting:
    """The meeting under lock, while it is held and by who manages it. Raises NotAllowed or ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    if row.state != MeetingState.BERLANGSUNG:
        raise ImpossibleStep(
            _("Rapat ini “%(state)s”; ruang rapat hanya dipakai selama rapat berlangsung.")
            % {"state": row.get_state_display()},
            remedy=_("Mulai rapat lebih dahulu, atau tulis lewat notula bila rapat sudah ditutup."),
        )
    return row


def require_unlocked(meeting: Meeting) -> None:
    """Refuse to change points of a record that is locked. Raises ImpossibleStep."""
    if Record.objects.filter(meeting=meeting, state=RecordState.TERKUNCI).exists():
        raise ImpossibleStep(
            _("Rumusan rapat ini sudah dikunci; butirnya tidak dapat diubah lagi."),
            remedy=_("Bahas perubahannya dalam rapat berikutnya."),
        )


@transaction.atomic
def move_item(*, actor: User, meeting: Meeting, item: AgendaItem, act: str, seen_state: str) -> AgendaItem:
    """Start, end or skip an item, or end it and start the next. Raises NotAllowed, StaleForm or ImpossibleStep."""
    held = in_room(actor, meeting)
    row = AgendaItem.objects.select_for_update().get(pk=item.pk, meeting=held)
    rule = ITEM_ACTS[act]
    if row.state != seen_state:
        raise StaleForm(
            _("Orang lain sudah mengubah mata acara ini menjadi “%(state)s”.")
            % {"state": row.get_state_display()},
            remedy=_("Lihat agenda yang terbaru, lalu pilih lagi."),
        )
    if row.state not in rule.sources:
        raise ImpossibleStep(
            _("Mata acara yang “%(state)s” tidak dapat diubah demikian.") % {"state": row.get_state_display()}
        )
    if act == "mulai":
        _end_running(held)
    _put(row, rule.target)
    if act == "lanjut":
        _begin_next(held, row)
    touch(held)
    return row


def _end_running(meeting: Meeting) -> None:
    for row in AgendaItem.objects.filter(meeting=meeting, state=ItemState.BERJALAN):
        _put(row, ItemState.SELESAI)


def _begin_next(meeting: Meeting, after: AgendaItem) -> None:
    """Start the first item that waits behind this one; none is left at the end of the agenda."""
    behind = list(meeting.items.select_related("section"))
    place = next(index for index, row in enumerate(behind) if row.pk == after.pk)
    following = next((row for row in behind[place + 1 :] if row.state == ItemState.MENUNGGU), None)
    if following is not None:
        _put(following, ItemState.BERJALAN)


def _put(item: AgendaItem, state: str) -> None:
    item.state = state
    if state == ItemState.BERJALAN:
        item.begun_at, item.ended_at = clock.now(), None
    elif state == ItemState.SELESAI:
        item.ended_at = clock.now()
    item.save(update_fields=["state", "begun_at", "ended_at"])


@follows_step("sepakati_rumusan")
def _last_item_is_over(meeting: Meeting, _event: MeetingEvent) -> None:
    """With the result agreed nothing is at hand any more; the notula takes its closing hour from here."""
    for item in meeting.items.filter(state=ItemState.BERJALAN):
        _put(item, ItemState.SELESAI)


@transaction.atomic
def add_note(
    *,
    actor: User,
    meeting: Meeting,
    text: str,
    key: str,
    item: AgendaItem | None = None,
    speaker: str = "",
) -> LiveNote:
    """Write a note as a row of its own; the same sending repeated gives the first row again."""
    held = in_room(actor, meeting)
    known = LiveNote.objects.filter(meeting=held, key=key).first()
    if known is not None:
        _require_same_sender(known.author_id, actor)
        return known
    note = LiveNote.objects.create(
        meeting=held, item=item, text=text_given(text), speaker=speaker.strip()[:150], key=key, author=actor
    )
    touch(held)
    return note


@transaction.atomic
def change_note(*, actor: User, note: LiveNote, text: str, seen_revision: int, speaker: str = "") -> LiveNote:
    """Change one's own note. Raises StaleForm when it was changed elsewhere meanwhile, NotAllowed for another's."""
    row = _own_note(actor, note, seen_revision)
    row.text, row.speaker = text_given(text), speaker.strip()[:150]
    return _saved(row)


@transaction.atomic
def drop_note(*, actor: User, note: LiveNote, seen_revision: int) -> LiveNote:
    """Take one's own note off the page; the row stays."""
    row = _own_note(actor, note, seen_revision)
    row.dropped_at = clock.now()
    return _saved(row)


def _own_note(actor: User, note: LiveNote, seen_revision: int) -> LiveNote:
    held = in_room(actor, note.meeting)
    row = LiveNote.objects.select_for_update().get(pk=note.pk, meeting=held)
    if row.author_id != actor.pk:
        raise NotAllowed(
            _("Catatan ini milik notulis lain."), remedy=_("Tulis catatan Anda sendiri di bawahnya.")
        )
    if row.dropped_at is not None:
        raise ImpossibleStep(_("Catatan ini sudah dihapus."), remedy=_("Tulis catatan baru bila perlu."))
    if row.revision != seen_revision:
        raise StaleForm(
            _("Catatan ini sudah diubah dari perangkat lain."),
            remedy=_("Kedua naskahnya ditampilkan; satukan, lalu simpan lagi."),
        )
    return row


def _saved(row: LiveNote) -> LiveNote:
    row.revision += 1
    row.save()
    touch(row.meeting)
    return row


def text_given(text: str) -> str:
    """The words without blanks around. Raises DomainError (422) for none or too many."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise DomainError(_("Tuliskan isinya, paling banyak %(most)s huruf.") % {"most": LONGEST}, status=422)
    return words


def _require_same_sender(author: int, actor: User) -> None:
    if author != actor.pk:
        raise DomainError(
            _("Kiriman ini sudah dipakai orang lain."), remedy=_("Muat ulang halaman, lalu kirim lagi.")
        )


def next_order(meeting: Meeting) -> int:
    """The number the next point of the result gets."""
    last = meeting.decisions.filter(dropped_at=None).aggregate(most=Max("order"))["most"]
    return (last or 0) + 1
