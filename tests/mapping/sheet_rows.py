"""Sheets for tests: made in memory, sent in as a browser does."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from ksd.mapping.services.sheets.importing import upload_sheet
from ksd.mapping.sheets.opening import Book, Cell, Line, Sheet
from tests.mapping.rows import urusan

HEAD = ("Jenis", "Urusan", "Pokok")
FIRST = ("Kebutuhan", "Kesehatan", "Air bersih contoh")


def book(
    *rows: tuple[Any, ...], head: tuple[str, ...] = HEAD, merged: str = "", name: str = "Isian"
) -> bytes:
    """A workbook of one sheet with headings in its first row."""
    urusan()
    made = Workbook()
    sheet: Any = made.active
    sheet.title = name
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    return saved(made)


def saved(made: Workbook) -> bytes:
    """A workbook as bytes."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def opened(content: bytes) -> Workbook:
    """Bytes as a workbook."""
    return load_workbook(BytesIO(content))


def lines_in(content: bytes) -> int:
    """How many lines the first sheet of a file has, its heading too."""
    sheet: Any = opened(content).active
    return int(sheet.max_row)


def sent(content: bytes, name: str = "isian.xlsx") -> SimpleUploadedFile:
    """The file as the browser sends it."""
    return SimpleUploadedFile(name, content)


def uploaded(actor: Any, period: Any, region: Any, content: bytes, name: str = "isian.xlsx") -> Any:
    """A sheet that was sent in and looked through."""
    return upload_sheet(actor=actor, period=period, region=region, upload=sent(content, name))


def typed(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Book:
    """An opened book of texts, without any file."""
    lines = [
        Line(
            number,
            {place: Cell(f"{chr(65 + place)}{number}", text) for place, text in enumerate(row) if text},
        )
        for number, row in enumerate((head, *rows), 1)
    ]
    return Book([Sheet("Isian", lines)])
