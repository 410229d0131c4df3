"""What the map draws, as rows of plain data: segments, points, and the lines of one segment."""

from typing import Any

from django.db.models import QuerySet

from boundaries.choices import LineRole
from boundaries.models import BoundaryLine, Segment, SegmentPoint
from boundaries.querysets import SegmentQuerySet
from boundaries.services.own_lines import own_lines, thin
from ksd.accounts.access import AnyUser

MOST_POINTS = 5_000
# Degrees (some twenty metres): what the map of many segments, and what that of one can show.
TOLERANCE, FINE_TOLERANCE = 0.0002, 0.00002
Row = dict[str, Any]


def segment_rows(segments: SegmentQuerySet, *, fine: bool = False) -> list[Row]:
    """Each segment with its stage and, where it has one of its own, its line; two or three queries."""
    rows = list(segments.for_list())
    lines = own_lines([row.pk for row in rows], FINE_TOLERANCE if fine else TOLERANCE)
    return [_segment(row) | _line(lines.get(row.pk)) for row in rows]


def _segment(segment: Segment) -> Row:
    return {
        "slug": segment.slug,
        "name": str(segment),
        "url": segment.get_absolute_url(),
        "sides": [side.code for side in segment.sides],
        "stage": segment.get_stage_display(),
        "tone": segment.tone,
        "kind": str(segment.kind.label),
        "km": float(segment.length_km) if segment.length_km is not None else None,
        "regulation": segment.regulation,
    }


def _line(own: tuple[BoundaryLine, list[tuple[float, float]]] | None) -> Row:
    if own is None:
        return {}
    line, vertices = own
    return {"line": vertices, "role": str(line.get_role_display()), "illustrative": line.illustrative}


def point_rows(segments: SegmentQuerySet) -> tuple[list[Row], bool]:
    """The points of segments, and whether there were more than a map can hold. One query."""
    listed = SegmentPoint.objects.filter(segment__in=segments.order_by().values("pk")).select_related(
        "point__kind", "segment__region_a", "segment__region_b"
    )
    rows = list(listed.order_by("segment", "order", "pk")[: MOST_POINTS + 1])
    return [_point(row) for row in rows[:MOST_POINTS]], len(rows) > MOST_POINTS


def _point(listed: SegmentPoint) -> Row:
    point = listed.point
    return {
        "label": listed.label,
        "kind": str(point.kind),
        "pillar": point.kind.has_pillar,
        "at": [float(point.lon), float(point.lat)],
        "segment": listed.segment.slug,
        "url": listed.segment.get_absolute_url(),
    }


def lines_seen(user: AnyUser, segment: Segment) -> QuerySet[BoundaryLine]:
    """Claims, studies and compromises of a segment that a person may read: an unshared one only with its own office."""
    return (
        BoundaryLine.objects.filter(segment=segment)
        .visible_to(user)
        .standing()
        .exclude(role__in=(LineRole.DISEPAKATI, LineRole.INDIKATIF))
    )


def claim_rows(user: AnyUser, segment: Segment) -> list[Row]:
    """The newest version of each of those lines. One query."""
    newest = lines_seen(user, segment).select_related("region", "round")
    return [
        {
            "name": str(line),
            "role": str(line.get_role_display()),
            "code": line.role,
            "side": "" if line.region is None else line.region.code,
            "round": line.round.number if line.round else None,
            "km": round(line.length_m / 1000, 1),
            "illustrative": line.illustrative,
            "confidential": line.confidential,
            "line": thin(line.vertices, FINE_TOLERANCE),
        }
        for line in newest
    ]
