"""What the machine writes around the parts of the drafters: emblems, title, komparisi, closing, signatures."""

from collections.abc import Callable, Iterator

from agreements.documents.naskah_word.paper import Paper
from agreements.documents.naskah_word.styles import TWIPS
from agreements.documents.sheet import Emblem, NaskahSheet, Signature
from agreements.naskah.sentences import AGREEMENT, BASES_INTRO, CLOSING, DEFINITION, TITLE
from agreements.naskah.word import names
from agreements.naskah.word.names import Mark

SIGN_ROOM_MM = 24
# Sides of the page in the order of alignments in Word.
SIDES = ("left", "center", "right")
MARK_MM, NAME_MM, COLON_MM = 10, 42, 4


KIND, PARTIES, NUMBER, OPENING, SIGNERS, HEADING = (
    "jenis", "para-pihak", "nomor", "pembukaan", "penanda-tangan", "kepala-lampiran",
)  # fmt: skip


class FrameLines:
    """The words of every frame line of a sheet by its mark, to be held against what comes back; and what it is."""

    def __init__(self, sheet: NaskahSheet) -> None:
        """Number the lines as the file does."""
        lines = [(name, " ".join(text.split())) for name, text in _frame_lines(sheet)]
        marks = [str(Mark("f", number)) for number in range(1, len(lines) + 1)]
        self.words = {mark: text for mark, (_name, text) in zip(marks, lines, strict=True)}
        self.names = {mark: name for mark, (name, _text) in zip(marks, lines, strict=True)}


def _frame_lines(sheet: NaskahSheet) -> Iterator[tuple[str, str]]:
    komparisi = " / ".join(f"{row.numeral} | {row.name} | : | {row.text}" for row in sheet.komparisi)
    yield KIND, sheet.title[0]
    yield from ((PARTIES, text) for text in sheet.title[1:-1])
    yield TITLE, sheet.title[-1]
    yield from ((NUMBER, text) for text in sheet.numbers)
    yield from ((OPENING, sheet.opening), (SIGNERS, komparisi), (DEFINITION, sheet.definition))
    if sheet.bases:
        yield BASES_INTRO, sheet.bases_intro
    yield AGREEMENT, sheet.agreement
    yield from ((f"{CLOSING}{number}", text) for number, text in enumerate(sheet.closing, start=1))
    yield from ((SIGNERS, " | ".join(map(_signed, row))) for row in sheet.signatures)
    for annex in sheet.annexes:
        yield from ((HEADING, text) for text in (annex.heading, sheet.document_title, *sheet.numbers))


def _signed(box: Signature) -> str:
    return f"{box.sebutan}, {box.position} {box.name}"


def write_head(paper: Paper, sheet: NaskahSheet, origin: Mark, images: Callable[[str], bytes | None]) -> None:
    """Emblems on their sides, then the centred title and the number of each party."""
    _emblems(paper, sheet.emblems, images)
    for number, text in enumerate(sheet.title):
        marks = (origin, paper.frame_mark()) if number == 0 else (paper.frame_mark(),)
        paper.line(text, names.TITLE, *marks)
    for text in sheet.numbers:
        paper.line(text, names.NUMBER, paper.frame_mark())


def _emblems(paper: Paper, emblems: tuple[Emblem, ...], images: Callable[[str], bytes | None]) -> None:
    cells = paper.emblem_cells(paper.room_mm / len(SIDES))
    for emblem in emblems:
        place = list(SIDES).index(emblem.side)
        row = cells[place].paragraphs[0]
        row.alignment = place
        image = images(emblem.src) if emblem.src else None
        if image:
            paper.picture(row, image, emblem.alt)
        else:
            row.add_run(f"[{emblem.alt}] ")


def write_opening(paper: Paper, sheet: NaskahSheet) -> None:
    """The day in words, the parties, and who is called what."""
    paper.line(sheet.opening, names.SENTENCE, paper.frame_mark())
    mark = paper.frame_mark()
    rows = []
    for number, party in enumerate(sheet.komparisi):
        marks = (mark,) if number == 0 else ()
        rows.append((
            paper.paragraph(party.numeral, names.PARTY, *marks),
            paper.paragraph(party.name, names.PARTY, bold=True),
            paper.paragraph(":", names.PARTY),
            paper.paragraph(party.text, names.PARTY),
        ))  # fmt: skip
    paper.table([MARK_MM, NAME_MM, COLON_MM, paper.room_mm - MARK_MM - NAME_MM - COLON_MM], rows)
    paper.line(sheet.definition, names.SENTENCE, paper.frame_mark())


def write_closing(paper: Paper, sheet: NaskahSheet) -> None:
    """Originals, stamp duty and equal force; PIHAK KEDUA left, PIHAK KESATU right."""
    for text in sheet.closing:
        paper.line(text, names.CLOSING, paper.frame_mark())
    for row in sheet.signatures:
        mark = paper.frame_mark()
        cells = [_box(paper, box, (mark,) if place == 0 else ()) for place, box in enumerate(row)]
        paper.table([paper.room_mm / len(row)] * len(row), [cells])
        paper.line("", names.SENTENCE)


def _box(paper: Paper, box: Signature, marks: tuple[Mark, ...]) -> str:
    room = f'<w:spacing w:after="{round(SIGN_ROOM_MM * TWIPS)}"/>'
    return (
        paper.paragraph(f"{box.sebutan},", names.SIGNATURE, *marks, bold=True)
        + paper.paragraph(box.position, names.SIGNATURE, begin=room)
        + paper.paragraph(box.name, names.SIGNATURE, bold=True)
    )
