"""`manage.py overlay A.geojson B.geojson --json` for surveyors."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

EAST = [[115, 0], [115.5, 0], [116, 0]]
BULGE = [[115, 0], [115.5, 0.1], [116, 0]]
SQUARE = [[115, 0], [116, 0], [116, 1], [115, 1], [115, 0]]
LOWER = [[115, 0], [116, 0], [116, 0.5], [115, 0.5], [115, 0]]


@pytest.fixture
def written(tmp_path):
    """Write two files and run the command over them."""

    def run(first, second, *options):
        names = []
        for name, content in (("a.geojson", first), ("b.geojson", second)):
            path = tmp_path / name
            if isinstance(content, bytes):
                path.write_bytes(content)
            elif content is not None:
                path.write_text(
                    content if isinstance(content, str) else json.dumps(content), encoding="utf-8"
                )
            names.append(str(path))
        out = StringIO()
        call_command("overlay", *names, *options, stdout=out)
        return out.getvalue()

    return run


def line(*chains, **more):
    return {"type": "LineString", "coordinates": chains[0]} | more


def area(ring, **more):
    return {"type": "Polygon", "coordinates": [ring]} | more


def test_two_lines_are_measured_as_json(written):
    found = json.loads(written(line(EAST), line(BULGE), "--json"))
    assert found["kind"] == "lines"
    assert found["overlap_area_m2"] == found["left_area_m2"] == pytest.approx(615_488_567, rel=1e-4)
    assert found["right_area_m2"] == found["shared_km"] == found["gap_start_m"] == 0
    assert found["first_differs_km"] == pytest.approx(111.31949, abs=1e-4)
    assert [(row["side"], row["sliver"]) for row in found["pockets"]] == [("left", False)]
    assert found["pockets"][0]["perimeter_m"] == pytest.approx(found["overlap_perimeter_m"])


def test_two_areas_are_measured_as_json(written):
    found = json.loads(written(area(SQUARE), area(LOWER), "--json"))
    assert found["kind"] == "areas"
    assert found["overlap_area_m2"] == pytest.approx(6_154_000_000, rel=1e-3)
    assert found["second_only_m2"] == pytest.approx(0, abs=1e-3)
    assert found["shared_km"] == pytest.approx(111.31949 + 110.574, abs=0.01)
    assert len(found["pockets"]) == 1


def test_without_json_a_person_reads_it(written):
    text = written(line(EAST), line(BULGE))
    assert "Luas tumpang tindih" in text
    assert "kiri garis pertama" in text
    assert "0.00 m (awal), 0.00 m (akhir)" in text
    assert "1. " in written(area(SQUARE), area(LOWER))


def test_a_second_line_that_runs_backwards_is_turned_and_told(written):
    there = json.loads(written(line(EAST), line(BULGE), "--json"))
    back = json.loads(written(line(EAST), line(BULGE[::-1]), "--json"))
    assert back.pop("notes") == ["Garis kedua berjalan berlawanan arah dan dibalik dahulu."]
    assert there.pop("notes") == []
    assert there == back


def test_another_coordinate_system_is_transformed_with_a_note(written):
    crs = {"type": "name", "properties": {"name": "EPSG:32650"}}
    utm = line([[500000, 100000], [510000, 100000]], crs=crs)
    found = json.loads(written(utm, utm, "--json"))
    assert found["shared_km"] == pytest.approx(10.004, abs=0.001)
    assert "a.geojson: Koordinat dialihkan dari EPSG:32650" in found["notes"][0]


BOW = [[115, 0], [116, 1], [116, 0], [115, 1], [115, 0]]
BAD = [
    (line(EAST), area(SQUARE), "Satu berkas memuat garis, satunya bidang"),
    (line(EAST), None, r"b\.geojson: tidak dapat dibaca"),
    (line(EAST), b"\xff\xfe\x00", r"b\.geojson: bukan teks UTF-8"),
    (line(EAST), "", r"b\.geojson: Belum ada titik"),
    (line(EAST), "{", r"b\.geojson: Teks ini bukan GeoJSON"),
    (line(EAST), {"type": "FeatureCollection", "features": []}, "kosong"),
    (line(EAST), line([[0, 115], [0, 116]]), "Lintang dan bujur tertukar"),
    (area(SQUARE), area(BOW), "bidang ke-2 memotong dirinya sendiri"),
    (area(SQUARE), area(SQUARE[:-1]), "Cincin ke-1 tidak tertutup"),
    (area(SQUARE), area([[y, x] for x, y in SQUARE]), "tertukar"),
    (area(SQUARE), {"type": "GeometryCollection", "geometries": [line(EAST), area(SQUARE)]}, "bidang .poligon."),
    (line(EAST), line(EAST, crs={"properties": {"name": "EPSG:123"}}), "EPSG:123 tidak dikenal|tidak dikenal"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "message"), BAD)
def test_what_cannot_be_compared_leaves_with_two_and_the_mend(written, first, second, message):
    with pytest.raises(CommandError, match=message) as refusal:
        written(first, second)
    assert refusal.value.returncode == 2
