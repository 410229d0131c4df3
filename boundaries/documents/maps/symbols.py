"""Signs of the kinds of points: a filled sign stands on the boundary, a hollow one beside it."""

from boundaries.documents.maps import svg
from boundaries.geo.courses import Spot

_RED, _INK = "#c1121f", "#111"
# Pillars are squares, pillars in between triangles, points without a pillar circles; any other kind a diamond.
_SHAPES = {"PBU": "square", "PABU": "square", "PBA": "triangle", "PABA": "triangle", "TK": "circle"}
HALF = 0.95


def shape_of(spot: Spot) -> str:
    """The sign of a point's kind."""
    return _SHAPES.get(spot.kind, "diamond" if spot.has_pillar else "circle")


def symbol(spot: Spot, x: float, y: float, t: float) -> str:
    """The sign of a point, with a ring around a node of three regions."""
    half = HALF * t
    look = {
        "fill": _RED if spot.on_line else "#fff",
        "stroke": _INK if spot.on_line else _RED,
        "stroke_width": (0.15 if spot.on_line else 0.35) * t,
    }
    ring = ""
    if spot.meets:
        ring = svg.element(
            "circle", cx=x, cy=y, r=half * 1.75, fill="#fff", stroke=_INK, stroke_width=0.25 * t
        )
    return ring + _figure(shape_of(spot), x, y, half, look)


def _figure(shape: str, x: float, y: float, half: float, look: dict[str, object]) -> str:
    if shape == "circle":
        return svg.element("circle", cx=x, cy=y, r=half * 0.85, **look)
    if shape == "square":
        return svg.rect(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8, **look)
    if shape == "triangle":
        return svg.polygon(
            [(x, y - half * 1.15), (x + half, y + half * 0.7), (x - half, y + half * 0.7)], **look
        )
    return svg.polygon(
        [(x, y - half * 1.2), (x + half * 1.2, y), (x, y + half * 1.2), (x - half * 1.2, y)], **look
    )
