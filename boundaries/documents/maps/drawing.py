"""Whole sheets: the face, the panel beside or below it, the frame around both."""

from dataclasses import replace

import numpy as np
import shapely

from boundaries.documents.maps import blocks, grid, svg
from boundaries.documents.maps.blocks import Sheet
from boundaries.documents.maps.face import LINE_MM, colour_of, dashes, draw_face
from boundaries.documents.maps.inset import inset, signatures
from boundaries.documents.maps.legend import legend
from boundaries.documents.maps.paper import Box
from boundaries.documents.maps.plan import Plan
from boundaries.documents.maps.projecting import View

_INSET = 46


def sheets_of(plan: Plan) -> list[Sheet]:
    """Every sheet of a map, the index of the sheets first when there are several. Raises TooManySheets."""
    views = plan.views
    total = len(views)
    sheets = [Sheet(plan, view, number, total) for number, view in enumerate(views, start=1)]
    return sheets if total == 1 else [Sheet(plan, plan.index_view, 0, total, is_index=True), *sheets]


def draw(sheet: Sheet) -> str:
    """One sheet as SVG, its unit a millimetre of paper."""
    layout = sheet.view.layout
    width, height = layout.size
    if sheet.is_index:
        face = _index_face(sheet)
    else:
        face, unnamed = draw_face(sheet.plan, sheet.view)
        sheet = replace(sheet, unnamed=unnamed)
    frame, t = layout.frame, layout.type
    inside = [
        svg.rect(0, 0, width, height, fill="#fff"),
        face,
        _panel(sheet),
        svg.rect(
            frame.x, frame.y, frame.width, frame.height, fill="none", stroke="#111", stroke_width=0.6 * t
        ),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{svg.number(width)}mm" height="{svg.number(height)}mm" '
        f'viewBox="0 0 {svg.number(width)} {svg.number(height)}" font-family="{svg.FACE}">{"".join(inside)}</svg>'
    )


def _panel(sheet: Sheet) -> str:
    layout, t = sheet.view.layout, sheet.t
    box = layout.panel
    edge = svg.rect(box.x, box.y, box.width, box.height, fill="#fff", stroke="#111", stroke_width=0.35 * t)
    inner = box.inner(3.2 * t)
    return edge + (_beside(sheet, inner) if layout.landscape else _below(sheet, inner))


def _beside(sheet: Sheet, box: Box) -> str:
    """One column; the diagram takes the height that is left, signatures stand at the foot."""
    drawn, down, gap = [], box.y, 1.6 * sheet.t
    for part in (blocks.title, blocks.scale_bar, blocks.north, legend):
        made = part(sheet, box.x, down, box.width)
        drawn.append(made.drawn)
        down += made.height + gap
    told = blocks.sources(sheet, box.x, 0, box.width).height
    signed = signatures(sheet, box.x, 0, box.width, 2).height
    left = box.bottom - down - told - signed - 2 * gap
    if left > 18 * sheet.t:
        made = inset(sheet, box.x, down, box.width, min(left, _INSET * 2.2 * sheet.t))
        drawn.append(made.drawn)
    drawn.append(blocks.sources(sheet, box.x, box.bottom - signed - told - gap, box.width).drawn)
    drawn.append(signatures(sheet, box.x, box.bottom - signed, box.width, 2).drawn)
    return "".join(drawn)


def _below(sheet: Sheet, box: Box) -> str:
    """Three columns, and the signatures in one row under them."""
    gap, t = 4 * sheet.t, sheet.t
    column = (box.width - 2 * gap) / 3
    drawn = []
    for place, parts in enumerate(((blocks.title, blocks.scale_bar, blocks.north), (legend,), ())):
        x, down = box.x + place * (column + gap), box.y
        for part in parts:
            made = part(sheet, x, down, column)
            drawn.append(made.drawn)
            down += made.height + 1.6 * t
    signed = signatures(sheet, box.x, 0, box.width, _signers_wide(sheet)).height
    third = box.x + 2 * (column + gap)
    told = blocks.sources(sheet, third, 0, column).height
    room = box.height - told - 1.6 * t - (signed + t)
    drawn.append(inset(sheet, third, box.y, column, max(room, 20 * t)).drawn)
    drawn.append(blocks.sources(sheet, third, box.y + max(room, 20 * t) + 1.6 * t, column).drawn)
    wide = _signers_wide(sheet)
    drawn.append(signatures(sheet, box.x, box.bottom - signed, box.width, wide).drawn)
    return "".join(drawn)


def _signers_wide(sheet: Sheet) -> int:
    return 3 + len(sheet.plan.facts.provinces)


def _index_face(sheet: Sheet) -> str:
    """The whole line and the rectangle of every sheet with its number."""
    plan, view = sheet.plan, sheet.view
    face, t = view.layout.face, view.layout.type
    line = view.drawn(plan.geometry)
    edges = [view.drawn(shapely.boundary(outline.geometry)) for outline in plan.outlines]
    drawn = [
        grid.utm_lines(view),
        svg.path(shapely.GeometryCollection(edges), fill="none", stroke="#8d8d8d", stroke_width=0.18 * t),
        grid.equator(view),
        svg.path(line, fill="none", stroke=colour_of(plan.line.role), stroke_width=LINE_MM * t,
                 stroke_dasharray=dashes(plan.line.role, t)),
        *(_rectangle(number, each, view, t) for number, each in enumerate(plan.views, start=1)),
        svg.rect(face.x, face.y, face.width, face.height, fill="none", stroke="#111", stroke_width=0.35 * t),
        grid.figures(grid.degree_ticks(view), face, t, row=1, colour="#999"),
        grid.figures(grid.utm_ticks(view), face, t, row=0, colour="#111"),
    ]  # fmt: skip
    return "".join(drawn)


def _rectangle(number: int, each: View, index: View, t: float) -> str:
    west, south, east, north = each.window.bounds
    corners = index.on_paper(np.array([[west, north], [east, south]]))
    (x1, y1), (x2, y2) = corners.tolist()
    size = min(4.0 * t, (y2 - y1) * 0.4)
    words = svg.text(
        x1 + size * 0.3, y1 + size * 1.0, str(number), size, bold=True, fill="#c1121f", halo=size * 0.25
    )
    return svg.rect(x1, y1, x2 - x1, y2 - y1, fill="none", stroke="#c1121f", stroke_width=0.25 * t) + words
