"""Reading a segment's rows into the facts its annexes are made of; only lines shared with both sides are read."""

from typing import Any

import shapely
from django.db.models import Q

from boundaries.choices import AnnexKind, Datum, LineRole, PointOpinion, Stage
from boundaries.documents.annexes.facts import LayerFacts, LineFacts, SegmentFacts, SideFacts
from boundaries.documents.annexes.settlement import agreement_of, settlement_of
from boundaries.documents.maps.plan import Outline
from boundaries.geo.courses import Course, Spot
from boundaries.geo.turning import oriented
from boundaries.models import (
    Annex,
    BoundaryLine,
    Leg,
    RegionLayer,
    RegionShape,
    Segment,
    SegmentPoint,
)
from ksd.core.models import JobState
from ksd.core.words import long_date
from regions.models import Region

# Once both teams have brought it this far, the two regions have agreed and the central team has said yes.
AGREED_FROM, APPROVED_FROM = Stage.PETA_DISEPAKATI, Stage.PENYUSUNAN_DRAF
_ROUTE = tuple(Stage)
_MODERN = {Datum.SRGI2013, Datum.WGS84}


def facts_of(segment: Segment) -> SegmentFacts:
    """Everything but the outlines; the same number of queries however many points and legs there are."""
    spots = {
        row.pk: _spot(row, segment)
        for row in SegmentPoint.objects.filter(segment=segment).for_list().in_order()
    }
    settlement, agreed = settlement_of(segment), _reached(segment, AGREED_FROM)
    return SegmentFacts(
        slug=segment.slug,
        name=str(segment),
        sides=(_side(segment.region_a), _side(segment.region_b)),
        stage=segment.stage,
        stage_label=str(segment.get_stage_display()),
        settled=segment.is_settled,
        regulation=segment.regulation,
        length_km=segment.length_km,
        spots=tuple(spots.values()),
        courses=_courses(segment, spots),
        lines=_lines(segment),
        layer=_layer(),
        settlement=settlement,
        agreed_paper=agreement_of(segment) if agreed and not settlement else "",
        approved_by_centre=_reached(segment, APPROVED_FROM),
        map_words=_map_words(segment),
    )


def _side(region: Region) -> SideFacts:
    province = region.parent
    return SideFacts(
        region.full_name,
        region.name,
        region.head_title,
        province.full_name if province and province.level == 1 else "",
    )


def _spot(row: SegmentPoint, segment: Segment) -> Spot:
    point: Any = row.point
    modern = point.datum in _MODERN
    here = None if modern else point.in_srgi
    return Spot(
        label=row.label,
        kind=point.kind.code,
        kind_name=point.kind.name,
        lat=point.lat if here is None else here.lat_exact,
        lon=point.lon if here is None else here.lon_exact,
        place=point.place.strip(),
        datum=str(point.get_datum_display() if modern else Datum.SRGI2013.label),
        converted_from="" if modern else str(point.get_datum_display()),
        method=point.method,
        brass=point.brass_text,
        on_line=point.kind.on_line,
        has_pillar=point.kind.has_pillar,
        meets=_meets(point, segment),
        validated=_validated(point, segment),
    )


def _meets(point: Any, segment: Segment) -> tuple[str, ...]:
    """The other regions whose segments pass the point."""
    own = {segment.region_a_id, segment.region_b_id}
    found = {
        region.full_name
        for listing in point.all_listings
        for region in listing.segment.sides
        if region.pk not in own
    }
    return tuple(sorted(found))


def _validated(point: Any, segment: Segment) -> bool | None:
    """Approved by both sides, objected to by one, or not yet answered by both."""
    words = {verdict.region_id: verdict.verdict for verdict in point.standing_verdicts}
    said = [words.get(segment.region_a_id), words.get(segment.region_b_id)]
    if PointOpinion.KEBERATAN in said:
        return False
    return True if said == [PointOpinion.SETUJU, PointOpinion.SETUJU] else None


def _courses(segment: Segment, spots: dict[int, Spot]) -> tuple[Course, ...]:
    rows = Leg.objects.filter(segment=segment).order_by("order", "pk")
    return tuple(
        Course(
            number=number,
            start=spots.get(leg.start_id or 0),
            end=spots.get(leg.end_id or 0),
            direction=leg.direction.strip(),
            along=leg.along.strip(),
            lies_a=leg.lies_a.strip(),
            lies_b=leg.lies_b.strip(),
            length_km=leg.length_km,
            state=leg.state,
        )
        for number, leg in enumerate(rows, start=1)
    )


