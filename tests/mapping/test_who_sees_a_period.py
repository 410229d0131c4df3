"""Periods and rows are seen by who takes part; drafts stay with their region until they are sent."""

import pytest

from ksd.mapping.models import MappingRow, Period
from tests.mapping.rows import period, row


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


def test_a_period_is_seen_by_who_leads_it_and_who_is_asked(cast, opened):
    for user in (cast.biro, cast.officer, cast.partner, cast.observer):
        assert Period.objects.visible_to(user).get() == opened
    for user in (cast.stranger, cast.nobody):
        assert not Period.objects.visible_to(user).exists()


def test_regions_see_a_period_only_once_it_is_opened(cast):
    made = period(cast.biro, cast.kaltim, cast.kukar, state="disiapkan")
    assert not Period.objects.visible_to(cast.officer).exists()
    assert Period.objects.visible_to(cast.biro).get() == made


def test_a_draft_is_read_by_its_region_and_those_above_until_it_is_sent(cast, opened):
    draft = row(cast.officer, opened, cast.kukar, state="draf")
    assert not MappingRow.objects.visible_to(cast.partner).exists()
    for user in (cast.officer, cast.biro):
        assert MappingRow.objects.visible_to(user).get() == draft
    draft.state = "dikirim"
    draft.save()
    assert MappingRow.objects.visible_to(cast.partner).get() == draft
    assert not MappingRow.objects.visible_to(cast.stranger).exists()


def test_the_pages_say_who_is_asked(cast, opened, signed_in):
    client = signed_in(cast.officer)
    assert "Pemetaan contoh 2027" in client.get("/pemetaan/").content.decode()
    assert "Kutai Barat" in client.get(opened.get_absolute_url()).content.decode()
    assert signed_in(cast.stranger).get(opened.get_absolute_url()).status_code == 404


def test_the_list_costs_the_same_for_few_and_many(cast, signed_in, django_assert_max_num_queries):
    for number in range(12):
        period(cast.biro, cast.kaltim, cast.kukar, name=f"Pemetaan contoh {number}")
    client = signed_in(cast.officer)
    client.get("/pemetaan/")
    with django_assert_max_num_queries(12):
        client.get("/pemetaan/")
