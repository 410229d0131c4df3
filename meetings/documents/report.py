"""The report of a meeting to its superiors, with the list of what is bound behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agreements.documents.letters import Block, Facts, Heading, Letter, Signer, Table, Text, letterhead_of
from ksd.core.language import in_indonesian
from meetings.documents.attendance import attendance_letter, attendance_table
from meetings.documents.invitations import day_words, hours_words, place_words
from meetings.documents.minutes import attendance_rows, paragraphs
from meetings.models import Attendance, Meeting, MeetingReport, MeetingSession

CONTENTS = "Daftar isi"
REPORT = "Laporan"
ATTACHED, MISSING = "terlampir", "belum ada"


@dataclass(frozen=True)
class Annex:
    """What is bound behind the report: papers of ours, or photographs (file, caption); or why it is missing."""

    title: str
    letters: tuple[Letter, ...] = ()
    photos: tuple[tuple[str, str], ...] = ()
    missing: str = ""

    @property
    def is_there(self) -> bool:
        """Whether there is anything to bind."""
        return not self.missing


@in_indonesian
def report_letter(
    meeting: Meeting, report: MeetingReport, annexes: Sequence[Annex], *, number: str = "", dated: str = ""
) -> Letter:
    """The report itself; without a number it prints as a draft and says so. Missing annexes are named."""
    return Letter(
        head=letterhead_of(
            meeting.organiser, meeting.organiser_office.name if meeting.organiser_office else ""
        ),
        form="berita_acara",
        subject=f"Laporan {meeting.title}",
        number=number,
        place=meeting.organiser.capital or meeting.organiser.name,
        dated=dated,
        blocks=(
            Facts(_facts(meeting, report)),
            _contents(annexes),
            *_chapter("I. Pendahuluan", report.introduction),
            *_chapter("II. Pelaksanaan", report.course),
            *_chapter("III. Kesimpulan", report.conclusion),
            *_chapter("IV. Saran", report.advice),
            *_lacking(annexes),
        ),
        signers=(
            Signer(
                title=report.signer_title or "Pelapor", **({"name": report.signer} if report.signer else {})
            ),
        ),
        note="" if number else "Rancangan laporan; belum bernomor",
    )


def _facts(meeting: Meeting, report: MeetingReport) -> tuple[tuple[str, str], ...]:
    return (
        ("Kepada", f"Yth. {report.addressee}" if report.addressee else "–"),
        ("Perihal", f"Laporan pelaksanaan {meeting.title}"),
        ("Hari, tanggal rapat", day_words(meeting.starts_at)),
        ("Pukul", hours_words(meeting.starts_at, meeting.ends_at)),
        ("Tempat", place_words(meeting) or "–"),
    )


def _contents(annexes: Sequence[Annex]) -> Table:
    """What the volume holds; pages are known only once it is bound."""
    rows = [("–", REPORT, ATTACHED)]
    rows += [
        (str(place), each.title, ATTACHED if each.is_there else MISSING)
        for place, each in enumerate(annexes, 1)
    ]
    return Table(("Lampiran", "Berkas", "Halaman"), tuple(rows), (14, 66, 20), CONTENTS)


def _lacking(annexes: Sequence[Annex]) -> list[Block]:
    lacking = [each for each in annexes if not each.is_there]
    if not lacking:
        return []
    return [
        Heading("Lampiran yang belum ada"),
        *(Text(f"{each.title}: {each.missing}") for each in lacking),
    ]


def _chapter(title: str, text: str) -> list[Block]:
    return [Heading(title), *(paragraphs(text) or [Text("–")])]


def attached(letter: Letter) -> dict[str, bool]:
    """By title, whether the volume of a report as it was written holds each annex."""
    tables = (block for block in letter.blocks if isinstance(block, Table) and block.caption == CONTENTS)
    return {row[1]: row[2] != MISSING for table in tables for row in table.rows}


def with_pages(letter: Letter, pages: Mapping[str, int]) -> Letter:
    """The report with the page on which each part of the volume begins."""
    return replace(letter, blocks=tuple(_paged(block, pages) for block in letter.blocks))


def _paged(block: Block, pages: Mapping[str, int]) -> Block:
    if not (isinstance(block, Table) and block.caption == CONTENTS):
        return block
    rows = tuple(
        (mark, title, str(pages[title]) if title in pages else said) for mark, title, said in block.rows
    )
    return replace(block, rows=rows)


@in_indonesian
def attendance_papers(meeting: Meeting) -> tuple[Letter, ...]:
    """The list of each session somebody signed, without what only the organiser keeps."""
    by_session: dict[MeetingSession, list[Attendance]] = {}
    for row in attendance_rows(meeting):
        by_session.setdefault(row.session, []).append(row)
    return tuple(
        attendance_letter(meeting, session, attendance_table(rows)) for session, rows in by_session.items()
    )


def photo_paper(meeting: Meeting) -> Letter:
    """The page photographs are put on."""
    return Letter(
        head=letterhead_of(
            meeting.organiser, meeting.organiser_office.name if meeting.organiser_office else ""
        ),
        subject="Foto kegiatan",
        form="daftar",
        blocks=(Facts((("Acara", meeting.title), ("Hari, tanggal", day_words(meeting.starts_at)))),),
    )
