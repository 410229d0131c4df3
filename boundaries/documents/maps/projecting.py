"""From degrees to millimetres of one sheet."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from boundaries.documents.maps.paper import Layout
from boundaries.geo.planes import Coords, Plane
from boundaries.geo.sheets import Window


def ground_size(layout: Layout, scale: int) -> tuple[float, float]:
    """How many metres of ground the face of a sheet shows, across and up."""
    face = layout.face
    return face.width * scale / 1000, face.height * scale / 1000


@dataclass(frozen=True)
class View:
    """One window of the ground on one sheet: a millimetre of paper is `scale` millimetres of the plane."""

    layout: Layout
    plane: Plane
    scale: int
    window: Window

    def x(self, east: float) -> float:
        """Millimetres from the left edge of the sheet."""
        return self.layout.face.x + (east - self.window.east) * 1000 / self.scale

    def y(self, north: float) -> float:
        """Millimetres from the top edge of the sheet."""
        return self.layout.face.bottom - (north - self.window.north) * 1000 / self.scale

    def on_paper(self, grid: Coords) -> Coords:
        """Millimetres of eastings and northings."""
        return np.column_stack([self.x(grid[:, 0]), self.y(grid[:, 1])])

    def millimetres(self, lonlat: Coords) -> Coords:
        """Millimetres of longitudes and latitudes."""
        return self.on_paper(self.plane.forward(lonlat))

    def degrees(self, millimetres: Coords) -> Coords:
        """Longitudes and latitudes of millimetres."""
        face, factor = self.layout.face, self.scale / 1000
        east = self.window.east + (millimetres[:, 0] - face.x) * factor
        north = self.window.north + (face.bottom - millimetres[:, 1]) * factor
        return self.plane.inverse(np.column_stack([east, north]))

    @cached_property
    def face_shape(self) -> shapely.Polygon:
        """The face as a shape."""
        face = self.layout.face
        return shapely.box(face.x, face.y, face.right, face.bottom)

    @cached_property
    def degree_bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of the face in degrees."""
        face = self.layout.face
        run_x, run_y = np.linspace(face.x, face.right, 9), np.linspace(face.y, face.bottom, 9)
        rim = [(x, y) for x in run_x for y in (face.y, face.bottom)]
        rim += [(x, y) for y in run_y for x in (face.x, face.right)]
        found = self.degrees(np.array(rim))
        low, high = found.min(axis=0), found.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def clip(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """What of a shape in millimetres lies on the face."""
        face = self.layout.face
        return shapely.clip_by_rect(geometry, face.x, face.y, face.right, face.bottom)

    def drawn(self, geometry: shapely.Geometry, *, tolerance: float = 0.02) -> shapely.Geometry:
        """A shape in degrees as millimetres on the face, without bends nobody can see; only what is near is projected."""
        west, south, east, north = self.degree_bounds
        pad_x, pad_y = (east - west) / 4, (north - south) / 4
        near = shapely.clip_by_rect(geometry, west - pad_x, south - pad_y, east + pad_x, north + pad_y)
        if near.is_empty:
            return near
        return self.clip(shapely.simplify(shapely.transform(near, self.millimetres), tolerance))

    @cached_property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of the face."""
        lon, lat = self.plane.inverse(np.array([self.window.middle]))[0]
        return float(lon), float(lat)
