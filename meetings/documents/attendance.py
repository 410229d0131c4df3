"""The list of attendance on paper: with drawn signatures, with blanks for ink, or empty for the invited; and as a sheet."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from django.utils import timezone

from agreements.documents.letters import Facts, Letter, Signer, Table, letterhead_of
from agreements.documents.letters.sheet import BLANK
from ksd.core.language import in_indonesian
from ksd.core.spreadsheets import Value, workbook
from meetings.documents.invitations import day_words, hours_words, place_words
from meetings.models import Attendance, Invitee, Meeting, MeetingSession

Ink = Literal["gambar", "tinta"]
HEAD = ("No.", "Nama", "NIP", "Jabatan", "Instansi", "L/P", "Telepon", "Tanda tangan", "Mewakili")
WIDTHS = (4, 16, 14, 13, 15, 5, 10, 12, 11)
# Without what only the organiser keeps: NIP and telephone.
OPEN_HEAD = ("No.", "Nama", "Jabatan", "Instansi", "L/P", "Tanda tangan", "Mewakili")
OPEN_WIDTHS = (5, 19, 18, 20, 6, 15, 17)
# Room on the list of the invited for who comes without an invitation.
SPARE = 10
PRIVATE = ("NIP", "Telepon")
COLUMNS = (
    ("Sesi", 24), ("No.", 6), ("Nama", 30), ("NIP", 22), ("Jabatan", 30), ("Instansi", 34), ("L/P", 6),
    ("Telepon", 18), ("Mewakili", 30), ("Hadir pada", 18), ("Dicatat lewat", 22), ("Terlambat dikirim", 16),
)  # fmt: skip


def attendance_table(rows: Sequence[Attendance], *, contacts: bool = False, ink: bool = False) -> Table:
    """The list as a table: drawn signatures, or staggered numbers for ink; contacts only on the organiser's print."""
    lines = [
        _line(
            place,
            (row.name, row.nip, row.title, row.body, row.gender, row.phone, row.stands_for),
            "" if ink or row.signature_id is None else f"ksd-file:{row.signature_id}",
        )
        for place, row in enumerate(rows, 1)
    ]
    return _table(lines, contacts=contacts)


def invited_table(invitees: Sequence[Invitee], *, contacts: bool = False) -> Table:
    """The list before anybody came: who is invited, the rest left for ink, and some rows for others."""
    lines = [_line(place, _expected(row), "") for place, row in enumerate(invitees, 1)]
    blank = ("", "", "", "", "", "", "")
    lines += [_line(place, blank, "") for place in range(len(lines) + 1, len(lines) + SPARE + 1)]
    return _table(lines, contacts=contacts)


def _expected(row: Invitee) -> tuple[str, ...]:
    name, title = row.comes
    stands_for = row.title if (name, title) != (row.name, row.title) else ""
    return (name, "", title, row.body, "", "", stands_for)


def _line(place: int, said: tuple[str, ...], picture: str) -> tuple[str, ...]:
    name, nip, title, body, gender, phone, stands_for = said
    return (str(place), name, nip, title, body, gender, phone, picture or staggered(place), stands_for)


def staggered(place: int) -> str:
    """The number beside which one signs by hand: odd ones left, even ones right, so that signatures do not meet."""
    return f"{place}." if place % 2 else "\u00a0" * 16 + f"{place}."


def _table(lines: list[tuple[str, ...]], *, contacts: bool) -> Table:
    head, widths = (HEAD, WIDTHS) if contacts else (OPEN_HEAD, OPEN_WIDTHS)
    kept = [place for place, name in enumerate(HEAD) if contacts or name not in PRIVATE]
    return Table(
        head=head,
        rows=tuple(tuple(line[place] for place in kept) for line in lines),
        widths=widths,
        pictured=head.index("Tanda tangan"),
        tall=True,
    )


def attendance_letter(meeting: Meeting, session: MeetingSession, table: Table) -> Letter:
    """The list under the letterhead of the organiser, with the session and a place for whoever answers for it."""
    office = meeting.organiser_office.name if meeting.organiser_office else ""
    facts = [
        ("Acara", meeting.title),
        ("Hari, tanggal", day_words(session.starts_at)),
        ("Pukul", hours_words(session.starts_at, session.ends_at)),
        ("Tempat", place_words(meeting)),
    ]
    if session.title not in {"", "Rapat"}:
        facts.insert(1, ("Sesi", session.title))
    return Letter(
        head=letterhead_of(meeting.organiser, office),
        subject="Daftar hadir",
        form="daftar",
        blocks=(Facts(tuple(facts)), table),
        signers=(Signer(title="Petugas daftar hadir", name=BLANK),),
        landscape=True,
    )


@in_indonesian
def attendance_sheet(rows: Sequence[Attendance]) -> bytes:
    """All sessions as XLSX; what people typed stays text and is never calculated."""
    return workbook("Daftar hadir", COLUMNS, _numbered(rows))


def _numbered(rows: Sequence[Attendance]) -> list[Sequence[Value]]:
    lines: list[Sequence[Value]] = []
    place, session = 0, 0
    for row in rows:
        place = place + 1 if row.session_id == session else 1
        session = row.session_id
        lines.append(_values(place, row))
    return lines


def _values(place: int, row: Attendance) -> Sequence[Value]:
    at: datetime = timezone.localtime(row.at)
    return (
        row.session.title, place, row.name, row.nip, row.title, row.body, row.gender, row.phone, row.stands_for,
        at, str(row.get_way_display()), "ya" if row.is_delayed else "",
    )  # fmt: skip
