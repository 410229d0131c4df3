"""Where the sheet lies in its province, and the boxes for signatures."""

import math

import numpy as np
import shapely

from boundaries.documents.maps import svg
from boundaries.documents.maps.blocks import RED, SOFT, Part, Sheet, heading
from boundaries.documents.maps.paper import Box
from boundaries.geo.planes import Coords

MISSING = "Diagram lokasi tidak digambar: lapisan wilayah provinsi belum dimuat."


def inset(sheet: Sheet, x: float, y: float, width: float, height: float) -> Part:
    """The province in small with the segment and the sheets, or a sentence why it is absent."""
    t = sheet.t
    head = heading("Diagram lokasi", x, y, width, t)
    box = Box(x, y + 5 * t, width, height - 6 * t)
    outlines = [outline for outline in sheet.plan.outlines if outline.in_province]
    if not outlines:
        lines = svg.wrapped(MISSING, 1.9 * t, width)
        words = [
            svg.text(x, box.y + 3 * t + 2.5 * t * k, line, 1.9 * t, fill=SOFT) for k, line in enumerate(lines)
        ]
        return Part(head + "".join(words), 9 * t + 2.5 * t * len(lines))
    place = _Fit.of(shapely.GeometryCollection([outline.geometry for outline in outlines]), box)
    drawn = [
        svg.path(_coarse(outline.geometry, place), fill=("#e9e9e6", "#f6dfae", "#bfe3dc")[outline.side], stroke="#888",
                 stroke_width=0.1 * t)
        for outline in outlines
    ]  # fmt: skip
    drawn.append(svg.path(shapely.transform(shapely.simplify(sheet.plan.geometry, 0.003), place.on_paper), fill="none",
                          stroke=RED, stroke_width=0.4 * t))  # fmt: skip
    drawn.append(_windows(sheet, place, t))
    drawn.append(
        svg.rect(box.x, box.y, box.width, box.height, fill="none", stroke="#111", stroke_width=0.15 * t)
    )
    return Part(head + "".join(drawn), height)


def _windows(sheet: Sheet, place: "_Fit", t: float) -> str:
    """The sheet's own window in red; on an index, all of them."""
    views = sheet.plan.views if sheet.is_index else [sheet.view]
    drawn = []
    for view in views:
        west, south, east, north = view.degree_bounds
        corners = place.on_paper(np.array([[west, north], [east, south]]))
        drawn.append(svg.rect(float(corners[0, 0]), float(corners[0, 1]), float(corners[1, 0] - corners[0, 0]),
                              float(corners[1, 1] - corners[0, 1]), fill="none", stroke="#111", stroke_width=0.25 * t))  # fmt: skip
    return "".join(drawn)


def _coarse(geometry: shapely.Geometry, place: "_Fit") -> shapely.Geometry:
    return shapely.simplify(shapely.transform(geometry, place.on_paper), 0.12)


class _Fit:
    """Degrees laid into a box with the proportions they have on the ground there."""

    def __init__(self, bounds: tuple[float, float, float, float], box: Box) -> None:
        west, south, east, north = bounds
        self._squeeze = math.cos(math.radians((south + north) / 2))
        wide, tall = (east - west) * self._squeeze, north - south
        self._factor = 0.94 * min(box.width / wide, box.height / tall)
        self._x = box.x + (box.width - wide * self._factor) / 2 - west * self._squeeze * self._factor
        self._y = box.y + (box.height - tall * self._factor) / 2 + north * self._factor

    @classmethod
    def of(cls, geometry: shapely.Geometry, box: Box) -> "_Fit":
        west, south, east, north = (float(value) for value in shapely.bounds(geometry))
        return cls((west, south, east, north), box)

    def on_paper(self, lonlat: Coords) -> Coords:
        """Millimetres of degrees."""
        return np.column_stack([
            self._x + lonlat[:, 0] * self._squeeze * self._factor, self._y - lonlat[:, 1] * self._factor
        ])  # fmt: skip


def signatures(sheet: Sheet, x: float, y: float, width: float, columns: int) -> Part:
    """A box for each region and each team that signs the map."""
    t = sheet.t
    signers = signers_of(sheet)
    across, tall = width / columns, 19 * t
    drawn = [heading("Pengesahan", x, y, width, t)]
    for place, title in enumerate(signers):
        left, top = x + place % columns * across, y + 5 * t + place // columns * tall
        drawn.append(svg.rect(left, top, across, tall, fill="#fff", stroke="#111", stroke_width=0.15 * t))
        for number, line in enumerate(svg.wrapped(title, 1.8 * t, across - 2 * t)):
            drawn.append(
                svg.text(left + across / 2, top + (2.6 + 2.2 * number) * t, line, 1.8 * t, anchor="middle")
            )
        drawn.append(
            svg.text(
                left + across / 2, top + tall - 1.6 * t, "…………………………", 1.7 * t, anchor="middle", fill=SOFT
            )
        )
    rows = math.ceil(len(signers) / columns)
    return Part("".join(drawn), (5 + 19 * rows) * t)


def signers_of(sheet: Sheet) -> list[str]:
    """The heads of both regions, the teams of their provinces, the central team."""
    facts = sheet.plan.facts
    heads = [f"{side.head} {side.short}" for side in facts.sides]
    return [*heads, *(f"Tim PBD {province}" for province in facts.provinces), "Tim PBD Pusat"]
