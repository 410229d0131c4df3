"""What reading a file gives: features, and faults with their mend."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pyproj import CRS
from shapely.geometry.base import BaseGeometry

MOST_BYTES = 60 * 1024 * 1024
MOST_VERTICES = 2_000_000
MOST_FEATURES = 200_000
# Beyond this many faults a list helps nobody: the file as a whole is wrong.
MOST_PROBLEMS = 200
LONGEST_VALUE = 2_000


class UnreadableError(ValueError):
    """The file as a whole cannot be taken; its words say why and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or note: where it is, what it is, what to do; a note does not stop the import."""

    where: str
    message: str
    remedy: str = ""
    blocking: bool = True

    def as_dict(self) -> dict[str, Any]:
        """The finding as it is kept."""
        return {
            "where": self.where, "message": self.message, "remedy": self.remedy, "blocking": self.blocking,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of the file, its geometry in longitude and latitude; the number is its place or its row."""

    number: int
    where: str
    geometry: BaseGeometry
    properties: dict[str, Any]

    @property
    def kind(self) -> str:
        """Points, lines or areas: "titik", "garis", "bidang"."""
        return KINDS[self.geometry.geom_type]


KINDS = {
    "Point": "titik",
    "MultiPoint": "titik",
    "LineString": "garis",
    "MultiLineString": "garis",
    "Polygon": "bidang",
    "MultiPolygon": "bidang",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """A feature as the file has it, in the file's own coordinates; None where it has no geometry."""

    number: int
    where: str
    geometry: BaseGeometry | None
    properties: dict[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """An opened file: its format, the coordinate system it names (None when it names none), what it holds."""

    format: str
    crs: CRS | None
    items: Iterable[Raw | Problem]
    notes: tuple[str, ...] = ()
    # What to say when the file names no coordinate system and the person named none.
    ask: str = ""
    # The system that holds where neither the file nor the person names one.
    presumed: CRS | None = None


@dataclass
class Reading:
    """A file read to the end."""

    format: str
    crs: str
    transformed: bool
    features: list[Feature] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    vertices: int = 0

    @property
    def blocked(self) -> bool:
        """Whether something must be mended before anything is imported."""
        return any(problem.blocking for problem in self.problems)


def tidy(value: Any) -> Any:
    """A property as it may be kept: numbers and truth stay, all else is text without control signs, not endless."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = "".join(sign if sign.isprintable() or sign in "\n\t" else " " for sign in str(value))
    return text.strip()[:LONGEST_VALUE]
