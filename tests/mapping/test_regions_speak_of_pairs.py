"""Regions accept, reject or put off a pair for their side; what was rejected returns only when a row changed."""

from datetime import date, timedelta

import pytest

from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.mapping.models import MappingRow, Match
from ksd.mapping.services.matching.deciding import decide_match
from ksd.mapping.services.matching.jobs import sweep_matching
from ksd.mapping.services.matching.scoring import score_due
from tests.mapping.match_rows import form, have, looked, need
from tests.mapping.rows import period

LATER = date(2026, 12, 24)


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def match(cast, opened):
    need(cast.partner, opened, cast.kubar)
    have(cast.officer, opened, cast.kukar)
    (found,) = looked(cast.biro, opened)
    return found


def says(actor, match, verdict, region, **more):
    return decide_match(actor=actor, match=match, verdict=verdict, region=region, **more).state


def test_a_pair_is_accepted_once_both_regions_or_the_leader_say_so(cast, match):
    assert says(cast.officer, match, "terima", cast.kukar) == "sebagian"
    assert says(cast.partner, match, "terima", cast.kubar) == "diterima"
    assert says(cast.partner, match, "tolak", cast.kubar, reason="Sudah ada dokter") == "ditolak"
    assert match.first.events.count() == 3


def test_the_leader_speaks_for_both(cast, match):
    assert says(cast.biro, match, "terima", None) == "diterima"


def test_nobody_speaks_for_another_region(cast, match):
    for actor, region in ((cast.officer, cast.kubar), (cast.stranger, cast.kukar), (cast.officer, None)):
        with pytest.raises(NotAllowed):
            says(actor, match, "terima", region)


@pytest.mark.parametrize(
    ("verdict", "more"), [("tolak", {}), ("tunda", {}), ("tunda", {"until": date(2026, 11, 21)})]
)
def test_a_rejection_needs_its_reason_and_a_delay_its_date(cast, match, verdict, more):
    with pytest.raises(DomainError) as refused:
        says(cast.officer, match, verdict, cast.kukar, **more)
    assert refused.value.status == 422


def test_of_a_period_that_is_over_nothing_more_is_said(cast, match):
    match.period.state = "disepakati"
    match.period.save()
    with pytest.raises(ImpossibleStep):
        says(cast.officer, match, "terima", cast.kukar)


def test_a_pair_put_off_comes_back_on_its_day(cast, opened, match):
    assert says(cast.officer, match, "tunda", cast.kukar, until=LATER) == "ditunda"
    with clock.frozen(LATER - timedelta(days=1)):
        sweep_matching()
    match.refresh_from_db()
    assert match.state == "ditunda"
    with clock.frozen(LATER):
        sweep_matching()
    match.refresh_from_db()
    assert (match.state, match.snoozed_until) == ("baru", None)


def test_a_rejected_pair_stays_away_until_a_row_changed_and_then_says_what(cast, opened, match):
    says(cast.officer, match, "tolak", cast.kukar, reason="Terlalu jauh")
    (again,) = looked(cast.biro, opened)
    assert (again.state, again.reopened_at) == ("ditolak", None)
    with clock.frozen(date(2026, 11, 22)):
        MappingRow.objects.filter(pk=match.first_id).update(figure=9, updated_at=clock.now())
        score_due(opened)
    again.refresh_from_db()
    assert again.state == "baru"
    assert again.changes == [{"side": "first", "field": "figure", "before": "4", "after": "9"}]
    with clock.frozen(date(2026, 11, 23)):
        assert says(cast.officer, again, "terima", cast.kukar) == "sebagian"


def test_a_change_of_no_matter_brings_nothing_back(cast, opened, match):
    says(cast.officer, match, "tolak", cast.kukar, reason="Terlalu jauh")
    later = clock.now() + timedelta(minutes=1)
    MappingRow.objects.filter(pk=match.first_id).update(evidence="Laporan contoh", updated_at=later)
    assert score_due(opened) == 1
    match.refresh_from_db()
    assert match.state == "ditolak"


def test_what_was_said_outlives_that_the_pair_is_found(cast, opened, match):
    says(cast.officer, match, "terima", cast.kukar)
    later = clock.now() + timedelta(minutes=1)
    MappingRow.objects.filter(pk=match.first_id).update(title="Gudang obat", figure_name="", updated_at=later)
    score_due(opened)
    match.refresh_from_db()
    assert (match.listed, match.state) == (False, "sebagian")


def test_the_page_takes_a_word_once_and_brings_a_refusal_back(cast, match, signed_in):
    client = signed_in(cast.officer)
    address = f"{match.get_absolute_url()}sikap/tolak/"
    refused = client.post(address, form(side=cast.kukar.pk, reason=" "))
    assert refused.status_code == 422
    given = form(side=cast.kukar.pk, reason="Sudah ada <dokter>")
    assert client.post(address, given, follow=True).status_code == 200
    client.post(address, given)
    assert match.decisions.count() == 1
    page = client.get(match.get_absolute_url()).content.decode()
    assert "Sudah ada &lt;dokter&gt;" in page
    assert client.get(f"{match.get_absolute_url()}sikap/hapus/").status_code == 404


def test_the_list_leaves_out_what_was_rejected_until_it_is_asked_for(cast, opened, match, signed_in):
    client = signed_in(cast.observer)
    address = f"{opened.get_absolute_url()}pasangan/"
    assert match.first.title in client.get(address).content.decode()
    says(cast.officer, match, "tolak", cast.kukar, reason="Terlalu jauh")
    assert match.get_absolute_url() not in client.get(address).content.decode()
    assert match.get_absolute_url() in client.get(address, {"state": "ditolak"}).content.decode()
    for query in ({"region": "9" * 40}, {"form": "lain"}, {"page": "x"}, {"state": "%"}):
        assert client.get(address, query).status_code == 200


def test_each_reason_is_told_in_a_sentence(cast, match, signed_in):
    page = signed_in(cast.partner).get(match.get_absolute_url()).content.decode()
    for words in (
        "dibutuhkan 4 orang, tersedia 10 orang, yaitu 250% dari kebutuhan",
        "Keduanya dalam urusan Kesehatan.", "memberinya prioritas tinggi.", "dokter, spesialis",
    ):  # fmt: skip
        assert words in page, words
    assert signed_in(cast.stranger).get(match.get_absolute_url()).status_code == 404


def test_the_list_costs_the_same_for_few_and_many(cast, opened, signed_in, django_assert_max_num_queries):
    for number in range(5):
        need(cast.partner, opened, cast.kubar, title=f"Dokter spesialis contoh {number}")
        have(cast.officer, opened, cast.kukar, title=f"Dokter spesialis bergilir {number}")
    assert len(looked(cast.biro, opened)) == 25
    client = signed_in(cast.officer)
    address = f"{opened.get_absolute_url()}pasangan/"
    client.get(address)
    with django_assert_max_num_queries(22):
        client.get(address)


def test_the_row_shows_its_pairs(cast, match, signed_in):
    page = signed_in(cast.officer).get(match.second.get_absolute_url()).content.decode()
    assert match.get_absolute_url() in page
    assert Match.objects.count() == 1
