"""What applying a file would do, worked out before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading import Problem
from boundaries.models import GeoImport
from ksd.accounts.models import User

MOST_ROWS = 100
# The command line has neither a person nor an upload.
Write = Callable[[User | None, GeoImport | None], str]


@dataclass
class Plan:
    """Findings, a sample of rows, figures, what to draw, and the writing itself (which gives the page of the result)."""

    write: Write
    problems: list[Problem] = field(default_factory=list)
    # Gaps and overlaps: a person may take them knowingly.
    doubts: list[Problem] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    counts: dict[str, Any] = field(default_factory=dict)
    shapes: Sequence[BaseGeometry] = ()
    behind: Sequence[BaseGeometry] = ()
    marks: Sequence[tuple[float, float]] = ()

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Everything as it is kept, faults first."""
        hard = [problem.as_dict() for problem in self.problems if problem.blocking]
        doubts = [problem.as_dict() | {"acceptable": True} for problem in self.doubts]
        notes = [problem.as_dict() for problem in self.problems if not problem.blocking]
        return [*hard, *doubts, *notes]


def number(value: float, digits: int = 0) -> str:
    """A number with a decimal comma and points between thousands."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))
