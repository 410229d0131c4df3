"""The notula: written, sent to the participants for correction, signed off once their term is over."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter
from agreements.models import IssuedNumber
from agreements.services.paper_numbers import standing_numbers
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from ksd.core.language import in_indonesian
from meetings.choices import MeetingState, MinutesState
from meetings.documents.minutes import Said, minutes_letter
from meetings.models import Meeting, Minutes
from meetings.services.access import lock_meeting, require_manager, require_open, touch, write_event
from meetings.services.minutes_text import Part, first_minutes, joined, parts_of, points_said
from meetings.services.needs import needed_for

PAPER = "notula-rapat"
TERM = "rapat.notula"
WRITTEN, SENT = "tulis_notula", "kirim_notula"
# A notula is written from the moment the meeting is opened.
HELD = (MeetingState.BERLANGSUNG, MeetingState.RUMUSAN_DISEPAKATI, MeetingState.TINDAK_LANJUT)


@dataclass(frozen=True)
class MinutesData:
    """A notula as a person fills it in; day, place, attendance and decisions come from the meeting."""

    nature: str = ""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    chair: str = ""
    chair_title: str = ""
    secretary: str = ""
    note_taker: str = ""
    note_taker_title: str = ""
    guests: str = ""
    course: str = ""
    conclusion: str = ""
    parts: tuple[Part, ...] = ()


FIELDS = tuple(name for name in MinutesData.__dataclass_fields__ if name != "parts")


@needed_for("selesaikan")
def _signed_off(meeting: Meeting) -> str:
    """A notula once begun is signed off before the meeting is closed."""
    open_ones = Minutes.objects.filter(meeting=meeting).exclude(state=MinutesState.DISAHKAN)
    return _("Notula rapat belum disahkan.") if open_ones.exists() else ""


def minutes_of(meeting: Meeting) -> Minutes:
    """The notula of a meeting; unsaved, with what the meeting knows, while nobody wrote one."""
    row = Minutes.objects.select_related("signed_by").filter(meeting=meeting).first()
    if row is not None:
        row.meeting = meeting
    return row or first_minutes(meeting)


def held_minutes(actor: User, meeting: Meeting) -> Meeting:
    """The meeting under lock while its notula may be worked on. Raises NotAllowed or ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_held(row)
    return row


def require_held(meeting: Meeting) -> None:
    """Refuse to work on papers of a meeting that was not opened yet, or is over. Raises ImpossibleStep."""
    require_open(meeting)
    if meeting.state not in HELD:
        raise ImpossibleStep(
            _("Rapat ini “%(state)s”; notula dan laporannya ditulis sesudah rapat dibuka.")
            % {"state": meeting.get_state_display()},
            remedy=_("Mulai rapat lebih dahulu."),
        )


def locked_minutes(meeting: Meeting, *states: str) -> Minutes:
    """The saved notula under lock, in one of these states. Raises ImpossibleStep."""
    row = Minutes.objects.select_for_update(of=("self",)).filter(meeting=meeting).first()
    if row is None:
        raise ImpossibleStep(
            _("Notula rapat ini belum ditulis."), remedy=_("Tulis dan simpan notulanya dahulu.")
        )
    require_unsigned(row)
    if row.state not in states:
        raise ImpossibleStep(
            _("Notula ini “%(state)s”; langkah itu tidak dapat dilakukan sekarang.")
            % {"state": row.get_state_display()}
        )
    row.meeting = meeting
    return row


def require_unsigned(minutes: Minutes) -> None:
    """Refuse any change of a notula that is signed off. Raises ImpossibleStep."""
    if minutes.state == MinutesState.DISAHKAN:
        raise ImpossibleStep(
            _("Notula ini sudah disahkan; isinya tidak dapat diubah lagi."),
            remedy=_("Catat perubahannya dalam rapat berikutnya."),
        )


@transaction.atomic
def write_minutes(*, actor: User, meeting: Meeting, data: MinutesData, seen: int) -> Minutes:
    """Write the notula; `seen` is the revision the editor was opened on. Raises StaleForm, NotAllowed, ImpossibleStep."""
    held = held_minutes(actor, meeting)
    row = Minutes.objects.select_for_update(of=("self",)).filter(meeting=held).first() or Minutes(
        meeting=held
    )
    require_unsigned(row)
    if row.revision != seen:
        raise StaleForm(
            _("Sementara itu orang lain menyimpan notula ini."),
            remedy=_("Isi yang berbeda ditampilkan; satukan, lalu simpan lagi."),
        )
    _require_hours(data)
    for name in FIELDS:
        setattr(row, name, getattr(data, name))
    row.discussion = joined(data.parts)
    row.revision += 1
    row.save()
    if row.revision == 1 or row.state == MinutesState.KOREKSI:
        write_event(held, actor, WRITTEN, held.state, f"Revisi {row.revision}")
    touch(held)
    return row


def _require_hours(data: MinutesData) -> None:
    """A meeting closes after it opened, and neither lies ahead. Raises DomainError (422)."""
    for moment, words in (
        (data.opened_at, _("Jam rapat dibuka masih akan datang.")),
        (data.closed_at, _("Jam rapat ditutup masih akan datang.")),
    ):
        if moment is not None and moment > clock.now():
            raise DomainError(words, remedy=_("Periksa tanggal dan jamnya."), status=422)
    if data.opened_at and data.closed_at and data.closed_at < data.opened_at:
        raise DomainError(
            _("Rapat tidak dapat ditutup sebelum dibuka."),
            remedy=_("Periksa tanggal dan jamnya."),
            status=422,
        )


def lacking_to_send(minutes: Minutes) -> list[str]:
    """What a notula still lacks before others read it, as sentences."""
    needs = (
        (minutes.opened_at, _("Jam rapat dibuka belum diisi.")),
        (minutes.closed_at, _("Jam rapat ditutup belum diisi.")),
        (minutes.chair, _("Pimpinan rapat belum diisi.")),
        (minutes.note_taker, _("Notulis belum diisi.")),
        (minutes.course or any(p.text for p in parts_of(minutes.discussion)), _("Jalannya rapat atau pembahasan belum ditulis.")),
    )  # fmt: skip
    return [words for there, words in needs if not there]


@in_indonesian
def letter_of(meeting: Meeting, minutes: Minutes, number: str = "") -> Letter:
    """The notula as it stands, on its paper."""
    parts = [Said(**asdict(part)) for part in parts_of(minutes.discussion)]
    return minutes_letter(meeting, minutes, parts=parts, points=points_said(meeting), number=number)


def number_of(minutes: Minutes) -> IssuedNumber | None:
    """The number that stands for a notula."""
    if minutes._state.adding:
        return None
    found = standing_numbers(kind=PAPER, rows=[minutes.pk], region=minutes.meeting.organiser)
    return found.get(minutes.pk)


def days_left(minutes: Minutes, day: date | None = None) -> int | None:
    """How many days participants may still propose corrections; None without a term."""
    return None if minutes.correct_until is None else (minutes.correct_until - (day or clock.today())).days
