"""A drawing of lines and pockets, made by the server: needs no script, no tiles and no colour to be read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString

from agreements.documents.letters import Drawing, Label, Path

WIDTH, LEAST_HEIGHT, MOST_HEIGHT, EDGE, FOOT = 900, 320, 760, 34, 52
# Finer than this many parts of the drawing's width no eye tells.
FINENESS = 1500
INK, SOFT = "#1b2738", "#5b6778"
# Stroke, width and dash of each line, told apart in black and white too.
STROKES: tuple[tuple[str, str, str], ...] = (
    ("#12294a", "3", ""),
    ("#a3321d", "3", "11 5"),
    ("#2e6b3d", "2.6", "2 5"),
    ("#6a4a8c", "2.2", "12 4 2 4"),
)
STEPS_KM = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200)

Row = NDArray[np.float64]


@dataclass(frozen=True)
class Pen:
    """From degrees to the units of a drawing: plane enough for one segment, north up."""

    west: float
    north: float
    scale: float
    squeeze: float
    left: float
    top: float
    height: int

    @classmethod
    def over(cls, bounds: Sequence[float]) -> "Pen":
        """The pen that fits west, south, east, north into a drawing with an edge around."""
        west, south, east, north = bounds
        squeeze = float(np.cos(np.radians((south + north) / 2)))
        wide, tall = max((east - west) * squeeze, 1e-7), max(north - south, 1e-7)
        room = WIDTH - 2 * EDGE
        inner = min(max(room * tall / wide, LEAST_HEIGHT - 2 * EDGE), MOST_HEIGHT - 2 * EDGE)
        scale = min(room / wide, inner / tall)
        left, top = EDGE + (room - wide * scale) / 2, EDGE + (inner - tall * scale) / 2
        return cls(west, north, scale, squeeze, left, top, round(inner + 2 * EDGE + FOOT))

    def place(self, coords: Row) -> Row:
        """Positions in units of the drawing."""
        x = self.left + (coords[:, 0] - self.west) * self.squeeze * self.scale
        y = self.top + (self.north - coords[:, 1]) * self.scale
        return np.c_[x, y]

    def path(self, coords: Row, *, closed: bool = False) -> str:
        """A chain of positions in the path language of SVG."""
        points = self.place(coords)
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")

    @property
    def metres_per_unit(self) -> float:
        """How far one unit reaches on the ground."""
        return 111_320.0 / self.scale


def thin(coords: Sequence[Sequence[float]] | Row, extent: float) -> Row:
    """A chain with no more detail than a drawing of this extent in degrees shows."""
    line = shapely.simplify(LineString(coords), extent / FINENESS, preserve_topology=False)
    found: Row = shapely.get_coordinates(line)
    return found


@dataclass
class Plan:
    """What goes into one drawing."""

    lines: list[tuple[str, Row]]
    pockets: list[tuple[str, str, Row]] = field(default_factory=list)
    alt: str = ""

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of everything."""
        chains = [row for _name, row in self.lines] + [row for *_words, row in self.pockets]
        every = np.concatenate(chains)
        (west, south), (east, north) = every.min(axis=0), every.max(axis=0)
        return float(west), float(south), float(east), float(north)


def draw(plan: Plan) -> Drawing:
    """The drawing with its lines named, pockets numbered, a scale bar, north and the corner coordinates."""
    bounds = plan.bounds()
    pen = Pen.over(bounds)
    extent = max(bounds[2] - bounds[0], bounds[3] - bounds[1]) or 1e-6
    paths, labels = _pockets(plan, pen)
    for number, (name, row) in enumerate(plan.lines):
        stroke, width, dash = STROKES[number % len(STROKES)]
        paths.append(Path(pen.path(thin(row, extent)), "none", stroke, width, dash))
        labels.append(_name(name, pen.place(row), number, len(plan.lines)))
    frame, corners = _frame(pen, bounds)
    return Drawing(WIDTH, pen.height, (*paths, *frame), (*labels, *corners), plan.alt)


def _pockets(plan: Plan, pen: Pen) -> tuple[list[Path], list[Label]]:
    paths, labels = [], []
    for name, fill, ring in plan.pockets:
        paths.append(Path(pen.path(ring, closed=True), f"url(#{fill})", SOFT, "0.6"))
        if name:
            inside = shapely.Polygon(ring).buffer(0).representative_point()
            x, y = pen.place(np.array([[inside.x, inside.y]]))[0]
            labels.append(Label(f"{x:.0f}", f"{y + 4:.0f}", name, "14", "middle"))
    return paths, labels


def _name(name: str, points: Row, number: int, count: int) -> Label:
    """The name of a line beside its own place along it, so that names do not cover each other."""
    x, y = points[int((number + 1) * (len(points) - 1) / (count + 1))]
    anchor = "end" if x > WIDTH * 0.7 else "start"
    return Label(
        f"{x + (-8 if anchor == 'end' else 8):.0f}", f"{y - 9 + 20 * (number % 2):.0f}", name, "14", anchor
    )


def _frame(pen: Pen, bounds: tuple[float, float, float, float]) -> tuple[Iterable[Path], Iterable[Label]]:
    """The neat line, a scale bar of a round length, the arrow to the north, two corners in degrees."""
    bottom = pen.height - FOOT
    wanted = WIDTH / 4 * pen.metres_per_unit / 1000
    km = max((step for step in STEPS_KM if step <= wanted), default=STEPS_KM[0])
    size = km * 1000 / pen.metres_per_unit
    base = pen.height - 20
    bar = f"M{EDGE} {base - 8}V{base}H{EDGE + size:.1f}V{base - 8}"
    arrow = f"M{WIDTH - EDGE} {base}V{base - 26}M{WIDTH - EDGE - 5} {base - 18}L{WIDTH - EDGE} {base - 27}L{WIDTH - EDGE + 5} {base - 18}"
    paths = (
        Path(f"M4 4H{WIDTH - 4}V{bottom}H4Z", "none", SOFT, "1"),
        Path(bar, "none", INK, "1.6"),
        Path(arrow, "none", INK, "1.6"),
    )
    words = f"{km:g} km".replace(".", ",")
    labels = (
        Label(f"{EDGE + size + 8:.0f}", f"{base}", words),
        Label(f"{WIDTH - EDGE - 12}", f"{base}", "U", "13", "end"),
        Label("10", "20", _corner(bounds[0], bounds[3]), "11"),
        Label(f"{WIDTH - 10}", f"{bottom - 8}", _corner(bounds[2], bounds[1]), "11", "end"),
    )
    return paths, labels


def _corner(lon: float, lat: float) -> str:
    north = "LU" if lat >= 0 else "LS"
    return f"{abs(lat):.3f}° {north}, {lon:.3f}° BT".replace(".", ",")
