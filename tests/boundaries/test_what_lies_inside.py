"""What lies inside the overlap, counted by hand; layers tried out, replaced and withdrawn."""

import json
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from shapely import LineString, Point, Polygon, box

from agreements.models import OfficeSetting
from boundaries.models import Layer, LayerFeature
from boundaries.services.layers import adopt_layer, expected_themes, withdraw_layer
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import both_claims, collection, layer, upload
from tests.factories import person

SLUG = "64.02-64.07"
PAGE = reverse("boundaries:inside", args=[SLUG])
XLSX = reverse("boundaries:inside_xlsx", args=[SLUG])
LIST, NEW = reverse("boundaries:layers"), reverse("boundaries:layer_new")
SCHOOLS = collection(
    ("SD Dalam contoh", Point(116.0, 0.05), {"penduduk": 10}),
    ("SD Tepat contoh", Point(116.1, 0.05), {}),
    ("SD Luar contoh", Point(116.2, 0.05), {"penduduk": 99}),
)


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


def sent(client, address, **given):
    form = client.get(address).context["form"]
    return client.post(address, {"form_token": form["form_token"].value()} | given)


def filled(cast, text=SCHOOLS, name="a.geojson", **given):
    facts = {
        "region": cast.kaltim.pk,
        "name": "Sekolah contoh",
        "theme": "sekolah",
        "source": "contoh",
        "dated": "2025-01-01",
    }
    return facts | {"file": upload(text, name)} | given


def test_a_file_is_tried_before_it_counts(cast, signed_in, row):
    client = signed_in(cast.biro)
    response = sent(client, NEW, **filled(cast))
    found = Layer.objects.get()
    assert response["Location"] == found.get_absolute_url()
    assert (found.state, found.feature_count, LayerFeature.objects.count()) == ("pratinjau", 3, 0)
    assert signed_in(cast.officer).get(found.get_absolute_url()).status_code == 404
    client = signed_in(cast.biro)
    adopt = reverse("boundaries:layer_adopt", args=[found.pk])
    assert sent(client, adopt).status_code == 302
    assert LayerFeature.objects.count() == 3
    assert sent(client, adopt).status_code == 409
    assert signed_in(cast.officer).get(found.get_absolute_url()).status_code == 200


def test_csv_with_decimal_commas_is_read(cast, signed_in, row):
    text = "Nama;Lintang;Bujur;Penduduk\nPosko contoh;0,05;116,0;7\nTanpa letak contoh;;;\n"
    sent(signed_in(cast.biro), NEW, **filled(cast, text, "a.csv"))
    found = Layer.objects.get()
    assert (found.feature_count, len(found.faults)) == (1, 1)
    with pytest.raises(NotReady, match="1 objek dalam berkas ini salah"):
        adopt_layer(actor=cast.biro, layer=found)
    adopt_layer(actor=cast.biro, layer=found, skip_faulty=True)
    assert LayerFeature.objects.get().figures == {"penduduk": 7.0}


def one(geometry, **properties):
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": properties, "geometry": geometry}],
        }
    )


POINT = {"type": "Point", "coordinates": [116.0, 0.05]}


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("{", "a.geojson", "bukan JSON yang utuh"),
        ("a,b\n1,2", "a.csv", "Judul kolom koordinat tidak ditemukan"),
        ("lat,lon\n", "a.csv", "tidak memuat satu fitur"),
        ('{"type":"FeatureCollection","features":[]}', "a.geojson", "tidak memuat satu fitur"),
        ('{"type":"Topology"}', "a.geojson", "bukan GeoJSON"),
        ("[" * 100_000, "a.geojson", "bukan JSON yang utuh"),
        (one({"type": "LineString", "coordinates": [[116, 0.1]] * 200_001}), "a.geojson", "satu titik"),
        ("lat,lon\n" + "0.1,116\n" * 20_001, "a.csv", "paling banyak 20.000"),
        ("x", "a.kml", "XML rusak"),
        ('{"a": NaN}', "a.geojson", "bukan GeoJSON"),
    ],
)
def test_a_file_that_is_no_layer_is_refused_whole(cast, signed_in, text, name, word):
    response = sent(signed_in(cast.biro), NEW, **filled(cast, text, name))
    if response.status_code == 302:
        found = Layer.objects.get()
        assert found.feature_count == 0
        assert word in found.faults[0][1]
        return
    assert response.status_code == 422
    assert word in response.content.decode()
    assert not Layer.objects.exists()


