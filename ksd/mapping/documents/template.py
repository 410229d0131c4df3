"""The sheet a region fills in: closed lists as drop-downs, instructions beside it, its rows with a hidden mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ksd.core.spreadsheets import LONGEST_TEXT
from ksd.mapping.sheets.columns import COLUMNS, FILLED, GUIDE, LISTS, ORIGIN, REQUIRED, Column, guide_line

HEADINGS = 4
# Empty lines with drop-downs below the rows that are there.
SPARE = 300
_LINE = Side(style="thin", color="FFB8C2CC")
_HEAD = PatternFill("solid", fgColor="FF1F4E79")
_NEEDED = PatternFill("solid", fgColor="FF9C2A10")
_TOP = Alignment(vertical="top", wrap_text=True)
_FORMATS = {"amount": "#,##0.###", "whole": "0"}


@dataclass(frozen=True)
class Template:
    """For which period and region, with which lists (by name) and rows (mark and values by field)."""

    title: str
    origin: str
    lists: Mapping[str, Sequence[str]]
    rows: Sequence[Mapping[str, Any]]
    hints: Sequence[str] = ()


def origin_of(period: str, region: str) -> str:
    """What the file says it was made for; read back on upload."""
    return f"{ORIGIN}/{period}/{region}"


def template_xlsx(template: Template) -> bytes:
    """The file: Isian, Petunjuk, and the hidden lists."""
    book = Workbook()
    filled: Any = book.active
    filled.title = FILLED
    lists = book.create_sheet(LISTS)
    ranges = _lists(lists, template)
    _fill(filled, template)
    _choices(filled, ranges, HEADINGS + len(template.rows) + SPARE)
    _guide(book.create_sheet(GUIDE, 1), template)
    lists.sheet_state = "hidden"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _lists(sheet: Any, template: Template) -> dict[str, str]:
    """Each closed list in a column of its own; the address of each for the drop-downs."""
    _write(sheet.cell(1, 1), template.origin)
    found = {}
    for place, (name, labels) in enumerate(template.lists.items(), start=2):
        _write(sheet.cell(1, place), name)
        for number, label in enumerate(labels, start=2):
            _write(sheet.cell(number, place), label)
        if labels:
            letter = get_column_letter(place)
            found[name] = f"{LISTS}!${letter}$2:${letter}${len(labels) + 1}"
    return found


def _fill(sheet: Any, template: Template) -> None:
    _write(sheet.cell(1, 2), template.title).font = Font(bold=True, size=14)
    _write(sheet.cell(2, 2), template.hints[0] if template.hints else "").font = Font(italic=True)
    for place, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        cell = _write(sheet.cell(HEADINGS, place), column.heading)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = _NEEDED if column.field in REQUIRED else _HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.comment = Comment(guide_line(column)[1], "KSD", width=260, height=90)
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[HEADINGS].height = 34
    sheet.freeze_panes = sheet.cell(HEADINGS + 1, 6)
    for number, row in enumerate(template.rows, start=HEADINGS + 1):
        for place, column in enumerate(COLUMNS, start=1):
            _row_cell(sheet.cell(number, place), column, row.get(column.field))
    _print(sheet)


def _print(sheet: Any) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADINGS}:{HEADINGS}"


def _row_cell(cell: Any, column: Column, value: Any) -> None:
    _write(cell, value)
    cell.border = Border(bottom=_LINE, right=_LINE)
    cell.alignment = _TOP
    if column.sort in _FORMATS:
        cell.number_format = _FORMATS[column.sort]


def _write(cell: Any, value: Any) -> Any:
    """Text stays text, so that "=1+1" typed by somebody never becomes a formula."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:LONGEST_TEXT]
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in {"=", "+", "-", "@"}
    elif isinstance(value, Decimal | int | date):
        cell.value = value
    return cell


def _choices(sheet: Any, ranges: Mapping[str, str], last: int) -> None:
    for place, column in enumerate(COLUMNS, start=1):
        rule = _rule(column, ranges)
        if rule is not None:
            letter = get_column_letter(place)
            rule.add(f"{letter}{HEADINGS + 1}:{letter}{last}")
            sheet.add_data_validation(rule)


def _rule(column: Column, ranges: Mapping[str, str]) -> DataValidation | None:
    if column.choices in ranges:
        rule = DataValidation(type="list", formula1=f"={ranges[column.choices]}", allow_blank=True)
    elif column.sort == "whole":
        rule = DataValidation(
            type="whole",
            operator="between",
            formula1=str(column.least),
            formula2=str(column.most),
            allow_blank=True,
        )
    elif column.sort == "amount":
        rule = DataValidation(
            type="decimal", operator="between", formula1="-1E+15", formula2="1E+15", allow_blank=True
        )
    else:
        return None
    rule.errorTitle, rule.error, rule.showErrorMessage = column.heading[:32], column.help[:250], True
    return rule


def _guide(sheet: Any, template: Template) -> None:
    """The instructions: what each column wants, and what happens on upload."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 96
    _write(sheet.cell(1, 1), template.title).font = Font(bold=True, size=14)
    number = 3
    for hint in template.hints:
        _write(sheet.cell(number, 1), hint).alignment = _TOP
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
        sheet.row_dimensions[number].height = 15 * (1 + len(hint) // 125)
        number += 1
    number += 1
    for heading, text in (("Kolom", "Isinya"), *map(guide_line, COLUMNS[1:])):
        for place, words in ((1, heading), (2, text)):
            cell = _write(sheet.cell(number, place), words)
            cell.font = Font(bold=place == 1 or heading == "Kolom")
            cell.alignment = _TOP
        number += 1
