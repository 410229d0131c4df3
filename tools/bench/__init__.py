"""Speed as ratios: every figure against a baseline of the same run, never against a clock of another machine."""

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
