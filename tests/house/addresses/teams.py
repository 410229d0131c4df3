"""Addresses of the TKKSD, its reviews and recommendations."""

from datetime import date, timedelta
from typing import Any

from agreements.models import Review, Team, TeamMember
from ksd.core import clock
from tests.house.addresses.world import HIDDEN, NEVER, OPEN, Rule, World, bare, of_case, of_text


def _team(world: World) -> Team:
    """The team of the region that runs the case."""
    return Team.objects.get_or_create(
        region=world.cast.kukar,
        decree_number="SK/1",
        defaults={"decree_date": date(2026, 1, 2), "valid_from": date(2026, 1, 2)},
    )[0]


def _of_team(world: World) -> dict[str, Any]:
    return {"pk": _team(world).pk}


def _of_member(world: World) -> dict[str, Any]:
    team = _team(world)
    member = team.members.first() or TeamMember.objects.create(
        team=team, position="anggota", name="Contoh", title="Kepala Dinas", since=date(2026, 1, 2)
    )
    return {"pk": team.pk, "member": member.pk}


def _of_review(world: World) -> dict[str, Any]:
    case = world.play.case
    review = case.reviews.first() or Review.objects.create(
        case=case, region=world.cast.kukar, round=1, reviewer=world.cast.tkksd,
        due_on=clock.today() + timedelta(days=3), assigned_by=world.cast.officer,
    )  # fmt: skip
    return {"public_id": case.public_id, "pk": review.pk}


def _of_report(world: World) -> dict[str, Any]:
    return {"code": _team(world).region.code, "year": clock.today().year}


# Kept by the region's officer, read within its reach; other regions find nothing.
KEEPER = "404/403 officer 200 partner 404"
KEPT = "404/403 officer 422 partner 404"
# The initiator's own review: its partner finds nothing.
INSIDE = "404/200 partner 404"

RULES: dict[str, Rule] = {
    "agreements:team_list": Rule(bare, OPEN, NEVER),
    "agreements:team_new": Rule(
        bare,
        "403 officer 200 partner 200 stranger 200 biro 200",
        "403 officer 422 partner 422 stranger 422 biro 422",
    ),
    "agreements:team": Rule(_of_team, INSIDE, NEVER),
    "agreements:team_edit": Rule(_of_team, KEEPER, KEPT),
    "agreements:team_file": Rule(_of_team, HIDDEN, NEVER),
    "agreements:member_add": Rule(_of_team, KEEPER, KEPT),
    "agreements:member_end": Rule(_of_member, KEEPER, KEPT),
    "agreements:team_report": Rule(_of_report, INSIDE, KEPT),
    "agreements:team_report_send": Rule(_of_report, KEEPER, KEPT),
    "agreements:team_report_letter": Rule(_of_report, NEVER, "404/302 partner 404"),
    "agreements:reviews": Rule(of_case(), INSIDE, NEVER),
    "agreements:review_assign": Rule(of_case(), NEVER, KEPT),
    "agreements:review_result": Rule(of_case(), NEVER, "404/403 partner 404"),
    "agreements:review": Rule(_of_review, INSIDE, "404/403 partner 404"),
    "agreements:review_withdraw": Rule(_of_review, NEVER, "404/403 officer 409 partner 404"),
    "agreements:recommendations": Rule(of_text(), "404/200", "404/403"),
    "agreements:recommendation_letter": Rule(of_text(pk=0), NEVER, HIDDEN),
}
