"""Addresses of what runs after the signing, and of the register of goals."""

from collections.abc import Callable
from typing import Any

from agreements.models import (
    ActionPlan,
    BudgetLine,
    CaseGoal,
    Goal,
    Milestone,
    Obligation,
    Realisation,
)
from ksd.core import clock
from tests.house.addresses.world import HIDDEN, NEVER, READ, Args, Rule, World, bare, of_case

# A form of one's own party: the officer's, while the partner acts for another one.
OWN, OWN_SENT = "404/403 officer 200", "404/403 officer 422"
# A form any party may use.
ANY, ANY_SENT = "404/403 officer 200 partner 200", "404/403 officer 422 partner 422"
SHUT = "404/403 officer 409 partner 409"


def _of(make: Callable[[World], Any], **more: Any) -> Args:
    return lambda world: {"public_id": world.play.case.public_id, "pk": make(world).pk, **more}


def _of_umbrella(world: World) -> dict[str, Any]:
    return {"public_id": world.play.case.public_id, "text": world.umbrella.public_id}


def duty(world: World) -> Obligation:
    """A duty of the region that runs the case."""
    return Obligation.objects.get_or_create(
        naskah=world.umbrella,
        order=1,
        defaults={"party": world.play.parties()[0], "kind": "kewajiban", "wording": "Menyediakan dokter"},
    )[0]


def plan(world: World) -> ActionPlan:
    """A plan that is being drawn up."""
    return ActionPlan.objects.get_or_create(naskah=world.umbrella, year=2026)[0]


def fixed_plan(world: World) -> ActionPlan:
    """A plan all parties confirmed."""
    facts = {"state": "ditetapkan", "fixed_on": clock.today()}
    return ActionPlan.objects.get_or_create(naskah=world.umbrella, year=2027, defaults=facts)[0]


def activity(world: World) -> Milestone:
    """An activity of the region that runs the case."""
    day = clock.today()
    facts = {"party": world.play.parties()[0], "activity": "Pelatihan", "starts_on": day, "ends_on": day}
    return Milestone.objects.get_or_create(plan=plan(world), order=1, defaults=facts)[0]


def line(world: World) -> BudgetLine:
    """Money of the region that runs the case."""
    facts = {"year": 2026, "source": "apbd_kabkota", "planned": 1}
    return BudgetLine.objects.get_or_create(
        case=world.play.case, party=world.play.parties()[0], purpose="Obat", defaults=facts
    )[0]


def spent(world: World) -> Realisation:
    """Money spent from it."""
    facts = {"on": clock.today(), "actor": world.cast.officer, "actor_name": "Contoh", "role": "uji"}
    return Realisation.objects.get_or_create(line=line(world), amount=1, defaults=facts)[0]


def goal(world: World) -> Goal:
    """A goal of the region that runs the case."""
    facts = {"period_end": 2029, "unit": "persen"}
    return Goal.objects.get_or_create(
        region=world.cast.kukar, document="rpjmd", period_start=2025, title="Sasaran Puskesmas Jempang",
        indicator="Angka", defaults=facts,
    )[0]  # fmt: skip


def goal_link(world: World) -> CaseGoal:
    """The goal on the case."""
    return CaseGoal.objects.get_or_create(case=world.play.case, goal=goal(world))[0]


RULES: dict[str, Rule] = {
    "agreements:goal_list": Rule(bare, "200", NEVER),
    "agreements:goal_new": Rule(
        bare,
        "403/200 observer 403 admin 403 stranger 200",
        "403/422 observer 403 admin 403 stranger 422",
    ),
    "agreements:goal_edit": Rule(
        lambda w: {"pk": goal(w).pk}, "404/403 officer 200 partner 404", "404/403 officer 422 partner 404"
    ),
    "agreements:running": Rule(of_case(), READ, NEVER),
    "agreements:running_print": Rule(of_case(), READ, NEVER),
    "agreements:running_csv": Rule(of_case(table="kewajiban"), READ, NEVER),
    "agreements:running_proof": Rule(of_case(kind="kewajiban", pk=1), HIDDEN, NEVER),
    "agreements:obligations": Rule(of_case(), READ, NEVER),
    "agreements:obligation_take": Rule(_of_umbrella, ANY, ANY_SENT),
    "agreements:obligation_add": Rule(_of_umbrella, ANY, ANY_SENT),
    "agreements:obligation": Rule(_of(duty), READ, NEVER),
    "agreements:obligation_edit": Rule(_of(duty), OWN, OWN_SENT),
    "agreements:obligation_act": Rule(_of(duty, act="penuhi"), OWN, OWN_SENT),
    "agreements:plans": Rule(of_case(), READ, NEVER),
    "agreements:plan_new": Rule(_of_umbrella, ANY, ANY_SENT),
    "agreements:plan": Rule(_of(plan), READ, NEVER),
    "agreements:plan_items": Rule(_of(plan), ANY, ANY_SENT),
    "agreements:plan_confirm": Rule(_of(plan, order=1), OWN, OWN_SENT),
    "agreements:plan_adjust": Rule(_of(fixed_plan), ANY, ANY_SENT),
    "agreements:milestone_add": Rule(_of(fixed_plan), SHUT, SHUT),
    "agreements:milestone": Rule(_of(activity), READ, "404/403 officer 409"),
    "agreements:milestone_edit": Rule(_of(activity), OWN, OWN_SENT),
    "agreements:milestone_drop": Rule(_of(activity), OWN, OWN_SENT),
    "agreements:budget": Rule(of_case(), READ, NEVER),
    "agreements:budget_add": Rule(of_case(), ANY, ANY_SENT),
    "agreements:budget_line": Rule(_of(line), READ, OWN_SENT),
    "agreements:budget_edit": Rule(_of(line), OWN, OWN_SENT),
    "agreements:realisation_void": Rule(_of(spent), OWN, OWN_SENT),
    "agreements:running_goals": Rule(of_case(), READ, NEVER),
    "agreements:goal_link": Rule(of_case(), ANY, ANY_SENT),
    "agreements:goal_report": Rule(_of(goal_link), OWN, OWN_SENT),
    "agreements:goal_unlink": Rule(_of(goal_link), OWN, OWN_SENT),
}
