"""Addresses of reports, evaluations and health; the case of the world begins to run when one is asked for."""

from typing import Any

from agreements.choices import Health
from agreements.law.periods import period_at
from agreements.models import CaseReport, Evaluation, HealthOverride
from ksd.core import clock
from tests.house.addresses.world import NEVER, OPEN, READ, Args, Rule, World, bare

PERIOD = "2026-S2"
HERE = {"code": "64.02", "period": PERIOD}


def a_report(world: World) -> CaseReport:
    """The report of the running semester; the case itself stays where the world left it."""
    case = world.play.case
    return CaseReport.objects.get_or_create(
        case=case,
        rule_code="laporan_semester",
        period=PERIOD,
        defaults={
            "period_end": period_at("semester", clock.today()).last,
            "region": world.cast.kukar,
            "awaits": "agreements.report",
        },
    )[0]


def of_report(**more: Any) -> Args:
    """The address of the report, with more of its parts."""
    return lambda world: {"public_id": a_report(world).case.public_id, "period": PERIOD, **more}


def a_round(world: World) -> Evaluation:
    """A closed round of the case."""
    person = world.cast.officer
    defaults = {
        "verdict": "dilanjutkan", "conclusion": "Baik", "closed_on": clock.today(), "closed_by": person
    }  # fmt: skip
    return Evaluation.objects.get_or_create(
        case=world.play.case, period=PERIOD, opened_by=person, defaults=defaults
    )[0]


def of_round(**more: Any) -> Args:
    """The address of the round, with more of its parts."""
    return lambda world: {"public_id": world.play.case.public_id, "pk": a_round(world).pk, **more}


def of_word(world: World) -> dict[str, Any]:
    """The address of a word over the health that holds no longer."""
    word = HealthOverride.objects.get_or_create(
        case=world.play.case,
        health=Health.RED,
        defaults={
            "reason": "Contoh",
            "expires_on": clock.today(),
            "withdrawn_on": clock.today(),
            "set_by": world.cast.biro,
        },
    )[0]
    return {"public_id": world.play.case.public_id, "pk": word.pk}


def _case(world: World) -> dict[str, Any]:
    return {"public_id": world.play.case.public_id}


# Written while the case is carried out only; the world's case waits for its signatures.
CLOSED = "404/403 officer 409"

RULES: dict[str, Rule] = {
    "agreements:report_list": Rule(bare, OPEN, NEVER),
    "agreements:report_checklist": Rule(bare, OPEN, NEVER),
    "agreements:health_list": Rule(bare, OPEN, NEVER),
    "agreements:report_recap": Rule(lambda _w: HERE, "404/200 partner 404", NEVER),
    "agreements:report_recap_csv": Rule(lambda _w: HERE, "404/200 partner 404", NEVER),
    "agreements:report_recap_print": Rule(lambda _w: HERE, NEVER, "404/302 partner 404"),
    "agreements:report_ask": Rule(
        lambda _w: HERE, "404/403 partner 404 biro 200", "404/403 partner 404 biro 409"
    ),
    "agreements:reports": Rule(_case, READ, NEVER),
    "agreements:report": Rule(of_report(), READ, CLOSED),
    "agreements:report_part": Rule(of_report(order=1), CLOSED, CLOSED),
    "agreements:report_step": Rule(of_report(code="dikirim"), "404/403 officer 200", "404/403 officer 422"),
    "agreements:report_return": Rule(of_report(), CLOSED, CLOSED),
    "agreements:report_print": Rule(of_report(), NEVER, "404/302"),
    "agreements:evaluation_open": Rule(_case, NEVER, "404/403 officer 302"),
    "agreements:evaluation": Rule(of_round(), READ, NEVER),
    "agreements:evaluation_answer": Rule(of_round(form="pemohon", order=1), CLOSED, CLOSED),
    "agreements:evaluation_file": Rule(of_round(form="pemohon", order=1), "404", NEVER),
    "agreements:evaluation_close": Rule(of_round(), CLOSED, CLOSED),
    "agreements:health_override": Rule(_case, READ, "404/403 biro 422"),
    "agreements:health_withdraw": Rule(of_word, NEVER, "404/403 biro 409"),
}