# The line printed unless another is asked for comes first.
_RANK = (
    LineRole.DISEPAKATI,
    LineRole.KAJIAN_KEMENDAGRI,
    LineRole.KAJIAN_PROVINSI,
    LineRole.KOMPROMI,
    LineRole.INDIKATIF,
)


def _lines(segment: Segment) -> tuple[LineFacts, ...]:
    """The newest versions both sides may read, the weightiest first."""
    rows = BoundaryLine.objects.shared_of(segment).standing().select_related("region")
    ranked = sorted(
        rows, key=lambda row: (_RANK.index(row.role) if row.role in _RANK else len(_RANK), -row.pk)
    )
    return tuple(_line(row, segment) for row in ranked if len(row.vertices) >= 2)


def _line(row: BoundaryLine, segment: Segment) -> LineFacts:
    label = row.name or (
        f"Klaim {row.region}" if row.role == LineRole.KLAIM else str(LineRole(row.role).label)
    )
    day = f"versi {row.version}, dicatat {long_date(row.drawn_at.date())}"
    return LineFacts(
        pk=row.pk,
        role=row.role,
        label=label,
        source=f"{day}, ilustrasi" if row.illustrative else day,
        coords=tuple((float(lon), float(lat)) for lon, lat, *_height in row.vertices),
        side=1 if row.region_id == segment.region_b_id else 0,
        length_m=row.length_m,
        confidential=row.confidential,
        illustrative=row.illustrative,
    )


def _layer() -> LayerFacts | None:
    row = RegionLayer.objects.filter(in_use=True).first()
    if row is None:
        return None
    return LayerFacts(row.pk, row.name, row.source, long_date(row.dated) if row.dated else "", row.digest)


def _reached(segment: Segment, stage: Stage) -> str:
    """ "ya" once the segment stands at a stage of the main line or beyond it, or its history says it did."""
    main = _ROUTE[_ROUTE.index(stage) : _ROUTE.index(Stage.PEMELIHARAAN) + 1]
    came = segment.stage in main or segment.is_settled
    return "ya" if came or segment.changes.filter(to_stage__in=main).exists() else ""


def _map_words(segment: Segment) -> str:
    """The newest printed map in words, one without claims: a regulation shows none. Empty before there is one."""
    done = Annex.objects.filter(segment=segment, kind=AnnexKind.PETA, job__state=JobState.DONE)
    newest = next((row for row in done.order_by("-pk") if not row.choice.get("claims")), None)
    if newest is None:
        return ""
    day = long_date(newest.asked_at.date())
    return f"Peta batas daerah dicetak tersendiri: {newest.summary} (cetakan {day}, sidik data {newest.digest[:10]})."


def outlines_of(segment: Segment, facts: SegmentFacts) -> tuple[Outline, ...]:
    """Outlines of the layer in use: the provinces of the two sides, and whatever lies near the line."""
    coords = [pair for line in facts.lines for pair in line.coords] + [spot.lonlat for spot in facts.spots]
    if facts.layer is None or not coords:
        return ()
    west, south, east, north = (float(value) for value in shapely.bounds(shapely.MultiPoint(coords)))
    near = Q(west__lte=east + 1, east__gte=west - 1, south__lte=north + 1, north__gte=south - 1)
    provinces = [segment.region_a.parent_id, segment.region_b.parent_id]
    rows = RegionShape.objects.filter(near | Q(region__parent__in=provinces), layer_id=facts.layer.pk)
    return tuple(
        _outline(row, segment, provinces) for row in rows.select_related("region").order_by("region__code")
    )


def _outline(row: RegionShape, segment: Segment, provinces: list[int | None]) -> Outline:
    side = {segment.region_a_id: 1, segment.region_b_id: 2}.get(row.region_id, 0)
    shape = shapely.MultiPolygon([(rings[0], rings[1:]) for rings in row.coordinates if rings])
    return Outline(row.region.full_name, shape, side, row.region.parent_id in provinces)


def turned(line: LineFacts, outlines: tuple[Outline, ...]) -> tuple[LineFacts, bool]:
    """The line with the first region on its left as the outlines tell, and whether it had to be turned for that."""
    shapes = {outline.side: outline.geometry for outline in outlines if outline.side}
    found = oriented(shapely.LineString(line.coords), shapes.get(1), shapes.get(2))
    if not found.decided:
        return line, False
    coords = tuple((float(x), float(y)) for x, y in shapely.get_coordinates(found.line))
    return LineFacts(**{**line.__dict__, "coords": coords, "oriented": True}), found.reversed
