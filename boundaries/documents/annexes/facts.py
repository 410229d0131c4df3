"""What annexes are made of, gathered once; two equal digests mean the same data."""

import hashlib
import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from boundaries.geo.courses import Course, Spot

LonLat = tuple[float, float]


@dataclass(frozen=True)
class SideFacts:
    """One of the two regions: its name with and without its kind, its head, its province."""

    name: str
    short: str
    head: str
    province: str
    governor: str = "Gubernur"


@dataclass(frozen=True)
class LineFacts:
    """One line of the segment as it is printed; `source` is where it comes from."""

    pk: int | None
    role: str
    label: str
    source: str
    coords: tuple[LonLat, ...]
    side: int = 0
    length_m: float = 0.0
    confidential: bool = False
    illustrative: bool = False
    oriented: bool = True


@dataclass(frozen=True)
class LayerFacts:
    """The layer of outlines in use: name, source, day."""

    pk: int
    name: str
    source: str
    dated: str
    digest: str = ""


@dataclass(frozen=True)
class SegmentFacts:
    """One segment with its points, legs and lines; shapes are fetched for the map alone."""

    slug: str
    name: str
    sides: tuple[SideFacts, SideFacts]
    stage: str
    stage_label: str
    settled: bool
    regulation: str
    length_km: Decimal | None
    spots: tuple[Spot, ...]
    courses: tuple[Course, ...]
    lines: tuple[LineFacts, ...]
    layer: LayerFacts | None
    settlement: str = ""
    agreed_paper: str = ""
    approved_by_centre: str = ""
    map_words: str = ""

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces of the two sides, each once."""
        return tuple(dict.fromkeys(side.province for side in self.sides if side.province))

    @property
    def datums(self) -> tuple[str, ...]:
        """The datums of its points, each once."""
        return tuple(dict.fromkeys(spot.datum for spot in self.spots))

    def line(self, key: str) -> LineFacts | None:
        """The line with a number, or the points in their order ("titik")."""
        if key == FROM_POINTS:
            return points_in_order(self.spots)
        return next((line for line in self.lines if str(line.pk) == key), None)


FROM_POINTS = "titik"


def points_in_order(spots: tuple[Spot, ...]) -> LineFacts | None:
    """Straight edges from point to point of those that lie on the boundary; None with fewer than two of them."""
    coords = tuple(dict.fromkeys(spot.lonlat for spot in spots if spot.on_line))
    if len(coords) < 2:
        return None
    return LineFacts(
        None, FROM_POINTS, "Garis lurus antartitik", "daftar titik segmen", coords, oriented=False
    )


def digest_of(facts: SegmentFacts, *parts: str) -> str:
    """The fingerprint of the named parts (fields of SegmentFacts); sixty-four signs."""
    words = asdict(facts)
    kept: dict[str, Any] = {part: words[part] for part in ("name", "sides", *parts)}
    return hashlib.sha256(json.dumps(kept, sort_keys=True, default=str).encode()).hexdigest()
