"""What is asked of a map, and the data it is drawn from."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import shapely

from boundaries.documents.annexes.facts import LineFacts, SegmentFacts
from boundaries.documents.maps.paper import Layout
from boundaries.documents.maps.projecting import View, ground_size
from boundaries.geo.planes import Coords, Plane
from boundaries.geo.sheets import Window, window_around, windows_along

UTM, DEGREES = "utm", "geografis"
_ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Choice:
    """Paper, its way up, scale, net, the line drawn, and whether claims are drawn beside it."""

    paper: str = "a3"
    landscape: bool = True
    scale: int = 50_000
    grid: str = UTM
    line: str = ""
    claims: bool = False

    @property
    def layout(self) -> Layout:
        """The sheet."""
        return Layout(self.paper, self.landscape)


@dataclass(frozen=True)
class Outline:
    """The outline of one region of the layer in use, in degrees."""

    name: str
    geometry: shapely.Geometry
    side: int = 0
    in_province: bool = False


@dataclass(frozen=True)
class Plan:
    """A map before it is drawn: the segment, the line, the outlines around it, the choice made."""

    facts: SegmentFacts
    line: LineFacts
    choice: Choice
    outlines: tuple[Outline, ...] = ()
    claims: tuple[LineFacts, ...] = ()
    dated: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @cached_property
    def geometry(self) -> shapely.LineString:
        """The line in degrees."""
        return shapely.LineString(self.line.coords)

    @cached_property
    def plane(self) -> Plane:
        """The one zone of all sheets."""
        return Plane.of(*shapely.bounds(shapely.MultiPoint(self._all_degrees)))

    @cached_property
    def _all_degrees(self) -> Coords:
        return np.array([*self.line.coords, *(spot.lonlat for spot in self.facts.spots)], dtype=float)

    @cached_property
    def windows(self) -> list[Window]:
        """One window when all fits on one sheet, else several along the line. Raises TooManySheets."""
        width, height = ground_size(self.choice.layout, self.choice.scale)
        whole = window_around(self.plane.forward(self._all_degrees), width, height)
        if whole is not None:
            return [whole]
        return windows_along(self.plane.forward(np.array(self.line.coords, dtype=float)), width, height)

    @property
    def views(self) -> list[View]:
        """One view for each sheet of the map."""
        return [View(self.choice.layout, self.plane, self.choice.scale, window) for window in self.windows]

    @cached_property
    def index_view(self) -> View:
        """All sheets on one, at the largest round scale that holds them."""
        corners = np.array(
            [[w.east, w.north] for w in self.windows] + [list(w.bounds[2:]) for w in self.windows]
        )
        for power in range(3, 9):
            for part in _ROUND[:-1]:
                scale = int(10**power * part)
                around = window_around(corners, *ground_size(self.choice.layout, scale))
                if scale >= self.choice.scale and around is not None:
                    return View(self.choice.layout, self.plane, scale, around)
        msg = "a segment larger than the earth"
        raise ValueError(msg)

    @property
    def is_oriented(self) -> bool:
        """Whether it is known which region lies on which side of the line."""
        return self.line.oriented
