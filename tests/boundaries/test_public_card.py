"""The card of a segment that anybody may read once it is published, and nothing that is restricted."""

from decimal import Decimal

import pytest
from django.urls import reverse

from boundaries.choices import Stage
from boundaries.models import Segment
from boundaries.services.cards import card_of
from boundaries.services.evidence import withdraw_evidence
from boundaries.services.extent import extent_of
from boundaries.services.publishing import publish_card
from ksd.core.errors import NotAllowed
from tests.boundaries.register_rows import decree, leg, meeting_round, paper
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import evidence

CARD = reverse("boundaries:card", args=["64.02-64.07"])
SWITCH = reverse("boundaries:publish", args=["64.02-64.07"])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, length_km="100", note="Rahasia-9Z")


def test_there_is_no_card_until_it_is_published(cast, client, row):
    assert client.get(CARD).status_code == 404
    publish_card(actor=cast.biro, segment=row, published=True)
    assert client.get(CARD).status_code == 200
    publish_card(actor=cast.biro, segment=row, published=False)
    assert client.get(CARD).status_code == 404
    assert [trace.label for trace in row.traces.all()] == ["Menarik kartu umum", "Menerbitkan kartu umum"]


def test_the_card_tells_stage_kilometres_and_next_step_and_nothing_restricted(cast, client, row):
    leg(row, "60", name="Rahasia-9Z ruas")
    leg(row, "40", "diperselisihkan", note="Rahasia-9Z")
    meeting_round(row, cast.biro, outcome="Rahasia-9Z")
    paper(row, cast.biro, title="Rahasia-9Z", confidential=True)
    publish_card(actor=cast.biro, segment=row, published=True)
    text = client.get(CARD).content.decode()
    for words in (
        "Pelacakan batas", "Disepakati 60 dari 100 km", "Diperselisihkan 40 km", "Pengukuran dan penentuan posisi batas",
        "Indikatif, bukan acuan hukum.", "tidak menghapus hak atas tanah", "Belum ada peraturan penetapan",
    ):  # fmt: skip
        assert words in text
    assert "Rahasia-9Z" not in text
    assert cast.biro.get_full_name() not in text


def test_of_evidence_the_card_names_what_is_public_and_nothing_else(cast, client, row):
    shown = {
        "title": "Peta-P",
        "level": "publik",
        "kind": "peta_lama",
        "scale": 250_000,
        "source": "contoh",
        "year": 1965,
    }
    evidence(cast.officer, row, cast.kukar, note="Rahasia-9Z", **shown)
    for title, level in (("Rahasia-9Z", "sendiri"), ("Rahasia-9Z", "para_pihak")):
        evidence(cast.officer, row, cast.kukar, title=title, level=level)
    taken = evidence(cast.officer, row, cast.kukar, title="Rahasia-9Z", level="publik")
    withdraw_evidence(actor=cast.officer, evidence=taken, reason="contoh")
    assert card_of(row).evidence == (
        ("Peta-P", "Peta lama · diajukan Kabupaten Kutai Kartanegara · 1965 · 1:250.000 · Belum dinilai"),
    )
    Segment.objects.update(published=True)
    text = client.get(CARD).content.decode()
    assert "Peta-P" in text
    assert "Rahasia-9Z" not in text


def test_the_card_of_a_settled_segment_names_its_decree_and_no_next_step(cast, client, row):
    decree(row, gazette_number="7", gazette_year=2017)
    Segment.objects.update(stage=Stage.DITETAPKAN, published=True)
    text = client.get(CARD).content.decode()
    assert "Permendagri 30/2017" in text
    assert "BN 7/2017" in text
    assert "Langkah berikutnya" not in text


def test_a_card_may_be_kept_for_everybody_and_carries_nothing_of_its_reader(cast, signed_in, row):
    Segment.objects.update(published=True)
    response = signed_in(cast.stranger).get(CARD)
    assert response.status_code == 200
    assert "public" in response["Cache-Control"]
    assert "max-age=300" in response["Cache-Control"]
    assert not response.cookies
    assert "csrf" not in response.content.decode().lower()


def test_a_card_is_found_by_its_codes_in_either_order(cast, client, row):
    Segment.objects.update(published=True)
    assert client.get(reverse("boundaries:card", args=["64.07-64.02"])).status_code == 200
    assert client.post(CARD).status_code == 405


def test_cards_are_read_only_so_often(settings, client, row):
    settings.KSD_CHECKS_PER_MINUTE = 2
    Segment.objects.update(published=True)
    answers = [client.get(CARD).status_code for _time in range(5)]
    assert 429 in answers


def test_the_keeper_publishes_on_the_page_and_a_reader_does_not(cast, signed_in, row):
    client = signed_in(cast.biro)
    page = client.get(SWITCH)
    assert "Terbitkan kartu umum segmen ini?" in page.content.decode()
    data = {"form_token": page.context["form"]["form_token"].value()}
    assert client.post(SWITCH, data).status_code == 302
    row.refresh_from_db()
    assert row.published
    assert "Tarik kartu" in client.get(row.get_absolute_url()).content.decode()
    assert signed_in(cast.officer).post(SWITCH).status_code == 403
    with pytest.raises(NotAllowed):
        publish_card(actor=cast.officer, segment=row, published=False)


def test_a_card_costs_few_queries(client, row, django_assert_max_num_queries):
    for number in range(5):
        decree(row, number=str(number + 1))
        leg(row, "10")
    Segment.objects.update(published=True)
    client.get(CARD)
    with django_assert_max_num_queries(15):  # a few, and those by which the limit is counted
        client.get(CARD)
    assert extent_of(row).agreed == Decimal(50)
