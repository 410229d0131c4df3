"""Sheets of paper and where map, panel and frame lie on them, in millimetres."""

from dataclasses import dataclass

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
}
# Rim of the sheet, size of the writing against A3, width of the panel beside the map.
_LOOKS = {"a4": (6, 0.72, 62), "a3": (8, 1.0, 86), "a2": (10, 1.2, 106), "a1": (12, 1.45, 128)}
# Height of the panel below the map on an upright sheet, at the size of A3.
LOW_PANEL = 104
LABELS = 9.0


@dataclass(frozen=True)
class Box:
    """A rectangle on the sheet, y growing downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def inner(self, by: float) -> "Box":
        """The same, smaller on all sides."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True)
class Layout:
    """One sheet: its size, its frame, the face of the map, the panel, and the size of its writing."""

    paper: str
    landscape: bool

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        short, long = PAPERS[self.paper]
        return (long, short) if self.landscape else (short, long)

    @property
    def type(self) -> float:
        """The size of writing and signs against those of an A3 sheet."""
        return _LOOKS[self.paper][1]

    @property
    def frame(self) -> Box:
        """The outer frame."""
        return Box(0, 0, *self.size).inner(_LOOKS[self.paper][0])

    @property
    def panel(self) -> Box:
        """Beside the map on a lying sheet, below it on an upright one."""
        frame = self.frame
        if self.landscape:
            width = _LOOKS[self.paper][2]
            return Box(frame.right - width, frame.y, width, frame.height)
        height = LOW_PANEL * self.type
        return Box(frame.x, frame.bottom - height, frame.width, height)

    @property
    def face(self) -> Box:
        """Where the ground is drawn; the figures of the grid stand around it."""
        frame, panel, rim = self.frame, self.panel, LABELS * self.type
        width = frame.width - (panel.width if self.landscape else 0)
        height = frame.height - (0 if self.landscape else panel.height)
        return Box(frame.x, frame.y, width, height).inner(rim)
