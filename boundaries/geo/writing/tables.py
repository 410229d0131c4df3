"""CSV and XLSX: a row for each point; lines and areas as a row for each vertex, in order."""

import csv
import io
from collections.abc import Iterator, Sequence

import shapely
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from boundaries.geo.writing.items import Item, Value, columns_of, number, parts_of, rounded, written

_PLACE = ["Lintang", "Bujur"]


def write_csv(_title: str, items: Sequence[Item]) -> bytes:
    """A CSV file that Excel opens in UTF-8 and never calculates."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    for row in _rows(items):
        writer.writerow([_guarded(value) for value in row])
    return b"\xef\xbb\xbf" + target.getvalue().encode()


def write_xlsx(title: str, items: Sequence[Item]) -> bytes:
    """An XLSX file whose texts stay texts; degrees are numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(
        "".join(" " if sign in "[]:*?/\\" else sign for sign in written(title))[:31].strip("' ") or "Data"
    )
    sheet.freeze_panes = "A2"
    for row in _rows(items):
        sheet.append([_cell(sheet, value) for value in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: object, value: Value) -> object:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value=written(value)[:32_000])  # type: ignore[arg-type]  # a write-only sheet
    cell.data_type = "s"
    cell.quotePrefix = 1
    return cell


def _rows(items: Sequence[Item]) -> Iterator[list[Value]]:
    columns = columns_of(items)
    if all(part.geom_type == "Point" for item in items for part in parts_of(item.geometry)):
        yield ["Nama titik", *_PLACE, *columns]
        for item in items:
            place = next((rounded(part)[0] for part in parts_of(item.geometry)), None)
            yield [item.name, *(_degrees(place)), *[item.values.get(name) for name in columns]]
        return
    yield ["Garis", "Bagian", "Urutan", *_PLACE, *columns]
    for item in items:
        yield from _vertices(item, columns)


def _vertices(item: Item, columns: list[str]) -> Iterator[list[Value]]:
    runs = [
        run
        for part in parts_of(item.geometry)
        for run in (shapely.get_rings(part) if part.geom_type == "Polygon" else [part])
    ]
    for part, run in enumerate(runs, 1):
        for order, place in enumerate(rounded(run), 1):
            first = order == 1 and part == 1
            values = [item.values.get(name) if first else None for name in columns]
            yield [item.name, part, order, *_degrees(place), *values]


def _degrees(place: list[float] | None) -> list[Value]:
    return [None, None] if place is None else [place[1], place[0]]


def _guarded(value: Value) -> str:
    """A cell as CSV: numbers plain, and texts that a spreadsheet would calculate behind an apostrophe."""
    if isinstance(value, float):
        return number(value)
    text = written(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in set("=+-@\t\r") and text else text
