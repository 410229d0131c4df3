"""Who works with whom on what: the graph, the matrix and the list agree, and nothing hidden is shown."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from agreements.models import Party
from ksd.mapping.services.network import Asked, network_of
from ksd.mapping.services.standing import pact_in, reference_day
from ksd.mapping.views.network import drawing_of
from tests.boundaries.map_rows import three
from tests.mapping.network_rows import agreement, case, text
from tests.mapping.rows import period, urusan

PAGE = "/pemetaan/jaringan/"


@pytest.fixture
def woven(cast):
    """Kukar with Kubar twice, all three once, Kubar with Paser a proposal; one draft nobody but Kukar knows."""
    return [
        agreement(cast.officer, cast.kukar, cast.kubar, title="Kesehatan ibu contoh", urusan=(urusan(),)),
        agreement(cast.officer, cast.kukar, cast.kubar, cast.paser, title="Jalan bersama contoh"),
        case(cast.partner, cast.kubar, cast.paser, state="penyusunan_kb", title="Usulan Kubar Paser contoh"),
        case(cast.officer, cast.kukar, cast.paser, state="usulan", title="Konsep Kukar contoh"),
    ]


def net(user, cast, year=2026, **more):
    return network_of(user, Asked(year, cast.kaltim, **more))


def pairs(found):
    return {(link.a.name, link.b.name): link.count for link in found.links}


def test_graph_matrix_and_list_say_the_same(cast, woven):
    found = net(cast.biro, cast)
    expected = {
        ("Paser", "Kutai Kartanegara"): 1,
        ("Paser", "Kutai Barat"): 2,
        ("Kutai Kartanegara", "Kutai Barat"): 2,
    }
    assert pairs(found) == expected
    drawn = {(line.edge.a, line.edge.b): line.edge.count for line in drawing_of(found).edges}
    listed = [(link.a.code, link.b.code) for link, _pact in found.lines]
    assert drawn == {key: listed.count(key) for key in listed}
    crossed = {
        (row.code, column.code): link.count
        for row, cells in found.matrix
        for column, link in zip(found.regions, cells, strict=True)
        if link
    }
    assert crossed == drawn | {(b, a): count for (a, b), count in drawn.items()}
    assert found.pacts == 3


def test_page_and_sheet_show_every_line_of_the_list(cast, woven, signed_in):
    client = signed_in(cast.biro)
    words = client.get(PAGE).content.decode()
    for link, pact in net(cast.biro, cast).lines:
        assert f'id="{link.anchor}"' in words
        assert words.count(f'href="#{link.anchor}"') == 3  # the line, and the cell of either side
        assert pact.case.title in words
    book = load_workbook(BytesIO(client.get(f"{PAGE}xlsx/?tahun=2026").content))
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[3], row[5]) for row in rows] == [
        (link.a.code, link.b.code, pact.case.title) for link, pact in net(cast.biro, cast).lines
    ]


def test_an_officer_reads_only_what_was_shared_with_the_region(cast, woven, signed_in):
    assert pairs(net(cast.officer, cast)) == {
        ("Paser", "Kutai Kartanegara"): 1, ("Paser", "Kutai Barat"): 1, ("Kutai Kartanegara", "Kutai Barat"): 2,
    }  # fmt: skip
    assert "Usulan Kubar Paser" not in signed_in(cast.officer).get(PAGE).content.decode()
    assert "Kesehatan ibu contoh" not in signed_in(cast.stranger).get(PAGE).content.decode()
    assert not network_of(cast.nobody, Asked(2026, None)).links


def test_a_case_not_yet_shared_with_a_partner_is_hidden_from_it(cast):
    offered = case(cast.officer, cast.kukar, cast.kubar, state="penawaran_terkirim")
    Party.objects.filter(case=offered, region=cast.kubar).update(shared_at=None)
    assert pairs(net(cast.officer, cast)) == {("Kutai Kartanegara", "Kutai Barat"): 1}
    assert not net(cast.partner, cast).links


def test_a_draft_of_its_proposer_is_no_cooperation_yet(cast):
    assert pact_in(case(cast.officer, cast.kukar, cast.kubar, state="usulan"), 2026) is None


@pytest.mark.parametrize(
    ("since", "until", "year", "standing"),
    [
        (date(2025, 1, 1), date(2027, 6, 30), 2023, None),
        (date(2025, 1, 1), date(2027, 6, 30), 2024, "proses"),
        (date(2025, 1, 1), date(2027, 6, 30), 2025, "berlaku"),
        (date(2025, 1, 1), date(2027, 6, 30), 2026, "berlaku"),
        (date(2025, 1, 1), date(2027, 6, 30), 2027, "berlaku"),  # looked at from its first day
        (date(2025, 1, 1), date(2027, 6, 30), 2028, None),
        (date(2024, 1, 1), date(2025, 3, 31), 2025, "berakhir"),
        (date(2024, 1, 1), date(2026, 3, 31), 2026, "berakhir"),
        (date(2024, 1, 1), None, 2030, "berlaku"),
    ],
)
def test_a_signed_text_counts_in_the_years_of_its_days(cast, since, until, year, standing):
    made: Any = case(cast.officer, cast.kukar, cast.kubar, state="pelaksanaan")
    made.signed_texts = [text(made, since, until)]
    found = pact_in(made, year)
    assert (found.standing if found else None) == standing


def test_a_refused_proposal_ran_until_it_was_refused(cast):
    refused = case(cast.officer, cast.kukar, cast.kubar, state="ditolak", state_since=date(2026, 5, 1))
    assert [bool(pact_in(refused, year)) for year in (2023, 2024, 2025, 2026, 2027)] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_a_year_is_looked_at_from_today_or_its_nearest_day():
    assert [reference_day(year) for year in (2025, 2026, 2027)] == [
        date(2025, 12, 31), date(2026, 11, 21), date(2027, 1, 1),
    ]  # fmt: skip


def test_the_network_is_narrowed_to_a_region_or_an_urusan(cast, woven):
    assert set(pairs(net(cast.biro, cast, urusan="kesehatan"))) == {("Kutai Kartanegara", "Kutai Barat")}
    assert all("Paser" in pair for pair in pairs(net(cast.biro, cast, region="64.01")))


def test_regions_stand_where_they_lie_once_every_outline_is_there(cast, woven):
    found = net(cast.biro, cast)
    ring = drawing_of(found)
    assert not ring.on_map
    above = {float(spot.y_text) < float(spot.y): float(spot.y) for spot in ring.nodes}
    assert above[True] < above[False]  # names stand away from the lines within the ring
    three(cast)
    drawn = drawing_of(found)
    assert drawn.on_map
    place = {spot.node.key: (float(spot.x), float(spot.y)) for spot in drawn.nodes}
    assert place["64.07"][0] < place["64.02"][0]  # Kubar lies west of Kukar
    assert place["64.01"][1] > place["64.02"][1]  # Paser lies south
    assert drawing_of(found) == drawn


def test_whatever_is_typed_into_the_address_the_page_answers(cast, signed_in):
    client = signed_in(cast.biro)
    assert client.get(f"{PAGE}?tahun=%00&daerah=%00").status_code == 400
    for query in ("tahun=99999", "provinsi=zz", "urusan=%27%22", "daerah=6402", "tahun=²⁰²⁶"):
        answer = client.get(f"{PAGE}?{query}")
        assert answer.status_code == 200
    assert "Belum ada kerja sama antardaerah" in answer.content.decode()


def test_the_page_costs_the_same_for_few_and_many(cast, signed_in):
    client = signed_in(cast.biro)
    period(cast.biro, cast.kaltim, cast.kukar)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(PAGE)
        return len(seen)

    agreement(cast.officer, cast.kukar, cast.kubar, urusan=(urusan(),))
    queries()
    few = queries()
    for number in range(12):
        agreement(
            cast.officer, cast.kukar, cast.kubar, cast.paser, title=f"Contoh {number}", urusan=(urusan(),)
        )
    assert queries() == few <= 24
