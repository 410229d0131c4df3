"""Tables of points: CSV and XLSX, columns found by their Indonesian or English headings."""

from collections.abc import Iterator
from typing import Any

from pyproj import CRS
from shapely import Point

from boundaries.geo.coordinates import CoordinateError, parse, parse_pair
from boundaries.geo.reading import crs as systems
from boundaries.geo.reading.building import Builder
from boundaries.geo.reading.columns import Columns, find_columns
from boundaries.geo.reading.features import Problem, Raw, Source, UnreadableError, tidy
from boundaries.geo.reading.rows import Row, rows_of_csv, rows_of_xlsx

# Headings may stand below a title and a few lines of explanation.
SEARCHED = 20
NO_SYSTEM = "Tabel memuat koordinat dalam meter (easting/northing) tanpa kolom zona."
_FORMULA = Problem(
    "",
    "Sel koordinatnya berisi rumus.",
    "Salin kolom itu, tempel sebagai nilai (Paste Values), lalu unggah lagi.",
)


def read(kind: str, content: bytes, builder: Builder, named: CRS | None) -> Source:
    """Open a table; `named` is the system a person names for it."""
    rows, notes = rows_of_csv(content) if kind == "csv" else (rows_of_xlsx(content), ())
    columns, rest = _headed(rows)
    if columns.metres and not columns.has("zone"):
        if named is None or named.is_projected:
            return Source(kind.upper(), named, _points(rest, columns, builder), notes, ask=NO_SYSTEM)
        raise UnreadableError(
            "Kolom koordinatnya dalam meter, tetapi sistem koordinat yang dipilih memakai derajat.",
            "Pilih zona UTM-nya, misalnya WGS 84 / UTM zona 50S.",
        )
    degrees = named if named is not None and named.is_geographic and not columns.metres else systems.WGS84
    return Source(kind.upper(), degrees, _points(rest, columns, builder), notes)


def _headed(rows: Iterator[Row]) -> tuple[Columns, Iterator[Row]]:
    """The columns, and the rows below their headings."""
    seen: list[str] = []
    for row in rows:
        columns = find_columns(row.texts)
        if columns is not None:
            return columns, rows
        seen += [text for text in row.texts if text][: 12 - len(seen)]
        if row.number >= SEARCHED:
            break
    told = ", ".join(f"“{text[:30]}”" for text in seen) or "tidak ada"
    raise UnreadableError(
        f"Judul kolom koordinat tidak ditemukan (yang terbaca: {told}).",
        "Beri judul kolom “Lintang” dan “Bujur”, atau “Koordinat”, atau “Easting”, “Northing”, dan “Zona” pada baris pertama.",
    )


def _points(rows: Iterator[Row], columns: Columns, builder: Builder) -> Iterator[Raw | Problem]:
    for row in rows:
        if not any(row.texts):
            continue
        where = f"Baris {row.number}"
        builder.spend(1)
        try:
            point, written = _position(row, columns)
        except CoordinateError as error:
            yield Problem(where, error.message, error.remedy)
            continue
        if point is None:
            yield Problem(where, _FORMULA.message, _FORMULA.remedy)
            continue
        properties = {name: tidy(text) for name, text in columns.others(row.texts).items() if text}
        yield Raw(row.number, where, point, properties | {"as_given": written})


def _position(row: Row, columns: Columns) -> tuple[Point | None, str]:
    """The point of a row and how it was written; None where the cell holds a formula."""
    given = [columns.of(name, row.texts) for name in columns.coordinates]
    if any(columns.at(name) in row.formulas for name in columns.coordinates) or any(
        text[:1] in "=@" for text in given if text
    ):
        return None, ""
    written = ", ".join(text for text in given if text)[:120]
    if columns.has("both"):
        found = parse(given[0])
    elif not columns.metres:
        found = _degrees(given[0], given[1])
    elif columns.has("zone"):
        found = parse(f"{given[0]} {given[1]}", zone=columns.of("zone", row.texts))
        written = f"{columns.of('zone', row.texts)} {given[0]} {given[1]}"[:120]
    else:
        return Point(_metres(given[0], "easting"), _metres(given[1], "northing")), written
    return Point(found.lon, found.lat), written


def _degrees(lat: str, lon: str) -> Any:
    return parse_pair(lat, lon)


def _metres(text: str, name: str) -> float:
    """A number of metres, with a decimal comma or point and thousands set apart or not."""
    plain = text.replace(" ", "").replace("\u00a0", "")
    if "," in plain and "." in plain:
        thousands = "." if plain.rindex(",") > plain.rindex(".") else ","
        plain = plain.replace(thousands, "")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        raise CoordinateError(
            f"Kolom {name} bukan angka (“{text[:30]}”).", "Isi dengan meter, misalnya 512345,678."
        ) from None
