"""The rows of a CSV or XLSX file as texts; what is a formula stays a text and is told apart."""

import csv
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook

from boundaries.geo.reading.archives import open_archive
from boundaries.geo.reading.features import UnreadableError

MOST_COLUMNS = 200
MOST_PARTS = 2_000
_MEND = "Buka di Excel/LibreOffice, simpan ulang sebagai .xlsx atau CSV UTF-8, lalu unggah lagi."
_BROKEN = (
    BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError, OSError, IndexError, SyntaxError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, its cells as text, the places of formulas."""

    number: int
    texts: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


def rows_of_csv(content: bytes) -> tuple[Iterator[Row], tuple[str, ...]]:
    """The rows of a CSV file whatever separates them, and what had to be guessed."""
    text, notes = _decoded(content)
    return _csv_rows(text), notes


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace"), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        note = "Huruf pada tabel bukan UTF-8; dibaca sebagai Windows-1252. Periksa tanda derajat dan nama yang beraksen."
        return content.decode("cp1252", "replace"), (note,)


def _csv_rows(text: str) -> Iterator[Row]:
    text = text.replace("\0", "")
    head = "\n".join(text[:20_000].splitlines()[:20])
    sign = max(";\t,|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise UnreadableError(f"Tabel CSV rusak di baris {reader.line_num}.", _MEND) from None
        yield Row(reader.line_num, tuple(_unguarded(cell) for cell in cells[:MOST_COLUMNS]))


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from calculating it."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@") else cell


def rows_of_xlsx(content: bytes) -> Iterator[Row]:
    """The rows of the first sheet that holds any."""
    _refuse_entities(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and print settings it does not know
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
            for sheet in sheets:
                sheet.reset_dimensions()
            filled = next((sheet for sheet in sheets if next(iter(sheet.iter_rows()), None)), None)
        if filled is None:
            raise UnreadableError("Berkas XLSX tidak memuat satu baris pun.", _MEND)
        yield from _sheet_rows(filled)
    except UnreadableError:
        raise
    except _BROKEN:
        raise UnreadableError("Berkas XLSX rusak.", _MEND) from None


def _refuse_entities(content: bytes) -> None:
    """Refuse a bomb, and parts that could open other files."""
    archive = open_archive(content, nested=True, members=MOST_PARTS)
    for name in archive.ending(".xml", ".rels"):
        if b"<!DOCTYPE" in (part := archive.read(name)) or b"<!ENTITY" in part:
            raise UnreadableError(
                "Berkas XLSX memuat DTD atau entitas XML.", f"Berkas demikian tidak diterima. {_MEND}"
            )


def _sheet_rows(sheet: Any) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        formulas = frozenset(place for place, cell in enumerate(cells) if cell.data_type == "f")
        yield Row(number, tuple(_text(cell.value) for cell in cells), formulas)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        text = f"{value:.12f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else repr(value)
        return text or "0"
    return _unguarded(str(value))
