"""The redline of one part: its changed paragraphs with their neighbours, and how many equal ones lie between."""

from collections.abc import Sequence
from dataclasses import dataclass

from agreements.naskah.comparing import compare_texts
from agreements.naskah.runs import Run

SAME, SKIPPED = "same", "skipped"


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph: what happened to it and its words; or so many equal ones left out."""

    what: str
    runs: tuple[Run, ...] = ()
    skipped: int = 0


def redline(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """Two lists of paragraphs as one; equal ones far from any change are only counted."""
    rows = [Row(line.what, line.runs[0]) for line in compare_texts(old, new) if line.runs]
    near = {
        at
        for changed, row in enumerate(rows)
        if row.what != SAME
        for at in (changed - 1, changed, changed + 1)
    }
    kept: list[Row] = []
    for at, row in enumerate(rows):
        if at in near:
            kept.append(row)
        elif kept and kept[-1].what == SKIPPED:
            kept[-1] = Row(SKIPPED, skipped=kept[-1].skipped + 1)
        else:
            kept.append(Row(SKIPPED, skipped=1))
    return tuple(kept)
