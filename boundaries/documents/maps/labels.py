"""Placing names so that none covers another, a sign or the line."""

from dataclasses import dataclass, field

import shapely

from boundaries.documents.maps import svg
from boundaries.documents.maps.paper import Box

# Right above, right below, left above, left below, right, left, above, below: the order cartographers like.
_PLACES = ((1, -1), (1, 1), (-1, -1), (-1, 1), (1, 0), (-1, 0), (0, -1), (0, 1))


@dataclass
class Taken:
    """What the face already shows: boxes of names and signs, and the line no name may cross."""

    face: Box
    line: shapely.Geometry
    boxes: list[Box] = field(default_factory=list)

    def is_free(self, box: Box, *, across_line: bool = False) -> bool:
        """Whether a box lies on the face and covers nothing."""
        face = self.face
        if box.x < face.x or box.y < face.y or box.right > face.right or box.bottom > face.bottom:
            return False
        if any(_meet(box, other) for other in self.boxes):
            return False
        return across_line or not self.line.intersects(shapely.box(box.x, box.y, box.right, box.bottom))

    def take(self, box: Box) -> None:
        """Keep a place."""
        self.boxes.append(box)


def _meet(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@dataclass(frozen=True)
class Name:
    """A placed name: its box, its base line, and whether a hair line leads to its point."""

    words: str
    box: Box
    size: float
    point: tuple[float, float]
    led: bool

    def svg(self) -> str:
        """The name, with its hair line beneath."""
        x, y = self.box.x + self.size * 0.15, self.box.bottom - self.size * 0.28
        drawn = svg.text(x, y, self.words, self.size, bold=True, halo=self.size * 0.32)
        if not self.led:
            return drawn
        near_x = min(max(self.point[0], self.box.x), self.box.right)
        near_y = min(max(self.point[1], self.box.y), self.box.bottom)
        return svg.line(*self.point, near_x, near_y, stroke="#444", stroke_width=self.size * 0.06) + drawn


def place_name(words: str, point: tuple[float, float], size: float, taken: Taken) -> Name | None:
    """The first free place around a point, near first, then farther with a hair line; None when there is none."""
    width, height = svg.width_of(words, size, bold=True) + size * 0.3, size * 1.15
    for gap, across in ((0.6, False), (1.6, False), (3.2, False), (5.5, False), (0.6, True), (3.2, True)):
        for right, down in _PLACES:
            x = point[0] + right * gap * size - (0 if right > 0 else width if right < 0 else width / 2)
            y = point[1] + down * gap * size - (0 if down > 0 else height if down < 0 else height / 2)
            box = Box(x, y, width, height)
            if taken.is_free(box, across_line=across):
                taken.take(box)
                return Name(words, box, size, point, gap > 1)
    return None
