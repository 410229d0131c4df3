"""Small server-made drawings: pockets, lines and things of a segment; a table beside each says the same."""

from collections.abc import Sequence
from typing import Any

import shapely

from boundaries.geo.sketch import frame_of
from boundaries.services.inside import Layers
from boundaries.services.simulation import Weighing

# More marks than this would hide one another.
MOST_MARKS = 400
# (class, geometry, title)
Piece = tuple[str, shapely.Geometry, str]


def sketch(pieces: Sequence[Piece], layers: Layers | None = None) -> dict[str, Any]:
    """What the drawing's template needs: paths in order, then the marks of points."""
    frame = frame_of([geometry for _kind, geometry, _title in pieces])
    paths = [
        {"kind": kind, "d": frame.path(geometry), "title": title}
        for kind, geometry, title in pieces
        if not geometry.is_empty
    ]
    marks = []
    for row, shape in zip(layers.features, layers.shapes, strict=True) if layers else ():
        if shapely.get_dimensions(shape) == 0 and len(marks) < MOST_MARKS:
            x, y = frame.at(*shapely.get_coordinates(shape)[0])
            marks.append(
                {
                    "x": x,
                    "y": y,
                    "title": row.name,
                    "kind": layers.layers[row.layer_id].theme if layers else "",
                }
            )
    return {
        "width": frame.width, "height": frame.height, "paths": paths, "marks": marks,
        "west": frame.west, "north": frame.north, "scale": frame.scale, "squeeze": frame.squeeze,
    }  # fmt: skip


def balance_sketch(weighing: Weighing) -> dict[str, Any]:
    """The overlap as the third line shares it out, with the three lines."""
    held = weighing.balance
    a, b = weighing.segment.sides
    first, second = weighing.pair.lines
    return sketch(
        [
            ("to-a", held.overlap.first, str(a)),
            ("to-b", held.overlap.second, str(b)),
            ("residual", held.overlap.residual, weighing.residual.label),
            ("gap", held.neither, ""),
            ("line-a", first, str(weighing.pair.first)),
            ("line-b", second, str(weighing.pair.second)),
            ("line-c", held.line, ""),
        ],
        weighing.layers,
    )
