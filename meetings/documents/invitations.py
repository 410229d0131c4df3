"""The letter of invitation, of a change and of a cancellation, as the office prints it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from agreements.documents.letters import Block, Facts, Heading, Letter, Signer, Table, Text, letterhead_of
from ksd.core.words import date_in_words, long_date, terbilang
from meetings.choices import LetterKind, Mode, SignerMode
from meetings.models import AgendaItem, Invitee, Meeting, MeetingLetter

SUBJECTS: dict[str, str] = {
    LetterKind.UNDANGAN: "Undangan",
    LetterKind.PERUBAHAN: "Perubahan jadwal atau tempat",
    LetterKind.PEMBATALAN: "Pembatalan",
}
# Until when a list fits the letter itself.
FEW = 1


def invitation_letter(
    letter: MeetingLetter, meeting: Meeting, invitees: Sequence[Invitee], *, number: str = "", dated: str = ""
) -> Letter:
    """The letter with its annexes; without number and date it is a draft and says so."""
    annexed = _annexes(letter, meeting, invitees)
    count = sum(block.tag == "heading" for block in annexed)
    office = meeting.organiser_office.name if meeting.organiser_office else ""
    return Letter(
        head=letterhead_of(meeting.organiser, office),
        subject=f"{SUBJECTS[letter.kind]} {meeting.title}",
        number=number,
        nature=letter.nature,
        annexes=f"{count} ({terbilang(count)}) berkas" if count else "",
        place=meeting.organiser.capital or meeting.organiser.name,
        dated=dated,
        addressee=_addressee(invitees),
        blocks=(*_paragraphs(letter.opening), *_facts(letter, meeting), *_notes(letter), *_paragraphs(letter.closing)),
        signers=(signer_of(letter),),
        copies_to=tuple(line.strip() for line in letter.copies_to.splitlines() if line.strip()),
        note="" if number else "Konsep, belum diterbitkan",
        annexed=annexed,
    )  # fmt: skip


def day_words(moment: datetime) -> str:
    """A day as a letter says it: "Selasa, 15 Desember 2026"."""
    day = timezone.localtime(moment).date()
    return f"{date_in_words(day).day}, {long_date(day)}"


def hours_words(starts_at: datetime, ends_at: datetime) -> str:
    """The hours with their zone: "08.00 WITA s.d. 16.00 WITA"."""
    first, last = timezone.localtime(starts_at), timezone.localtime(ends_at)
    return f"{first:%H.%M} {first:%Z} s.d. {last:%H.%M} {last:%Z}"


def place_words(meeting: Meeting) -> str:
    """Where to come to, or where to dial in."""
    online = f"daring: {meeting.link}" if meeting.link else "daring, tautannya menyusul"
    if meeting.mode == Mode.DARING:
        return f"{meeting.place} ({online})" if meeting.place else online.capitalize()
    return f"{meeting.place} dan {online}" if meeting.mode == Mode.HIBRIDA else meeting.place


def signer_of(letter: MeetingLetter) -> Signer:
    """Who signs, in whose name: sendiri, a.n., u.b., Plt. or Plh."""
    above, title = "", letter.signer_title
    if letter.signer_mode == SignerMode.AN:
        above = f"a.n. {letter.signer_for},"
    elif letter.signer_mode == SignerMode.UB:
        first, _sign, second = letter.signer_for.partition(";")
        above = "\n".join(
            line
            for line in (f"a.n. {first.strip()},", second.strip() and f"{second.strip()},", "u.b.")
            if line
        )
    elif letter.signer_mode in {SignerMode.PLT, SignerMode.PLH}:
        title = f"{'Plt.' if letter.signer_mode == SignerMode.PLT else 'Plh.'} {title}"
    nip = f"NIP {letter.signer_nip}" if letter.signer_nip else ""
    below = "\n".join(line for line in (letter.signer_rank, nip) if line)
    return Signer(title=title, name=letter.signer_name, above=above, below=below)


def _paragraphs(text: str) -> list[Block]:
    return [Text(" ".join(part.split())) for part in text.split("\n") if part.strip()]


def _facts(letter: MeetingLetter, meeting: Meeting) -> list[Block]:
    """Day, hour, place and matter; of a cancelled meeting the day it was called for."""
    rows: list[tuple[str, str]] = []
    first, last = day_words(meeting.starts_at), day_words(meeting.ends_at)
    rows.append(("Hari, tanggal", first if first == last else f"{first} s.d. {last}"))
    rows.append(("Pukul", hours_words(meeting.starts_at, meeting.ends_at)))
    rows.append(("Tempat", place_words(meeting)))
    rows.append(("Acara", meeting.title))
    if meeting.theme:
        rows.append(("Tema", meeting.theme))
    if meeting.opener and letter.kind != LetterKind.PEMBATALAN:
        rows.append(("Pembuka", meeting.opener))
    return [Facts(tuple(rows))]


def _notes(letter: MeetingLetter) -> list[Block]:
    lines = [line.strip() for line in letter.notes.splitlines() if line.strip()]
    return [Facts((("Catatan", "; ".join(lines)),))] if lines else []


def _addressee(invitees: Sequence[Invitee]) -> tuple[str, ...]:
    if len(invitees) == FEW:
        invitee = invitees[0]
        where = invitee.region.capital if invitee.region else ""
        return (
            *(part for part in (invitee.title, invitee.name, invitee.body) if part),
            f"di {where or 'Tempat'}",
        )
    return ("Bapak/Ibu/Saudara sebagaimana daftar undangan terlampir", "di Tempat")


def _annexes(letter: MeetingLetter, meeting: Meeting, invitees: Sequence[Invitee]) -> tuple[Block, ...]:
    """The list of invitees when they are several, and the order of the day when there is one."""
    blocks: list[Block] = []
    if len(invitees) > FEW:
        rows = tuple(
            (
                f"{number}.",
                ", ".join(part for part in (row.title, row.name) if part),
                row.body,
                row.get_role_display(),
            )
            for number, row in enumerate(invitees, start=1)
        )
        head = ("No.", "Undangan", "Daerah atau instansi", "Sebagai")
        blocks += [Heading("Daftar undangan"), Table(head, rows, (8, 42, 32, 18))]
    items = [] if letter.kind == LetterKind.PEMBATALAN else list(meeting.items.select_related("section"))
    if items:
        blocks += [
            Heading("Susunan acara"),
            Table(("Waktu", "Acara", "Penyaji"), _agenda(items), (24, 48, 28)),
        ]
    return tuple(blocks)


def _agenda(items: Sequence[AgendaItem]) -> tuple[tuple[str, ...], ...]:
    return tuple((_time(item), item.title, item.presenter) for item in items)


def _time(item: AgendaItem) -> str:
    if item.starts_at is None:
        return f"{item.minutes} menit"
    start = timezone.localtime(item.starts_at)
    return f"{date_in_words(start.date()).day} {start:%H.%M %Z}"


def told_by(meeting: Meeting, *, cancelled: bool) -> dict[str, Any]:
    """What calendars are told with a letter."""
    return {
        "title": meeting.title,
        "starts_at": meeting.starts_at.isoformat(),
        "ends_at": meeting.ends_at.isoformat(),
        "place": place_words(meeting),
        "cancelled": cancelled,
    }
