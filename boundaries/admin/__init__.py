"""Admin of the boundary register."""

from boundaries.admin import (
    affirmation,
    annexes,
    compromises,
    evidence,
    fixes,
    layers,
    lines,
    points,
    record,
    segments,
)

__all__ = [
    "affirmation",
    "annexes",
    "compromises",
    "evidence",
    "fixes",
    "layers",
    "lines",
    "points",
    "record",
    "segments",
]
