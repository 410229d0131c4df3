"""The legend: only what the sheets of this map show."""

from collections.abc import Callable

from boundaries.documents.maps import svg
from boundaries.documents.maps.blocks import Part, Sheet, heading
from boundaries.documents.maps.face import BANDS, CLAIMS, LINE_MM, colour_of, dashes
from boundaries.documents.maps.plan import DEGREES, Plan
from boundaries.documents.maps.symbols import symbol
from boundaries.geo.courses import Spot

Draw = Callable[[float, float, float, float], str]
Row = tuple[Draw, str]


def legend(sheet: Sheet, x: float, y: float, width: float) -> Part:
    """Signs and their meaning, one under the other."""
    t, sample = sheet.t, 11 * sheet.t
    drawn, down = [heading("Legenda", x, y, width, t)], y + 4.6 * t
    for draw, words in [*_lines(sheet.plan), *_points(sheet.plan), *_nets(sheet.plan)]:
        lines = svg.wrapped(words, 2.1 * t, width - sample - 2 * t)
        down += 1.3 * t
        drawn.append(draw(x, down + 0.6 * t, sample, t))
        for number, line in enumerate(lines):
            drawn.append(svg.text(x + sample + 2 * t, down + 1.3 * t + 2.3 * t * number, line, 2.1 * t))
        down += 2.6 * t + 2.3 * t * (len(lines) - 1)
    return Part("".join(drawn), down - y + 1.2 * t)


def _stroke(colour: str, width: float, dash: str) -> Draw:
    def draw(x: float, y: float, sample: float, t: float) -> str:
        return svg.line(
            x, y, x + sample, y, stroke=colour, stroke_width=width * t, stroke_dasharray=_scaled(dash, t)
        )

    return draw


def _scaled(dash: str, t: float) -> str | None:
    return " ".join(svg.number(float(part) * t) for part in dash.split()) if dash else None


def _band(side: int) -> Draw:
    def draw(x: float, y: float, sample: float, t: float) -> str:
        return svg.rect(x, y - 1.2 * t, sample, 2.4 * t, fill=BANDS[side])

    return draw


def _sign(spot: Spot) -> Draw:
    def draw(x: float, y: float, sample: float, t: float) -> str:
        return symbol(spot, x + sample / 2, y, t)

    return draw


def _lines(plan: Plan) -> list[Row]:
    rows: list[Row] = [
        (_stroke(colour_of(plan.line.role), LINE_MM, dashes(plan.line.role, 1.0)), plan.line.label)
    ]
    rows += [(_stroke(CLAIMS[claim.side], 0.4, "1.5 0.9"), claim.label) for claim in plan.claims]
    if plan.is_oriented:
        rows += [(_band(place), f"Sisi {side.name}") for place, side in enumerate(plan.facts.sides)]
    if plan.outlines:
        rows.append((_stroke("#8d8d8d", 0.18, "1.1 0.7"), "Garis luar wilayah menurut lapisan (indikatif)"))
    return rows


def _points(plan: Plan) -> list[Row]:
    """One row for each kind of point in the list, and one for nodes."""
    spots = plan.facts.spots
    kinds = {spot.kind: spot for spot in spots if not spot.meets} | {
        spot.kind: spot
        for spot in spots
        if spot.meets and all(other.kind != spot.kind or other.meets for other in spots)
    }
    rows: list[Row] = [
        (_sign(_plain(spot)), f"{spot.kind} – {spot.kind_name or spot.kind}")
        for _kind, spot in sorted(kinds.items())
    ]
    node = next((spot for spot in spots if spot.meets), None)
    if node is not None:
        rows.append((_sign(node), "Titik simpul (lebih dari dua daerah)"))
    return rows


def _plain(spot: Spot) -> Spot:
    """The kind's own sign, without the ring of a node."""
    return Spot(spot.label, spot.kind, spot.lat, spot.lon, on_line=spot.on_line, has_pillar=spot.has_pillar)


def _nets(plan: Plan) -> list[Row]:
    if plan.choice.grid == DEGREES:
        return [(_stroke("#c2a878", 0.12, ""), "Garis lintang dan bujur")]
    return [(_stroke("#9fb8cc", 0.1, ""), "Jaring UTM")]
