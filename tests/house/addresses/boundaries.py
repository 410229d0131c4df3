"""Addresses of segments."""

from typing import Any

from boundaries.models import Amendment, CourtCase, Leg, Regulation, Round, SegmentRegulation
from ksd.core import clock
from tests.house.addresses.world import HIDDEN, NEVER, OPEN, READ, Args, Rule, World, bare, of_segment

# Whoever keeps the record of the segment; whoever reads it is refused, strangers find nothing.
FORM, SENT = "404/403 biro 200", "404/403 biro 422"
DONE = "404/403 biro 302"


def _leg(world: World) -> int:
    return Leg.objects.get_or_create(segment=world.segment, order=1, defaults={"name": "Tertutup-7X"})[0].pk


def _basis(world: World) -> int:
    regulation, _new = Regulation.objects.get_or_create(
        number="7", year=2016, defaults={"title": "Tertutup-7X"}
    )
    return SegmentRegulation.objects.get_or_create(segment=world.segment, regulation=regulation)[0].pk


def _court(world: World) -> int:
    facts = {"court": "ma", "object": "Tertutup-7X"}
    return CourtCase.objects.get_or_create(segment=world.segment, number="7", defaults=facts)[0].pk


def _amendment(world: World) -> int:
    facts = {"proposed_on": clock.today(), "reason": "Tertutup-7X"}
    return Amendment.objects.get_or_create(segment=world.segment, defaults=facts)[0].pk


def _round(world: World) -> int:
    facts = {"on": clock.today(), "forum": "Tertutup-7X", "written_by": world.cast.biro}
    return Round.objects.get_or_create(segment=world.segment, number=1, defaults=facts)[0].number


def _row(find: Any) -> Args:
    return lambda world: of_segment(world) | {"pk": find(world)}


def _in_round(**more: Any) -> Args:
    return lambda world: of_segment(world) | {"number": _round(world), **more}


RULES: dict[str, Rule] = {
    "boundaries:list": Rule(bare, OPEN, NEVER),
    "boundaries:sheet": Rule(bare, OPEN, NEVER),
    "boundaries:card": Rule(of_segment, HIDDEN, NEVER),
    "boundaries:detail": Rule(of_segment, READ, NEVER),
    "boundaries:history": Rule(of_segment, READ, NEVER),
    "boundaries:change_stage": Rule(of_segment, FORM, SENT),
    "boundaries:correct_stage": Rule(of_segment, FORM, SENT),
    "boundaries:publish": Rule(of_segment, FORM, SENT),
    "boundaries:legs": Rule(of_segment, READ, NEVER),
    "boundaries:leg_add": Rule(of_segment, FORM, SENT),
    "boundaries:leg_edit": Rule(_row(_leg), FORM, SENT),
    "boundaries:leg_move": Rule(_row(_leg), NEVER, DONE),
    "boundaries:leg_remove": Rule(_row(_leg), FORM, SENT),
    "boundaries:regulations": Rule(of_segment, READ, NEVER),
    "boundaries:regulation_new": Rule(of_segment, FORM, SENT),
    "boundaries:regulation_attach": Rule(of_segment, FORM, SENT),
    "boundaries:regulation_edit": Rule(_row(_basis), FORM, SENT),
    "boundaries:regulation_file": Rule(_row(_basis), HIDDEN, NEVER),
    "boundaries:basis_edit": Rule(_row(_basis), FORM, SENT),
    "boundaries:basis_drop": Rule(_row(_basis), FORM, SENT),
    "boundaries:court_new": Rule(of_segment, FORM, SENT),
    "boundaries:court_edit": Rule(_row(_court), FORM, SENT),
    "boundaries:amendment_new": Rule(of_segment, FORM, SENT),
    "boundaries:amendment_edit": Rule(_row(_amendment), FORM, SENT),
    "boundaries:rounds": Rule(of_segment, READ, NEVER),
    "boundaries:round_new": Rule(of_segment, FORM, SENT),
    "boundaries:round_edit": Rule(_in_round(), FORM, SENT),
    # A side says its own; the Biro writes it down for either.
    "boundaries:position": Rule(
        _in_round(code="64.02"), "404/403 officer 200 biro 200", "404/403 officer 422 biro 422"
    ),
}
