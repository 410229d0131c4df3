"""The notula on paper: its facts, course, discussion and decisions, and who was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from agreements.documents.letters import (
    Block,
    Facts,
    Heading,
    Letter,
    Numbered,
    Signer,
    Table,
    Text,
    letterhead_of,
)
from agreements.documents.letters.sheet import BLANK
from ksd.core.language import in_indonesian
from ksd.core.words import long_date
from meetings.documents.invitations import day_words, place_words
from meetings.models import Attendance, Meeting, Minutes


@dataclass(frozen=True)
class Said:
    """The discussion of one item: its title and its paragraphs."""

    title: str
    text: str


@in_indonesian
def minutes_letter(
    meeting: Meeting,
    minutes: Minutes,
    *,
    parts: Sequence[Said],
    points: Sequence[Mapping[str, Any]],
    number: str = "",
) -> Letter:
    """The notula; without a number it prints as a draft and says so."""
    rows = attendance_rows(meeting)
    signed = minutes.signed_at
    return Letter(
        head=letterhead_of(
            meeting.organiser, meeting.organiser_office.name if meeting.organiser_office else ""
        ),
        form="berita_acara",
        subject=f"Notula {meeting.title}",
        number=number,
        place=meeting.organiser.capital or meeting.organiser.name,
        dated=long_date(timezone.localtime(signed).date()) if signed else "",
        blocks=(
            Facts(minutes_facts(meeting, minutes, rows)),
            *_agenda(meeting),
            *_told("Jalannya rapat", minutes.course),
            *_discussion(parts),
            *_decisions(points),
            *_told("Kesimpulan", minutes.conclusion),
        ),
        signers=(
            _signer("Pimpinan rapat", minutes.chair_title, minutes.chair),
            _signer("Notulis", minutes.note_taker_title, minutes.note_taker),
        ),
        note="" if number else "Rancangan notula; belum disahkan",
        annexed=_present(rows),
    )


def _signer(role: str, title: str, name: str) -> Signer:
    """Who signs in which role, with the own title below it; without a name a blank for ink."""
    own = "" if title.strip().casefold() == role.casefold() else title
    return Signer(title=own or role, above=f"{role}," if own else "", name=name or BLANK)


def attendance_rows(meeting: Meeting) -> list[Attendance]:
    """Everybody on the lists of attendance of all sessions, in the order of their coming."""
    return list(Attendance.objects.of_meeting(meeting).standing().for_list())


def minutes_facts(
    meeting: Meeting, minutes: Minutes, rows: Sequence[Attendance]
) -> tuple[tuple[str, str], ...]:
    """What a notula says first; the count is that of the lists of attendance, each person once."""
    people = len({(row.name, row.organisation) for row in rows})
    guests = "; ".join(line.strip() for line in minutes.guests.splitlines() if line.strip())
    return (
        ("Jenis rapat", str(meeting.get_kind_display())),
        ("Sifat rapat", minutes.nature or "–"),
        ("Hari, tanggal", _days(meeting)),
        ("Tempat", place_words(meeting) or "–"),
        ("Acara", meeting.title),
        *((("Tema", meeting.theme),) if meeting.theme else ()),
        ("Rapat dibuka", _hour(meeting, minutes.opened_at)),
        ("Rapat ditutup", _hour(meeting, minutes.closed_at)),
        ("Pimpinan rapat", _person(minutes.chair, minutes.chair_title)),
        ("Sekretaris rapat", minutes.secretary or "–"),
        ("Notulis", _person(minutes.note_taker, minutes.note_taker_title)),
        (
            "Peserta hadir",
            f"{people} orang menurut daftar hadir (terlampir)" if people else "Belum ada daftar hadir",
        ),
        ("Undangan lain", guests or "–"),
    )


def _days(meeting: Meeting) -> str:
    first, last = day_words(meeting.starts_at), day_words(meeting.ends_at)
    return first if first == last else f"{first} s.d. {last}"


def _hour(meeting: Meeting, moment: datetime | None) -> str:
    """The hour, with its day where the meeting took several."""
    if moment is None:
        return "–"
    local = timezone.localtime(moment)
    hour = f"pukul {local:%H.%M %Z}"
    one_day = (
        timezone.localtime(meeting.starts_at).date()
        == local.date()
        == timezone.localtime(meeting.ends_at).date()
    )
    return hour if one_day else f"{day_words(moment)} {hour}"


def _person(name: str, title: str) -> str:
    return ", ".join(part for part in (name, title) if part) or "–"


def _agenda(meeting: Meeting) -> list[Block]:
    items = meeting.items.select_related("section").order_by("section__order", "section_id", "order", "pk")
    titles = tuple(item.title for item in items)
    return [Heading("Agenda"), Numbered(titles)] if titles else []


def paragraphs(text: str) -> list[Block]:
    """Each line of somebody's words as a paragraph."""
    return [Text(" ".join(line.split())) for line in text.splitlines() if line.strip()]


def _told(title: str, text: str) -> list[Block]:
    return [Heading(title), *paragraphs(text)] if text.strip() else []


def _discussion(parts: Sequence[Said]) -> list[Block]:
    """One heading for each item something was said about."""
    blocks: list[Block] = []
    for part in parts:
        if part.text.strip():
            blocks += [
                Heading(f"Pembahasan: {part.title}" if part.title else "Pembahasan"),
                *paragraphs(part.text),
            ]
    return blocks


def _decisions(points: Sequence[Mapping[str, Any]]) -> list[Block]:
    """The points of the result in their own words, with who owes what until when."""
    if not points:
        return [Heading("Keputusan"), Text("Rapat tidak mencatat butir keputusan.")]
    said = tuple(f"({row['kind']}) {row['text']}" for row in points)
    duties = tuple(
        (str(row["number"]), each["who"], each["target"] or "–", each["due"] or "–")
        for row in points
        for each in row["duties"]
    )
    blocks: list[Block] = [Heading("Keputusan"), Numbered(said)]
    if duties:
        head = ("Butir", "Penanggung jawab", "Sasaran", "Batas waktu")
        blocks.append(Table(head, duties, (9, 36, 35, 20), "Tindak lanjut"))
    return blocks


def _present(rows: Sequence[Attendance]) -> tuple[Block, ...]:
    """The annex: who signed the lists."""
    if not rows:
        return ()
    several = len({row.session_id for row in rows}) > 1
    lines = tuple(
        (
            f"{place}.",
            row.name,
            row.title or "–",
            row.body or "–",
            row.stands_for or "–",
            *((row.session.title,) if several else ()),
        )
        for place, row in enumerate(rows, 1)
    )
    head = ("No.", "Nama", "Jabatan", "Instansi", "Mewakili", *(("Sesi",) if several else ()))
    widths = (6, 22, 22, 22, 16, 12) if several else (6, 26, 24, 26, 18)
    return (Heading("Lampiran: peserta yang hadir"), Table(head, lines, widths))
