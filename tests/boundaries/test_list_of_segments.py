"""The list of segments: filtered by what the office asks for, aged, summed, and the same as a sheet."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from boundaries.choices import Stage
from tests import factories
from tests.boundaries.register_rows import decree, leg, meeting_round
from tests.boundaries.rows import neighbour_province, segment

LIST = reverse("boundaries:list")
SHEET = reverse("boundaries:sheet")


@pytest.fixture
def rows(cast):
    kaltara, malinau = neighbour_province()
    inside = segment(cast.kukar, cast.kubar, stage_since=date(2026, 11, 1), length_km="100", verified=True)
    old = segment(cast.kukar, cast.paser, stage_since=date(2020, 1, 1), length_km="50")
    outside = segment(cast.kukar, malinau, stage=Stage.DITETAPKAN, length_km="30")
    leg(inside, "60")
    leg(inside, "40", "diperselisihkan")
    meeting_round(old, cast.biro, agreed_km="20", disputed_km="5")
    return {"inside": inside, "old": old, "outside": outside, "kaltara": kaltara, "malinau": malinau}


def listed(client, **query):
    return [found.slug for found in client.get(LIST, query).context["page_obj"]]


def test_the_filters_find_what_the_office_asks_for(cast, signed_in, rows):
    client = signed_in(cast.biro)
    assert listed(client, standing="terbuka") == ["64.01-64.02", "64.02-64.07"]
    assert (
        listed(client, standing="ditetapkan") == listed(client, standing="tanpa_dokumen") == ["64.02-65.02"]
    )
    assert listed(client, province=rows["kaltara"].pk) == ["64.02-65.02"]
    assert listed(client, region=cast.paser.pk) == listed(client, age="365") == ["64.01-64.02"]
    assert listed(client, age="20") == ["64.01-64.02"]
    assert listed(client, age="19") == ["64.01-64.02", "64.02-64.07"]
    assert listed(client, verified="ya") == ["64.02-64.07"]
    assert listed(client, order="lama") == ["64.01-64.02", "64.02-64.07", "64.02-65.02"]
    assert listed(client, order="sengketa")[0] == "64.02-64.07"
    decree(rows["outside"])
    assert listed(client, q="30/2017") == []


@pytest.mark.parametrize(
    "query",
    [
        {"age": "-1"}, {"age": "1e999"}, {"age": "9" * 400}, {"province": "x"}, {"region": "9" * 40},
        {"verified": "mungkin"}, {"order": "x"}, {"standing": "'"}, {"page": "9" * 40},
    ],
)  # fmt: skip
def test_nonsense_in_the_filter_is_no_fault(cast, signed_in, rows, query):
    client = signed_in(cast.biro)
    assert client.get(LIST, query).status_code == 200
    assert client.get(SHEET, query).status_code == 200


def test_days_and_kilometres_are_shown_and_summed(cast, signed_in, rows):
    page = signed_in(cast.biro).get(LIST)
    totals = page.context["totals"]
    assert (totals.km, totals.agreed_km, totals.disputed_km) == (180, 110, 45)
    text = page.content.decode()
    assert "2.516 hari" in text  # since the first day of 2020
    assert "60 / 100" in text
    assert "45 km diperselisihkan" in text
    assert "20 / 50" in text
    assert "tidak tercatat" in text


def test_what_nobody_knows_is_not_summed_to_nothing(cast, signed_in):
    segment(cast.kukar, cast.kubar, length_km="100")
    page = signed_in(cast.biro).get(LIST)
    assert (page.context["totals"].agreed_km, page.context["totals"].disputed_km) == (None, None)
    assert "0 km diperselisihkan" not in page.content.decode()


def test_the_filter_offers_only_regions_in_sight(cast, signed_in, rows):
    form = signed_in(cast.stranger).get(LIST).context["filter"].form
    assert {str(choice) for choice in form.fields["region"].queryset} == {
        "Kabupaten Kutai Kartanegara",
        "Kabupaten Paser",
    }
    assert [choice.code for choice in form.fields["province"].queryset] == ["64"]


def test_the_sheet_says_the_same_as_the_list(cast, signed_in, rows):
    client = signed_in(cast.biro)
    page = client.get(LIST, {"standing": "terbuka", "page": "1"})
    assert page.context["query"] == "standing=terbuka"
    assert f"{SHEET}?standing=terbuka" in page.content.decode()
    sheet: Any = load_workbook(BytesIO(client.get(SHEET, {"standing": "terbuka"}).content)).active
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[0][0] == "Kode"
    assert [(line[0], line[6], line[7], line[8], line[9]) for line in lines[1:]] == [
        ("64.01-64.02", 2516, 50, 20, 5),
        ("64.02-64.07", 20, 100, 60, 40),
    ]


def test_list_and_sheet_cost_the_same_for_three_and_for_thirty(cast, signed_in, rows):
    client = signed_in(cast.biro)

    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    few = (cost(LIST), cost(SHEET))
    for number in range(20, 47):
        each = segment(cast.kukar, factories.region(f"64.{number}", f"Contoh {number}", parent=cast.kaltim))
        leg(each, "1")
    assert (cost(LIST), cost(SHEET)) == few


@pytest.mark.parametrize("name", ["list", "points"])
def test_a_filter_applied_in_place_takes_the_sheet_with_it(cast, signed_in, rows, name):
    text = signed_in(cast.biro).get(reverse(f"boundaries:{name}"), {"q": "Paser"}).content.decode()
    parts = re.search(r'hx-select-oob="#([\w-]+),#([\w-]+)"', text)
    assert parts is not None
    mark, sheet = (text.split(f'id="{part}"')[1] for part in parts.groups())
    assert "aktif" in mark.partition("</summary>")[0]
    assert "?q=Paser" in sheet.partition(">Unduh XLSX")[0]


def test_every_page_without_a_segment_has_its_door_on_the_list(cast, signed_in, rows):
    text = signed_in(cast.officer).get(LIST, {"q": "Paser"}).content.decode()
    for name in ("points", "imports", "outlines", "layers", "teams", "terms"):
        assert f'href="{reverse(f"boundaries:{name}")}"' in text
    assert f'href="{reverse("boundaries:map")}?q=Paser"' in text
