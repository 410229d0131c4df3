"""A few words of SVG: elements as text, every value escaped, millimetres with three decimals."""

import math
from collections.abc import Iterable
from html import escape
from typing import Any

import numpy as np
import shapely

FACE = "Arimo, Arial, Helvetica, sans-serif"
# Widths of Helvetica's letters from space to tilde in thousandths of the size; Arimo has the same.
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    *(556,) * 10, 278, 278, 584, 584, 584, 556, 1015,
    667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667,
    944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
    556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500,
    722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_BOLD = 1.07


def number(value: float) -> str:
    """A number with at most three decimals: a micrometre on paper."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def element(tag: str, inside: str = "", **attributes: Any) -> str:
    """One element; `stroke_width` is written stroke-width, None is left out."""
    words = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{words}>{inside}</{tag}>" if inside else f"<{tag}{words}/>"


def _value(value: Any) -> str:
    return number(value) if isinstance(value, float | int) else escape(str(value))


def width_of(text: str, size: float, *, bold: bool = False, spacing: float = 0.0) -> float:
    """How wide a text is at a size, in the size's unit."""
    units = sum(_WIDTHS[ord(sign) - 32] if 32 <= ord(sign) < 127 else 556 for sign in text)
    return units * size / 1000 * (_BOLD if bold else 1.0) + spacing * len(text)


def text(
    x: float, y: float, words: str, size: float, *, fill: str = "#111", anchor: str = "start", bold: bool = False,
    italic: bool = False, turn: float = 0.0, halo: float = 0.0, spacing: float = 0.0,
) -> str:  # fmt: skip
    """Words on their base line; a halo is the same words in white beneath."""
    own = {
        "x": x, "y": y, "font_size": size, "text_anchor": anchor if anchor != "start" else None,
        "font_weight": "bold" if bold else None, "font_style": "italic" if italic else None,
        "letter_spacing": spacing or None,
        "transform": f"rotate({number(turn)} {number(x)} {number(y)})" if turn else None,
    }  # fmt: skip
    inside = escape(words)
    under = ""
    if halo:
        under = element(
            "text", inside, **own, fill="#fff", stroke="#fff", stroke_width=halo, stroke_linejoin="round"
        )
    return under + element("text", inside, **own, fill=fill)


def wrapped(words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Lines no wider than a width; a single longer word stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def line(x1: float, y1: float, x2: float, y2: float, **look: Any) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **look)


def rect(x: float, y: float, width: float, height: float, **look: Any) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, **look)


def path(geometry: shapely.Geometry, **look: Any) -> str:
    """Lines or areas in millimetres as one path; nothing for an empty one."""
    words = "".join(_words(geometry))
    return element("path", d=words, **look) if words else ""


def _words(geometry: shapely.Geometry) -> Iterable[str]:
    for part in shapely.get_parts(geometry):
        if isinstance(part, shapely.GeometryCollection):
            yield from _words(part)
        elif isinstance(part, shapely.Polygon):
            rings = [] if part.is_empty else [part.exterior, *part.interiors]
            yield from (f"{_strokes(ring)}Z" for ring in rings)
        elif isinstance(part, shapely.LineString) and not part.is_empty:
            yield _strokes(part)


def _strokes(ring: shapely.LineString) -> str:
    coords = np.round(shapely.get_coordinates(ring), 3)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in coords)


def polygon(points: Iterable[tuple[float, float]], **look: Any) -> str:
    """A closed figure."""
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), **look)


def turned(x: float, y: float, length: float, degrees: float) -> tuple[float, float]:
    """The point a length away, at an angle clockwise from the top of the sheet."""
    angle = math.radians(degrees)
    return x + length * math.sin(angle), y - length * math.cos(angle)
