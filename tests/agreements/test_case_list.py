"""The list of cooperations."""

import pytest
from django.urls import reverse

from agreements.models import Case
from agreements.services.proposal import start_case
from tests.agreements.offering import receive
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
URL = "/kerja-sama/"


def proposals(cast, count):
    for number in range(count):
        start_case(
            actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title=f"Usulan nomor {number:02d}"
        )


def titles(response):
    return [row.case.title for row in response.context["rows"]]


def test_somebody_not_signed_in_is_led_to_the_sign_in(client):
    assert client.get(URL).status_code == 302


def test_a_person_without_a_region_sees_nothing_and_is_told_so(signed_in, cast):
    proposals(cast, 1)
    page = signed_in(cast.nobody).get(URL)
    assert not page.context["rows"]
    assert "Belum ada kerja sama yang dapat Anda lihat" in page.content.decode()


def test_a_stranger_does_not_see_the_proposal_of_another_region(signed_in, cast):
    proposals(cast, 1)
    assert not signed_in(cast.stranger).get(URL).context["rows"]


def test_the_province_sees_the_proposal_of_its_regency(signed_in, cast):
    proposals(cast, 1)
    assert titles(signed_in(cast.biro).get(URL)) == ["Usulan nomor 00"]


def test_an_officer_with_an_empty_list_is_led_to_a_first_proposal(signed_in, cast):
    page = signed_in(cast.officer).get(URL).content.decode()
    assert "Buat usulan" in page
    assert reverse("agreements:case_new") in page


def test_an_observer_is_not_offered_to_propose(signed_in, cast):
    assert "Buat usulan" not in signed_in(cast.observer).get(URL).content.decode()


def test_a_line_says_who_what_where_it_stands_and_whose_turn(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    page = signed_in(cast.partner).get(URL).content.decode()
    for words in (
        "Puskesmas Perbatasan",
        "Kabupaten Kutai Kartanegara – Kabupaten Kutai Barat",
        "KSDD sukarela",
    ):
        assert words in page
    assert "Menunggu tanggapan mitra" in page
    assert "Giliran Anda" in page
    assert "21 Desember 2026" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "puskesmas barat"}, 1),
        ({"q": "jempang"}, 1),
        ({"q": "pelabuhan"}, 0),
        ({"kind": "ksdd_sukarela"}, 1),
        ({"kind": "ksdd_wajib"}, 0),
        ({"standing": "tahap.persiapan"}, 1),
        ({"standing": "tahap.penawaran"}, 0),
        ({"standing": "keadaan.ditolak"}, 0),
        ({"year": "2026"}, 1),
        ({"year": "2025"}, 0),
        ({"mine": "on"}, 1),
        ({"year": "abc"}, 1),
        ({"direction": "keluar"}, 1),
        ({"direction": "masuk"}, 0),
        ({"direction": "samping"}, 1),
    ],
)
def test_filters_narrow_the_list(signed_in, cast, play, query, found):
    assert len(signed_in(cast.officer).get(URL, query).context["rows"]) == found


def test_offers_that_came_to_us_are_found_apart_from_those_we_made(signed_in, cast, play):
    received = receive(cast)
    third = Play(cast, "ksdpk_mitra").case
    browser = signed_in(cast.officer)
    assert titles(browser.get(URL, {"direction": "keluar"})) == ["Puskesmas Perbatasan"]
    inbound = {row.case.pk for row in browser.get(URL, {"direction": "masuk"}).context["rows"]}
    assert inbound == {received.pk, third.pk}


def test_the_list_is_filtered_by_urusan_and_by_a_party_on_either_side(signed_in, cast, play):
    browser = signed_in(cast.officer)
    assert len(browser.get(URL, {"urusan": play.urusan.pk}).context["rows"]) == 1
    assert len(browser.get(URL, {"region": cast.kubar.pk}).context["rows"]) == 1


def test_another_regions_id_in_the_filter_is_no_way_in(signed_in, cast, play):
    page = signed_in(cast.stranger).get(URL, {"region": cast.kukar.pk})
    assert page.status_code == 200
    assert not page.context["rows"]


def test_only_cases_that_wait_for_me_are_left_when_i_ask_for_them(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    assert not signed_in(cast.officer).get(URL, {"mine": "on"}).context["rows"]
    assert len(signed_in(cast.partner).get(URL, {"mine": "on"}).context["rows"]) == 1


@pytest.mark.parametrize("order", ["baru", "tenggat", "lama", "judul", "salah"])
def test_every_order_shows_the_same_cases(signed_in, cast, play, order):
    play.to("menunggu_tanggapan")
    proposals(cast, 2)
    assert len(signed_in(cast.officer).get(URL, {"order": order}).context["rows"]) == 3


def test_the_nearest_term_comes_first_when_asked(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    proposals(cast, 1)
    assert titles(signed_in(cast.officer).get(URL, {"order": "tenggat"}))[0] == "Puskesmas Perbatasan"


def test_titles_go_by_the_alphabet_when_asked(signed_in, cast):
    proposals(cast, 3)
    listed = titles(signed_in(cast.officer).get(URL, {"order": "judul"}))
    assert listed == sorted(listed)


def test_twenty_lines_fill_a_page_and_the_rest_follows(signed_in, cast):
    proposals(cast, 23)
    browser = signed_in(cast.officer)
    assert len(browser.get(URL).context["rows"]) == 20
    assert len(browser.get(URL, {"page": 2}).context["rows"]) == 3


def test_a_search_without_result_says_how_to_go_on(signed_in, cast):
    proposals(cast, 1)
    page = signed_in(cast.officer).get(URL, {"q": "tidak ada"}).content.decode()
    assert "Bersihkan saringan" in page


def test_htmx_gets_the_list_from_the_same_template(signed_in, cast):
    proposals(cast, 1)
    page = signed_in(cast.officer).get(URL, HTTP_HX_REQUEST="true").content.decode()
    assert 'id="daftar-kerja-sama"' in page


def test_one_line_costs_as_many_queries_as_twenty_and_at_most_twelve(
    signed_in, cast, django_assert_max_num_queries, django_assert_num_queries
):
    browser = signed_in(cast.officer)
    proposals(cast, 1)
    browser.get(URL)
    with django_assert_max_num_queries(12) as one:
        browser.get(URL)
    proposals(cast, 30)
    assert Case.objects.count() == 31
    with django_assert_num_queries(len(one)):
        browser.get(URL)
