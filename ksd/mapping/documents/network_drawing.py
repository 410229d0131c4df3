"""The network as a drawing: where each region stands and how thick each line is; the same data, the same drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

WIDTH, HEIGHT = 640.0, 520.0
EDGE_X, EDGE_Y = 84.0, 40.0
# Names stand beside each other, so two circles want more room sideways than above each other.
APART, FLAT = 74.0, 0.52
ROUNDS = 80
THIN, THICK, STEP = 2.0, 14.0, 2.5
RADIUS = 9.0
Place = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """A region: what is written, what a screen reader says, where it leads."""

    key: str
    name: str
    title: str
    url: str


@dataclass(frozen=True)
class Edge:
    """What joins two regions: how many cooperations, whether all are only proposed, where it is told in words."""

    a: str
    b: str
    count: int
    only_proposed: bool
    title: str
    url: str


@dataclass(frozen=True)
class PlacedNode:
    """A circle and its name."""

    node: Node
    x: str
    y: str
    y_text: str
    radius: str
    alone: bool


@dataclass(frozen=True)
class PlacedEdge:
    """A line, as thick as there are cooperations."""

    edge: Edge
    x1: str
    y1: str
    x2: str
    y2: str
    width: str


@dataclass(frozen=True)
class Graph:
    """What the template prints."""

    width: int
    height: int
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    on_map: bool


def graph(nodes: Sequence[Node], edges: Sequence[Edge], centres: Mapping[str, Place]) -> Graph:
    """Draw; by the centres (degrees) where every region has one, else on a circle in the order given."""
    on_map = bool(nodes) and all(node.key in centres for node in nodes)
    places = _on_map(nodes, centres) if on_map else _on_circle(nodes)
    joined = {key for edge in edges for key in (edge.a, edge.b)}
    placed = tuple(
        _node(node, places[node.key], alone=node.key not in joined, ring=not on_map) for node in nodes
    )
    lines = tuple(_edge(edge, places[edge.a], places[edge.b]) for edge in edges)
    return Graph(round(WIDTH), round(HEIGHT), placed, lines, on_map)


def _node(node: Node, place: Place, *, alone: bool, ring: bool) -> PlacedNode:
    """A circle with its name below; in the upper half of a ring above, away from the lines within."""
    x, y = place
    text = y - RADIUS - 7 if ring and y < HEIGHT / 2 - RADIUS else y + RADIUS + 16
    return PlacedNode(node, f"{x:.1f}", f"{y:.1f}", f"{text:.1f}", f"{RADIUS:g}", alone)


def _edge(edge: Edge, start: Place, end: Place) -> PlacedEdge:
    width = min(THIN + STEP * (edge.count - 1), THICK)
    (x1, y1), (x2, y2) = start, end
    return PlacedEdge(edge, f"{x1:.1f}", f"{y1:.1f}", f"{x2:.1f}", f"{y2:.1f}", f"{width:g}")


def _on_circle(nodes: Sequence[Node]) -> dict[str, Place]:
    """Evenly on an ellipse, the first on top, clockwise; one alone in the middle."""
    middle = (WIDTH / 2, HEIGHT / 2)
    if len(nodes) == 1:
        return {nodes[0].key: middle}
    wide, high = WIDTH / 2 - EDGE_X, HEIGHT / 2 - EDGE_Y
    turns = [2 * pi * place / len(nodes) for place in range(len(nodes))]
    return {
        node.key: (middle[0] + wide * sin(turn), middle[1] - high * cos(turn))
        for node, turn in zip(nodes, turns, strict=True)
    }


def _on_map(nodes: Sequence[Node], centres: Mapping[str, Place]) -> dict[str, Place]:
    """By longitude and latitude fitted onto the page, then moved apart until the names can be read."""
    xs = [centres[node.key][0] for node in nodes]
    ys = [centres[node.key][1] for node in nodes]
    scale = min(_fit(xs, WIDTH - 2 * EDGE_X), _fit(ys, HEIGHT - 2 * EDGE_Y))
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    places = [
        (WIDTH / 2 + (x - middle[0]) * scale, HEIGHT / 2 - (y - middle[1]) * scale)
        for x, y in zip(xs, ys, strict=True)
    ]
    for _round in range(ROUNDS):
        if not _move_apart(places):
            break
    return {node.key: place for node, place in zip(nodes, places, strict=True)}


def _fit(values: Sequence[float], room: float) -> float:
    """Units of the page for one degree."""
    return room / max(max(values) - min(values), 0.01)


def _move_apart(places: list[Place]) -> bool:
    """Push every two that stand too close half the missing way each; whether anything moved."""
    moved = False
    for first in range(len(places)):
        for second in range(first + 1, len(places)):
            (ax, ay), (bx, by) = places[first], places[second]
            dx, dy = (bx - ax) * FLAT, by - ay
            far = hypot(dx, dy)
            if far >= APART - 0.5:
                continue
            # Two at the same place part along a direction that only their order decides.
            ux, uy = (dx / far, dy / far) if far > 0.01 else (cos(first + second), sin(first + second))
            push = (APART - far) / 2
            places[first] = _inside(ax - ux * push / FLAT, ay - uy * push)
            places[second] = _inside(bx + ux * push / FLAT, by + uy * push)
            moved = True
    return moved


def _inside(x: float, y: float) -> Place:
    return min(max(x, EDGE_X), WIDTH - EDGE_X), min(max(y, EDGE_Y), HEIGHT - EDGE_Y)
