"""The page on which an offer that came on paper is recorded."""

from datetime import timedelta
from typing import Any

import pytest

from agreements.models import Case
from ksd.core import clock
from tests import factories
from tests.agreements.offering import LETTER, berau, days_ago, receive
from tests.agreements.playing import scan
from tests.conftest import Cast

START = "/kerja-sama/masuk/"


@pytest.fixture
def page(cast: Cast) -> str:
    """The page for an offer of Berau, with its catalogue of urusan."""
    from agreements import reference

    reference.load()
    return f"{START}{berau(cast).code}/"


def filled(client: Any, page: str, cast: Cast, **changes: Any) -> dict[str, Any]:
    """Everything the form asks for, with a fresh token."""
    from regions.models import Urusan

    urusan, _new = Urusan.objects.get_or_create(
        code="kesehatan", defaults={"name": "kesehatan", "group": "wajib_dasar", "order": 2}
    )
    token = client.get(page).context["form"]["form_token"].value()
    return {
        "form_token": token,
        "receiver": cast.kukar.pk,
        "kind": "ksdd_sukarela",
        "title": "Rumah Sakit Rujukan Pesisir",
        "number": LETTER,
        "dated": days_ago(5).isoformat(),
        "received_on": days_ago(3).isoformat(),
        "years": 5,
        "urusan": [urusan.pk],
        "letter": scan(),
    } | changes


def test_somebody_not_signed_in_is_led_to_the_sign_in(client: Any, page: str) -> None:
    assert client.get(page).status_code == client.get(START).status_code == 302


def test_who_answers_no_offers_is_refused(signed_in: Any, cast: Cast, page: str) -> None:
    for person in (cast.observer, cast.tkksd, cast.admin, cast.nobody):
        assert signed_in(person).get(START).status_code == 403
        assert signed_in(person).post(page).status_code == 403


def test_the_region_is_found_by_its_name_and_an_unknown_code_is_not(
    signed_in: Any, cast: Cast, page: str
) -> None:
    client = signed_in(cast.officer)
    assert page in client.get(f"{START}?cari=berau").content.decode()
    assert "Tidak ada daerah bernama" in client.get(f"{START}?cari=zzz").content.decode()
    assert client.get(f"{START}99.99/").status_code == 404


def test_an_offer_is_recorded_and_its_page_shows_our_clock(signed_in: Any, cast: Cast, page: str) -> None:
    client = signed_in(cast.officer)
    answer = client.post(page, filled(client, page, cast))
    case = Case.objects.get(direction="masuk")
    assert answer.url == case.get_absolute_url()
    words = client.get(answer.url).content.decode()
    for part in ("tinggal 27 hari", "Pasal 8 ayat (3)", "Penawaran masuk", "Terima penawaran"):
        assert part in words


def test_a_late_answer_is_named_on_the_page_and_in_the_list(signed_in: Any, cast: Cast) -> None:
    case = receive(cast, dated=days_ago(45), received_on=days_ago(40))
    for person in (cast.officer, cast.biro):
        client = signed_in(person)
        words = client.get(case.get_absolute_url()).content.decode()
        assert "terlewat 10 hari" in words
        assert "Terlambat: Kabupaten Kutai Kartanegara" in words
        assert "terlewat 10 hari" in client.get("/kerja-sama/").content.decode()
    assert signed_in(cast.officer).get("/").context["late_count"] == 1


def test_the_same_form_sent_twice_records_once(signed_in: Any, cast: Cast, page: str) -> None:
    client = signed_in(cast.officer)
    data = filled(client, page, cast)
    client.post(page, data)
    client.post(page, data | {"letter": scan()})
    assert Case.objects.filter(direction="masuk").count() == 1


def test_the_same_letter_again_leads_to_the_first_record(signed_in: Any, cast: Cast, page: str) -> None:
    case = receive(cast)
    client = signed_in(cast.officer)
    answer = client.post(page, filled(client, page, cast, title="Judul lain"))
    assert answer.status_code == 409
    words = answer.content.decode()
    assert "sudah tercatat" in words
    assert case.get_absolute_url() in words
    assert "Judul lain" in words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"number": ""}, "wajib"),
        ({"letter": ""}, "wajib"),
        ({"dated": "2026-11-20", "received_on": "2026-11-19"}, "sebelum tanggalnya"),
        ({"received_on": "2026-11-22"}, "masa depan"),
        ({"received_on": "kemarin"}, "tanggal"),
        ({"urusan": []}, "wajib"),
        ({"kind": "ksdpk_daerah"}, "ksdpk_daerah"),
        ({"years": 0}, "1"),
        ({"title": "x" * 251}, "250"),
    ],
)
def test_what_cannot_be_is_shown_again_with_what_was_typed(
    signed_in: Any, cast: Cast, page: str, change: dict[str, Any], words: str
) -> None:
    client = signed_in(cast.officer)
    answer = client.post(page, filled(client, page, cast, location="Kecamatan Marang Kayu") | change)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Kecamatan Marang Kayu" in answer.content.decode()
    assert not Case.objects.exists()


def test_nobody_records_for_a_region_that_is_not_theirs(signed_in: Any, cast: Cast, page: str) -> None:
    client = signed_in(cast.officer)
    assert client.post(page, filled(client, page, cast, receiver=cast.kubar.pk)).status_code == 422


def test_a_region_that_uses_the_system_is_pointed_out_and_a_reason_is_asked(
    signed_in: Any, cast: Cast, page: str
) -> None:
    client = signed_in(cast.officer)
    there = f"{START}{cast.kubar.code}/"
    assert "memakai aplikasi ini" in client.get(there).content.decode()
    assert client.post(there, filled(client, there, cast)).status_code == 422
    answer = client.post(there, filled(client, there, cast, reason="Akunnya terkunci."))
    assert answer.status_code == 302


def test_our_own_region_did_not_write_to_us(signed_in: Any, cast: Cast) -> None:
    assert signed_in(cast.officer).get(f"{START}{cast.kukar.code}/").status_code == 409


def test_the_list_offers_the_page_to_those_who_may(signed_in: Any, cast: Cast) -> None:
    assert START in signed_in(cast.officer).get("/kerja-sama/").content.decode()
    assert START not in signed_in(cast.observer).get("/kerja-sama/").content.decode()


def test_a_standing_clock_is_shown_as_such_in_page_and_list(signed_in: Any, cast: Cast) -> None:
    from agreements.services import acts

    case = receive(cast)
    acts.take_arrow(actor=cast.officer, case=case, code="minta_kelengkapan", reason="KAK belum ada.")
    with clock.frozen(factories.TODAY + timedelta(days=60)):
        client = signed_in(cast.officer)
        assert "berhenti, sisa 27 hari" in client.get(case.get_absolute_url()).content.decode()
        assert "berhenti, sisa 27 hari" in client.get("/kerja-sama/").content.decode()
