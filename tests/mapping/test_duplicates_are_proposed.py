"""Rows worded alike in one urusan are proposed as duplicates; a need and a potential never are."""

import pytest

from ksd.mapping.matching import duplicates as searching
from ksd.mapping.matching.duplicates import Told, likely_duplicates
from ksd.mapping.services.duplicates import propose_duplicates
from ksd.mapping.services.merging import set_apart
from tests.mapping.rows import period, row, urusan
from tests.mapping.triage_rows import post

BLOCK = (1, "lacks")
ALIKE = ("Pengelolaan sampah di perbatasan sungai", "Mengelola sampah perbatasan sungai")


def pairs(*titles, apart=()):
    rows = [Told(at, BLOCK, title) for at, title in enumerate(titles)]
    return [(found.first, found.second) for found in likely_duplicates(rows, apart).pairs]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (*ALIKE, True),
        ("Rumah sakit rujukan perbatasan", "Rumah sakit rujukan di perbatasan", True),
        ("Jalan penghubung antarkecamatan", "Jalan penghubung antar kecamatan", True),
        ("Pengelolaan sampah perbatasan", "Pengelolaan air minum perbatasan", False),
        ("Pelatihan guru sekolah dasar", "Pembangunan pelabuhan sungai", False),
        ("Daerah dan kota", "Kabupaten atau provinsi", False),
    ],
)
def test_wordings_of_the_same_matter_are_found_and_others_are_not(one, other, alike):
    assert bool(pairs(one, other)) is alike


def test_rows_of_the_very_same_words_are_each_laid_beside_the_first():
    assert pairs("Air minum sungai", "Sungai air minum", "Air minum sungai") == [(0, 1), (0, 2)]


def test_another_urusan_or_side_is_no_place_to_look():
    rows = [Told(1, (1, "lacks"), ALIKE[0]), Told(2, (2, "lacks"), ALIKE[0]), Told(3, (1, "has"), ALIKE[0])]
    assert likely_duplicates(rows).pairs == ()


def test_the_same_rows_give_the_same_order():
    rows = [Told(at, BLOCK, title) for at, title in enumerate([*ALIKE, "Sampah sungai perbatasan"])]
    assert likely_duplicates(rows) == likely_duplicates(reversed(rows))


def test_the_work_is_bounded_and_says_so(monkeypatch):
    monkeypatch.setattr(searching, "MOST_COMPARED", 3)
    rows = [Told(at, BLOCK, "Air minum sungai") for at in range(9)]
    found = likely_duplicates(rows)
    assert (found.complete, found.compared, len(found.pairs)) == (False, 3, 3)


def test_a_common_word_does_not_multiply_the_work():
    rows = [Told(at, BLOCK, f"Pelatihan{at:x} pertanian bersama{at:x} sungai{at:x}") for at in range(600)]
    assert likely_duplicates(rows).compared < 600 * searching.MOST_PER_STEM


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def both(cast, opened):
    return (
        row(cast.officer, opened, cast.kukar, title=ALIKE[0]),
        row(cast.partner, opened, cast.kubar, title=ALIKE[1], kind="masalah"),
    )


def test_two_regions_saying_the_same_are_proposed_with_the_reasons(cast, opened, both):
    row(cast.partner, opened, cast.kubar, title=ALIKE[1], kind="potensi")
    row(cast.partner, opened, cast.kubar, title=ALIKE[1], state="draf")
    row(cast.partner, opened, cast.kubar, title=ALIKE[1], urusan=urusan("sosial", "Sosial", 6))
    found = propose_duplicates(opened)
    assert [(pair.first, pair.second) for pair in found.pairs] == [both]
    assert "urusan yang sama: Kesehatan" in found.pairs[0].reasons
    assert "sampah" in found.pairs[0].reasons[1]


def test_a_pair_told_apart_is_proposed_no_more(cast, opened, both):
    set_apart(actor=cast.biro, one=both[1], other=both[0])
    assert propose_duplicates(opened).pairs == ()


def test_the_page_lists_the_pairs_for_who_leads(cast, opened, both, signed_in, django_assert_max_num_queries):
    address = f"/pemetaan/{opened.public_id}/konsolidasi/duplikat/"
    client = signed_in(cast.biro)
    assert ALIKE[1] in client.get(address).content.decode()
    with django_assert_max_num_queries(14):
        client.get(address + "?urusan=kesehatan&page=9")
    assert client.get(address + "?urusan=%00x").status_code == 400
    assert signed_in(cast.officer).get(address).status_code == 403
    assert signed_in(cast.stranger).get(address).status_code == 404


def test_a_large_period_is_looked_through_one_urusan_at_a_time(cast, opened, both, signed_in, monkeypatch):
    monkeypatch.setattr("ksd.mapping.services.duplicates.MOST_READ", 1)
    address = f"/pemetaan/{opened.public_id}/konsolidasi/duplikat/"
    assert "Pilih satu urusan" in signed_in(cast.biro).get(address).content.decode()


def test_both_rows_are_shown_field_by_field_and_told_apart_by_a_button(cast, opened, both, signed_in):
    client = signed_in(cast.biro)
    address = f"/pemetaan/baris/{both[0].public_id}/banding/{both[1].public_id}/"
    lines = {line.label: line for line in client.get(address).context["lines"]}
    assert (lines["Daerah"].first, lines["Daerah"].second) == (str(cast.kukar), str(cast.kubar))
    assert lines["Pokok"].differs
    assert not lines["Urusan pemerintahan"].differs
    assert post(client, address + "beda/").status_code == 302
    assert propose_duplicates(opened).pairs == ()


def test_rows_of_two_periods_are_not_laid_side_by_side(cast, both, signed_in):
    other = period(cast.biro, cast.kaltim, cast.kukar, name="Pemetaan lain contoh")
    alien = row(cast.officer, other, cast.kukar)
    client = signed_in(cast.biro)
    for second in (alien, both[0]):
        assert (
            client.get(f"/pemetaan/baris/{both[0].public_id}/banding/{second.public_id}/").status_code == 404
        )
