"""A small drawing of lines and areas as SVG paths; true to shape near the equator, not a map to measure on."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import shapely

WIDTH = 640
TALLEST = 900
MARGIN = 16
# Finer than half a pixel nobody sees.
_HALF_PIXEL = 0.5


@dataclass(frozen=True)
class Frame:
    """Where degrees fall on the drawing."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """The place of a position."""
        x = MARGIN + (lon - self.west) * self.squeeze * self.scale
        return round(x, 1), round(MARGIN + (self.north - lat) * self.scale, 1)

    def path(self, geometry: shapely.Geometry) -> str:
        """The d of a path for a line or an area, simplified to what can be seen."""
        plain = shapely.simplify(geometry, _HALF_PIXEL / self.scale, preserve_topology=True)
        return " ".join(self._chain(part) for part in _chains(plain) if not part.is_empty)

    def _chain(self, chain: shapely.Geometry) -> str:
        points = [self.at(*xy) for xy in shapely.get_coordinates(chain)]
        return "M" + "L".join(f"{x} {y}" for x, y in points)


def frame_of(geometries: Iterable[shapely.Geometry]) -> Frame:
    """A frame around everything."""
    west, south, east, north = shapely.total_bounds(list(geometries))
    if math.isnan(west):
        west = south = east = north = 0.0
    squeeze = math.cos(math.radians((south + north) / 2))
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall)
    height = max(round(tall * scale + 2 * MARGIN), 120)
    return Frame(west, north, scale, squeeze, max(round(wide * scale + 2 * MARGIN), 120), height)


def _chains(geometry: shapely.Geometry) -> list[shapely.Geometry]:
    """Lines as they are, areas as their rings."""
    found: list[shapely.Geometry] = []
    for part in shapely.get_parts(geometry):
        if shapely.get_dimensions(part) == 2:
            found += [part.exterior, *part.interiors]
        elif shapely.get_dimensions(part) == 1:
            found.append(part)
    return found
