"""What a person may see: one subquery, by the hierarchy of regions."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from ksd.accounts.access import current_memberships, reach
from ksd.accounts.models import Membership
from regions.models import Region
from tests import factories


def codes(user):
    return sorted(reach(user).values_list("code", flat=True))


def test_a_regency_sees_itself_only(cast):
    assert codes(cast.officer) == ["64.02"]


def test_a_province_sees_itself_and_its_regencies(cast):
    other = factories.region("35", "Jawa Timur", "provinsi", cast.nation)
    factories.region("35.01", "Pacitan", parent=other)
    assert codes(cast.biro) == ["64", "64.01", "64.02", "64.07"]


def test_a_national_user_sees_every_region(cast):
    assert codes(factories.person("pusat", ("observer", cast.nation))) == [
        "00",
        "64",
        "64.01",
        "64.02",
        "64.07",
    ]


def test_a_superuser_sees_every_region(cast):
    assert len(codes(factories.person("root", is_superuser=True))) == Region.objects.count()


@pytest.mark.parametrize("visitor", [None, AnonymousUser()])
def test_a_visitor_sees_nothing(cast, visitor):
    assert codes(visitor) == []


def test_a_person_without_a_role_sees_nothing(cast):
    assert codes(cast.nobody) == []


def test_a_closed_account_sees_nothing(cast):
    cast.officer.is_active = False
    assert codes(cast.officer) == []


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "sees"),
    [
        (date(2026, 11, 21), None, True),
        (date(2026, 11, 22), None, False),
        (date(2026, 1, 1), date(2026, 11, 22), True),
        (date(2026, 1, 1), date(2026, 11, 21), False),
        (date(2025, 1, 1), date(2025, 12, 31), False),
    ],
)
def test_a_membership_counts_from_its_first_day_until_the_day_it_ends(cast, valid_from, valid_to, sees):
    Membership.objects.create(
        user=cast.nobody, region=cast.kukar, role="observer", valid_from=valid_from, valid_to=valid_to
    )
    assert bool(codes(cast.nobody)) is sees


def test_two_roles_in_two_regions_add_up_without_doubles(cast):
    both = factories.person(
        "ganda", ("observer", cast.kukar), ("tkksd", cast.kukar), ("observer", cast.paser)
    )
    assert codes(both) == ["64.01", "64.02"]


def test_scope_is_one_clause_of_the_same_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert list(Membership.objects.filter(region__in=reach(cast.biro)))


def test_the_role_of_another_day_can_be_asked(cast):
    assert current_memberships(cast.officer, on=date(2019, 1, 1)).count() == 0
