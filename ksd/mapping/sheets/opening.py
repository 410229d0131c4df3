"""Opening a sheet from strangers: bounded, never calculated, merged cells and formulas told apart from what was typed."""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from boundaries.geo.reading.archives import Archive, open_archive
from boundaries.geo.reading.features import UnreadableError
from boundaries.geo.reading.rows import MOST_PARTS, rows_of_csv
from ksd.core.words import figures
from ksd.mapping.sheets.columns import LISTS

MOST_ROWS = 2_000
MOST_SCANNED = 10_000
MOST_COLUMNS = 80
MOST_SHEETS = 12
MOST_PART = 30 * 1024 * 1024
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
MOST_MERGED = 500
Sort = Literal["text", "number", "yes_no", "date", "formula", "error"]
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, OSError, IndexError, SyntaxError, EOFError)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something: its address, what stands in it, and what sort it is."""

    address: str
    text: str
    sort: Sort = "text"
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its number and its filled cells by place (0 is the first column)."""

    number: int
    cells: dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range: its address and bounds (columns from 0, rows from 1)."""

    address: str
    left: int
    top: int
    right: int
    bottom: int

    def holds(self, place: int, row: int) -> bool:
        """Whether a cell lies within it."""
        return self.left <= place <= self.right and self.top <= row <= self.bottom


@dataclass
class Sheet:
    """A sheet as it was found."""

    name: str
    lines: list[Line]
    merged: list[Merged] = field(default_factory=list)
    hidden: bool = False


@dataclass
class Book:
    """Every sheet of a file, and what the file says it was made for."""

    sheets: list[Sheet]
    origin: str = ""


def open_csv(content: bytes) -> Book:
    """A CSV as a book of one sheet. Raises UnreadableError."""
    rows, _notes = rows_of_csv(content)
    lines: list[Line] = []
    for row in rows:
        _within(row.number, len(lines), "CSV")
        cells = {
            place: Cell(_address(place, row.number), text, "formula" if text[:1] == "=" else "text")
            for place, text in enumerate(row.texts[:MOST_COLUMNS])
            if text
        }
        if cells:
            lines.append(Line(row.number, cells))
    return Book([Sheet("CSV", lines)])


def open_xlsx(content: bytes) -> Book:
    """Every sheet of an XLSX file. Raises UnreadableError."""
    archive = _checked(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations it does not know
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")][:MOST_SHEETS]
            found = [_sheet(sheet, archive) for sheet in sheets]
    except UnreadableError:
        raise
    except _BROKEN:
        raise UnreadableError(
            _("Berkas XLSX rusak."),
            _("Buka di Excel/LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi."),
        ) from None
    return Book(found, _origin(found))


def _checked(content: bytes) -> Archive:
    """Refuse bombs, parts that open other files, and sheets far larger than any mapping, before reading a cell."""
    archive = open_archive(content, nested=True, members=MOST_PARTS)
    for name in archive.ending(".xml", ".rels"):
        if archive.size(name) > MOST_PART:
            raise _too_many(_said(name))
        part = archive.read(name)
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise UnreadableError(
                _("Berkas XLSX memuat DTD atau entitas XML."),
                _("Berkas demikian tidak diterima. Simpan ulang dari Excel/LibreOffice, lalu unggah lagi."),
            )
    return archive


def _said(part: str) -> str:
    """A part of the file as people know it: the sheets are numbered, their names stand elsewhere."""
    found = re.search(r"sheet(\d+)\.xml$", part)
    return _("ke-%s") % found.group(1) if found else part.rpartition("/")[2]


def _too_many(name: str) -> UnreadableError:
    return UnreadableError(
        _("Lembar %(name)s terlalu besar: paling banyak %(most)s baris terisi.")
        % {"name": name[:40], "most": figures(Decimal(MOST_ROWS))},
        _(
            "Hapus baris dan format kosong di bawah isian (pilih barisnya, Delete Rows), atau bagi menjadi beberapa berkas."
        ),
    )


def _within(number: int, filled: int, name: str) -> None:
    # Headings and notes above them take a few rows more.
    if number > MOST_SCANNED or filled > MOST_ROWS + 50:
        raise _too_many(name)


def _sheet(sheet: Any, archive: Archive) -> Sheet:
    sheet.reset_dimensions()
    lines = [line for line in _lines(sheet) if line.cells]
    path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    merged = _merged(archive.read(path)) if path in archive.names else []
    return Sheet(str(sheet.title), lines, merged, sheet.sheet_state != "visible")


def _lines(sheet: Any) -> Iterator[Line]:
    filled = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        cells = {place: cell for place, raw in enumerate(row) if (cell := _cell(raw, place, number))}
        filled += bool(cells)
        _within(number, filled, f"“{sheet.title}”")
        yield Line(number, cells)


def _cell(raw: Any, place: int, number: int) -> Cell | None:
    value = raw.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    address = _address(place, number)
    if raw.data_type == "f":
        return Cell(address, str(value)[:80], "formula")
    if raw.data_type == "e":
        return Cell(address, str(value), "error")
    if isinstance(value, bool):
        return Cell(address, "ya" if value else "tidak", "yes_no")
    if isinstance(value, int | float):
        known = Decimal(repr(value))
        return Cell(address, _digits(known), "number", known)
    if isinstance(value, datetime | date):
        return Cell(address, value.isoformat()[:10], "date")
    return Cell(address, str(value).replace("\r\n", "\n").strip())


def _digits(value: Decimal) -> str:
    if not value.is_finite() or abs(value) > Decimal(10) ** 30:
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _address(place: int, number: int) -> str:
    return f"{get_column_letter(place + 1)}{number}"


def _merged(part: bytes) -> list[Merged]:
    found = []
    for match in _MERGED.finditer(part):
        address = match.group(1).decode()
        # The pattern asks for both letters and numbers, so no bound is missing.
        left, top, right, bottom = (bound or 1 for bound in range_boundaries(address))
        found.append(Merged(address, left - 1, top, right - 1, bottom))
        if len(found) >= MOST_MERGED:
            break
    return found


def _origin(sheets: list[Sheet]) -> str:
    """What the hidden sheet of lists says the file was made for."""
    lists = next((sheet for sheet in sheets if sheet.name == LISTS), None)
    first = lists.lines[0].cells.get(0) if lists and lists.lines else None
    return first.text if first else ""
