"""How a cooperation stands after its signing: figures by date, in a fixed number of queries."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from agreements.models import (
    ActionPlan,
    BudgetLine,
    Case,
    CaseGoal,
    Goal,
    GoalReport,
    Milestone,
    Naskah,
    Obligation,
    ProgressEntry,
    Realisation,
)
from agreements.services.health import health_in_bulk, health_of
from agreements.services.proposal import start_case
from agreements.services.running import percent_of, plan_percents, summary_of
from ksd.core import clock
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
TODAY = factories.TODAY
BY = {"actor_name": "Contoh", "role": "uji"}


@pytest.fixture
def text(play: Play) -> Naskah:
    """A text of a case; the figures do not ask how far the case has come."""
    return Naskah.objects.create(
        case=play.case, kind="pks", order=1, title="Uji", years=2, state="ditandatangani",
        starts_on=date(2026, 1, 5), ends_on=date(2028, 1, 4), created_by=play.cast.officer,
    )  # fmt: skip


def owe(text: Naskah, due: date | None, **facts: object) -> Obligation:
    """A duty of the first party."""
    values: dict[str, object] = {
        "naskah": text, "party": text.case.parties.first(), "order": text.obligations.count() + 1,
        "kind": "kewajiban", "wording": "Menyediakan tenaga", "due_on": due, "first_due_on": due,
    }  # fmt: skip
    return Obligation.objects.create(**(values | facts))


def activity(plan: ActionPlan, weight: int, *progress: tuple[int, date]) -> Milestone:
    """An activity with its progress."""
    row = Milestone.objects.create(
        plan=plan, party=plan.naskah.case.parties.all()[0], order=plan.milestones.count() + 1,
        activity="Pelatihan", starts_on=TODAY, ends_on=TODAY, weight=weight,
    )  # fmt: skip
    for percent, on in progress:
        ProgressEntry.objects.create(
            milestone=row, percent=percent, on=on, actor=plan.naskah.created_by, **BY
        )
    return row


def spend(cast: Cast, case: Case, *amounts: tuple[int, date]) -> BudgetLine:
    """A line of ten million with its realisations."""
    line = BudgetLine.objects.create(
        case=case, party=case.parties.all()[0], year=2026, source="apbd_kabkota", purpose="Obat",
        planned=Decimal(10_000_000),
    )  # fmt: skip
    for amount, on in amounts:
        Realisation.objects.create(line=line, amount=amount, on=on, actor=cast.officer, **BY)
    return line


def test_a_case_with_nothing_recorded_has_empty_figures(play):
    found = summary_of(play.case)
    assert (found.obligations_total, found.plan_percent, found.goals_total) == (0, None, 0)
    assert (found.budget_planned, found.budget_percent) == (Decimal(0), None)


@pytest.mark.parametrize(("due", "late"), [(-1, 1), (0, 0), (1, 0)])
def test_a_duty_is_late_only_from_the_day_after_it_was_due(text, due, late):
    owe(text, TODAY + timedelta(days=due))
    assert summary_of(text.case).obligations_late == late


def test_rights_and_removed_rows_are_not_counted_and_lateness_is_told_as_of_the_day(text):
    owe(text, date(2026, 3, 1), kind="hak")
    owe(text, date(2026, 3, 1), state="dihapus")
    owe(text, date(2026, 3, 1), state="terpenuhi", done_on=date(2026, 3, 10))
    owe(text, None)
    before, after = (
        summary_of(text.case, on=date(2026, 3, 5)),
        summary_of(text.case, on=date(2026, 3, 10)),
    )
    assert (before.obligations_total, before.obligations_done, before.obligations_late) == (2, 0, 1)
    assert (after.obligations_total, after.obligations_done, after.obligations_late) == (2, 1, 0)


def test_the_percent_of_a_plan_is_weighted_by_its_newest_progress(text):
    plan = ActionPlan.objects.create(naskah=text, year=2026)
    activity(plan, 3, (10, date(2026, 5, 1)), (100, date(2026, 6, 1)))
    activity(plan, 1)
    assert summary_of(text.case).plan_percent == 75
    assert summary_of(text.case, on=date(2026, 5, 20)).plan_percent == 7
    activity(ActionPlan.objects.create(naskah=text, year=2025), 1)
    assert plan_percents(text.case) == {2026: 75, 2025: 0}
    assert percent_of([]) is None


def test_an_activity_that_was_struck_out_counts_no_more(text):
    plan = ActionPlan.objects.create(naskah=text, year=2026)
    activity(plan, 1, (50, TODAY))
    dropped = activity(plan, 9)
    dropped.dropped_at = clock.now()
    dropped.save()
    assert summary_of(text.case).plan_percent == 50


def test_money_spent_later_or_voided_is_not_counted(cast, text):
    line = spend(cast, text.case, (4_000_000, date(2026, 5, 1)), (3_000_000, date(2026, 9, 1)))
    line.realisations.filter(amount=3_000_000).update(voided_at=clock.now(), void_reason="salah catat")
    assert summary_of(text.case).budget_realised == 4_000_000
    assert summary_of(text.case).budget_percent == 40
    assert summary_of(text.case, on=date(2026, 4, 30)).budget_realised == 0
    assert summary_of(text.case, on=date(2025, 12, 31)).budget_planned == 0


@pytest.mark.parametrize(
    ("lower", "achieved", "reached"),
    [(False, 12, 1), (False, 11, 0), (True, 12, 1), (True, 13, 0), (False, None, 0)],
)
def test_a_goal_is_reached_when_the_newest_report_meets_its_target(cast, text, lower, achieved, reached):
    goal = Goal.objects.create(
        region=cast.kukar, document="rpjmd", period_start=2025, period_end=2029, title="Sehat",
        indicator="Angka", unit="persen", lower_is_better=lower,
    )  # fmt: skip
    link = CaseGoal.objects.create(case=text.case, goal=goal)
    GoalReport.objects.create(link=link, year=2025, target=12, achieved=12, actor=cast.officer, **BY)
    GoalReport.objects.create(link=link, year=2026, target=12, achieved=achieved, actor=cast.officer, **BY)
    found = summary_of(text.case)
    assert (found.goals_total, found.goals_reached) == (1, reached)


def test_the_figures_cost_the_same_for_one_row_and_for_many(cast, text, django_assert_num_queries):
    for number in range(3):
        owe(text, TODAY)
        plan = ActionPlan.objects.create(naskah=text, year=2024 + number)
        activity(plan, 1, (5, TODAY))
        spend(cast, text.case, (1, TODAY))
    with django_assert_num_queries(7):
        summary_of(text.case)


def test_the_health_counts_duties_that_were_due_and_money_that_was_planned(cast, text):
    owe(text, TODAY - timedelta(days=1))
    owe(text, TODAY - timedelta(days=9), state="terpenuhi", done_on=TODAY - timedelta(days=1))
    owe(text, TODAY + timedelta(days=9))
    owe(text, TODAY - timedelta(days=1), kind="hak")
    spend(cast, text.case, (4_000_000, date(2026, 5, 1)))
    duties, money = health_of(text.case).facts[1:3]
    assert duties.reading is not None
    assert money.reading is not None
    assert (duties.percent, duties.reading.words) == (50, "1 dari 2 kewajiban terlaksana")
    assert (money.percent, money.reading.words) == (40, "40 persen anggaran terserap")
    assert money.percent == summary_of(text.case).budget_percent


def test_what_is_not_known_of_duties_and_money_does_not_weigh(text):
    owe(text, TODAY + timedelta(days=9))
    assert [fact.reading for fact in health_of(text.case).facts[1:3]] == [None, None]


def test_more_money_spent_than_planned_is_not_more_than_healthy(cast, text):
    spend(cast, text.case, (14_000_000, date(2026, 5, 1)))
    assert health_of(text.case).facts[2].percent == 100


def test_the_health_of_many_cases_costs_what_one_costs(cast, text, django_assert_num_queries):
    others = [
        start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title=f"Lain {number}")
        for number in range(2)
    ]
    for case in (text.case, *others):
        spend(cast, case, (1, TODAY))
    health_of(text.case)
    for cases in ([text.case], [text.case, *others]):
        with django_assert_num_queries(8):
            health_in_bulk(cases)
