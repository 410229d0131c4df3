"""What a third line gives to each side of the land that two claims leave open.

The first claim keeps the segment's first region on its left, as every line does. Of the overlap, what lies left of
the third line goes to the first region and what lies right of it to the second. Where the ends of the third line
do not reach those of the claims, some land is decided for neither: the residual, which is named and never shared out.
"""

from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely import LineString, MultiPolygon, Polygon

from boundaries.geo import measuring
from boundaries.geo.inside import union
from boundaries.geo.overlay import Overlay, Side, between_lines

# Planar square degrees, about 0.1 m²: less is what is left between two ways of cutting the same edge.
_NOTHING = 1e-11


@dataclass(frozen=True)
class Split:
    """Land cut by the third line: to the first region, to the second, and undecided.

    An edge cut in the plane is no longer one geodesic, so that the parts of long edges miss the whole by some parts
    in a million; that difference (`closure`, of one) is shared out in proportion, and the parts sum to the whole.
    """

    first: MultiPolygon
    second: MultiPolygon
    residual: MultiPolygon
    whole_m2: float

    @cached_property
    def _raw(self) -> tuple[float, float, float]:
        return measuring.area_m2(self.first), measuring.area_m2(self.second), measuring.area_m2(self.residual)

    @property
    def closure(self) -> float:
        """How far the parts as measured miss the whole, as a share of it."""
        total = sum(self._raw)
        return total / self.whole_m2 - 1 if total and self.whole_m2 else 0.0

    @property
    def first_m2(self) -> float:
        """What the first region gets, geodesic."""
        return self._raw[0] / (1 + self.closure)

    @property
    def second_m2(self) -> float:
        """What the second region gets."""
        return self._raw[1] / (1 + self.closure)

    @property
    def residual_m2(self) -> float:
        """What the line decides for neither."""
        return self._raw[2] / (1 + self.closure)


@dataclass(frozen=True)
class Balance:
    """The effect of one third line on two claims; all figures geodesic.

    `overlap` is what both claim, `gap` what neither claims; `beyond_first` is land that goes to the first region
    although only the second claims it, and the other way round for `beyond_second`.
    """

    line: LineString
    both: MultiPolygon
    neither: MultiPolygon
    overlap: Split
    gap: Split
    beyond_first: MultiPolygon
    beyond_second: MultiPolygon
    shared_first_m: float
    shared_second_m: float

    @cached_property
    def overlap_m2(self) -> float:
        """The land both sides claim."""
        return measuring.area_m2(self.both)

    @cached_property
    def gap_m2(self) -> float:
        """The land neither side claims."""
        return measuring.area_m2(self.neither)

    @cached_property
    def length_m(self) -> float:
        """Length of the third line."""
        return measuring.length_m(self.line)


def balance(first: LineString, second: LineString, third: LineString) -> Balance:
    """Weigh a third line against the claims of the first and the second region."""
    claims = between_lines(first, second)
    to_first, to_second = between_lines(first, third), between_lines(second, third)
    both, neither = land_of(claims, Side.LEFT), land_of(claims, Side.RIGHT)
    # Right of the first claim but left of the third line, and so on.
    over_first, under_first = land_of(to_first, Side.RIGHT), land_of(to_first, Side.LEFT)
    over_second, under_second = land_of(to_second, Side.RIGHT), land_of(to_second, Side.LEFT)
    return Balance(
        line=third,
        both=both,
        neither=neither,
        overlap=_split(both, over_second, under_first),
        gap=_split(neither, over_first, under_second),
        beyond_first=_minus(over_first, neither),
        beyond_second=_minus(under_second, neither),
        shared_first_m=to_first.shared_m,
        shared_second_m=to_second.shared_m,
    )


def towards(line: LineString, guide: LineString) -> tuple[LineString, bool]:
    """The line run in the direction of another, and whether it had to be turned round."""
    ends = [tuple(point) for point in shapely.get_coordinates(line)[[0, -1]]]
    goal = [tuple(point) for point in shapely.get_coordinates(guide)[[0, -1]]]
    straight = measuring.distance_m(ends[0], goal[0]) + measuring.distance_m(ends[1], goal[1])
    turned = measuring.distance_m(ends[1], goal[0]) + measuring.distance_m(ends[0], goal[1])
    return (line.reverse(), True) if turned < straight else (line, False)


def land_of(overlay: Overlay, side: Side) -> MultiPolygon:
    """All pockets on one side of an overlay, as one area."""
    return union(pocket.polygon for pocket in overlay.pockets if pocket.side == side)


def _split(land: MultiPolygon, to_first: MultiPolygon, to_second: MultiPolygon) -> Split:
    """Cut land in two; what both or neither of the two would take is the residual."""
    first = _both(land, _minus(to_first, to_second))
    second = _both(land, _minus(to_second, to_first))
    return Split(first, second, _minus(_minus(land, first), second), measuring.area_m2(land))


def _both(a: MultiPolygon, b: MultiPolygon) -> MultiPolygon:
    return _surfaces(shapely.intersection(a, b))


def _minus(a: MultiPolygon, b: MultiPolygon) -> MultiPolygon:
    return _surfaces(shapely.difference(a, b))


def _surfaces(geometry: shapely.Geometry) -> MultiPolygon:
    return MultiPolygon(
        [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and part.area > _NOTHING]
    )
