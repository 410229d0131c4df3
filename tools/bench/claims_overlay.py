"""Two claims of 50,000 vertices laid over each other, against the bare shapely and pyproj calls that give the same areas.

The bare calls node both lines, build the faces, and ask pyproj for the area and edge of each and the length of both
lines; they know no sides, no shared stretch, no gaps. The areas are compared with a witness of its own: the trapezoid
rule on the authalic latitude.
"""

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod
from shapely import LineString

from boundaries.geo.overlay import Overlay, Side, between_lines
from tools.bench import Figure, fastest

VERTICES = 50_000
ROUNDS = 7
BOUND = 1.3
PPM = 1.0
GEOD = Geod(ellps="WGS84")
SEMI_MAJOR, FLATTENING = 6_378_137.0, 1 / 298.257223563
SQUARED = FLATTENING * (2 - FLATTENING)

Row = NDArray[np.float64]


def measure() -> list[Figure]:
    """The ratio of the fastest rounds, and how far the areas are from the witness in millionths."""
    x, f, g = claims()
    first, second = LineString(np.c_[x, f]), LineString(np.c_[x, g])
    ours, bare = fastest(
        ROUNDS, lambda: figures(between_lines(first, second)), lambda: bare_calls(first, second)
    )
    found = between_lines(first, second)
    note = f"{ours * 1000:.0f} ms, {len(found.pockets)} kantong, {found.shared_m / 1000:.0f} km berimpit"
    pairs = zip((found.area_m2(side) for side in Side), witness(x, f, g), strict=True)
    off = max(abs(area / true - 1) for area, true in pairs) * 1e6
    return [
        Figure("claims_overlay", ours / bare, BOUND, note),
        Figure("claims_overlay_ppm", off, PPM, "terhadap trapesium pada lintang autalik"),
    ]


def claims() -> tuple[Row, Row, Row]:
    """Longitudes and two latitudes: wandering apart, crossing often, together on every tenth part."""
    chance = np.random.default_rng(6)
    x = np.linspace(115, 116.5, VERTICES)
    f = -0.5 + wander(chance)
    g = f + wander(chance) * 0.5 + np.sin(x * 400) * 0.002
    number = np.arange(VERTICES)
    together = (number // (VERTICES // 20) % 10 == 3) | (number % (VERTICES - 1) == 0)
    g[together] = f[together]
    return x, f, g


def wander(chance: np.random.Generator) -> Row:
    """A random walk that comes home."""
    walk = np.cumsum(chance.normal(0, 1e-5, VERTICES))
    return np.asarray(walk - walk[0] - np.linspace(0, walk[-1] - walk[0], VERTICES))


def figures(found: Overlay) -> tuple[float, ...]:
    """Every figure the page shows."""
    return (
        *(found.area_m2(side) for side in Side),
        *(pocket.perimeter_m for pocket in found.pockets),
        found.shared_m,
        found.first_differs_m,
        found.second_differs_m,
        found.gap_start_m,
    )


def bare_calls(first: LineString, second: LineString) -> tuple[list[tuple[float, float]], float, float]:
    """Areas, edges and lengths without anything of ours."""
    noded = shapely.union_all([first, second])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    areas = [GEOD.geometry_area_perimeter(face) for face in faces]
    return areas, GEOD.geometry_length(first), GEOD.geometry_length(second)


def witness(x: Row, f: Row, g: Row) -> tuple[float, float]:
    """Square metres where g lies above f and where below, by Gauss-Legendre on the area below each latitude."""
    d = g - f
    at = np.flatnonzero(d[:-1] * d[1:] < 0)
    crossings = x[at] + d[at] / (d[at] - d[at + 1]) * (x[at + 1] - x[at])
    xs = np.sort(np.r_[x, crossings])
    places, weights = np.polynomial.legendre.leggauss(3)
    low, high = (np.interp(xs, x, row) for row in (f, g))
    low, high = (row[:-1, None] + np.diff(row)[:, None] * (places + 1) / 2 for row in (low, high))
    pieces = ((strip(high) - strip(low)) @ (weights / 2)) * np.radians(np.diff(xs))
    return float(pieces[pieces > 0].sum()), float(-pieces[pieces < 0].sum())


def strip(lat: Row) -> Row:
    """Square metres between the equator and a latitude per radian of longitude."""
    s, e = np.sin(np.radians(lat)), SQUARED**0.5
    half = SEMI_MAJOR**2 * (1 - SQUARED) / 2
    return np.asarray(half * (s / (1 - SQUARED * s * s) + np.arctanh(e * s) / e))
