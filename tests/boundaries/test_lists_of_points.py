"""The lists of points: filtered, summed, taken away as a sheet, and as cheap for forty points as for one."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from boundaries.services import points
from tests.boundaries.point_rows import kind, kinds, listed, pillar
from tests.boundaries.rows import segment

ALL = reverse("boundaries:points")


@pytest.fixture
def row(cast):
    kinds()
    return segment(cast.kukar, cast.kubar)


def of(name, row):
    return reverse(f"boundaries:{name}", args=[row.slug])


def test_the_list_of_all_points_is_filtered_and_summed(cast, signed_in, row):
    other = segment(cast.kukar, cast.paser)
    node = listed(row, "PBU 1", brass_text="PABU lama")
    points.list_node(actor=cast.biro, segment=other, point=node.point, label="PBU 0")
    pillar(node, state="rusak", inspected_on=date(2026, 10, 1))
    pillar(listed(row, "PBU 2", "-0.5"))
    listed(row, "TK 3", "-0.6", method="kartometrik")
    points.judge_point(actor=cast.biro, listing=node, region=cast.kukar, verdict="setuju")
    points.judge_point(actor=cast.biro, listing=node, region=cast.kubar, verdict="setuju")
    client = signed_in(cast.biro)

    def found(**query):
        return [line.row.label for line in client.get(ALL, query).context["lines"]]

    assert found() == ["PBU 1", "PBU 2", "TK 3", "PBU 0"]
    totals = client.get(ALL).context["totals"]
    assert (totals.rows, totals.points, totals.pillars, totals.rusak, totals.unseen) == (4, 3, 2, 1, 1)
    assert found(q="lama paser") == ["PBU 0"]
    assert found(q="pabu kutai") == found(q="lama 64.02") == ["PBU 1", "PBU 0"]
    assert found(kind=kind("TK").pk) == found(method="kartometrik") == found(pillar="tanpa") == ["TK 3"]
    assert found(standing="disahkan") == ["PBU 1"]
    assert found(standing="menunggu") == ["PBU 2", "TK 3", "PBU 0"]
    assert found(standing="keberatan") == found(q="tidak ada") == []
    assert found(pillar="rusak") == found(node="ya") == ["PBU 1", "PBU 0"]
    assert found(pillar="lama") == found(pillar="belum") == ["PBU 2"]
    assert len(signed_in(cast.partner).get(ALL).context["lines"]) == 3
    assert "Belum ada titik yang tercatat" in signed_in(cast.nobody).get(ALL).content.decode()
    for query in ({"kind": "x"}, {"page": "9" * 5000}, {"bentuk": "x"}, {"pillar": "\x00"}, {"q": "%'\""}):
        assert signed_in(cast.biro).get(ALL, query).status_code < 500


def test_the_sheet_has_every_notation_and_no_formula(cast, signed_in, row):
    listed(row, "=1+1", "-0.412345", code="TK", place="@SUM(A1)")
    for address in (reverse("boundaries:points_file"), of("segment_points_file", row)):
        response = signed_in(cast.biro).get(address)
        sheet: Any = load_workbook(BytesIO(response.content)).active
        head, first = (list(line) for line in sheet.iter_rows(values_only=True))
        facts = dict(zip(head, first, strict=True))
        assert facts["Nama titik"] == "=1+1"
        assert facts["Lintang"] == "0° 24' 44,442\" LS"
        assert facts["Lintang (desimal)"] == pytest.approx(-0.412345)
        assert facts["Zona UTM"] == "50S"
        assert sheet["D2"].data_type == "s"


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_lists_cost_the_same_for_one_and_for_forty_points(cast, signed_in, row):
    client, other = signed_in(cast.biro), segment(cast.kukar, cast.paser)

    def fill(numbers):
        for number in numbers:
            one = listed(row, f"PBU {number}", f"-0.{number:03d}1")
            pillar(one)
            points.judge_point(actor=cast.biro, listing=one, region=cast.kukar, verdict="setuju")
            points.list_node(actor=cast.biro, segment=other, point=one.point, label=f"TK {number}")

    addresses = (ALL, of("segment_points", row), reverse("boundaries:points_file"), of("point_node", row))
    fill([1])
    few = [queries_of(client, address) for address in addresses]
    fill(range(2, 42))
    assert [queries_of(client, address) for address in addresses] == few
    assert few[0] <= 12
    assert few[1] <= 24
