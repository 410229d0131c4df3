"""The names of the two regions, each on its own side of the line."""

import numpy as np
import shapely

from boundaries.documents.maps import svg
from boundaries.documents.maps.labels import Taken
from boundaries.documents.maps.paper import Box
from boundaries.documents.maps.plan import Plan
from boundaries.documents.maps.projecting import View

INKS = ("#8a5a00", "#0b5d57")
SPACING = 0.14
# How far from the line a name likes to stand, as a part of the face's shorter side.
_FAR = 0.16


def region_names(plan: Plan, view: View, line: shapely.Geometry, taken: Taken) -> str:
    """Both names in wide letters, or nothing where the sides are not known."""
    if not plan.is_oriented or line.is_empty:
        return _other_names(plan, view, taken)
    drawn = []
    for place, side in enumerate(plan.facts.sides):
        words = side.name.upper()
        size = _fitting(words, view)
        box = _best(words, size, place, view, line, taken)
        if box is not None:
            taken.take(box)
            drawn.append(svg.text(box.x, box.bottom - size * 0.3, words, size, bold=True, fill=INKS[place],
                                  spacing=size * SPACING, halo=size * 0.2))  # fmt: skip
    return "".join(drawn) + _other_names(plan, view, taken)


def _other_names(plan: Plan, view: View, taken: Taken) -> str:
    """Neighbours of the layer that show on the face, small and grey."""
    drawn, size = [], 2.4 * view.layout.type
    for outline in plan.outlines:
        shape = None if outline.side else view.drawn(outline.geometry)
        if shape is None or shape.is_empty or shape.area < 20 * size * size:
            continue
        point, width = shapely.point_on_surface(shape), svg.width_of(outline.name, size, spacing=size * 0.06)
        box = Box(point.x - width / 2, point.y - size * 0.7, width, size * 1.3)
        if taken.is_free(box):
            taken.take(box)
            drawn.append(svg.text(box.x, box.bottom - size * 0.3, outline.name, size, fill="#777", italic=True,
                                  spacing=size * 0.06, halo=size * 0.25))  # fmt: skip
    return "".join(drawn)


def _fitting(words: str, view: View) -> float:
    """The size of a name: about a third of the face, never huge."""
    face, t = view.layout.face, view.layout.type
    unit = svg.width_of(words, 1.0, bold=True, spacing=SPACING)
    return min(5.2 * t, face.width * 0.36 / unit)


def _best(
    words: str, size: float, place: int, view: View, line: shapely.Geometry, taken: Taken
) -> Box | None:
    """The free box on the right side whose middle lies nearest the wished distance from the middle of the line."""
    face = view.layout.face
    width, height = svg.width_of(words, size, bold=True, spacing=size * SPACING), size * 1.3
    middle = shapely.line_interpolate_point(_longest(line), 0.5, normalized=True)
    wished = _FAR * min(face.width, face.height)
    best: tuple[float, Box] | None = None
    for x in np.linspace(face.x + size, face.right - width - size, 21):
        for y in np.linspace(face.y + size, face.bottom - height - size, 21):
            box = Box(float(x), float(y), width, height)
            centre = shapely.Point(x + width / 2, y + height / 2)
            if side_of(line, centre) != place or not taken.is_free(box):
                continue
            # Near the line, but not squeezed against it; near the middle of the sheet's stretch.
            gap = float(shapely.distance(line, shapely.box(x, y, x + width, y + height)))
            cost = abs(gap - wished) * 2 + float(shapely.distance(centre, middle))
            if best is None or cost < best[0]:
                best = (cost, box)
    return best[1] if best else None


def _longest(line: shapely.Geometry) -> shapely.LineString:
    """The longest piece of a line that leaves the face and comes back."""
    parts: list[shapely.LineString] = [
        part for part in shapely.get_parts(line) if isinstance(part, shapely.LineString)
    ]
    return max(parts, key=lambda part: float(part.length))


def side_of(line: shapely.Geometry, point: shapely.Point) -> int:
    """0 where a point lies left of the way of the line, 1 where right; y grows downwards."""
    part = min(
        (part for part in shapely.get_parts(line) if isinstance(part, shapely.LineString)),
        key=lambda part: float(shapely.distance(part, point)),
    )
    coords = shapely.get_coordinates(part)
    starts, steps = coords[:-1], np.diff(coords, axis=0)
    here = shapely.get_coordinates(point)[0] - starts
    squares = np.maximum((steps**2).sum(axis=1), 1e-12)
    along = np.clip((here * steps).sum(axis=1) / squares, 0, 1)
    away = here - along[:, None] * steps
    near = (away**2).sum(axis=1)
    # Where two edges are equally near (outside a bend), the one seen more squarely decides.
    best = np.flatnonzero(near <= near.min() * (1 + 1e-9) + 1e-12)
    cross = steps[best, 0] * here[best, 1] - steps[best, 1] * here[best, 0]
    chosen = cross[np.argmax(np.abs(cross) / np.sqrt(squares[best]))]
    return 0 if chosen < 0 else 1
