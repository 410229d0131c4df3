"""The nets of a sheet: UTM lines and degrees, with their figures around the face."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from boundaries.documents.maps import svg
from boundaries.documents.maps.paper import Box
from boundaries.documents.maps.projecting import View
from boundaries.geo.planes import Coords
from boundaries.geo.written import arc_words

# Seconds of arc a net of degrees may have; the first that stands far enough apart on paper is taken.
_ARCS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18000)
GRID_MM, ARC_MM = 20.0, 38.0
_BLUE, _BROWN, _INK = "#9fb8cc", "#c2a878", "#222"


@dataclass(frozen=True)
class Tick:
    """Where a line of a net meets an edge of the face, and its figure."""

    edge: str
    at: float
    words: str


def grid_step(scale: int) -> int:
    """Metres between UTM lines: 1, 2 or 5 times a power of ten, at least 20 mm on paper."""
    least = GRID_MM * scale / 1000
    power = 10 ** math.floor(math.log10(least))
    return int(next(power * part for part in (1, 2, 5, 10) if power * part >= least - 1e-6))


def arc_step(view: View) -> int:
    """Seconds of arc between lines of the net of degrees."""
    least = ARC_MM * view.layout.type * view.scale / 1000 / 30.9
    return next((step for step in _ARCS if step >= least), _ARCS[-1])


def multiples(low: float, high: float, step: float) -> list[float]:
    """The multiples of a step between two bounds."""
    return [step * k for k in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def metres(value: float) -> str:
    """A grid figure: 9.985.000."""
    return f"{round(value):,}".replace(",", ".")


def utm_ticks(view: View) -> list[Tick]:
    """The figures of the UTM lines on all four edges."""
    step, (west, south, east, north) = grid_step(view.scale), view.window.bounds
    across = [(view.x(e), f"{metres(e)} mT") for e in multiples(west, east, step)]
    along = [(view.y(n), f"{metres(n)} mU") for n in multiples(south, north, step)]
    return [Tick(edge, at, words) for at, words in across for edge in ("top", "bottom")] + [
        Tick(edge, at, words) for at, words in along for edge in ("left", "right")
    ]


def degree_ticks(view: View) -> list[Tick]:
    """Where lines of the net of degrees meet the edges."""
    step = arc_step(view) / 3600
    ticks = []
    for edge, along, axis in (("top", True, 0), ("bottom", True, 0), ("left", False, 1), ("right", False, 1)):
        at, values = _edge(view, edge, along=along)
        degrees = values[:, axis]
        order = np.argsort(degrees)
        for value in multiples(float(degrees.min()), float(degrees.max()), step):
            place = float(np.interp(value, degrees[order], at[order]))
            ticks.append(Tick(edge, place, arc_figure(value, axis)))
    return ticks


def arc_figure(value: float, axis: int) -> str:
    """A figure of the net of degrees: 116° 20' BT, or with its seconds where it has them."""
    seconds = round(value * 3600)
    if axis == 1 and seconds == 0:
        return "0°"
    return arc_words(seconds, (("BT", "BB"), ("LU", "LS"))[axis])


def _edge(view: View, edge: str, *, along: bool) -> tuple[Coords, Coords]:
    """Millimetres along an edge and the degrees there, finely enough to read between."""
    face = view.layout.face
    low, high = (face.x, face.right) if along else (face.y, face.bottom)
    at = np.linspace(low, high, 60)
    fixed = np.full_like(
        at, {"top": face.y, "bottom": face.bottom, "left": face.x, "right": face.right}[edge]
    )
    return at, view.degrees(np.column_stack([at, fixed] if along else [fixed, at]))


def utm_lines(view: View) -> str:
    """The UTM net."""
    face, step, (west, south, east, north) = view.layout.face, grid_step(view.scale), view.window.bounds
    look: dict[str, Any] = {"stroke": _BLUE, "stroke_width": 0.1 * view.layout.type}
    upright = [
        svg.line(view.x(e), face.y, view.x(e), face.bottom, **look) for e in multiples(west, east, step)
    ]
    level = [
        svg.line(face.x, view.y(n), face.right, view.y(n), **look) for n in multiples(south, north, step)
    ]
    return svg.element("g", "".join(upright + level), class_="jaring-utm")


