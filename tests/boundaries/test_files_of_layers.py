"""Files of layers: read whole or refused, what is wrong and what was mended named, tried before they count."""

import json
from html import unescape

import pytest
from django.urls import reverse
from shapely import LineString, Point

from boundaries.geo.features import read_features
from boundaries.geo.reading import UnreadableError
from boundaries.models import Layer, LayerFeature
from boundaries.services.layers import adopt_layer, withdraw_layer
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import SCHOOLS, both_claims, collection, layer, upload

NEW = reverse("boundaries:layer_new")
INSIDE = reverse("boundaries:inside", args=["64.02-64.07"])


@pytest.fixture
def row(cast):
    found = segment(cast.kukar, cast.kubar)
    both_claims(found)
    return found


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
        ("lat,lon\n" + "0.1,116\n" * 20_001, "a.csv", "paling banyak 20.000"),
        ("x", "a.kml", "XML rusak"),
        ('{"a": NaN}', "a.geojson", "bukan GeoJSON"),
    ],
)
def test_a_file_that_is_no_layer_is_refused_whole(text, name, word):
    with pytest.raises(UnreadableError, match=word) as refused:
        read_features(name, text.encode())
    assert refused.value.remedy


def test_a_refused_file_leaves_nothing_and_says_why(cast, signed_in):
    response = sent(signed_in(cast.biro), NEW, **filled(cast, "{"))
    assert response.status_code == 422
    assert "bukan JSON yang utuh" in response.content.decode()
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
def test_each_faulty_feature_is_named_and_the_others_stay(geometry, word):
    document = json.loads(one(POINT, nama="Baik contoh"))
    document["features"].append({"type": "Feature", "properties": None, "geometry": geometry})
    found = read_features("a.geojson", json.dumps(document).encode())
    [(where, said)] = found.faults
    assert len(found.rows) == 1
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
    overlap, _gap = signed_in(cast.officer).get(INSIDE).context["lands"]
    assert next(found for found in overlap.themes if found.theme == "sekolah").count == 1


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
