"""Duplicates proposed for a period: rows of one urusan that are worded alike, for a person to lay side by side."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ksd.core.likeness import stem
from ksd.mapping.choices import side_of
from ksd.mapping.matching.duplicates import Told, likely_duplicates
from ksd.mapping.models import MappingRow, Period, RowApart
from regions.models import Urusan

# Rows compared within one request; a larger period is looked through one urusan at a time.
MOST_READ = 6_000
MOST_SHOWN = 200


@dataclass(frozen=True)
class Pair:
    """Two rows that may say the same, how alike in percent, and why they were proposed."""

    first: MappingRow
    second: MappingRow
    percent: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Proposed:
    """The proposals of one look, and what of the period it took in."""

    pairs: tuple[Pair, ...]
    read: int
    complete: bool


def is_large(period: Period) -> bool:
    """Whether a period is too large to be looked through in one go."""
    return period.rows.counted().count() > MOST_READ


def propose_duplicates(period: Period, urusan: Urusan | None = None) -> Proposed:
    """Rows of a period (of one urusan) that may say the same, the most alike first; nothing is changed."""
    rows = period.rows.counted().order_by("-pk")
    if urusan:
        rows = rows.filter(urusan=urusan)
    facts = list(rows.values_list("pk", "urusan_id", "kind", "title")[: MOST_READ + 1])
    told = [Told(pk, (about, side_of(kind)), title) for pk, about, kind, title in facts[:MOST_READ]]
    apart = RowApart.objects.filter(first__period=period).values_list("first_id", "second_id")
    search = likely_duplicates(told, apart)
    shown = search.pairs[:MOST_SHOWN]
    keys = {key for pair in shown for key in (pair.first, pair.second)}
    met = MappingRow.objects.for_list().select_related("triage").in_bulk(keys)
    pairs = tuple(
        Pair(met[pair.first], met[pair.second], pair.percent, reasons_of(met[pair.first], pair.shared))
        for pair in shown
    )
    complete = search.complete and len(facts) <= MOST_READ and len(search.pairs) <= MOST_SHOWN
    return Proposed(pairs, len(told), complete)


def reasons_of(row: MappingRow, shared: tuple[str, ...]) -> tuple[str, ...]:
    """Why a pair was proposed, each true of both."""
    return (
        _("urusan yang sama: %s") % row.urusan,
        _("kata yang sama: %s") % ", ".join(_words(row.title, shared)),
    )


def _words(title: str, shared: tuple[str, ...]) -> list[str]:
    """The words of a title behind the stems, as its region wrote them."""
    words = re.findall(r"[a-z]{3,}", title.casefold())
    return list(dict.fromkeys(word for word in words if stem(word) in shared))
