"""Is this a kerja sama daerah? What is not is sent where it belongs, with its reason, and counted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.law.triage import destination, destinations, questions
from agreements.models import Case, IntakeTriage
from agreements.services.triage import link_triage, record_triage
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
NEW, LIST = "/kerja-sama/triase/baru/", "/kerja-sama/triase/"
NO = {row.code: False for row in questions()}


def ask(cast, **given):
    values = {"actor": cast.officer, "region": cast.kukar, "title": "Sewa gedung", "answers": NO} | given
    return record_triage(**values)


def send(browser, place, **given):
    form = browser.get(NEW).context["form"]
    data = {"form_token": form["form_token"].value(), "region": place.pk, "title": "Sewa gedung"}
    data |= {f"jawab_{row.code}": "tidak" for row in questions()}
    return browser.post(NEW, data | given)


def test_the_list_is_the_office_s_guide_with_its_source_and_rule():
    rules = {row.code: row.rule for row in destinations()}
    assert rules["bmd"] == "Permendagri 19/2016"
    assert rules["pengadaan"] == "Perpres 16/2018 jo. Perpres 12/2021"
    assert rules["kpbu"] == "Perpres 38/2015"
    assert rules["blud"] == "Permendagri 79/2018 Bab XI"
    assert all(row.source.startswith("Praktik ") and row.belongs for row in destinations())


def test_only_assets_and_procurement_stand_on_an_article_of_the_law_itself():
    law = "Pasal 15 ayat (3) PP 28/2018; Pasal 15 ayat (4) PP 28/2018"
    assert {row.code: row.article for row in destinations() if row.article} == {"bmd": law, "pengadaan": law}


@pytest.mark.parametrize("code", [row.code for row in questions()])
def test_one_yes_sends_the_idea_where_it_belongs(cast, code):
    row = ask(cast, answers=NO | {code: True}, reason="Hanya sewa.")
    assert (row.verdict, row.destination, row.reason) == ("bukan_ksd", code, "Hanya sewa.")


def test_no_to_all_goes_on(cast):
    row = ask(cast)
    assert (row.verdict, row.destination) == ("lanjut", "")


def test_an_unanswered_question_a_yes_without_reason_and_another_region_are_refused(cast):
    with pytest.raises(DomainError, match="Semua pertanyaan dijawab"):
        ask(cast, answers={})
    with pytest.raises(DomainError, match="Alasan belum diisi"):
        ask(cast, answers=NO | {"hibah": True})
    with pytest.raises(NotAllowed):
        ask(cast, region=cast.paser)
    assert not IntakeTriage.objects.exists()


def test_the_page_sends_away_with_reason_and_address(cast, signed_in):
    browser = signed_in(cast.officer)
    answer = send(browser, cast.kukar, jawab_bmd="ya", reason="Hanya menyewa gedung.")
    page = browser.get(answer["Location"]).content.decode()
    for words in (
        "Bukan kerja sama daerah",
        "Permendagri 19/2016",
        "Petunjuk kantor",
        "Hanya menyewa gedung.",
    ):
        assert words in page
    assert "Pasal 15 ayat (3) PP 28/2018" in page
    assert "?triase=" not in page


def test_an_idea_that_goes_on_begins_a_prefilled_proposal_and_is_tied_to_it(cast, signed_in):
    browser = signed_in(cast.officer)
    answer = send(browser, cast.kukar)
    row = IntakeTriage.objects.get()
    start = f"{reverse('agreements:case_new')}?triase={row.public_id}"
    assert start in browser.get(answer["Location"]).content.decode()
    form = browser.get(start).context["form"]
    assert (form["title"].value(), form["region"].value()) == ("Sewa gedung", cast.kukar.pk)
    data = {
        "form_token": form["form_token"].value(),
        "region": cast.kukar.pk,
        "kind": "sinergi",
        "title": "Gedung",
    }
    browser.post(start, data)
    row.refresh_from_db()
    assert row.case == Case.objects.get()
    assert "?triase=" not in browser.get(row.get_absolute_url()).content.decode()
    with pytest.raises(ImpossibleStep, match="tidak dapat dipakai"):
        link_triage(actor=cast.officer, triage=row, case=row.case)


def test_the_same_form_sent_twice_is_counted_once(cast, signed_in):
    browser = signed_in(cast.officer)
    token = browser.get(NEW).context["form"]["form_token"].value()
    first, second = (send(browser, cast.kukar, form_token=token) for _time in range(2))
    assert IntakeTriage.objects.count() == 1
    assert first["Location"] == second["Location"]


@pytest.mark.parametrize(
    "bad",
    [
        {"jawab_bmd": "ya"}, {"jawab_bmd": "mungkin"}, {"jawab_bmd": ""}, {"title": ""}, {"title": "x" * 251},
        {"reason": "x" * 5001}, {"region": "99999"}, {"office": "99999"},
    ],
)  # fmt: skip
def test_bad_input_comes_back_with_what_was_typed(cast, signed_in, bad):
    answer = send(signed_in(cast.officer), cast.kukar, **({"title": "Sewa gedung lama"} | bad))
    assert answer.status_code == 422
    assert "title" in bad or "Sewa gedung lama" in answer.content.decode()
    assert not IntakeTriage.objects.exists()


def test_another_region_s_office_is_no_choice(cast, signed_in, play):
    foreign = play.offices[cast.kubar.pk]
    assert send(signed_in(cast.officer), cast.kukar, office=foreign.pk).status_code == 422
    with pytest.raises(DomainError, match="bukan milik"):
        ask(cast, office=foreign)


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("admin", 403), ("nobody", 403), ("officer", 200)]
)
def test_only_who_may_propose_fills_it_in(cast, signed_in, who, status):
    assert signed_in(getattr(cast, who)).get(NEW).status_code == status


@pytest.mark.parametrize(
    ("who", "status"),
    [("officer", 200), ("observer", 200), ("biro", 200), ("partner", 404), ("stranger", 404)],
)
def test_the_region_and_its_province_read_it_and_nobody_else(cast, signed_in, who, status):
    row = ask(cast)
    assert signed_in(getattr(cast, who)).get(row.get_absolute_url()).status_code == status


def test_the_province_counts_its_regencies_and_a_regency_only_its_own(cast, signed_in, play):
    ask(cast, answers=NO | {"bmd": True}, reason="x", office=play.offices[cast.kukar.pk])
    ask(cast, answers=NO | {"hibah": True}, reason="x")
    record_triage(
        actor=cast.partner, region=cast.kubar, title="Hibah alat", answers=NO | {"hibah": True}, reason="x"
    )
    ask(cast)
    counts = signed_in(cast.biro).get(LIST).context["counts"]
    assert (counts["all"], counts["away"]) == (4, 3)
    assert counts["destinations"] == [("Hibah", 2), ("Pemanfaatan barang milik daerah", 1)]
    assert ("Kabupaten Kutai Kartanegara", "Dinas Kesehatan", 1) in counts["places"]
    own = signed_in(cast.partner).get(LIST)
    assert own.context["counts"]["away"] == 1
    assert "Sewa gedung" not in own.content.decode()


def test_figures_follow_the_year_asked_for(cast, signed_in):
    ask(cast, answers=NO | {"bmd": True}, reason="x")
    browser = signed_in(cast.officer)
    assert browser.get(LIST, {"tahun": "2026"}).context["counts"]["away"] == 1
    assert browser.get(LIST, {"tahun": "2025"}).context["counts"]["away"] == 0
    assert browser.get(LIST, {"tahun": "kemarin"}).context["year"] is None
    assert browser.get(LIST).context["years"] == [{"year": 2026, "count": 1}]


def test_an_empty_list_says_what_to_do(cast, signed_in):
    assert "Isi triase" in signed_in(cast.officer).get(LIST).content.decode()
    assert "akan muncul di sini" in signed_in(cast.observer).get(LIST).content.decode()


def test_the_list_costs_the_same_for_one_and_twenty_rows(cast, signed_in, django_assert_num_queries):
    ask(cast, answers=NO | {"bmd": True}, reason="x")
    browser = signed_in(cast.officer)
    browser.get(LIST)
    with CaptureQueriesContext(connection) as one:
        browser.get(LIST)
    for _time in range(19):
        ask(cast, answers=NO | {"bmd": True}, reason="x")
    with django_assert_num_queries(len(one)):
        browser.get(LIST)


def test_the_tkksd_names_a_destination_when_it_finds_no_kerja_sama(play):
    play.to("telaah")
    with pytest.raises(DomainError, match="Pilih ke mana"):
        play.act("nyatakan_bukan_ksd", play.cast.tkksd, reason="Ini sewa.")
    assert play.reload().state == "telaah"


def test_what_the_tkksd_sends_away_is_told_and_counted(play, signed_in):
    play.to("telaah")
    act = reverse("agreements:act", args=[play.case.public_id, "nyatakan_bukan_ksd"])
    browser = signed_in(play.cast.tkksd)
    form = browser.get(act).context["form"]
    data = {
        "form_token": form["form_token"].value(), "seen_state": "telaah", "reason": "Ini sewa.", "confirm": "on",
    }  # fmt: skip
    assert browser.post(act, data).status_code == 422
    assert browser.post(act, data | {"destination": "bmd"}).status_code == 302
    row = IntakeTriage.objects.get()
    assert (row.case, row.destination, row.office, row.reason) == (
        play.case,
        "bmd",
        play.case.office,
        "Ini sewa.",
    )
    place = destination("bmd")
    assert place is not None
    assert play.case.events.first().reason == f"{place.words}. Ini sewa."
    assert "Permendagri 19/2016" in browser.get(play.case.get_absolute_url()).content.decode()


def test_every_pack_sends_away_with_a_destination(cast):
    for kind in ("ksdpk_daerah", "sinergi"):
        arrow = Play(cast, kind).case.pack.arrow("nyatakan_bukan_ksd")
        assert arrow.destination
        assert arrow.internal
