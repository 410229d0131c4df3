"""Lists as XLSX: text is text, dates are dates, nothing typed by somebody is ever calculated."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ksd.core.spreadsheets import LONGEST_TEXT, Value, workbook


def read(made: bytes) -> Any:
    return load_workbook(BytesIO(made)).active


def one(value: Value) -> Any:
    return read(workbook("Daftar", [("Isi", 10)], [[value]]))["A2"]


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1",
        "-1+2",
        "@SUM(A1)",
        '=HYPERLINK("http://contoh","x")',
        "\t=1",
        "#N/A",
        "=cmd|'/c calc'!A0",
    ],
)
def test_what_looks_like_a_formula_is_kept_as_the_text_it_was(typed: str) -> None:
    made = workbook("Daftar", [("Isi", 10)], [[typed]])
    cell = read(made)["A2"]
    assert (cell.value, cell.data_type) == (typed, "s")
    assert cell.quotePrefix
    assert b"<f>" not in ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")


def test_dates_moments_and_numbers_stay_what_they_are() -> None:
    assert one(date(2026, 11, 21)).value.isoformat() == "2026-11-21T00:00:00"
    assert one(date(2026, 11, 21)).number_format == "yyyy-mm-dd"
    # The office's clock, not London's.
    assert one(datetime(2026, 11, 20, 18, 30, tzinfo=UTC)).value.isoformat() == "2026-11-21T02:30:00"
    assert one(7).value == 7
    assert one(None).value is None


def test_signs_a_sheet_cannot_hold_are_left_out_and_a_book_in_one_cell_is_cut() -> None:
    assert one("a\x00b\x1fc").value == "a b c"
    assert len(one("x" * (LONGEST_TEXT + 5)).value) == LONGEST_TEXT


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Buku [1]/2: a?", "Buku  1  2  a"), ("", "Daftar"), ("x" * 40, "x" * 31), ("'''", "Daftar")],
)
def test_the_sheet_has_a_name_excel_takes(name: str, shown: str) -> None:
    assert read(workbook(name, [("Isi", 10)], [])).title == shown


def test_the_head_stays_in_sight_and_filters() -> None:
    sheet = read(workbook("Daftar", [("Nomor", 10), ("Hal", 40)], [["1", "x"], ["2", "y"]]))
    assert [cell.value for cell in sheet[1]] == ["Nomor", "Hal"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert sheet.column_dimensions["B"].width == 40
