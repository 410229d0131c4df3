"""Two areas laid over each other: what both cover, which edge they share."""

from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely import MultiLineString, MultiPolygon, Polygon

from boundaries.geo import measuring
from boundaries.geo.errors import GeometryError, place


@dataclass(frozen=True)
class AreaOverlay:
    """The comparison of two areas; all figures geodesic."""

    first: Polygon | MultiPolygon
    second: Polygon | MultiPolygon
    overlap: tuple[Polygon, ...]
    shared: MultiLineString

    @cached_property
    def overlap_m2(self) -> float:
        """What both cover."""
        return sum(measuring.area_m2(part) for part in self.overlap)

    @cached_property
    def overlap_perimeter_m(self) -> float:
        """The edge of what both cover."""
        return sum(measuring.perimeter_m(part) for part in self.overlap)

    @cached_property
    def first_measures(self) -> tuple[float, float]:
        """Area and perimeter of the first."""
        return measuring.area_and_perimeter(self.first)

    @cached_property
    def second_measures(self) -> tuple[float, float]:
        """Area and perimeter of the second."""
        return measuring.area_and_perimeter(self.second)

    @cached_property
    def shared_m(self) -> float:
        """Length of the edge both have."""
        return measuring.length_m(self.shared)


def between_areas(first: Polygon | MultiPolygon, second: Polygon | MultiPolygon) -> AreaOverlay:
    """Lay two areas over each other; areas that touch at an edge or a corner overlap by nothing.

    Raises GeometryError when one of them crosses itself.
    """
    for number, area in enumerate((first, second), 1):
        _check(area, number)
    parts = shapely.get_parts(shapely.get_parts(shapely.intersection(first, second)))
    overlap = tuple(part for part in parts if isinstance(part, Polygon) and not part.is_empty)
    edges = shapely.get_parts(shapely.get_parts(shapely.intersection(first.boundary, second.boundary)))
    shared = MultiLineString([edge for edge in edges if edge.geom_type == "LineString" and not edge.is_empty])
    return AreaOverlay(first, second, overlap, shared)


def _check(area: Polygon | MultiPolygon, number: int) -> None:
    if area.is_empty:
        raise GeometryError(f"Bidang ke-{number} kosong.", "Ekspor ulang poligonnya.")
    if not area.is_valid:
        why = shapely.is_valid_reason(area)
        found = why[why.rfind("[") + 1 : why.rfind("]")].split()
        where = f"Di {place(float(found[0]), float(found[1]))}." if len(found) == 2 else ""
        raise GeometryError(
            f"Tepi bidang ke-{number} memotong dirinya sendiri atau cincinnya bertumpuk.",
            "Perbaiki di QGIS: Vector → Geometry Tools → Fix Geometries, lalu kirim lagi.",
            where,
        )
