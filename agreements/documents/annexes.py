"""Annexes of a naskah with their tables."""

from collections.abc import Callable

from agreements.documents.sheet import PrintedAnnex
from agreements.naskah.structure import Annex
from ksd.core.words import roman

WIDE_FROM = 7
NARROWEST, BROADEST = 4, 42


def printed_annexes(annexes: tuple[Annex, ...], words: Callable[[str], str]) -> tuple[PrintedAnnex, ...]:
    """Every annex with its heading; a single one carries no number."""
    return tuple(
        _printed(annex, "LAMPIRAN" if len(annexes) == 1 else f"LAMPIRAN {roman(number)}", words)
        for number, annex in enumerate(annexes, start=1)
    )


def _printed(annex: Annex, heading: str, words: Callable[[str], str]) -> PrintedAnnex:
    rows = tuple(tuple(words(cell) for cell in row) for row in annex.table)
    return PrintedAnnex(
        heading=heading,
        title=words(annex.title).upper(),
        paragraphs=tuple(words(text) for text in annex.paragraphs),
        columns=rows[0] if rows else (),
        rows=rows[1:],
        widths=column_widths(rows),
        wide=bool(rows) and len(rows[0]) >= WIDE_FROM,
    )


def column_widths(rows: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Per cent for each column by its longest text, so that the table keeps a fixed layout."""
    if not rows:
        return ()
    weights = [_weight([row[column] for row in rows if column < len(row)]) for column in range(len(rows[0]))]
    return tuple(max(3, round(100 * weight / sum(weights))) for weight in weights)


def _weight(cells: list[str]) -> float:
    """A column is as broad as its longest text, within bounds, and never narrower than its longest word."""
    longest = max((len(cell) for cell in cells), default=0)
    word = max((len(part) for cell in cells for part in cell.split()), default=0)
    return max(min(max(longest, NARROWEST), BROADEST), 1.5 * min(word, BROADEST))
