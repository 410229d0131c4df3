"""Legs told in words, as the body of a segment's decree tells them."""

from dataclasses import dataclass
from decimal import Decimal

from boundaries.geo import measuring
from boundaries.geo.compass import wind_of
from boundaries.geo.written import position_words

# What stands in a draft where the register is still silent; nothing is skipped without a trace.
BLANK = "[belum diisi: {}]"
STRAIGHT = "garis lurus"
# Words that already say how a leg runs; before any other, "menyusuri" is written.
_FOLLOWING = ("menyusuri", "mengikuti", "memotong", "melalui", "sepanjang", "garis lurus")


@dataclass(frozen=True)
class Spot:
    """A point of a segment's list: name, kind, position in degrees, where it lies, which other regions meet there."""

    label: str
    kind: str
    lat: Decimal
    lon: Decimal
    place: str = ""
    datum: str = "SRGI2013"
    converted_from: str = ""
    method: str = ""
    brass: str = ""
    on_line: bool = True
    has_pillar: bool = False
    meets: tuple[str, ...] = ()
    validated: bool | None = None
    kind_name: str = ""

    @property
    def lonlat(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return float(self.lon), float(self.lat)


@dataclass(frozen=True)
class Course:
    """One leg: its number in the list, its ends where known, and what is written about it."""

    number: int
    start: Spot | None
    end: Spot | None
    direction: str = ""
    along: str = ""
    lies_a: str = ""
    lies_b: str = ""
    length_km: Decimal | None = None
    state: str = ""

    @property
    def azimuth(self) -> float | None:
        """Degrees from its first to its last point; None while one of them is not known."""
        if self.start is None or self.end is None or self.start.lonlat == self.end.lonlat:
            return None
        return measuring.azimuth_deg(self.start.lonlat, self.end.lonlat)

    @property
    def wind(self) -> str:
        """The wind as written, else as computed, else nothing."""
        azimuth = self.azimuth
        return " ".join(self.direction.lower().split()) or ("" if azimuth is None else wind_of(azimuth))

    @property
    def way(self) -> str:
        """Along what it runs."""
        words = self.along.strip()
        if not words or words.lower() == STRAIGHT:
            return f"menurut {STRAIGHT}"
        return words if words.lower().startswith(_FOLLOWING) else f"menyusuri {words}"


def leg_words(course: Course, side_a: str, side_b: str, *, apart: bool = False) -> str:
    """The sentence of one leg, without its letter and its closing mark.

    Where it begins is told by the leg before it; a leg that stands `apart` names that coordinate itself.
    """
    wind = course.wind or BLANK.format("arah")
    start = course.start.label if course.start and not apart else _end(course.start, "titik awal")
    return (
        f"dari {start} ke arah {wind} {course.way} "
        f"sampai {_end(course.end, 'titik akhir')}, {lying_words(course, side_a, side_b)}"
    )


def lying_words(course: Course, side_a: str, side_b: str) -> str:
    """Where the leg lies on both sides."""
    first = _side(course.lies_a, side_a)
    second = _side(course.lies_b, side_b)
    return f"yang terletak di antara {first} dan {second}"


def opening_words(spot: Spot, side_a: str, side_b: str) -> str:
    """Where the description begins: a node names every region that meets there."""
    others = [name for name in spot.meets if name not in {side_a, side_b}]
    where = f"{spot.label} pada koordinat {position_words(spot.lat, spot.lon)}"
    if not others:
        return f"dimulai dari {where}"
    return f"dimulai dari titik simpul {where}, tempat bertemunya {listed([side_a, side_b, *others])}"


def closing_words(spot: Spot, side_a: str, side_b: str) -> str:
    """Where it ends, when a third region meets there."""
    others = [name for name in spot.meets if name not in {side_a, side_b}]
    if not others:
        return ""
    return (
        f"dan berakhir pada titik simpul {spot.label}, tempat bertemunya {listed([side_a, side_b, *others])}"
    )


def listed(names: list[str]) -> str:
    """Names in a row: "A", "A dan B", "A, B, dan C"."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _end(spot: Spot | None, missing: str) -> str:
    return (
        f"{spot.label} pada koordinat {position_words(spot.lat, spot.lon)}" if spot else BLANK.format(missing)
    )


def _side(words: str, region: str) -> str:
    """The villages on one side with their region, which is not said twice."""
    plain = " ".join(words.split())
    if not plain:
        return f"{BLANK.format('letak')} {region}"
    return plain if region.lower() in plain.lower() else f"{plain} {region}"
