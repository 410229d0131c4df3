"""Finding the columns of a sheet by their headings, wherever they stand."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from boundaries.geo.reading.features import UnreadableError
from ksd.mapping.sheets.columns import BY_FIELD, GUIDE, LISTS, REQUIRED, field_named, nearest
from ksd.mapping.sheets.opening import Book, Cell, Line, Sheet

SEARCHED = 20


@dataclass(frozen=True)
class Remark:
    """A fault (it stops the import) or a note: sheet, cell, what was found, why it cannot be, what to write."""

    sheet: str
    cell: str
    found: str
    reason: str
    mend: str
    column: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}: {self.reason}"


@dataclass
class Head:
    """Where the headings stand and which column holds which field."""

    sheet: Sheet
    line: int
    places: dict[int, str]
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    @property
    def fields(self) -> frozenset[str]:
        """The fields this sheet speaks of; the others stay as they are."""
        return frozenset(self.places.values())


def head_of(book: Book) -> Head:
    """The sheet to read with its columns. Raises UnreadableError when no sheet has headings of ours."""
    sheets = [sheet for sheet in book.sheets if sheet.name not in {GUIDE, LISTS} and not sheet.hidden]
    found = [(sheet, line) for sheet in sheets if (line := _heading_line(sheet))]
    if not found:
        seen = [
            cell.text[:30] for sheet in sheets for line in sheet.lines[:3] for cell in line.cells.values()
        ]
        raise UnreadableError(
            _("Judul kolom tidak ditemukan (yang terbaca: %(seen)s).")
            % {"seen": ", ".join(f"“{text}”" for text in seen[:8]) or _("tidak ada")},
            _("Pakai templat periode ini, atau beri judul kolom Jenis, Urusan, dan Pokok pada satu baris."),
        )
    sheet, line = found[0]
    head = Head(sheet, line.number, {})
    for place, cell in sorted(line.cells.items()):
        _take(head, place, cell)
    _require(head)
    head.notes += [
        Remark(
            other.name,
            "A1",
            other.name,
            _("lembar ini tidak dibaca"),
            _("Pindahkan isinya ke “%s”.") % sheet.name,
        )
        for other, _line in found[1:]
    ]
    return head


def _heading_line(sheet: Sheet) -> Line | None:
    """The line among the first twenty with the most headings of ours; two at least."""
    lines = [line for line in sheet.lines if line.number <= SEARCHED]
    best = max(lines, key=_known, default=None)
    return best if best and _known(best) >= 2 else None


def _known(line: Line) -> int:
    return len({field_named(cell.text) for cell in line.cells.values()} - {""})


def _take(head: Head, place: int, cell: Cell) -> None:
    name = field_named(cell.text)
    if name and name in head.places.values():
        head.faults.append(
            Remark(
                head.sheet.name, cell.address, cell.text[:60], _("judul kolom ini sudah ada"),
                _("Hapus salah satu kolom “%s”.") % BY_FIELD[name].heading,
            )
        )  # fmt: skip
    elif name:
        head.places[place] = name
    else:
        _unknown(head, place, cell)


def _unknown(head: Head, place: int, cell: Cell) -> None:
    """A heading nobody knows: a slip of the pen stops the import, anything else is named and left out."""
    filled = any(place in line.cells for line in head.sheet.lines if line.number > head.line)
    meant = nearest(cell.text)
    if meant and filled:
        remark = Remark(
            head.sheet.name, cell.address, cell.text[:60], _("judul kolom tidak dikenal"),
            _("Tulis “%s” bila itu maksudnya, atau hapus kolomnya.") % meant,
        )  # fmt: skip
        head.faults.append(remark)
        return
    head.notes.append(
        Remark(
            head.sheet.name, cell.address, cell.text[:60], _("kolom ini tidak dikenal dan tidak dibaca"),
            _("Pindahkan isinya ke kolom Uraian bila perlu."),
        )
    )  # fmt: skip


def _require(head: Head) -> None:
    for name in REQUIRED:
        if name not in head.fields:
            heading = BY_FIELD[name].heading
            head.faults.append(
                Remark(
                    head.sheet.name, f"{head.line}:{head.line}", "", _("kolom “%s” tidak ada") % heading,
                    _("Tambahkan judul kolom “%(heading)s” pada baris %(line)d.")
                    % {"heading": heading, "line": head.line},
                )
            )  # fmt: skip
