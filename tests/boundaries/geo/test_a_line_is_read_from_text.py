"""A line pasted as rows or GeoJSON: read, or refused with the place of the fault and what to do."""

import json

import pytest
import shapely
from shapely import LineString

from boundaries.geo import turning
from boundaries.geo.geojson import MAX_VERTICES
from boundaries.geo.lines import GeometryError, facts_of, read, read_line

ROW = [[115.1, -0.5], [115.2, -0.4], [115.3, -0.5]]


def geometry(kind="LineString", coordinates=ROW, **more):
    return {"type": kind, "coordinates": coordinates} | more


def coords(line):
    return [list(pair) for pair in line.coords]


@pytest.mark.parametrize(
    "text",
    [
        "115.1, -0.5\n115.2, -0.4\n115.3, -0.5",
        "-0.5, 115.1\r\n-0.4, 115.2\r\n\r\n-0.5, 115.3\r\n",
        "0°30'00.000\" LS, 115°06'00.000\" BT\n0°24'00.000\" LS, 115°12'00.000\" BT\n-0,5; 115,3",
        "-0.5\t115.1\n-0.4;115.2\n-0.5 115.3",
        "\ufeff" + json.dumps(geometry()),
        json.dumps({"type": "Feature", "properties": {}, "geometry": geometry()}),
        json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": geometry()}]}),
        json.dumps(geometry("MultiLineString", [ROW[:2], ROW[1:]])),
        json.dumps(geometry(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}})),
        json.dumps(geometry(crs={"type": "name", "properties": {"name": "EPSG:9470"}})),
        json.dumps(geometry(crs=None)),
    ],
)
def test_the_same_line_in_many_writings(text):
    assert [tuple(pair) for pair in ROW] == [pytest.approx(pair) for pair in read_line(text).coords]


def test_heights_and_repeated_vertices_are_dropped_and_told():
    found = read(json.dumps(geometry(coordinates=[[*ROW[0], 12.5], [*ROW[0], 12.5], [*ROW[1], 3]])))
    assert coords(found.line) == ROW[:2]
    assert not found.line.has_z
    assert found.notes == (
        "Nilai tinggi pada titik-titiknya tidak dipakai.",
        "1 titik yang mengulang titik sebelumnya tidak dipakai.",
    )


def test_metres_of_a_named_zone_are_turned_into_degrees_and_told():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32750"}}
    found = read(json.dumps(geometry(coordinates=[[500000, 9900000], [510000, 9900000]], crs=crs)))
    assert found.line.coords[0] == pytest.approx((117.0, -0.9045), abs=1e-3)
    assert "Koordinat dialihkan dari EPSG:32750" in found.notes[0]


