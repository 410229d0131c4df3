"""Drawings of the lines of a segment."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from agreements.documents.letters import Drawing, Label
from boundaries.documents.drawing import Pen, Plan, draw
from boundaries.models import BoundaryLine, LineOverlay, Segment

# Pockets get a number while there are few enough to be read.
NUMBERED = 12
FILLS = {"left": "both", "right": "neither"}


def drawing_of(segment: Segment, lines: Sequence[BoundaryLine], *, sides: bool = False) -> Drawing:
    """Some lines, named; with `sides` the first tells which region lies on which hand."""
    rows = [(short_name(line), np.array(line.vertices, dtype=float)) for line in lines]
    plan = Plan(rows, alt=_("Gambar garis: %(names)s.") % {"names": ", ".join(name for name, _row in rows)})
    drawing = draw(plan)
    return with_sides(drawing, plan, segment) if sides else drawing


def draft_drawing(segment: Segment, vertices: list[list[float]], name: str) -> Drawing:
    """A line not yet stated, with what lies left and right of it."""
    plan = Plan([(name, np.array(vertices, dtype=float))], alt=_("Gambar garis yang akan disimpan."))
    return with_sides(draw(plan), plan, segment)


def overlay_drawing(lines: Sequence[BoundaryLine], kept: LineOverlay | None) -> Drawing:
    """Lines over each other with the pockets of the first two shaded."""
    rows = [(short_name(line), np.array(line.vertices, dtype=float)) for line in lines]
    pockets = []
    figures: list[dict[str, Any]] = kept.figures["pockets"] if kept else []
    for number, ring in enumerate(kept.rings if kept else [], 1):
        shown = str(number) if number <= NUMBERED and not figures[number - 1]["sliver"] else ""
        pockets.append((shown, FILLS[ring["side"]], np.array(ring["ring"], dtype=float)))
    names = ", ".join(name for name, _row in rows)
    alt = _("Gambar tumpang tindih %(names)s dengan %(count)d kantong; angkanya ada pada tabel.")
    return draw(Plan(rows, pockets, alt % {"names": names, "count": len(figures)}))


def short_name(line: BoundaryLine) -> str:
    """What fits beside a line: whose it is and its version."""
    if line.region and line.is_claim:
        return _("Klaim %(region)s v%(version)s") % {"region": line.region.name, "version": line.version}
    return f"{line.name or line.get_role_display()} v{line.version}"


def with_sides(drawing: Drawing, plan: Plan, segment: Segment) -> Drawing:
    """The drawing with beginning, end and the region on each hand of the first line."""
    _name, row = plan.lines[0]
    points = Pen.over(plan.bounds()).place(row)
    middle = len(points) // 2
    way = points[min(middle + 1, len(points) - 1)] - points[middle - 1]
    size = float(np.hypot(*way)) or 1.0
    # Down is positive in a drawing: left of the way lies at (y, -x).
    hand = np.array([way[1], -way[0]]) / size * 70
    labels = [
        _at(points[0], _("awal")),
        _at(points[-1], _("akhir")),
        _at(points[middle] + hand, segment.region_a.name, "16"),
        _at(points[middle] - hand, segment.region_b.name, "16"),
    ]
    return Drawing(drawing.width, drawing.height, drawing.paths, (*drawing.labels, *labels), drawing.alt)


def _at(point: Any, text: str, size: str = "12") -> Label:
    x, y = min(max(float(point[0]), 70), 830), max(float(point[1]), 24)
    return Label(f"{x:.0f}", f"{y:.0f}", text, size, "middle")
