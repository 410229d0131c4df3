"""The figures of an overlay as plain data: for the command line, for keeping, for pages."""

from typing import Any

import shapely
from shapely import LineString, MultiPolygon, Polygon

from boundaries.geo import geojson, lines, measuring, turning
from boundaries.geo.areas import between_areas
from boundaries.geo.errors import GeometryError
from boundaries.geo.overlay import Overlay, Side, between_lines

Shape = LineString | Polygon | MultiPolygon


def shape_of(text: str) -> tuple[Shape, tuple[str, ...]]:
    """The line or area of a text with notes; raises GeometryError."""
    if geojson.looks_like(text):
        document = geojson.read(text)
        kinds = {row.get("type") for row in geojson.geometries(document)}
        if kinds and kinds <= set(geojson.AREAS):
            found = geojson.coordinates_of(document, geojson.AREAS)
            for ring in found.parts:
                lines.checked(ring)
            return geojson.polygon_of(found), found.notes
    reading = lines.read(text)
    return reading.line, reading.notes


def compare(first: Shape, second: Shape) -> dict[str, Any]:
    """Everything an overlay of two lines or two areas tells; raises GeometryError for one of each."""
    if isinstance(first, LineString) and isinstance(second, LineString):
        notes = []
        if turning.runs_against(first, second):
            second = turning.reverse(second)
            notes.append("Garis kedua berjalan berlawanan arah dan dibalik dahulu.")
        return of_lines(between_lines(first, second)) | {"notes": notes}
    if isinstance(first, LineString) or isinstance(second, LineString):
        raise GeometryError(
            "Satu berkas memuat garis, satunya bidang (poligon).",
            "Bandingkan garis dengan garis, atau bidang dengan bidang.",
        )
    return of_areas(first, second) | {"notes": []}


def of_lines(found: Overlay) -> dict[str, Any]:
    """The figures of two lines; `left` is the land left of the first line and right of the second."""
    rows = sorted(found.pockets, key=lambda pocket: -pocket.area_m2)
    left, right = (found.area_m2(side) for side in Side)
    return {
        "kind": "lines",
        "overlap_area_m2": left + right,
        "left_area_m2": left,
        "right_area_m2": right,
        "overlap_perimeter_m": sum(pocket.perimeter_m for pocket in rows),
        "shared_km": found.shared_m / 1000,
        "nearly_shared_km": found.nearly_shared_m / 1000,
        "first_km": found.first_m / 1000,
        "second_km": found.second_m / 1000,
        "first_differs_km": found.first_differs_m / 1000,
        "second_differs_km": found.second_differs_m / 1000,
        "gap_start_m": found.gap_start_m,
        "gap_end_m": found.gap_end_m,
        "pockets": [
            {
                "side": str(pocket.side),
                "area_m2": pocket.area_m2,
                "perimeter_m": pocket.perimeter_m,
                "sliver": pocket.is_sliver,
                "twisted": pocket.twisted,
            }
            for pocket in rows
        ],
    }


def of_areas(first: Polygon | MultiPolygon, second: Polygon | MultiPolygon) -> dict[str, Any]:
    """The figures of two areas."""
    found = between_areas(first, second)
    (first_m2, first_m), (second_m2, second_m) = found.first_measures, found.second_measures
    parts = sorted(found.overlap, key=lambda part: -shapely.area(part))
    measured = [measuring.area_and_perimeter(part) for part in parts]
    return {
        "kind": "areas",
        "overlap_area_m2": found.overlap_m2,
        "first_only_m2": max(first_m2 - found.overlap_m2, 0.0),
        "second_only_m2": max(second_m2 - found.overlap_m2, 0.0),
        "overlap_perimeter_m": found.overlap_perimeter_m,
        "shared_km": found.shared_m / 1000,
        "first_differs_km": max(first_m - found.shared_m, 0.0) / 1000,
        "second_differs_km": max(second_m - found.shared_m, 0.0) / 1000,
        "pockets": [{"area_m2": size, "perimeter_m": edge} for size, edge in measured],
    }