BAD = [
    ("", "Belum ada titik"),
    ("  \n\t", "Belum ada titik"),
    ("115.1, -0.5", "paling sedikit dua titik"),
    ("115.1, -0.5\n115.1, -0.5", "paling sedikit dua titik"),
    ("115.1, -0.5\nsungai", "Baris 2: “sungai”"),
    ("115.1, -0.5\n-0.4, 115.2", "Urutan lintang dan bujur tidak sama.*Baris 2"),
    ("500000, 9900000\n510000, 9900000", "meter UTM"),
    ("2.3, 48.8\n2.4, 48.9", "di luar Indonesia"),
    ("nan, nan\n1, 2", "bukan angka.*Baris 1"),
    ("{", "bukan GeoJSON yang utuh.*Baris 1, kolom 2"),
    ("[1, 2]", "objek, bukan daftar"),
    ("{}", "Jenis geometri “None” tidak dikenal"),
    ('{"type": "LineString", "coordinates": [[115.1, NaN], [115, 0]]}', "memuat “NaN”"),
    ('{"type": "LineString", "coordinates": [[115.1, 1e999], [115, 0]]}', "Titik ke-1 memuat nilai"),
    (f'{{"type": "LineString", "coordinates": [[115.1, {"9" * 400}], [115, 0]]}}', "Titik ke-1 memuat nilai"),
    ('{"type": "LineString", "coordinates": ' + "[" * 100_000, "bertingkat terlalu dalam|tidak utuh|bukan GeoJSON"),
    (geometry(coordinates=[]), "kosong"),
    (geometry(coordinates=None), "kosong"),
    (geometry(coordinates="abc"), "Susunan koordinat"),
    (geometry(coordinates=[[115.1], [115.2, 0]]), "Titik ke-1 bukan pasangan"),
    (geometry(coordinates=[[115.1, 0], ["115.2", 0]]), "Titik ke-2 memuat nilai"),
    (geometry(coordinates=[[115.1, 0], [True, 0]]), "Titik ke-2 memuat nilai"),
    ({"type": "FeatureCollection", "features": []}, "kosong"),
    ({"type": "FeatureCollection", "features": None}, "kosong"),
    ({"type": "Feature", "geometry": None}, "kosong"),
    ({"type": "FeatureCollection", "features": [{"geometry": geometry()}] * 2}, "memuat 2 geometri"),
    (geometry("Polygon", [[*ROW, ROW[0]]]), "bidang .poligon., padahal yang diminta garis"),
    (geometry("Point", [115, 0]), "titik, bukan garis"),
    (geometry("Circle"), "Jenis geometri “Circle” tidak dikenal"),
    (geometry("MultiLineString", [ROW[:2], [[116, 0], [116.1, 0]]]), "2 bagian yang tidak bersambung"),
    (geometry(coordinates=[[y, x] for x, y in ROW]), "Lintang dan bujur tertukar.*Titik ke-1"),
    (geometry(coordinates=[[179.9, 0], [-179.9, 0]]), "antimeridian"),
    (geometry(coordinates=[[115.1, 0], [2.3, 48.8]]), "1 titik terletak di luar Indonesia.*Titik ke-2"),
    (geometry(crs={"type": "name", "properties": {"name": "EPSG:999999"}}), "EPSG:999999 tidak dikenal"),
    (geometry(crs={"type": "name", "properties": {"name": "bidang kota"}}), "tidak dikenal: “bidang kota”"),
    (geometry(crs={"type": "name", "properties": 3}), "tidak dikenal"),
    (geometry(crs="EPSG:4326"), "tidak dikenal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad_input_is_refused_with_the_place_and_the_mend(text, message):
    with pytest.raises(GeometryError, match=message) as refusal:
        read_line(text if isinstance(text, str) else json.dumps(text))
    assert refusal.value.remedy or "NaN" in message


def test_too_many_vertices_are_refused_with_how_to_thin():
    text = "\n".join(f"115.{number:06d}, 0" for number in range(MAX_VERTICES + 1))
    with pytest.raises(GeometryError, match=r"200\.001 titik; paling banyak 200\.000.*Simplify"):
        read_line(text)
    with pytest.raises(GeometryError, match=r"200\.001 titik"):
        read_line(json.dumps(geometry(coordinates=[[115, 0]] * (MAX_VERTICES + 1))))
    with pytest.raises(GeometryError, match="juta huruf"):
        read_line("1" * 20_000_001)


@pytest.mark.parametrize(
    "row",
    [
        [[115, 0], [115.2, 0.2], [115.2, 0], [115, 0.2]],
        [[115, 0], [115.2, 0], [115.1, 0], [115.1, 0.1]],
        [[115, 0], [115.2, 0], [115.2, 0.1], [115.1, 0], [115.1, -0.1]],
    ],
)
def test_a_line_that_meets_itself_is_refused_with_the_place(row):
    with pytest.raises(GeometryError, match=r"Di 0,\d{6}° LU 115,100000° BT, sesudah titik ke-1"):
        read_line(json.dumps(geometry(coordinates=row)))


def test_a_closed_line_is_a_line():
    """The boundary of a kota that lies wholly inside its kabupaten."""
    assert read_line(json.dumps(geometry(coordinates=[*ROW, ROW[0]]))).is_closed


def test_the_facts_of_a_line_are_geodesic():
    facts = facts_of(LineString([(115, 0), (116, 0)]))
    assert (facts.vertex_count, facts.bbox) == (2, (115, 0, 116, 0))
    assert facts.length_m == pytest.approx(111_319.49, abs=0.01)


NORTH, SOUTH = shapely.box(115, 0, 116, 1), shapely.box(115, -1, 116, 0)


def test_outlines_tell_which_way_a_line_runs():
    """The first region lies north: a line that runs east has it on its left."""
    east = LineString([(115, 0.05), (115.5, -0.02), (116, 0.03)])
    kept = turning.oriented(east, NORTH, SOUTH)
    assert (kept.decided, kept.reversed, kept.line) == (True, False, east)
    turned = turning.oriented(turning.reverse(east), NORTH, SOUTH)
    assert (turned.decided, turned.reversed, turned.line) == (True, True, east)


def test_without_outlines_or_far_from_them_nothing_is_decided():
    line = LineString([(115, 0), (116, 0)])
    assert not turning.oriented(line, None, SOUTH).decided
    assert not turning.oriented(LineString([(120, 3), (121, 3)]), NORTH, SOUTH).decided
    assert not turning.oriented(LineString([(115.5, -1), (115.5, 1)]), NORTH, SOUTH).decided
