"""The rundown of a meeting as a printed list: hours, what happens, who answers for it, where."""

from agreements.documents.letters import Block, Facts, Heading, Letter, Table, Text, letterhead_of
from ksd.core.words import date_in_words, long_date
from meetings.documents.timetable import Slot
from meetings.models import AgendaSection, Meeting

HEAD = ("Pukul", "Acara", "Penyaji / penanggung jawab", "Ruang / tautan")
WIDTHS = (14, 42, 26, 18)


def rundown(meeting: Meeting, sections: list[tuple[AgendaSection, list[Slot]]]) -> Letter:
    """The rundown on the paper of the organiser."""
    return Letter(
        head=letterhead_of(
            meeting.organiser, meeting.organiser_office.name if meeting.organiser_office else ""
        ),
        form="daftar",
        subject="Susunan Acara",
        blocks=(Facts(_facts(meeting)), *_parts(sections)),
        note="Jam mengikuti lama tiap acara; perubahan diumumkan sekretariat rapat.",
    )


def _facts(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    rows = (
        ("Rapat", meeting.title),
        ("Tema", meeting.theme),
        ("Waktu", meeting.schedule),
        ("Tempat", meeting.place),
        ("Tautan daring", meeting.link),
        ("Tuan rumah", meeting.host.full_name),
        ("Penyelenggara", meeting.organiser_name),
    )
    return tuple((name, value) for name, value in rows if value)


def _parts(sections: list[tuple[AgendaSection, list[Slot]]]) -> list[Block]:
    filled = [(section, slots) for section, slots in sections if slots]
    if not filled:
        return [Text("Susunan acara belum disusun.")]
    days = {slot.day for _section, slots in filled for slot in slots}
    blocks: list[Block] = []
    for section, slots in filled:
        blocks.append(Heading(section.title))
        for day in sorted({slot.day for slot in slots}):
            if len(days) > 1:
                blocks.append(Text(f"{date_in_words(day).day}, {long_date(day)}"))
            blocks.append(Table(HEAD, tuple(_line(slot) for slot in slots if slot.day == day), WIDTHS))
    return blocks


def _line(slot: Slot) -> tuple[str, str, str, str]:
    item = slot.item
    return slot.hours, item.title, item.speaker, "\n".join(part for part in (item.room, item.link) if part)
