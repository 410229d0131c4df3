"""The features of a layer: of a file read, only what is asked about in an overlap.

Of the columns only the name and known figures are taken: no personal data is read into the register.
"""

import math
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.geo.errors import counted
from boundaries.geo.reading import Feature, UnreadableError, read_file
from boundaries.geo.reading.columns import canonical

MAX_FEATURES = 20_000
MAX_VERTICES = 300_000
MOST_FAULTS = 200
SHAPES = {0: "titik", 1: "garis", 2: "area"}
# Under our own names for the headings we know, the others as they are.
NAMES = ("label", "namobj", "nama_objek", "place", "note")
# Column names by the figure they give.
FIGURES = {
    "penduduk": "penduduk", "jumlah_penduduk": "penduduk", "population": "penduduk", "jiwa": "penduduk",
    "kk": "kk", "siswa": "siswa", "kapasitas": "kapasitas", "luas_ha": "luas_ha",
}  # fmt: skip


@dataclass(frozen=True)
class FeatureRow:
    """One feature that can be taken."""

    name: str
    geometry: BaseGeometry
    figures: dict[str, float]


@dataclass
class FeatureReading:
    """A whole file as it was read: what can be taken, what is wrong and what was mended, each with its place."""

    rows: list[FeatureRow] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    shape: str = ""

    def take(self, where: str, row: FeatureRow) -> None:
        """Add a feature of the same shape as the first; a layer holds one shape."""
        shape = SHAPES[int(shapely.get_dimensions(row.geometry))]
        self.shape = self.shape or shape
        if shape == self.shape:
            self.rows.append(row)
        else:
            words = f"Bentuknya {shape}, sedangkan lapisan ini berisi {self.shape}. Pisahkan berkasnya."
            self.faults.append((where, words))


class BadFigureError(ValueError):
    """A figure of a feature is no number."""


def read_features(
    file_name: str, content: bytes, name_column: str = "", *, epsg: int | None = None
) -> FeatureReading:
    """The features of a file for a layer. Raises UnreadableError where the file as a whole cannot be taken."""
    read = read_file(file_name, content, epsg=epsg)
    if len(read.features) > MAX_FEATURES or read.vertices > MAX_VERTICES:
        raise UnreadableError(
            f"Lapisan memuat {counted(len(read.features))} objek dan {counted(read.vertices)} titik sudut; "
            f"paling banyak {counted(MAX_FEATURES)} dan {counted(MAX_VERTICES)}.",
            "Potong menurut kecamatan di sekitar segmen, atau sederhanakan bentuknya (Simplify, toleransi 1 m).",
        )
    found = FeatureReading()
    for problem in read.problems:
        told = found.faults if problem.blocking else found.notes
        told.append((problem.where, f"{problem.message} {problem.remedy}".strip()))
    for feature in read.features:
        columns = _folded(feature.properties)
        try:
            row = FeatureRow(_name(feature, columns, name_column), feature.geometry, _figures(columns))
        except BadFigureError as error:
            found.faults.append((feature.where, str(error)))
        else:
            found.take(feature.where, row)
    return found


def _fold(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _folded(columns: dict[str, Any]) -> dict[str, Any]:
    return {_fold(name): value for name, value in columns.items()}


def _name(feature: Feature, columns: dict[str, Any], wanted: str) -> str:
    known = columns | canonical(feature.properties)
    places = (_fold(wanted), *canonical({wanted: ""}), *NAMES)
    found = next((known[place] for place in places if known.get(place)), "")
    return " ".join(str(found).split())[:200] or f"Tanpa nama ({feature.number})"


def _figures(columns: dict[str, Any]) -> dict[str, float]:
    """Known figures; one that is no number or negative is refused, an empty one is simply missing."""
    found: dict[str, float] = {}
    for column, figure in FIGURES.items():
        value = columns.get(column)
        if value not in (None, ""):
            found.setdefault(figure, _number(column, value))
    return found


def _number(column: str, value: Any) -> float:
    """A count or a size; a decimal comma is understood. Raises BadFigureError."""
    try:
        found = float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, TypeError, OverflowError):
        found = math.nan
    if not math.isfinite(found) or found < 0 or isinstance(value, bool):
        raise BadFigureError(f"Kolom {column} bukan bilangan: “{str(value)[:40]}”. Perbaiki atau kosongkan.")
    return found
