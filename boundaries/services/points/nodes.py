"""Nodes: where the lists of neighbouring segments ought to meet in one point, and by how much they miss it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Min, Q, QuerySet
from django.utils.translation import gettext as _

from boundaries.choices import PointAct
from boundaries.geo import measuring
from boundaries.models import BoundaryPoint, Segment, SegmentPoint
from boundaries.querysets import ListingQuerySet
from boundaries.services.points.access import locked_listing, note, require_proposer
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, StaleForm

# Ends farther apart than this are no attempt at the same node.
REACH_M = 2_000.0


@dataclass(frozen=True)
class MissedNode:
    """An end of a segment that lies beside the end of a neighbour instead of on it."""

    listing: SegmentPoint
    neighbour: SegmentPoint
    metres: float


def neighbours_of(segment: Segment) -> Q:
    """Which listings belong to the segments that share one of the two sides."""
    sides = segment.sides
    return (Q(segment__region_a__in=sides) | Q(segment__region_b__in=sides)) & ~Q(segment=segment)


def neighbour_points(user: AnyUser, segment: Segment) -> ListingQuerySet:
    """Points of neighbouring segments the person may see, which the segment does not list yet."""
    own = segment.listed_points.values("point")
    found = SegmentPoint.objects.visible_to(user).filter(neighbours_of(segment)).exclude(point__in=own)
    return found.select_related("segment__region_a", "segment__region_b", "point__kind").in_order()


def missed_nodes(user: AnyUser, segment: Segment) -> list[MissedNode]:
    """Ends of this segment near an end of a neighbouring one; the nearest first."""
    ends = _ends(segment.listed_points.filter(point__kind__on_line=True))
    if not ends:
        return []
    listed = SegmentPoint.objects.filter(neighbours_of(segment)).order_by()
    theirs = _neighbour_ends(
        Segment.objects.visible_to(user).filter(pk__in=listed.values("segment")).order_by()
    )
    own = set(segment.listed_points.values_list("point", flat=True))
    found = [
        MissedNode(end, other, gap)
        for end in ends
        for other in theirs
        if other.point_id not in own and 0 < (gap := _gap_m(end, other)) <= REACH_M
    ]
    return sorted(found, key=lambda missed: missed.metres)


def _ends(listed: ListingQuerySet) -> list[SegmentPoint]:
    rows = listed.with_point().select_related("segment__region_a", "segment__region_b")
    ends = [rows.order_by("order", "pk").first(), rows.order_by("-order", "-pk").first()]
    return list({row.pk: row for row in ends if row}.values())


def _neighbour_ends(segments: QuerySet[Segment]) -> list[SegmentPoint]:
    """The first and the last point on the line of each of these segments, in two queries."""
    listed = SegmentPoint.objects.filter(segment__in=segments, point__kind__on_line=True)
    ends = listed.order_by().values("segment").annotate(first=Min("order"), last=Max("order"))
    wanted = Q(pk__in=())
    for end in ends:
        wanted |= Q(segment=end["segment"], order__in=(end["first"], end["last"]))
    return list(
        listed.filter(wanted).with_point().select_related("segment__region_a", "segment__region_b").in_order()
    )


def _gap_m(a: SegmentPoint, b: SegmentPoint) -> float:
    return measuring.distance_m(a.point.in_srgi.lonlat, b.point.in_srgi.lonlat)


@transaction.atomic
def join_node(
    *, actor: User, listing: SegmentPoint, point: BoundaryPoint, seen: str | None = None
) -> SegmentPoint:
    """Let an end of the segment be the neighbour's point; its label stays, the former point keeps its history."""
    row = locked_listing(listing)
    require_proposer(actor, row.segment)
    if seen is not None and seen != point.mark:
        raise StaleForm(
            _("Titik tetangga bergeser sejak halaman ini dibuka."), remedy=_("Buka kembali daftar titik.")
        )
    others = SegmentPoint.objects.visible_to(actor).filter(neighbours_of(row.segment), point=point)
    if row.point_id == point.pk or not others.exists():
        raise ImpossibleStep(
            _("Titik itu bukan titik segmen tetangga, atau sudah menjadi titik simpul segmen ini.")
        )
    if row.segment.listed_points.filter(point=point).exists():
        raise ImpossibleStep(_("Titik ini sudah ada dalam daftar segmen ini."))
    old, gap = row.point, measuring.distance_m(row.point.in_srgi.lonlat, point.in_srgi.lonlat)
    text = _("%(label)s memakai titik simpul segmen tetangga, bergeser %(gap).3f m.") % {
        "label": row.label,
        "gap": gap,
    }
    note(actor, row, PointAct.SIMPUL, text, traced=False, moved_m=gap)
    row.point = point
    row.save(update_fields=["point"])
    note(
        actor, row, PointAct.SIMPUL, text,
        lat=old.lat, lon=old.lon, datum=old.datum, as_given=old.as_given, moved_m=gap,
    )  # fmt: skip
    return row
