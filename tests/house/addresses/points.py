"""Addresses of points and pillars."""

from typing import Any

from boundaries.models import SegmentPoint
from tests.boundaries import point_rows
from tests.house.addresses.world import HIDDEN, NEVER, OPEN, READ, Rule, World, bare, of_segment


def the_point(world: World) -> SegmentPoint:
    """A pillar of the segment, recorded."""
    found = world.segment.listed_points.filter(label="PBU 1").first()
    if found is None:
        found = point_rows.listed(world.segment, "PBU 1", note="Tertutup-7X")
        point_rows.pillar(found)
    return found


def of_point(**more: Any) -> Any:
    """The address of that point, with more of its parts."""
    return lambda world: {"slug": world.segment.slug, "pk": the_point(world).pk, **more}


def of_join(world: World) -> dict[str, Any]:
    """The address that joins the point to another one; here itself, which is refused."""
    point = the_point(world)
    return {"slug": world.segment.slug, "pk": point.pk, "point": point.point_id}


SHOWN = "404/403 officer 200 partner 200 biro 200"
SENT_EMPTY = "404/403 officer 422 partner 422 biro 422"

RULES: dict[str, Rule] = {
    "boundaries:points": Rule(bare, OPEN, NEVER),
    "boundaries:points_file": Rule(bare, OPEN, NEVER),
    "boundaries:segment_points": Rule(of_segment, READ, NEVER),
    "boundaries:segment_points_file": Rule(of_segment, READ, NEVER),
    "boundaries:point_add": Rule(of_segment, SHOWN, SENT_EMPTY),
    "boundaries:point_paste": Rule(of_segment, SHOWN, SENT_EMPTY),
    "boundaries:point_node": Rule(of_segment, SHOWN, SENT_EMPTY),
    "boundaries:points_approve": Rule(of_segment, NEVER, SENT_EMPTY),
    "boundaries:pillar_plan": Rule(of_segment, "404/403 biro 200", "404/403 biro 422"),
    "boundaries:point": Rule(of_point(), READ, NEVER),
    "boundaries:point_change": Rule(of_point(), SHOWN, SENT_EMPTY),
    "boundaries:point_judge": Rule(of_point(), SHOWN, SENT_EMPTY),
    "boundaries:point_move": Rule(of_point(), SHOWN, SENT_EMPTY),
    "boundaries:point_drop": Rule(of_point(), SHOWN, SENT_EMPTY),
    "boundaries:point_join": Rule(of_join, NEVER, SENT_EMPTY),
    "boundaries:point_photo": Rule(of_point(), HIDDEN, NEVER),
    "boundaries:pillar": Rule(of_point(), SHOWN, SENT_EMPTY),
    "boundaries:pillar_photo": Rule(of_point(), HIDDEN, NEVER),
    "boundaries:pillar_inspect": Rule(of_point(), SHOWN, SENT_EMPTY),
    "boundaries:inspection_photo": Rule(of_point(visit=1), HIDDEN, NEVER),
}
