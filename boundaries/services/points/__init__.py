"""Acts on the points of a segment: listed, moved, judged, joined to a neighbour's node."""

from boundaries.services.points.access import may_propose, require_proposer
from boundaries.services.points.adding import PointData, add_point, add_points, list_node
from boundaries.services.points.changing import change_point, drop_point, move_point
from boundaries.services.points.judging import approve_points, judge_point, standing_of
from boundaries.services.points.nodes import MissedNode, join_node, missed_nodes, neighbour_points
from boundaries.services.points.pasting import Pasted, PasteDefaults, RowFault, read_pasted
from boundaries.services.points.placing import Surroundings, surroundings_of

__all__ = [
    "MissedNode",
    "PasteDefaults",
    "Pasted",
    "PointData",
    "RowFault",
    "Surroundings",
    "add_point",
    "add_points",
    "approve_points",
    "change_point",
    "drop_point",
    "join_node",
    "judge_point",
    "list_node",
    "may_propose",
    "missed_nodes",
    "move_point",
    "neighbour_points",
    "read_pasted",
    "require_proposer",
    "standing_of",
    "surroundings_of",
]
