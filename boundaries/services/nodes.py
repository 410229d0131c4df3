"""Node points (titik simpul): where more than two regions meet, listed by more than one segment."""

from dataclasses import dataclass, field

from boundaries.geo.written import shown
from boundaries.models import BoundaryPoint, Segment, SegmentPoint
from ksd.accounts.access import AnyUser
from regions.models import Region


@dataclass
class Node:
    """One point that other segments list too; those the person does not see are named without a link."""

    label: str
    point: BoundaryPoint
    others: list[tuple[Segment, str, bool]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)

    @property
    def where(self) -> str:
        """Its kind and position in the wording of the decrees."""
        return f"{self.point.kind.code}, {shown(self.point.lat, self.point.lon)}"


def nodes_of(user: AnyUser, segment: Segment) -> list[Node]:
    """The node points of a segment with the other segments that end or pass there; three queries."""
    own = segment.listed_points.select_related("point__kind")
    shared = own.filter(point__in=SegmentPoint.objects.exclude(segment=segment).values("point"))
    found = {row.point_id: Node(row.label, row.point, regions=[*segment.sides]) for row in shared}
    rows = SegmentPoint.objects.filter(point__in=found).exclude(segment=segment)
    listed = list(rows.select_related("segment__region_a", "segment__region_b"))
    seen = set(
        Segment.objects.visible_to(user)
        .filter(pk__in={row.segment_id for row in listed})
        .values_list("pk", flat=True)
    )
    for row in listed:
        node = found[row.point_id]
        node.others.append((row.segment, row.label, row.segment_id in seen))
        node.regions += [side for side in row.segment.sides if side not in node.regions]
    return [node for node in found.values() if len(node.regions) > 2]
