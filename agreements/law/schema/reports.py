"""Periodic reports: what they say, in which rhythm, and through whose hands they go."""

from dataclasses import dataclass
from typing import Literal

from agreements.law.periods import Period
from agreements.law.schema.kinds import Level


@dataclass(frozen=True)
class ReportItem:
    """One thing a report must say; `source` names what the register fills in: a fact, or `paper.item`."""

    code: str
    label: str
    article: str = ""
    internal: bool = False
    source: str = ""
    help: str = ""
    rows: int = 3


@dataclass(frozen=True)
class Tier:
    """One pair of hands a report goes through, taken for the region that reports.

    Due `due_days` (the law's number) or `due_setting` (the office's) days after the period (`due_from`) or the hands
    before.
    `levels` says which regions have it (empty: all); with `year_end` only the report that ends a year goes there.
    """

    code: str
    label: str
    done: str
    actor: str
    permission: str
    article: str = ""
    internal: bool = False
    levels: tuple[Level, ...] = ()
    due_days: int = 0
    due_setting: str = ""
    due_from: Literal["period", "previous"] = "previous"
    year_end: bool = False
    returns: bool = False
    help: str = ""

    def serves(self, level: Level, period: Period) -> bool:
        """Whether the report of a region of this level on this period goes through these hands."""
        return (not self.levels or level in self.levels) and (not self.year_end or period.ends_year)


@dataclass(frozen=True)
class ReportRule:
    """A periodic report: owed for each period a case stood in `opens_in`, written while it is in `sent_in`.

    With `silence` the region's other proposals are warned once a report is late.
    """

    code: str
    label: str
    rhythm: Literal["semester", "year"]
    opens_in: tuple[str, ...]
    sent_in: tuple[str, ...]
    items: tuple[ReportItem, ...]
    tiers: tuple[Tier, ...]
    article: str = ""
    internal: bool = False
    kinds: tuple[str, ...] = ()
    itemised: bool = True
    help: str = ""
    on_lapse: str = ""
    silence: str = ""
    silence_article: str = ""

    def serves(self, kind: str) -> bool:
        """Whether a case of this kind owes the report."""
        return not self.kinds or kind in self.kinds

    def way(self, level: Level, period: Period) -> tuple[Tier, ...]:
        """The hands the report of a region of this level on this period goes through, in order."""
        return tuple(tier for tier in self.tiers if tier.serves(level, period))
