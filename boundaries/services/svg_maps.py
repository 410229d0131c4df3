"""The map without scripts: outlines and segments as paths of an SVG, each segment a link."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import cos, radians

from boundaries.geo.drawn import Drawn
from boundaries.models import Segment
from boundaries.services.drawings import drawn
from boundaries.services.own_lines import own_lines

WIDTH = 1000.0
# So many regions can be told apart on one page; beyond them less detail is enough.
FEW_REGIONS = 60
Vertices = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Area:
    """One region: its path and where its name stands."""

    name: str
    path: str
    x_text: str
    y_text: str
    show_name: bool


@dataclass(frozen=True)
class Stretch:
    """One segment: its path, its page, and whether any line is known for it."""

    segment: Segment
    path: str

    @property
    def title(self) -> str:
        """What a screen reader says."""
        return f"{self.segment}: {self.segment.get_stage_display()}"


@dataclass(frozen=True)
class SvgMap:
    """What the template prints."""

    width: int
    height: int
    # West and north edge in degrees, units of a degree across and down: where a telephone places itself on it.
    frame: tuple[float, float, float, float]
    areas: list[Area] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def places(self) -> str:
        """The frame as a script reads it."""
        return " ".join(f"{number:.6f}" for number in self.frame)

    @property
    def missing(self) -> list[Stretch]:
        """Segments for which no line is known yet."""
        return [stretch for stretch in self.stretches if not stretch.path]


def svg_map(segments: Iterable[Segment]) -> SvgMap:
    """Draw segments with the regions on their sides; without any outline the map is empty but the links stay."""
    rows = list(segments)
    codes = sorted({side.code for row in rows for side in row.sides})
    layer = drawn(1 if len(codes) <= FEW_REGIONS else 0)
    lands = {code: list(layer.rings(code)) for code in codes} if layer else {}
    land = [vertex for rings in lands.values() for ring in rings for vertex in ring]
    mine = own_lines([row.pk for row in rows], tolerance=_span(_box(land)) / WIDTH)
    lines = {row.pk: _lines(row, layer, mine[row.pk][1] if row.pk in mine else None) for row in rows}
    paper = _Paper(_box(land + [vertex for pieces in lines.values() for piece in pieces for vertex in piece]))
    names = {side.code: str(side) for row in rows for side in row.sides}
    return SvgMap(
        round(WIDTH),
        max(round(paper.height), 1),
        (paper.west, paper.north, paper.stretch * paper.scale, paper.scale),
        [_area(paper, layer, code, names[code], rings) for code, rings in lands.items() if layer and rings],
        [Stretch(row, "".join(paper.path(piece) for piece in lines[row.pk])) for row in rows],
    )


def _lines(segment: Segment, layer: Drawn | None, own: Vertices | None) -> list[Vertices]:
    """The segment's own line, else the edge its two outlines share."""
    if own is not None:
        return [own]
    return layer.border(segment.region_a.code, segment.region_b.code) if layer else []


class _Paper:
    """Degrees to places on the page; near the equator one degree is as long either way, elsewhere made so."""

    def __init__(self, box: Box) -> None:
        """Fit a box onto the width, a little air around it."""
        west, south, east, north = box
        air = max(east - west, north - south) * 0.03
        self.west, self.north = west - air, north + air
        self.stretch = cos(radians((south + north) / 2))
        self.scale = WIDTH / ((east - west + 2 * air) * self.stretch)
        self.height = (north - south + 2 * air) * self.scale

    def place(self, vertex: tuple[float, float]) -> tuple[float, float]:
        """The place of a vertex, to a tenth."""
        return (
            round((vertex[0] - self.west) * self.stretch * self.scale, 1),
            round((self.north - vertex[1]) * self.scale, 1),
        )

    def path(self, vertices: Vertices, *, closed: bool = False) -> str:
        """An SVG path through the vertices, repeated places dropped."""
        places = [self.place(vertex) for vertex in vertices]
        kept = [here for here, before in zip(places, [None, *places], strict=False) if here != before]
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + ("Z" if closed else "")


def _area(paper: _Paper, layer: Drawn, code: str, name: str, rings: list[Vertices]) -> Area:
    x, y = paper.place(layer.label(code))
    path = "".join(paper.path(ring, closed=True) for ring in rings)
    wide = _span(_box([vertex for ring in rings for vertex in ring])) * paper.scale
    return Area(name, path, f"{x:g}", f"{y:g}", wide > 10 * len(name) + 20)


def _box(vertices: Vertices) -> Box:
    """The bounds of vertices; a stretch of Kalimantan where there are none."""
    if not vertices:
        return 113.0, -3.0, 119.0, 3.0
    xs, ys = [x for x, _y in vertices], [y for _x, y in vertices]
    return min(xs), min(ys), max(xs), max(ys)


def _span(box: Box) -> float:
    return max(box[2] - box[0], box[3] - box[1], 0.001)
