"""A small drawing of what a file holds, as SVG; numbers only, so that nothing of the file's words gets in."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

WIDTH, HEIGHT, EDGE = 720.0, 440.0, 14.0
MOST_SHAPES = 4_000
_INK = "#1d4f91"
_FILL = "#cfe0f5"


def svg(
    geometries: Sequence[BaseGeometry],
    marks: Sequence[tuple[float, float]] = (),
    behind: Sequence[BaseGeometry] = (),
) -> str:
    """The drawing: `behind` in grey below, faults as red rings above."""
    frame = shapely.total_bounds([*geometries, *behind] if len(geometries) < 2 else list(geometries))
    if not np.isfinite(frame).all():
        return ""
    scale, shift = _fit(frame)

    def place(positions: "np.typing.NDArray[np.float64]") -> "np.typing.NDArray[np.float64]":
        turned: np.typing.NDArray[np.float64] = (positions - shift) * [scale, -scale] + [
            WIDTH / 2,
            HEIGHT / 2,
        ]
        return turned

    parts = [_drawn(shapely.transform(shape, place), "#f1f1ee", "#b5b5ae") for shape in behind]
    step = max(1, -(-len(geometries) // MOST_SHAPES))
    parts += [_drawn(shapely.transform(shape, place), _FILL, _INK) for shape in geometries[::step]]
    for x, y in place(np.array(marks).reshape(-1, 2)).tolist():
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="none" stroke="#b3261e" stroke-width="2"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}">'
        f'<rect width="{WIDTH:.0f}" height="{HEIGHT:.0f}" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _fit(frame: "np.typing.NDArray[np.float64]") -> tuple[float, "np.typing.NDArray[np.float64]"]:
    """How large, and around which middle."""
    west, south, east, north = frame
    size = max((east - west) / (WIDTH - 2 * EDGE), (north - south) / (HEIGHT - 2 * EDGE), 1e-7)
    return 1 / size, np.array([(west + east) / 2, (south + north) / 2])


def _drawn(shape: BaseGeometry, fill: str, ink: str) -> str:
    """One shape in the drawing's own units."""
    if "Point" in shape.geom_type:
        places = shapely.get_coordinates(shape).tolist()
        return "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{ink}"/>' for x, y in places)
    thin = shapely.simplify(shape, 0.5, preserve_topology=False)
    lines = shapely.get_parts(shapely.boundary(thin) if "Polygon" in shape.geom_type else thin)
    runs = [run for run in (_run(line) for line in lines) if run]
    if "Polygon" not in shape.geom_type:
        return f'<path d="{"".join(runs)}" fill="none" stroke="{ink}" stroke-width="1.6"/>' if runs else ""
    return (
        f'<path d="{"".join(runs)}" fill="{fill}" fill-rule="evenodd" stroke="{ink}" stroke-width="0.7"/>'
        if runs
        else ""
    )


def _run(line: BaseGeometry) -> str:
    positions = np.round(shapely.get_coordinates(line), 1)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in positions.tolist()) if len(positions) > 1 else ""
