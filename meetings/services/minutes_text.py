"""What a notula begins with: the facts of the meeting, and one part of discussion for each item of its agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ksd.core.language import in_indonesian
from meetings.choices.agenda import WORDLESS
from meetings.models import LiveNote, Meeting, Minutes, Record
from meetings.services.agenda_templates import template_of
from meetings.services.record_text import text_of
from meetings.services.records import shown_text

# A line that begins a part of the discussion in the stored text.
MARK = "## "
MOST_PARTS = 60
NATURE = "Terbatas bagi peserta undangan"


@dataclass(frozen=True)
class Part:
    """The discussion of one item of the agenda."""

    title: str
    text: str = ""


def parts_of(discussion: str) -> list[Part]:
    """The parts of a stored discussion; words before the first title stand in a part without one."""
    found: list[tuple[str, list[str]]] = []
    for line in discussion.splitlines():
        if line.startswith(MARK):
            found.append((line.removeprefix(MARK).strip(), []))
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            found.append(("", [line]))
    return [Part(title, "\n".join(lines).strip()) for title, lines in found]


def joined(parts: Iterable[Part]) -> str:
    """Parts as they are stored; a line of somebody's words never begins a part of its own."""
    return "\n".join(f"{MARK}{_line(part.title)}\n{_plain(part.text)}".rstrip() for part in parts)


def _line(title: str) -> str:
    return " ".join(title.split())


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return "\n".join(line.lstrip("# ") if line.startswith(MARK) else line.rstrip() for line in lines)


def parts_to_write(meeting: Meeting, minutes: Minutes) -> list[Part]:
    """What the editor shows: the written parts, then items of the agenda that have none yet.

    Of a pause or a ceremony nothing is asked; where somebody took a note of it or wrote of it, it stays.
    """
    lines = _lines(meeting)
    wordless = {title for title, is_wordless in lines if is_wordless}
    written = [part for part in parts_of(minutes.discussion) if part.text or part.title not in wordless]
    known = {part.title for part in written}
    fresh = [part for part in _from_room(meeting, lines) if part.title not in known]
    return [*written, *fresh][:MOST_PARTS]


def _lines(meeting: Meeting) -> list[tuple[str, bool]]:
    """The titles of the agenda, each once, and whether nothing is discussed there; without an agenda the template's."""
    rows: Iterable[Any] = meeting.items.order_by("section__order", "section_id", "order", "pk")
    items = list(rows) or [item for section in template_of(meeting) for item in section.items]
    found: dict[str, bool] = {}
    for item in items:
        title = _line(item.title)
        found[title] = found.get(title, True) and item.kind in WORDLESS
    return list(found.items())


def _from_room(meeting: Meeting, lines: list[tuple[str, bool]]) -> list[Part]:
    """One part for each item with the notes taken in the room."""
    said: dict[str, list[str]] = {}
    for note in LiveNote.objects.filter(meeting=meeting, dropped_at=None).select_related("item"):
        said.setdefault(_line(note.item.title) if note.item else "", []).append(_note(note))
    parts = [
        Part(title, "\n".join(said.get(title, [])))
        for title, is_wordless in lines
        if title in said or not is_wordless
    ]
    loose = said.get("", [])
    return [*parts, *([Part("Lain-lain", "\n".join(loose))] if loose else [])]


def _note(note: LiveNote) -> str:
    words = " ".join(note.text.split())
    return f"{note.speaker}: {words}" if note.speaker else words


@in_indonesian
def first_minutes(meeting: Meeting) -> Minutes:
    """A notula nobody wrote yet, with what the meeting knows of itself; unsaved."""
    return Minutes(
        meeting=meeting,
        nature=NATURE,
        opened_at=_began(meeting),
        closed_at=_ended(meeting),
        chair=meeting.chair,
        chair_title=meeting.chair_title,
        discussion=joined(_from_room(meeting, _lines(meeting))),
    )


def _began(meeting: Meeting) -> Any:
    first = (
        meeting.items.filter(begun_at__isnull=False)
        .order_by("begun_at")
        .values_list("begun_at", flat=True)
        .first()
    )
    return first or meeting.starts_at


def _ended(meeting: Meeting) -> Any:
    last = (
        meeting.items.filter(ended_at__isnull=False)
        .order_by("-ended_at")
        .values_list("ended_at", flat=True)
        .first()
    )
    running = meeting.items.filter(state="berjalan").exists()
    return None if running else last or meeting.ends_at


def points_said(meeting: Meeting) -> list[dict[str, Any]]:
    """The decisions as rows say them: those of the locked rumusan, before that the ones that stand now."""
    record = Record.objects.filter(meeting=meeting).first()
    if record is not None and record.locked_at is not None:
        return list(shown_text(record).get("points", []))
    return list(text_of(meeting, record or Record(meeting=meeting))["points"])