@pytest.mark.parametrize(
    ("geometry", "word"),
    [
        (None, "tidak mempunyai geometri"),
        ({"type": "Point", "coordinates": []}, "tidak mempunyai geometri"),
        ({"type": "Point", "coordinates": [0.05, 116.0]}, "tertukar"),
        ({"type": "Point", "coordinates": ["a", 1]}, "bukan daftar pasangan angka"),
        ({"type": "Point", "coordinates": [500_000, 9_900_000]}, "UTM"),
        ({"type": "Bulat", "coordinates": [1]}, "tidak dikenal"),
        (
            {"type": "Polygon", "coordinates": [[[116, 0], [116.1, 0.1], [116.1, 0], [116, 0.1], [116, 0]]]},
            "memotong",
        ),
        ({"type": "LineString", "coordinates": [[116, 0], [116, 0]]}, "satu titik"),
        ({"type": "LineString", "coordinates": [[116, 0]]}, "satu titik"),
        ({"type": "MultiPolygon", "coordinates": [[116, 0]]}, "Susunan koordinat"),
        ({"type": "GeometryCollection", "geometries": []}, "tidak mempunyai geometri"),
    ],
)
def test_each_faulty_feature_is_named_and_the_others_stay(cast, signed_in, row, geometry, word):
    document = json.loads(one(POINT, nama="Baik contoh"))
    document["features"].append({"type": "Feature", "properties": None, "geometry": geometry})
    sent(signed_in(cast.biro), NEW, **filled(cast, json.dumps(document)))
    found = Layer.objects.get()
    assert found.feature_count == 1
    where, said = found.faults[0]
    assert where == "Fitur 2"
    assert word in said


def test_what_was_mended_while_reading_is_said(cast, signed_in, row):
    unclosed = {"type": "Polygon", "coordinates": [[[116, 0], [116.1, 0], [116.1, 0.1], [116, 0.1]]]}
    client = signed_in(cast.biro)
    sent(client, NEW, **filled(cast, one(unclosed, nama="Desa contoh")))
    found = Layer.objects.get()
    assert (found.feature_count, found.faults, found.notes[0][0]) == (1, [], "Fitur 1")
    text = client.get(found.get_absolute_url()).content.decode()
    assert "Dibetulkan saat dibaca" in text
    assert found.notes[0][1] in unescape(text)


def test_files_of_other_programs_are_read_the_same(cast, signed_in, row):
    kml = (
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Posko contoh</name>'
        "<Point><coordinates>116.0,0.05,12</coordinates></Point></Placemark></Document></kml>"
    )
    sent(signed_in(cast.biro), NEW, **filled(cast, kml, "a.kml"))
    adopt_layer(actor=cast.biro, layer=Layer.objects.get())
    feature = LayerFeature.objects.get()
    assert feature.name == "Posko contoh"
    overlap, _gap = lands(signed_in(cast.officer))
    assert theme(overlap, "sekolah").count == 1


def test_a_file_in_metres_is_read_once_its_zone_is_named(cast, signed_in, row):
    metres = one({"type": "Point", "coordinates": [500_000, 5_527]}, nama="Posko contoh")
    client = signed_in(cast.biro)
    sent(client, NEW, **filled(cast, metres))
    assert "UTM" in Layer.objects.get().faults[0][1]
    sent(client, NEW, **filled(cast, metres, name_column="nama", epsg="32650"))
    found = Layer.objects.get(epsg=32650)
    adopt_layer(actor=cast.biro, layer=found)
    assert LayerFeature.objects.get().geometry["coordinates"] == pytest.approx([117, 0.05], abs=1e-4)


def test_other_columns_and_other_shapes_are_not_taken(cast, signed_in, row):
    text = collection(
        ("A contoh", Point(116, 0.05), {"nik": "640201", "telepon": 812, "jiwa": 4}),
        ("B", LineString([(116, 0), (116, 0.1)]), {}),
    )
    sent(signed_in(cast.biro), NEW, **filled(cast, text))
    found = Layer.objects.get()
    assert "Bentuknya garis" in found.faults[0][1]
    adopt_layer(actor=cast.biro, layer=found, skip_faulty=True)
    assert LayerFeature.objects.get().figures == {"penduduk": 4.0}


def test_a_newer_delivery_replaces_the_old_one_only_when_it_is_taken_into_use(cast, signed_in, row):
    old = layer(cast.biro, cast.kaltim, SCHOOLS)
    client = signed_in(cast.biro)
    assert sent(client, reverse("boundaries:layer_replace", args=[old.pk]), **filled(cast)).status_code == 302
    old.refresh_from_db()
    assert old.state == "dipakai"
    newer = Layer.objects.exclude(pk=old.pk).get()
    adopt_layer(actor=cast.biro, layer=newer)
    old.refresh_from_db()
    assert old.state == "ditarik"
    with pytest.raises(ImpossibleStep, match="sudah ditarik"):
        withdraw_layer(actor=cast.biro, layer=old, reason="x")


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 403), ("observer", 403), ("admin", 403), ("stranger", 403)]
)
def test_only_the_biro_keeps_layers(cast, signed_in, row, who, status):
    found = layer(cast.biro, cast.kaltim, SCHOOLS)
    client = signed_in(getattr(cast, who))
    assert client.get(NEW).status_code == status
    for name in ("layer_replace", "layer_withdraw", "layer_adopt"):
        assert client.get(reverse(f"boundaries:{name}", args=[found.pk])).status_code == status
    with pytest.raises(NotAllowed):
        withdraw_layer(actor=getattr(cast, who), layer=found, reason="x")


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
