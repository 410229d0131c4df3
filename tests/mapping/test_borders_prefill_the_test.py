"""The data of borders answers first, with its source; a person's answer is never overwritten by it."""

import pytest

from ksd.mapping.services.bordering import borders_of
from regions.adjacency import are_adjacent
from tests import factories
from tests.mapping.rows import period, row
from tests.mapping.triage_rows import answered, bordering, judged, sent_form


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


def test_a_border_is_told_with_its_source_and_length(cast, opened):
    bordering(cast.kukar, cast.kubar)
    found = borders_of(row(cast.officer, opened, cast.kukar, partner_region=cast.kubar))
    assert found.answer == "ya"
    assert "Kutai Barat" in found.reason
    assert "121,3 km" in found.reason
    assert "Peta batas contoh" in found.reason


def test_touched_regions_count_beside_the_partner_each_once(cast, opened, django_assert_num_queries):
    bordering(cast.kukar, cast.kubar)
    made = row(cast.officer, opened, cast.kukar, partner_region=cast.kubar)
    made.touches.set([cast.kubar, cast.paser, cast.kukar])
    with django_assert_num_queries(2):
        found = borders_of(made)
    assert [(entry.region, entry.stands) for entry in found.borders] == [
        (cast.kubar, True), (cast.paser, None),
    ]  # fmt: skip
    assert found.answer == "ya"


def test_without_another_region_nothing_is_answered(cast, opened):
    assert borders_of(row(cast.officer, opened, cast.kukar, partner_name="PT Contoh")).answer == ""


@pytest.mark.parametrize("complete", [True, False])
def test_a_missing_border_is_a_no_only_where_the_list_of_neighbours_is_complete(cast, opened, complete):
    cast.kukar.neighbours_complete = complete
    cast.kukar.save()
    found = borders_of(row(cast.officer, opened, cast.kukar, partner_region=cast.kubar))
    assert found.answer == ("tidak" if complete else "belum")


def test_it_says_the_same_as_the_register_for_provinces_too(cast, opened):
    other = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    inside = factories.region("63.02", "Kotabaru", parent=other)
    bordering(cast.paser, inside)
    for own in (cast.kaltim, cast.paser, cast.kukar, other, inside):
        made = row(cast.officer, opened, own)
        made.touches.set([cast.kaltim, cast.paser, cast.kubar, other, inside, cast.nation])
        for border in borders_of(made).borders:
            assert border.stands == are_adjacent(own, border.region), (own, border.region)


def test_the_form_begins_with_what_the_data_says(cast, opened, signed_in):
    bordering(cast.kukar, cast.kubar)
    made = row(cast.officer, opened, cast.kukar, partner_region=cast.kubar)
    form = signed_in(cast.biro).get(f"/pemetaan/baris/{made.public_id}/uji/").context["form"]
    assert form["jawab_berbatasan"].value() == "ya"
    assert "Peta batas contoh" in form["alasan_berbatasan"].value()


def test_a_saved_answer_stays_when_the_data_changes_and_the_difference_is_said(cast, opened, signed_in):
    made = row(cast.officer, opened, cast.kukar, partner_region=cast.kubar)
    saved = judged(cast.biro, made, "ksdd_sukarela", answers=answered(berbatasan="tidak"))
    assert saved.answers["berbatasan"]["data"] == "belum"
    bordering(cast.kukar, cast.kubar)
    page = signed_in(cast.biro).get(f"/pemetaan/baris/{made.public_id}/uji/")
    assert page.context["form"]["jawab_berbatasan"].value() == "tidak"
    assert "Data perbatasan berkata lain" in page.content.decode()


def test_an_answer_against_the_data_needs_a_reason_of_its_own(cast, opened, signed_in):
    bordering(cast.kukar, cast.kubar)
    made = row(cast.officer, opened, cast.kukar, partner_region=cast.kubar)
    told = borders_of(made).reason
    page = signed_in(cast.biro).post(
        f"/pemetaan/baris/{made.public_id}/uji/", sent_form({"berbatasan": ("tidak", told)})
    )
    assert page.status_code == 422
    assert "berbeda dari data perbatasan" in page.content.decode()