def degree_lines(view: View) -> str:
    """The net of degrees, each line drawn through as many points as its bend needs."""
    step, (west, south, east, north) = arc_step(view) / 3600, view.degree_bounds
    drawn = []
    for low, high, other_low, other_high, axis in (
        (west, east, south, north, 0),
        (south, north, west, east, 1),
    ):
        for value in multiples(low, high, step):
            run = np.linspace(other_low, other_high, 40)
            fixed = np.full_like(run, value)
            points = np.column_stack([fixed, run] if axis == 0 else [run, fixed])
            drawn.append(view.clip(shapely.LineString(view.millimetres(points))))
    return svg.path(
        shapely.GeometryCollection(drawn), fill="none", stroke=_BROWN, stroke_width=0.12 * view.layout.type
    )


def equator(view: View) -> str:
    """The equator where the sheet crosses it: Kalimantan Timur lies on both sides."""
    _west, south, _east, north = view.window.bounds
    zero = view.plane.false_northing
    if not south < zero < north:
        return ""
    face, t, y = view.layout.face, view.layout.type, view.y(zero)
    look: dict[str, Any] = {"stroke": "#3b6ea5", "stroke_width": 0.2 * t, "stroke_dasharray": f"{2 * t} {t}"}
    words = svg.text(
        face.x + 2 * t, y - 0.8 * t, "Khatulistiwa", 1.9 * t, fill="#3b6ea5", italic=True, halo=0.6 * t
    )
    return svg.line(face.x, y, face.right, y, **look) + words


def figures(ticks: list[Tick], face: Box, t: float, *, row: int, colour: str) -> str:
    """Ticks and figures around the face; row 0 stands next to it, row 1 outside of that with its ticks inside the face."""
    base, size = (2.1 + 3.8 * row) * t, 1.75 * t
    drawn, last = [], {"top": -1e9, "bottom": -1e9, "left": -1e9, "right": -1e9}
    for tick in sorted(ticks, key=lambda tick: (tick.edge, tick.at)):
        drawn.append(_tick(tick, face, 0, 1.4 * t if row == 0 else -1.4 * t, colour, t))
        if row:
            drawn.append(_tick(tick, face, 4.3 * t, 5.2 * t, colour, t))
        half = svg.width_of(tick.words, size) / 2
        ends = (face.x, face.right) if tick.edge in {"top", "bottom"} else (face.y, face.bottom)
        if tick.at - half < max(last[tick.edge], ends[0]) or tick.at + half > ends[1]:
            continue
        last[tick.edge] = tick.at + half + 1.5 * t
        drawn.append(_figure(tick, face, base, size))
    return "".join(drawn)


def _tick(tick: Tick, face: Box, near: float, far: float, colour: str, t: float) -> str:
    """A tick between two distances outside of the face."""
    x1, y1, x2, y2 = {
        "top": (tick.at, face.y - near, tick.at, face.y - far),
        "bottom": (tick.at, face.bottom + near, tick.at, face.bottom + far),
        "left": (face.x - near, tick.at, face.x - far, tick.at),
        "right": (face.right + near, tick.at, face.right + far, tick.at),
    }[tick.edge]
    return svg.line(x1, y1, x2, y2, stroke=colour, stroke_width=0.15 * t)


def _figure(tick: Tick, face: Box, base: float, size: float) -> str:
    x, y, turn = {
        "top": (tick.at, face.y - base, 0.0),
        "bottom": (tick.at, face.bottom + base + size * 0.72, 0.0),
        "left": (face.x - base, tick.at, -90.0),
        "right": (face.right + base + size * 0.72, tick.at, -90.0),
    }[tick.edge]
    return svg.text(x, y, tick.words, size, anchor="middle", fill=_INK, turn=turn)
