"""How a cooperation runs after its signing, as plain figures other pages may read.

`summary_of(case, on=day)` answers as of a day, in seven queries however large the case is:

* obligations: only duties count (a right is another party's duty); removed ones do not. `done` was fulfilled on
  or before the day, `late` was due before it and is not done. A recurring duty is done when its last day is met.
* `plan_percent`: the plans of the year of that day, each the weighted mean of its activities by their newest
  progress up to that day; several plans count alike. None when no plan of that year has an activity.
* budget: planned of all years up to the year of that day, and what was spent up to the day; rupiah.
* goals: those linked; `reached` when the newest year reported up to that day meets the target set for it.

`plan_percents(case)` gives the percent of every year. Nothing here asks who is looking: ask `visible_to` first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, Sum

from agreements.choices import ObligationState
from agreements.models import BudgetLine, Case, GoalReport, Milestone, Obligation, ProgressEntry, Realisation
from agreements.querysets import late_on
from ksd.core import clock


@dataclass(frozen=True)
class RunningSummary:
    """How a cooperation stands on one day, in figures."""

    obligations_total: int
    obligations_done: int
    obligations_late: int
    plan_percent: int | None
    budget_planned: Decimal
    budget_realised: Decimal
    goals_total: int
    goals_reached: int

    @property
    def budget_percent(self) -> int | None:
        """How much of the planned money was spent; None when nothing was planned."""
        return int(self.budget_realised * 100 / self.budget_planned) if self.budget_planned else None


def summary_of(case: Case, *, on: date | None = None) -> RunningSummary:
    """The figures of one cooperation as of a day (today)."""
    day = on or clock.today()
    duties = (
        Obligation.objects.filter(naskah__case=case)
        .standing()
        .duties()
        .aggregate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state=ObligationState.DONE, done_on__lte=day)),
            late=Count("pk", filter=late_on(day)),
        )
    )
    planned = BudgetLine.objects.filter(case=case, year__lte=day.year).aggregate(sum=Sum("planned"))["sum"]
    spent = Realisation.objects.filter(line__case=case, voided_at=None, on__lte=day).aggregate(
        sum=Sum("amount")
    )["sum"]
    goals, reached = _goals(case, day)
    return RunningSummary(
        obligations_total=duties["total"],
        obligations_done=duties["done"],
        obligations_late=duties["late"],
        plan_percent=plan_percents(case, on=day).get(day.year),
        budget_planned=planned or Decimal(0),
        budget_realised=spent or Decimal(0),
        goals_total=goals,
        goals_reached=reached,
    )


def duties_of(cases: Iterable[Case]) -> dict[int, tuple[int, int]]:
    """Of many cases, how many duties are fulfilled and how many are late today; one query, cases without any left out."""
    rows = Obligation.objects.filter(naskah__case__in=list(cases)).standing().duties()
    figures = rows.values("naskah__case").annotate(
        done=Count("pk", filter=Q(state=ObligationState.DONE)),
        late=Count("pk", filter=late_on(clock.today())),
    )
    return {row["naskah__case"]: (row["done"], row["late"]) for row in figures.order_by()}


def money_of(cases: Iterable[Case]) -> dict[int, tuple[Decimal, Decimal]]:
    """Of many cases, the money planned up to this year and what of it was spent; two queries, none planned left out."""
    held, today = list(cases), clock.today()
    lines = BudgetLine.objects.filter(case__in=held, year__lte=today.year).values("case").order_by()
    spent = Realisation.objects.filter(line__case__in=held, voided_at=None, on__lte=today)
    by_case = dict(
        spent.values("line__case").order_by().annotate(sum=Sum("amount")).values_list("line__case", "sum")
    )
    planned = lines.annotate(sum=Sum("planned")).values_list("case", "sum")
    return {
        case: (sum_planned, by_case.get(case, Decimal(0))) for case, sum_planned in planned if sum_planned
    }


def plan_percents(case: Case, *, on: date | None = None) -> dict[int, int]:
    """The percent of every year that has a plan with activities, in two queries."""
    day = on or clock.today()
    rows = list(
        Milestone.objects.filter(plan__naskah__case=case, dropped_at=None).values_list(
            "plan__year", "plan_id", "pk", "weight"
        )
    )
    newest = newest_percents((key for *_plan, key, _weight in rows), on=day)
    plans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for year, plan, key, weight in rows:
        plans[year, plan].append((weight, newest.get(key, 0)))
    years: dict[int, list[Decimal]] = defaultdict(list)
    for (year, _plan), parts in plans.items():
        years[year].append(_weighted(parts))
    return {year: int(sum(shares) / len(shares)) for year, shares in years.items()}


def newest_percents(milestones: Iterable[int], *, on: date | None = None) -> Mapping[int, int]:
    """The newest progress of each activity up to a day; an activity nobody reported on is left out."""
    entries = ProgressEntry.objects.filter(milestone__in=list(milestones), on__lte=on or clock.today())
    return dict(entries.order_by("on", "pk").values_list("milestone_id", "percent"))


def percent_of(parts: Iterable[tuple[int, int]]) -> int | None:
    """The weighted mean of (weight, percent), rounded down; None without parts."""
    rows = list(parts)
    return int(_weighted(rows)) if rows else None


def _weighted(parts: list[tuple[int, int]]) -> Decimal:
    return Decimal(sum(weight * percent for weight, percent in parts)) / sum(weight for weight, _p in parts)


def _goals(case: Case, day: date) -> tuple[int, int]:
    reports = GoalReport.objects.filter(link__case=case, year__lte=day.year, at__date__lte=day)
    rows = reports.order_by("year", "pk").values_list(
        "link_id", "target", "achieved", "link__goal__lower_is_better"
    )
    newest = {link: is_reached(target, achieved, lower=lower) for link, target, achieved, lower in rows}
    return case.goal_links.count(), sum(newest.values())


def is_reached(target: Decimal, achieved: Decimal | None, *, lower: bool) -> bool:
    """Whether a reported value meets its target; lower may be better."""
    if achieved is None:
        return False
    return achieved <= target if lower else achieved >= target
