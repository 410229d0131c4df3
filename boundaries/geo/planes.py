"""The UTM plane a map sheet is drawn on: one zone for the whole segment, also where it crosses the equator."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pyproj import Proj

Coords = NDArray[np.float64]
FALSE_NORTHING_M = 10_000_000


def zone_of(lon: float) -> int:
    """The UTM zone (1 to 60) of a longitude in degrees."""
    return int((lon + 180) // 6) % 60 + 1


@dataclass(frozen=True)
class Plane:
    """One UTM zone; a southern one keeps its false northing north of the equator too, so that no northing is negative."""

    zone: int
    south: bool

    @classmethod
    def of(cls, west: float, south: float, east: float, north: float) -> "Plane":
        """The zone in which the middle lies; southern as soon as any part lies south of the equator."""
        del north
        return cls(zone_of((west + east) / 2), south < 0)

    @cached_property
    def _projection(self) -> Proj:
        return Proj(proj="utm", zone=self.zone, south=self.south, ellps="WGS84")

    @property
    def name(self) -> str:
        """For example "UTM zona 50 S"."""
        return f"UTM zona {self.zone} {'S' if self.south else 'U'}"

    @property
    def epsg(self) -> int:
        """The number of its reference system on WGS 84."""
        return (32700 if self.south else 32600) + self.zone

    @property
    def central_meridian(self) -> int:
        """Degrees east."""
        return self.zone * 6 - 183

    @property
    def false_northing(self) -> int:
        """Metres."""
        return FALSE_NORTHING_M if self.south else 0

    def forward(self, lonlat: Coords) -> Coords:
        """Eastings and northings in metres of rows (longitude, latitude)."""
        east, north = self._projection(lonlat[:, 0], lonlat[:, 1])
        return np.column_stack([east, north])

    def inverse(self, grid: Coords) -> Coords:
        """Longitudes and latitudes in degrees of rows (easting, northing)."""
        lon, lat = self._projection(grid[:, 0], grid[:, 1], inverse=True)
        return np.column_stack([lon, lat])

    def convergence_deg(self, lon: float, lat: float) -> float:
        """The angle from true north to grid north, positive where grid north lies east."""
        return float(self._projection.get_factors(lon, lat).meridian_convergence)

    def scale_factor(self, lon: float, lat: float) -> float:
        """Grid length over length on the ellipsoid, 0.9996 on the central meridian."""
        return float(self._projection.get_factors(lon, lat).meridional_scale)
