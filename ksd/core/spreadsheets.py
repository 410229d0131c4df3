"""Lists as XLSX: one sheet with a head that stays, real dates and numbers, and text that can never run as a formula."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_767  # what Excel keeps in one cell
LONGEST_NAME = 31
Value = str | int | float | date | datetime | None


def workbook(name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Value]]) -> bytes:
    """One sheet with these columns (heading, width in letters) and rows; bounded only by what the caller gives."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(_sheet_name(name))
    for place, (_heading, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, heading, bold=True) for heading, _width in columns])
    last = 1
    for row in rows:
        last += 1
        sheet.append([_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    if isinstance(value, str):
        return _text(sheet, value, bold=bold)
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value).replace(tzinfo=None)
    known: Any = value  # the stubs do not know that a sheet takes a plain day
    cell = WriteOnlyCell(sheet, value=known)
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    cell.alignment = Alignment(vertical="top")
    return cell


def _text(sheet: Any, value: str, *, bold: bool) -> Any:
    """Text stays text: "=1+1" or "@SUM" typed by somebody is shown, not calculated, also when the cell is edited."""
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub(" ", value)[:LONGEST_TEXT])
    cell.data_type = "s"
    cell.quotePrefix = 1
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.font = Font(bold=bold)
    return cell


def _sheet_name(name: str) -> str:
    """A name Excel takes: without the signs it refuses, never empty."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in name)
    return ILLEGAL_CHARACTERS_RE.sub(" ", plain).strip("' ")[:LONGEST_NAME] or "Daftar"
