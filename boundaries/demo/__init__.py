"""Boundaries of the demonstration, one module per noun, each with `play()`: how many things it added."""

from collections.abc import Callable

from boundaries.demo import claims, evidence, outlines, penegasan, points, register, simulator

# Later ones may lean on what earlier ones made.
PLAYS: tuple[Callable[[], int], ...] = (
    outlines.play,
    claims.play,
    register.play,
    points.play,
    register.tie,
    evidence.play,
    simulator.play,
    penegasan.play,
)


def play() -> int:
    """Add what is missing; needs the segments of the reference data and the people of the demonstration."""
    return sum(act() for act in PLAYS)
