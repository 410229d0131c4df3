"""Every act of every pack, asked by every role of every region concerned: who may, and who may not.

The expectation is worked out here from the permission table and the parties alone, without the code that decides.
"""

import pytest

from agreements.law.loading import all_kinds
from agreements.law.schema import Arrow
from agreements.models import Case, Party
from agreements.services import acts
from agreements.services.acting import acting_on
from ksd.accounts.choices import Role
from ksd.accounts.models import Membership
from ksd.accounts.permissions import table
from ksd.core.errors import NotAllowed
from regions.models import Region
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db

FAMILIES = sorted({kind.family.lower() for kind in all_kinds()})


def first_kind(family: str) -> str:
    return next(kind.code for kind in all_kinds() if kind.family.lower() == family)


def grants(permission: str, role: str, place: Region) -> set[int]:
    """The regions for which this role, held in this place, carries the permission."""
    rule = table().permission(permission)
    if role not in rule.roles:
        return set()
    below = Region.objects.filter(parent=place).values_list("pk", flat=True) if rule.below else ()
    return {place.pk, *below}


def is_absent(party: Party) -> bool:
    return not Membership.objects.filter(region=party.region_id or 0).exists()


def expected(case: Case, arrow: Arrow, role: str, place: Region) -> bool:
    """Whether the law's table of permissions lets this role act: for its own party, for one without users, from above."""
    reach = grants(arrow.permission, role, place)
    mine = [party for party in case.acting_parties if arrow.side in ("any", party.side)]
    if any(party.region_id in reach for party in mine):
        return True
    others = [party for party in mine if party != case.keeper]
    if arrow.proof and case.keeper.region_id in reach and any(map(is_absent, others)):
        return True
    over_all = {party.region.parent_id for party in case.parties.all() if party.region} == {place.pk}
    return bool(arrow.above) and over_all and place.pk in grants(arrow.above, role, place)


@pytest.mark.parametrize("family", FAMILIES)
def test_exactly_those_may_act_whom_the_table_and_the_sides_name(cast: Cast, family: str) -> None:
    case = Play(cast, first_kind(family)).reload()
    places = (cast.kukar, cast.kubar, cast.kaltim, cast.paser)
    people = {
        (role, place): factories.person(f"{role}-{place.code}", (role, place))
        for role in Role.values
        for place in places
    }
    wrong = [
        (arrow.code, role, place.name)
        for arrow in case.pack.arrows
        if arrow.side != "system"
        for (role, place), person in people.items()
        if (acting_on(person, case, arrow) is not None) != expected(case, arrow, role, place)
    ]
    assert wrong == []


@pytest.mark.parametrize("family", FAMILIES)
def test_whoever_may_not_is_refused_in_the_very_state_and_nothing_is_written(cast: Cast, family: str) -> None:
    play = Play(cast, first_kind(family))
    pack = play.case.pack
    for arrow in pack.arrows:
        if arrow.side == "system" or not play.case.knows(arrow):
            continue
        Case.objects.filter(pk=play.case.pk).update(state=arrow.sources[0])
        for person in (cast.stranger, cast.observer, cast.nobody):
            with pytest.raises(NotAllowed, match="tidak berwenang"):
                acts.take_arrow(actor=person, case=play.case, code=arrow.code, reason="uji")
    assert not play.case.events.filter(arrow__in=[arrow.code for arrow in pack.arrows]).exists()
