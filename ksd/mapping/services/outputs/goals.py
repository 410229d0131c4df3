"""Which rows and cases serve which goal of the RPJMD, RKPD or Renstra."""

from dataclasses import dataclass, field

from django.db.models import Q

from agreements.models import Case, CaseGoal, Goal
from ksd.accounts.access import AnyUser
from ksd.mapping.models import MappingRow, Period


@dataclass
class Served:
    """One goal with its target of the year, the rows that name it and the cases that serve it."""

    goal: Goal
    target: str = ""
    rows: list[MappingRow] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether neither a row nor a case serves it."""
        return not self.rows and not self.cases


def goals_of(user: AnyUser, period: Period) -> list[Served]:
    """Goals of the regions of a period that cover its year: those rows name, and those within reach nobody names; five queries."""
    rows = MappingRow.objects.visible_to(user).filter(period=period).eligible()
    through = MappingRow.goals.through.objects.filter(mappingrow__in=rows)
    pairs = list(through.values_list("goal_id", "mappingrow_id"))
    own = Q(pk__in=Goal.objects.visible_to(user).values("pk")) & Q(
        region__in=period.regions.all(), period_start__lte=period.year, period_end__gte=period.year
    )
    found = Goal.objects.filter(own | Q(pk__in={goal for goal, _row in pairs}))
    goals = found.select_related("region").prefetch_related("targets")
    served = {
        goal.pk: Served(goal, _target(goal, period.year))
        for goal in goals.order_by("region__code", "document", "title", "pk")
    }
    known = {row.pk: row for row in rows.filter(pk__in={row for _goal, row in pairs}).for_list()}
    for goal_pk, row_pk in pairs:
        if goal_pk in served and row_pk in known:
            served[goal_pk].rows.append(known[row_pk])
    _cases(user, served)
    return list(served.values())


def _target(goal: Goal, year: int) -> str:
    target = next((each.target for each in goal.targets.all() if each.year == year), None)
    return f"{target.normalize():f} {goal.unit}" if target is not None else ""


def _cases(user: AnyUser, served: dict[int, Served]) -> None:
    """Cases the reader may see that serve these goals; one query."""
    seen = Case.objects.visible_to(user)
    for link in CaseGoal.objects.filter(goal__in=served, case__in=seen).select_related("case").order_by("pk"):
        served[link.goal_id].cases.append(link.case)
