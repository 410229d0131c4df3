"""Speed as ratios: every figure against a baseline of the same run, never against a clock of another machine."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure and the bound it has to keep (at most)."""

    name: str
    value: float
    bound: float
    note: str = ""

    @property
    def ok(self) -> bool:
        """Say whether the bound is kept."""
        return self.value <= self.bound


Measure = Callable[[], Iterable[Figure]]


def fastest(
    rounds: int, *ways: Callable[[], object], before: Callable[[], object] | None = None
) -> list[float]:
    """The shortest time of each way in seconds, the ways taking turns to go first; `before` each, untimed.

    Whatever else a machine does only adds to a time, so the shortest one is nearest to what the way itself costs.
    """
    best = [float("inf")] * len(ways)
    gc.collect()
    gc.freeze()  # as a worker does once it is warm; else what the stage left behind is looked through again and again
    for number in range(rounds):
        order = list(enumerate(ways))
        for place, way in order if number % 2 else reversed(order):
            if before is not None:
                before()
            gc.collect()
            begin = time.perf_counter()
            way()
            best[place] = min(best[place], time.perf_counter() - begin)
    gc.unfreeze()
    return best
