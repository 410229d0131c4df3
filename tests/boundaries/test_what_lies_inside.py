"""What lies inside the overlap, counted by hand; layers tried out, replaced and withdrawn."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from shapely import LineString, Point, Polygon, box

from agreements.models import OfficeSetting
from boundaries.services.layers import expected_themes
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import SCHOOLS, both_claims, collection, layer
from tests.factories import person

SLUG = "64.02-64.07"
PAGE = reverse("boundaries:inside", args=[SLUG])
XLSX = reverse("boundaries:inside_xlsx", args=[SLUG])
LIST, NEW = reverse("boundaries:layers"), reverse("boundaries:layer_new")


@pytest.fixture
def row(cast):
    found = segment(cast.kukar, cast.kubar)
    both_claims(found)
    return found


def lands(client, **query):
    return client.get(PAGE, query).context["lands"]


def theme(land, code):
    return next(found for found in land.themes if found.theme == code)


def test_points_are_counted_by_hand_and_the_edge_counts_as_inside(cast, signed_in, row):
    layer(cast.biro, cast.kaltim, SCHOOLS)
    client = signed_in(cast.officer)
    overlap, gap = lands(client)
    schools = theme(overlap, "sekolah")
    assert (schools.count, schools.on_edge, schools.people, schools.without_people) == (2, 1, 10, 1)
    assert theme(gap, "sekolah").count == 0
    text = client.get(PAGE).content.decode()
    assert "SD Tepat contoh (tepat di garis)" in text
    assert "SD Luar contoh" not in text
    assert "12.309,07 ha" in text


def test_lines_and_areas_give_their_part(cast, signed_in, row):
    layer(
        cast.biro,
        cast.kaltim,
        collection(("Jalan contoh", LineString([(115.8, 0.05), (116.2, 0.05)]), {})),
        theme="jalan",
    )
    village = box(116.0, 0.04, 116.4, 0.06)
    layer(
        cast.biro,
        cast.kaltim,
        collection(("Desa contoh", village, {"penduduk": 500}), ("Desa Jauh", box(117, 1, 117.1, 1.1), {})),
        theme="desa",
    )
    overlap, _gap = lands(signed_in(cast.biro))
    road, desa = theme(overlap, "jalan"), theme(overlap, "desa")
    assert road.length_m == pytest.approx(22_264, abs=5)
    assert (desa.count, desa.cut, desa.people) == (1, 1, None)
    assert 0.2 < desa.things[0].share < 0.25


def test_a_missing_layer_is_said_to_be_missing(cast, signed_in, row):
    layer(cast.biro, cast.kaltim, SCHOOLS)
    text = signed_in(cast.officer).get(PAGE).content.decode()
    assert "belum ada lapisan; tidak diketahui" in text
    OfficeSetting.objects.create(code="lapisan_batas", value="sekolah, ngawur, aset")
    assert [found.value for found in expected_themes()] == ["sekolah", "aset"]
    assert "Aset daerah" in signed_in(cast.officer).get(LIST).content.decode()


def test_without_claims_the_page_says_so(cast, signed_in):
    segment(cast.kukar, cast.kubar)
    client = signed_in(cast.officer)
    assert "Kedua klaim belum lengkap" in client.get(PAGE).content.decode()
    assert client.get(XLSX).status_code == 404


def test_strangers_find_nothing_and_nonsense_is_no_fault(cast, signed_in, row):
    assert signed_in(cast.stranger).get(PAGE).status_code == 404
    client = signed_in(cast.officer)
    for query in ({"a": "x", "b": "9" * 5000}, {"a": "-1"}):
        assert client.get(PAGE, query).status_code == 200


def test_the_spreadsheet_says_the_same(cast, signed_in, row):
    layer(cast.biro, cast.kaltim, SCHOOLS)
    sheet: Any = load_workbook(BytesIO(signed_in(cast.officer).get(XLSX).content)).active
    rows = list(sheet.values)
    assert [found[2] for found in rows if found[1] == "Sekolah"] == ["SD Dalam contoh", "SD Tepat contoh"]
    assert any(found[2] == "belum ada lapisan" for found in rows)


def test_the_page_costs_the_same_for_few_and_many_features(cast, signed_in, row):
    layer(cast.biro, cast.kaltim, SCHOOLS)
    client = signed_in(cast.officer)

    def queries():
        client.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    few = queries()
    many = collection(*[(f"SD {n} contoh", Point(116 + n / 1000, 0.05), {}) for n in range(40)])
    layer(cast.biro, cast.kaltim, many)
    assert queries() == few


def test_a_restricted_layer_stays_with_its_keeper(cast, signed_in, row):
    layer(cast.biro, cast.kaltim, SCHOOLS, name="Rahasia-L", restricted=True)
    assert "Rahasia-L" not in signed_in(cast.officer).get(LIST).content.decode()
    assert "SD Dalam contoh" not in signed_in(cast.officer).get(PAGE).content.decode()
    assert "SD Dalam contoh" in signed_in(cast.biro).get(PAGE).content.decode()
    other = person("jauh", ("biro_staff", cast.nation))
    assert other.pk


def test_a_hole_in_a_village_is_outside_of_it(cast, signed_in, row):
    ring = Polygon(box(115.99, 0.03, 116.01, 0.07).exterior, [box(115.995, 0.04, 116.005, 0.06).exterior])
    layer(cast.biro, cast.kaltim, collection(("Desa Lubang contoh", ring, {})), theme="desa")
    desa = theme(lands(signed_in(cast.biro))[0], "desa")
    assert desa.things[0].share == pytest.approx(1)
    assert desa.area_m2 == pytest.approx(7.385e6, rel=0.01)
