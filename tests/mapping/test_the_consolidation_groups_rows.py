"""The consolidation lays the rows of every region side by side, by urusan, and leads through the untested ones."""

import pytest

from ksd.mapping.services.consolidation import neighbours, tally
from ksd.mapping.services.merging import merge_rows
from tests.mapping.rows import period, row, urusan
from tests.mapping.triage_rows import judged


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def rows(cast, opened):
    social = urusan("sosial", "Sosial", 6)
    return (
        row(cast.officer, opened, cast.kukar, title="Puskesmas contoh"),
        row(cast.partner, opened, cast.kubar, title="Dokter contoh"),
        row(cast.partner, opened, cast.kubar, title="Panti contoh", urusan=social, kind="potensi"),
    )


def page(client, opened, query=""):
    return client.get(f"/pemetaan/{opened.public_id}/konsolidasi/{query}")


def test_rows_stand_under_their_urusan_with_their_number(cast, opened, rows, signed_in):
    row(cast.officer, opened, cast.kukar, title="Draf rahasia contoh", state="draf")
    shown = page(signed_in(cast.partner), opened)
    assert [(str(group["urusan"]), group["count"]) for group in shown.context["groups"]] == [
        ("Kesehatan", 2), ("Sosial", 1),
    ]  # fmt: skip
    assert "Draf rahasia contoh" not in shown.content.decode()
    assert signed_in(cast.stranger).get(f"/pemetaan/{opened.public_id}/konsolidasi/").status_code == 404


def test_verdicts_are_counted_and_untested_rows_named(cast, opened, rows):
    judged(cast.biro, rows[0])
    judged(cast.biro, rows[1], "bukan_ksd", destination="hibah")
    found = tally(opened)
    counted = {code: number for code, _label, number in found.verdicts if number}
    assert (found.total, found.tested, found.untested) == (3, 2, 1)
    assert counted == {"ksdd_wajib": 1, "bukan_ksd": 1}


FOUND = {
    "?urusan=sosial": ["Panti contoh"],
    "?region=64.02": ["Puskesmas contoh"],
    "?kind=potensi": ["Panti contoh"],
    "?verdict=ksdd_wajib": ["Puskesmas contoh"],
    "?verdict=belum": ["Dokter contoh", "Panti contoh"],
    "?q=dokter": ["Dokter contoh"],
    "?q=tidak+ada": [],
}


@pytest.mark.parametrize("query", FOUND)
def test_filters_narrow_the_list(cast, opened, rows, signed_in, query):
    judged(cast.biro, rows[0])
    groups = page(signed_in(cast.officer), opened, query).context["groups"]
    assert [line["row"].title for group in groups for line in group["lines"]] == FOUND[query]


@pytest.mark.parametrize(
    "query", ["?q=%00", "?urusan=%00x", "?region=%ff", "?verdict=x&page=999", "?page=-1"]
)
def test_nonsense_in_the_address_breaks_nothing(cast, opened, rows, signed_in, query):
    assert page(signed_in(cast.officer), opened, query).status_code in {200, 400}


def test_merged_rows_stand_under_the_row_that_was_kept(cast, opened, rows, signed_in):
    merge_rows(actor=cast.biro, keep=rows[0], merged=rows[1], reason="Sama.")
    shown = page(signed_in(cast.officer), opened)
    lines = shown.context["groups"][0]["lines"]
    assert [(line["row"], list(line["merged"])) for line in lines] == [(rows[0], [rows[1]])]
    assert "Dokter contoh" in shown.content.decode()


def test_the_list_costs_the_same_for_few_and_many(cast, opened, signed_in, django_assert_max_num_queries):
    for number in range(25):
        judged(cast.biro, row(cast.officer, opened, cast.kukar, title=f"Baris contoh {number}"))
    client = signed_in(cast.biro)
    with django_assert_max_num_queries(18):
        page(client, opened)


def test_the_untested_follow_one_another_in_the_order_of_the_list(cast, opened, rows):
    kukar, kubar, social = rows
    assert neighbours(kukar) == (None, kubar)
    assert neighbours(kubar) == (kukar, social)
    judged(cast.biro, kubar)
    assert neighbours(kukar) == (None, social)
    assert neighbours(social) == (kukar, None)


def test_the_way_through_begins_at_the_first_and_is_only_for_who_leads(cast, opened, rows, signed_in):
    address = f"/pemetaan/{opened.public_id}/konsolidasi/uji/"
    client = signed_in(cast.biro)
    assert client.get(address).url == f"/pemetaan/baris/{rows[0].public_id}/uji/"
    after = client.get(f"{address}?sesudah={rows[0].public_id}")
    assert after.url == f"/pemetaan/baris/{rows[1].public_id}/uji/"
    assert client.get(f"{address}?sesudah=karangan").url == f"/pemetaan/baris/{rows[0].public_id}/uji/"
    assert client.get(f"{address}?sesudah=%00").status_code == 400
    assert signed_in(cast.officer).get(address).status_code == 403
    assert signed_in(cast.stranger).get(address).status_code == 404
