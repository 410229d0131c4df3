"""One pasal as plain text for the form: "(1) …" for an ayat, "a. …" for a huruf, both ways without loss."""

import re
import unicodedata
from dataclasses import dataclass, field

from agreements.naskah.numbering import letter
from agreements.naskah.structure import MAX_AYAT, MAX_COLUMNS, MAX_HURUF, MAX_LINES, MAX_ROWS, MAX_TEXT, Ayat

AYAT = re.compile(r"\(\s*\d{1,3}\s*\)(?:\s+(?P<text>.*))?$")
HURUF = re.compile(r"[a-z][.)](?:\s+(?P<text>.*))?$")
DEEPER = re.compile(r"\d{1,3}[.)](?:\s|$)")
BAR = re.compile(r"(?<!\|)\|(?!\|)")
HIDDEN = {"Cc", "Cs", "Co", "Cn"}
BIDI = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong on one line, and how to mend it."""

    line: int
    message: str

    def __str__(self) -> str:
        """The sentence shown beside the field."""
        return f"Baris {self.line}: {self.message}"


class PlainTextError(ValueError):
    """The text could not be read as a pasal; `faults` names each line."""

    def __init__(self, faults: tuple[LineFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def clean(text: str) -> str:
    """One line of text: spaces single, control and direction-changing characters gone."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """Text as it was typed, without control and direction-changing characters."""
    if text.isprintable():  # nearly every line, and none of what is taken out is printable
        return text
    return "".join(sign if sign.isspace() or _visible(sign) else "" for sign in text)


def _visible(sign: str) -> bool:
    return sign not in BIDI and unicodedata.category(sign) not in HIDDEN


def print_ayat(ayat: tuple[Ayat, ...]) -> str:
    """The ayat of a pasal as lines; a single ayat carries no number unless its text looks like a mark."""
    numbered = len(ayat) > 1 or any(_marked(row.text) for row in ayat)
    lines: list[str] = []
    for number, row in enumerate(ayat, start=1):
        lines.append(f"({number}) {row.text}" if numbered else row.text)
        lines.extend(f"    {letter(index)}. {text}" for index, text in enumerate(row.huruf))
    return "\n".join(lines)


def parse_ayat(source: str) -> tuple[Ayat, ...]:
    """The ayat written in a form field; PlainTextError lists every line that cannot be read."""
    reader = _Reader()
    for number, raw in enumerate(source.splitlines(), start=1):
        reader.take(number, clean(raw))
    return reader.result()


def parse_lines(source: str, *, what: str = "butir") -> tuple[str, ...]:
    """Recitals, bases or paragraphs: one on each line, empty lines between them are dropped."""
    lines = [(number, clean(raw)) for number, raw in enumerate(source.splitlines(), start=1)]
    kept = [(number, text) for number, text in lines if text]
    faults = [LineFault(number, _too_long()) for number, text in kept if len(text) > MAX_TEXT]
    if len(kept) > MAX_LINES:
        faults.append(
            LineFault(kept[MAX_LINES][0], f"Lebih dari {MAX_LINES} {what}; gabungkan atau pindahkan.")
        )
    if faults:
        raise PlainTextError(tuple(faults))
    return tuple(text for _, text in kept)


def print_table(table: tuple[tuple[str, ...], ...]) -> str:
    """Annex rows as lines with cells parted by " | "; a bar inside a cell is doubled."""
    return "\n".join(" | ".join(cell.replace("|", "||") for cell in row) for row in table)


def parse_table(source: str) -> tuple[tuple[str, ...], ...]:
    """Annex rows from lines with cells parted by | or by tabs (pasted from a spreadsheet)."""
    rows: list[tuple[str, ...]] = []
    faults: list[LineFault] = []
    for number, raw in enumerate(source.splitlines(), start=1):
        if not raw.strip():
            continue
        cells = tuple(clean(part).replace("||", "|") for part in BAR.split(raw.replace("\t", " | ")))
        if len(cells) > MAX_COLUMNS:
            faults.append(LineFault(number, f"Tabel paling banyak {MAX_COLUMNS} kolom."))
        elif rows and len(cells) != len(rows[0]):
            faults.append(
                LineFault(number, f"Ada {len(cells)} kolom, seharusnya {len(rows[0])} seperti baris judul.")
            )
        rows.append(cells)
    if len(rows) > MAX_ROWS:
        faults.append(
            LineFault(MAX_ROWS + 1, f"Tabel paling banyak {MAX_ROWS} baris; lampirkan sebagai berkas.")
        )
    if faults:
        raise PlainTextError(tuple(faults))
    return tuple(rows)


def _marked(text: str) -> bool:
    return bool(AYAT.match(text) or HURUF.match(text) or DEEPER.match(text))


def _too_long() -> str:
    return f"Teks lebih dari {MAX_TEXT} huruf; bagi menjadi beberapa ayat."


@dataclass
class _Line:
    """A text being read and the line it began on."""

    line: int
    text: str


@dataclass
class _Draft(_Line):
    """An ayat being read, with its huruf."""

    numbered: bool
    huruf: list[_Line] = field(default_factory=list)


class _Reader:
    """Reads the lines one by one and remembers what it cannot place."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.faults: list[LineFault] = []
        self.gap = False

    def take(self, line: int, text: str) -> None:
        if not text:
            self.gap = bool(self.drafts)
            return
        ayat, huruf = AYAT.match(text), HURUF.match(text)
        if ayat:
            self._ayat(line, ayat.group("text") or "")
        elif huruf:
            self._huruf(line, huruf.group("text") or "")
        elif DEEPER.match(text):
            self._fault(
                line, "Rincian angka (1., 2.) tidak dikenal; tulis sebagai huruf a., b. di bawah ayat."
            )
        else:
            self._more(line, text)
        self.gap = False

    def _ayat(self, line: int, text: str) -> None:
        if self.drafts and not self.drafts[0].numbered:
            self._fault(line, "Teks di atas ayat ini belum bernomor; awali dengan (1).")
        if len(self.drafts) == MAX_AYAT:
            self._fault(line, f"Satu pasal paling banyak {MAX_AYAT} ayat; bagi menjadi dua pasal.")
        self.drafts.append(_Draft(line, text, numbered=True))

    def _huruf(self, line: int, text: str) -> None:
        if not self.drafts:
            self._fault(line, "Huruf ini tidak punya kalimat pembuka; tulis kalimatnya di baris sebelumnya.")
            return
        if len(self.drafts[-1].huruf) == MAX_HURUF:
            self._fault(line, "Huruf sudah sampai z; bagi rinciannya menjadi dua ayat.")
        self.drafts[-1].huruf.append(_Line(line, text))

    def _more(self, line: int, text: str) -> None:
        """A line without mark opens the pasal or goes on with the line above."""
        if not self.drafts:
            self.drafts.append(_Draft(line, text, numbered=False))
        elif self.gap:
            self._fault(
                line, "Alinea ini tidak bertanda; awali dengan (1), (2) untuk ayat atau a., b. untuk huruf."
            )
        else:
            last = self.drafts[-1].huruf[-1] if self.drafts[-1].huruf else self.drafts[-1]
            last.text = f"{last.text} {text}".strip()

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(LineFault(line, message))

    def result(self) -> tuple[Ayat, ...]:
        for draft in self.drafts:
            for part in (draft, *draft.huruf):
                if not part.text:
                    self._fault(part.line, "Tanda ini belum berisi teks; tulis isinya atau hapus barisnya.")
                if len(part.text) > MAX_TEXT:
                    self._fault(part.line, _too_long())
        if self.faults:
            raise PlainTextError(tuple(sorted(self.faults, key=lambda fault: fault.line)))
        return tuple(Ayat(draft.text, tuple(item.text for item in draft.huruf)) for draft in self.drafts)
