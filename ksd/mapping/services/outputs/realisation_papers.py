"""The comparison of plan and realisation in Indonesian words, for paper and sheet."""

from collections import Counter

from agreements.documents.letters import Letter
from ksd.accounts.access import AnyUser
from ksd.core import clock
from ksd.core.language import in_indonesian
from ksd.core.words import long_date
from ksd.mapping.documents.outputs.lines import Standing, line_of
from ksd.mapping.documents.outputs.realisation import Counted, Told, realisation_letter
from ksd.mapping.models import Period
from ksd.mapping.services.outputs.realisation import Compared, Comparison, Fate, comparison_of
from regions.models import Region


@in_indonesian
def told_of(user: AnyUser, period: Period, region: Region | None) -> list[Told]:
    """Every row in words; a case the reader may not open is told by its stage alone."""
    return [_told(each) for each in comparison_of(user, period, region).rows]


@in_indonesian
def comparison_letter(user: AnyUser, period: Period, region: Region | None) -> Letter:
    """The paper as it stands today."""
    comparison = comparison_of(user, period, region)
    counted = [] if region else [counted_by(comparison, "Daerah", comparison.by_region())]
    counted.append(counted_by(comparison, "Urusan", comparison.by_urusan()))
    rows = [_told(each) for each in comparison.rows]
    standing = Standing(long_date(clock.today()), unseen=comparison.unseen)
    return realisation_letter(period, region, rows, counted, standing)


def counted_by(comparison: Comparison, name: str, groups: "list[tuple[str, Counter[str]]]") -> Counted:
    """Counts of every fate under each heading, the whole last."""
    lines = [*groups, ("Jumlah", comparison.counts())]
    return Counted(
        name,
        tuple(str(fate.label) for fate in Fate),
        tuple((heading, tuple(count[fate.value] for fate in Fate)) for heading, count in lines),
    )


def _told(each: Compared) -> Told:
    line, money = line_of(each.row), each.money
    named = (f"{born.case.title} ({born.words})" if born.shown else born.words for born in each.born)
    outcome = each.outcome
    return Told(
        region=line.region, urusan=line.urusan, title=line.title, program=line.program, activity=line.activity,
        verdict=line.verdict_label, fate=str(each.fate.label), cases="; ".join(named), funding=line.funding,
        planned=money.planned, budgeted=money.budgeted, spent=money.spent,
        cause=str(outcome.get_cause_display()) if outcome else "", reason=outcome.reason if outcome else "",
    )  # fmt: skip
