"""The face of a sheet: the ground with its nets, the line between the two regions, points and names."""

import numpy as np
import shapely

from boundaries.documents.maps import grid, svg
from boundaries.documents.maps.labels import Taken, place_name
from boundaries.documents.maps.naming import region_names
from boundaries.documents.maps.paper import Box
from boundaries.documents.maps.plan import DEGREES, Plan
from boundaries.documents.maps.projecting import View
from boundaries.documents.maps.symbols import HALF, symbol

# The two sides have their own colours everywhere: ochre for the first region, teal for the second.
BANDS = ("#f6dfae", "#bfe3dc")
CLAIMS = ("#b45309", "#0f766e")
BAND_MM, LINE_MM = 2.6, 0.55
AGREED = "disepakati"
# Dash patterns by role, at the size of A3: an agreed line looks like a boundary, all others like a thought.
DASHES = {AGREED: (3.4, 0.9, 0.55, 0.9), "titik": (1.2, 0.8)}
STUDY = (2.6, 1.2)


def colour_of(role: str) -> str:
    """Black for the line agreed, red for a line studied or proposed, grey for what is only indicative."""
    return {AGREED: "#111", "indikatif": "#555", "titik": "#555"}.get(role, "#c1121f")


def dashes(role: str, t: float) -> str:
    """The dash pattern of a role."""
    return " ".join(svg.number(part * t) for part in DASHES.get(role, STUDY))


def draw_face(plan: Plan, view: View) -> tuple[str, int]:
    """The face and its figures, and how many names of points found no place."""
    face, t = view.layout.face, view.layout.type
    line = view.drawn(plan.geometry)
    taken = Taken(face, line)
    points, unnamed = _points(plan, view, taken)
    layers = [
        svg.rect(face.x, face.y, face.width, face.height, fill="#fff"),
        _outlines(plan, view),
        _bands(plan, line, view),
        grid.degree_lines(view) if plan.choice.grid == DEGREES else grid.utm_lines(view),
        grid.equator(view),
        _claims(plan, view),
        _main_line(plan, line, t),
        region_names(plan, view, line, taken),
        points,
        svg.rect(face.x, face.y, face.width, face.height, fill="none", stroke="#111", stroke_width=0.35 * t),
        _figures(plan, view),
    ]
    return "".join(layers), unnamed


def _figures(plan: Plan, view: View) -> str:
    """The figures of both nets: the one drawn stands next to the face."""
    face, t = view.layout.face, view.layout.type
    utm, degrees = grid.utm_ticks(view), grid.degree_ticks(view)
    inner, outer = (degrees, utm) if plan.choice.grid == DEGREES else (utm, degrees)
    return (
        grid.figures(outer, face, t, row=1, colour="#999")
        + grid.figures(inner, face, t, row=0, colour="#111")
        + _rim(face, t)
    )


def _rim(face: Box, t: float) -> str:
    """A hair line between the two rows of figures."""
    by = 4.3 * t
    return svg.rect(face.x - by, face.y - by, face.width + 2 * by, face.height + 2 * by, fill="none", stroke="#999",
                    stroke_width=0.12 * t)  # fmt: skip


def _outlines(plan: Plan, view: View) -> str:
    """The indicative outlines of the layer beneath everything: neighbours of the two in grey, edges drawn once."""
    t = view.layout.type
    drawn = [(outline, view.drawn(outline.geometry)) for outline in plan.outlines]
    near = [(outline, shape) for outline, shape in drawn if not shape.is_empty]
    if not near:
        return ""
    others = [svg.path(shape, fill="#f3f3f1") for outline, shape in near if not outline.side]
    edges = [view.drawn(shapely.boundary(outline.geometry)) for outline, _shape in near]
    return "".join(others) + svg.path(
        shapely.line_merge(_lines(shapely.union_all(edges))), fill="none", stroke="#8d8d8d", stroke_width=0.18 * t,
        stroke_dasharray=f"{svg.number(1.1 * t)} {svg.number(0.7 * t)}", class_="lapisan",
    )  # fmt: skip


def _lines(geometry: shapely.Geometry) -> shapely.MultiLineString:
    """The lines of a mixed shape."""
    return shapely.MultiLineString(
        [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]
    )


def _bands(plan: Plan, line: shapely.Geometry, view: View) -> str:
    """A coloured band along each side, once it is known which side is whose."""
    if not plan.is_oriented or line.is_empty:
        return ""
    width, smooth = BAND_MM * view.layout.type, shapely.simplify(line, 0.15)
    # On paper y grows downwards, so what lies left of the way lies at a negative distance.
    sides = (-width, width)
    return "".join(
        svg.path(view.clip(_band(smooth, distance)), fill=colour)
        for distance, colour in zip(sides, BANDS, strict=True)
    )


def _band(line: shapely.Geometry, distance: float) -> shapely.Geometry:
    """One side of a line, piece by piece; a piece whose one-sided buffer fails is left bare."""
    parts = [
        part
        for part in shapely.get_parts(line)
        if isinstance(part, shapely.LineString) and part.length > 0.01
    ]
    bands = [
        shapely.buffer(part, distance, single_sided=True, join_style="round", quad_segs=6) for part in parts
    ]
    return shapely.union_all([band for band in bands if band.is_valid])


def _claims(plan: Plan, view: View) -> str:
    """The claims of both sides in their colours."""
    t = view.layout.type
    return "".join(
        svg.path(
            view.drawn(shapely.LineString(claim.coords)), fill="none", stroke=CLAIMS[claim.side],
            stroke_width=0.4 * t, stroke_dasharray=f"{svg.number(1.5 * t)} {svg.number(0.9 * t)}",
        )
        for claim in plan.claims
    )  # fmt: skip


def _main_line(plan: Plan, line: shapely.Geometry, t: float) -> str:
    """The boundary line itself."""
    return svg.path(
        line, fill="none", stroke=colour_of(plan.line.role), stroke_width=LINE_MM * t, stroke_linejoin="round",
        stroke_dasharray=dashes(plan.line.role, t), class_="garis-batas",
    )  # fmt: skip


def _points(plan: Plan, view: View, taken: Taken) -> tuple[str, int]:
    """Signs first, then names in the order of the list, nodes before the others."""
    spots = plan.facts.spots
    if not spots:
        return "", 0
    t, face = view.layout.type, view.layout.face
    places = view.millimetres(np.array([spot.lonlat for spot in spots], dtype=float))
    shown = [
        (spot, float(x), float(y))
        for spot, (x, y) in zip(spots, places, strict=True)
        if face.x <= x <= face.right and face.y <= y <= face.bottom
    ]
    half = HALF * 1.2 * t
    for _spot, x, y in shown:
        taken.take(Box(x - half, y - half, 2 * half, 2 * half))
    ordered = sorted(shown, key=lambda row: not row[0].meets)
    names = [place_name(spot.label, (x, y), 2.1 * t, taken) for spot, x, y in ordered]
    drawn = [name.svg() for name in names if name] + [symbol(spot, x, y, t) for spot, x, y in shown]
    return "".join(drawn), sum(name is None for name in names)
