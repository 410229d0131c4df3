"""The letter of invitation, of a change and of a cancellation, as the office prints it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from agreements.documents.letters import Block, Facts, Heading, Letter, Signer, Table, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK
from ksd.core.language import in_indonesian
from ksd.core.words import date_in_words, long_date, terbilang
from meetings.choices import LetterKind, Mode, SignerMode
from meetings.documents.plans import plan_parts
from meetings.documents.timetable import Slot, timetable
from meetings.models import Invitee, Meeting, MeetingLetter, MeetingPlan

SUBJECTS: dict[str, str] = {
    LetterKind.UNDANGAN: "Undangan",
    LetterKind.PERUBAHAN: "Perubahan jadwal atau tempat",
    LetterKind.PEMBATALAN: "Pembatalan",
}
# Until when a list fits the letter itself.
FEW = 1
# Its title, and what stands below it.
Annex = tuple[str, list[Block]]
ROMAN = ("I", "II", "III")


@in_indonesian
def invitation_letter(
    letter: MeetingLetter, meeting: Meeting, invitees: Sequence[Invitee], *, number: str = "", dated: str = ""
) -> Letter:
    """The letter with its annexes; without number and date it is a draft and says so."""
    annexes = _annexes(letter, meeting, invitees)
    count = len(annexes)
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
        annexed=_marked(annexes, number, dated),
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


def _marked(annexes: Sequence[Annex], number: str, dated: str) -> tuple[Block, ...]:
    """Each annex under its number, with the letter it belongs to."""
    blocks: list[Block] = []
    for place, (title, inside) in enumerate(annexes):
        mark = f"Lampiran {ROMAN[place]}" if len(annexes) > 1 else "Lampiran"
        letter = (("Nomor surat", number or BLANK), ("Tanggal", dated or BLANK))
        blocks += [Heading(f"{mark}: {title}"), Facts(letter), *inside]
    return tuple(blocks)


def _annexes(letter: MeetingLetter, meeting: Meeting, invitees: Sequence[Invitee]) -> list[Annex]:
    """The list of invitees when they are several, the order of the day when there is one, the KAK when it is wanted."""
    found: list[Annex] = []
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
        found.append(("daftar undangan", [Table(head, rows, (8, 42, 32, 18))]))
    slots = [] if letter.kind == LetterKind.PEMBATALAN else timetable(meeting, meeting.items.for_page())
    if slots:
        found.append(("susunan acara", [Table(("Waktu", "Acara", "Penyaji"), _agenda(slots), (24, 48, 28))]))
    plan = plan_annex(letter, meeting)
    return [*found, ("kerangka acuan kegiatan (KAK)", plan)] if plan else found


def plan_annex(letter: MeetingLetter, meeting: Meeting) -> list[Block]:
    """The KAK as an annex: what it costs is not for those invited; none while it is not written."""
    if not letter.carries_plan:
        return []
    plan = MeetingPlan.objects.filter(meeting=meeting).first()
    return plan_parts(plan, inner=True) if plan else []


def _agenda(slots: Sequence[Slot]) -> tuple[tuple[str, ...], ...]:
    """The items with their hours, and with the day where they take several."""
    several = len({slot.day for slot in slots}) > 1
    return tuple(
        (
            f"{date_in_words(slot.day).day}, {slot.hours}" if several else slot.hours,
            slot.item.title,
            slot.item.speaker,
        )
        for slot in slots
    )


def told_by(meeting: Meeting, *, cancelled: bool) -> dict[str, Any]:
    """What calendars are told with a letter."""
    return {
        "title": meeting.title,
        "starts_at": meeting.starts_at.isoformat(),
        "ends_at": meeting.ends_at.isoformat(),
        "place": place_words(meeting),
        "cancelled": cancelled,
    }
