"""The warning that a proposal repeats a running cooperation: near-duplicates are found, unrelated ones are not (F18)."""

import pytest
from django.urls import reverse

from agreements.services.collisions import THRESHOLD, Draft, similar_cases
from ksd.core.likeness import likeness, stem, words_of
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db

ALIKE = [
    "Puskesmas Perbatasan",
    "Kerja Sama Pengelolaan Puskesmas di Perbatasan",
    "Pelayanan puskesmas pada wilayah perbatasan Kukar dan Kubar",
    "Puskesmas Perbatasn",
]
UNLIKE = [
    "Pengelolaan Sampah Terpadu",
    "Kerja Sama Pemerintah Kabupaten tentang Bidang Perdagangan",
    "Angkutan Sungai Perintis",
    "Promosi Wisata Bersama",
]


@pytest.fixture
def running(cast):
    play = Play(cast)
    play.to("menunggu_tanggapan")
    return play


def draft(play, title, **more):
    values = {"regions": [play.cast.kukar.pk], "urusan": [play.urusan.pk]}
    return Draft(title=title, **(values | more))


@pytest.mark.parametrize("title", ALIKE)
def test_a_near_duplicate_is_found_with_true_reasons(running, title):
    (found,) = similar_cases(draft(running, title), running.cast.officer)
    assert found.case == running.case
    assert found.percent >= THRESHOLD
    assert any("Kutai Kartanegara" in reason for reason in found.reasons)
    assert any("kesehatan" in reason for reason in found.reasons)


@pytest.mark.parametrize("title", UNLIKE)
def test_an_unrelated_proposal_warns_of_nothing(running, title):
    assert similar_cases(draft(running, title), running.cast.officer) == []


def test_the_same_words_of_another_region_or_urusan_are_no_repetition(running, cast):
    assert similar_cases(draft(running, ALIKE[0], regions=[cast.paser.pk]), cast.officer) == []
    assert similar_cases(draft(running, ALIKE[0], urusan=[running.urusan.pk + 999]), cast.officer) == []


def test_a_proposal_is_not_like_itself_and_ended_ones_do_not_count(running, cast):
    assert similar_cases(draft(running, ALIKE[0], exclude=running.case.pk), cast.officer) == []
    running.act("tolak", cast.partner, reason="Tidak sesuai rencana tata ruang")
    assert similar_cases(draft(running, ALIKE[0]), cast.officer) == []


def test_nothing_is_told_of_a_case_the_person_may_not_see(running, cast):
    assert similar_cases(draft(running, ALIKE[0]), cast.stranger) == []


def test_the_text_in_force_is_named_with_its_number_and_end(running, cast):
    running.to("pelaksanaan")
    (found,) = similar_cases(draft(running, ALIKE[0]), cast.officer)
    assert any("berlaku sampai" in reason and "kb1/1" in reason for reason in found.reasons)


def test_the_page_warns_while_typing_and_after_saving(running, cast, client):
    client.force_login(cast.officer)
    typed = client.get(reverse("agreements:similar"), {"title": ALIKE[1], "urusan": running.urusan.pk})
    assert "Puskesmas Perbatasan" in typed.content.decode()
    assert "Puskesmas" not in client.get(reverse("agreements:similar"), {"title": UNLIKE[0]}).content.decode()
    second = Play(cast)
    page = client.get(reverse("agreements:proposal", args=[second.case.public_id, "data"])).content.decode()
    assert running.case.get_absolute_url() in page
    check = client.get(
        reverse("agreements:proposal", args=[second.case.public_id, "periksa"])
    ).content.decode()
    assert running.case.get_absolute_url() in check


@pytest.mark.parametrize(
    "bad", [{"urusan": "abc"}, {"urusan": "9" * 30}, {"office": "x"}, {"perkara": "' or 1=1"}]
)
def test_nonsense_in_the_address_is_ignored(running, cast, client, bad):
    client.force_login(cast.officer)
    assert client.get(reverse("agreements:similar"), {"title": "Puskesmas", **bad}).status_code == 200


def test_words_are_compared_by_their_stems():
    assert stem("pengelolaan") == stem("mengelola") == "elola"
    assert words_of("Perjanjian Kerja Sama antara Kabupaten dan Kota") == frozenset()
    assert likeness("pengelolaan sampah", "mengelola sampah") > likeness(
        "pengelolaan sampah", "promosi wisata"
    )
    assert likeness("", "apa saja") == 0
    assert likeness("air minum lintas batas", "air minum lintas batas") == 1
