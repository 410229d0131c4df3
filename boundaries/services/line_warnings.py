"""What the author of a line should look at before stating it; nothing here refuses."""

import shapely
from django.utils.translation import gettext as _
from shapely import LineString, MultiLineString

from boundaries.choices import LineRole
from boundaries.geo import measuring
from boundaries.models import BoundaryLine, LineDraft, Segment, SegmentPoint
from boundaries.services.outlines import outlines_of
from ksd.accounts.access import AnyUser
from ksd.core.templatetags.core import angka

# An end this near to a node is at the node: old coordinates are given to a second, 30 m.
NEAR_NODE_M = 50.0
SAME_END_M = 0.1
# Farther away it is some other node: that of this end is not on record yet.
SOME_NODE_M = 10_000.0
Ends = tuple[tuple[float, float], tuple[float, float]]


def warnings_of(user: AnyUser, draft: LineDraft) -> list[str]:
    """Land outside both regions, ends away from the nodes, ends apart from the other side's claim, as sentences."""
    line = LineString(draft.vertices)
    ends: Ends = (tuple(line.coords[0]), tuple(line.coords[-1]))  # type: ignore[assignment]  # pairs
    found = [*_outside(draft.segment, line), *_far_from_nodes(draft.segment, ends)]
    if draft.role == LineRole.KLAIM:
        found += _apart_from_other(user, draft, ends)
    return found


def _outside(segment: Segment, line: LineString) -> list[str]:
    areas = [area for area in outlines_of(segment) if area is not None]
    if len(areas) < 2:
        return [_("Garis luar kedua daerah belum dimuat, sehingga letak garis ini tidak dapat diperiksa.")]
    outside = shapely.difference(line, shapely.union_all(areas))
    metres = measuring.length_m(outside) if isinstance(outside, LineString | MultiLineString) else 0.0
    if metres < 1:
        return []
    return [
        _("%(km)s km garis ini terletak di luar kedua daerah menurut garis luar yang dimuat (indikatif).")
        % {"km": angka(round(metres / 1000, 2))}
    ]


def nodes_of(segment: Segment) -> list[tuple[str, tuple[float, float]]]:
    """The points of a segment that other segments list too: name and position."""
    own = SegmentPoint.objects.filter(segment=segment).select_related("point")
    shared = own.filter(point__listings__segment__in=Segment.objects.exclude(pk=segment.pk)).distinct()
    return [(row.label, (float(row.point.lon), float(row.point.lat))) for row in shared]


def _far_from_nodes(segment: Segment, ends: Ends) -> list[str]:
    nodes = nodes_of(segment)
    if not nodes:
        return [
            _("Titik simpul segmen ini belum dicatat, sehingga ujung garis tidak dapat dicocokkan dengannya.")
        ]
    found = []
    for name, end in zip((_("awal"), _("akhir")), ends, strict=True):
        label, metres = min(
            ((label, measuring.distance_m(end, at)) for label, at in nodes), key=lambda row: row[1]
        )
        if metres > SOME_NODE_M:
            found.append(_("Titik simpul pada ujung %(end)s belum dicatat.") % {"end": name})
        elif metres > NEAR_NODE_M:
            found.append(
                _("Ujung %(end)s berjarak %(metres)s m dari titik simpul terdekat, %(node)s.")
                % {"end": name, "metres": angka(round(metres)), "node": label}
            )
    return found


def _apart_from_other(user: AnyUser, draft: LineDraft, ends: Ends) -> list[str]:
    """How far the ends lie from those of the other side's standing claim."""
    others = (
        BoundaryLine.objects.visible_to(user).standing().filter(segment=draft.segment, role=LineRole.KLAIM)
    )
    other = others.exclude(region=draft.region).newest_first().select_related("region").first()
    if other is None:
        return []
    theirs = (other.vertices[0], other.vertices[-1])
    found = []
    for name, end, there in zip((_("awal"), _("akhir")), ends, theirs, strict=True):
        metres = measuring.distance_m(end, (there[0], there[1]))
        if metres > SAME_END_M:
            found.append(
                _("Ujung %(end)s berjarak %(metres)s m dari ujung klaim %(region)s.")
                % {"end": name, "metres": angka(round(metres, 1)), "region": other.region}
            )
    return found
