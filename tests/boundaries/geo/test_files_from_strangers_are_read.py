"""Reading geometry files: every fault is named with its mend, and what is sound is read exactly."""

from typing import Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boundaries.geo.reading import MOST_BYTES, UnreadableError, read_file
from boundaries.geo.writing import FORMATS, Item, write
from tests.boundaries import geo_files as files

MILLIMETRE_DEG = 0.001 / 111_320


@pytest.mark.parametrize("name", sorted(files.HOSTILE))
def test_a_file_that_cannot_be_taken_is_refused_with_its_mend(name):
    file, content, message = files.HOSTILE[name]
    with pytest.raises(UnreadableError) as refused:
        read_file(file, content)
    assert message in refused.value.message
    assert refused.value.remedy.strip().endswith((".", ","))


@pytest.mark.parametrize("name", sorted(files.FAULTY))
def test_a_faulty_feature_is_named_with_its_mend_and_not_read(name):
    file, content, message = files.FAULTY[name]
    reading: Any = read_file(file, content)
    assert reading.blocked
    assert not reading.features
    problem = next(row for row in reading.problems if row.blocking)
    assert message in problem.message
    assert problem.remedy
    assert problem.where.split()[0] in {"Fitur", "Rekaman", "Penanda", "Titik", "Baris"}


def test_a_file_larger_than_sixty_megabytes_is_refused_with_how_to_thin_it():
    with pytest.raises(UnreadableError, match="Sederhanakan"):
        read_file("a.csv", b"x" * (MOST_BYTES + 1))


def test_one_faulty_feature_among_sound_ones_is_told_by_its_number():
    reading: Any = read_file(
        "a.geojson",
        files.geojson(
            files.feature("Point", (117, 0)),
            files.feature("Point", (0, 117)),
            files.feature("Point", (118, 0)),
        ),
    )
    assert [feature.number for feature in reading.features] == [1, 3]
    assert [problem.where for problem in reading.problems] == ["Fitur 2"]


def test_an_open_ring_is_closed_and_heights_are_dropped_with_a_note():
    ring = [(117, 0, 5), (117.1, 0, 5), (117.1, 0.1, 5)]
    reading: Any = read_file("a.geojson", files.geojson(files.feature("Polygon", [ring])))
    assert reading.features[0].geometry.equals(shapely.Polygon([position[:2] for position in ring]))
    assert {problem.message.split(";")[0] for problem in reading.problems} == {
        "Cincin bidang tidak tertutup",
        "Ketinggian (koordinat ketiga) tidak dipakai dan dilepaskan.",
    }
    assert not reading.blocked


def test_the_system_of_a_shapefile_is_read_from_its_prj_and_turned_to_degrees():
    east, north = 512345.678, 9912345.678
    reading: Any = read_file("a.zip", files.zipped(files.shape_parts([(east, north)], 32750)))
    assert reading.transformed
    assert "32750" in reading.crs
    assert (reading.features[0].geometry.x, reading.features[0].geometry.y) == pytest.approx(
        (117.110958, -0.793034), abs=1e-6
    )


def test_a_person_names_the_system_where_the_file_does_not():
    content = files.zipped(files.shape_parts([(512345.678, 9912345.678)], None))
    reading: Any = read_file("a.zip", content, epsg=32750)
    assert reading.features[0].geometry.x == pytest.approx(117.110958, abs=1e-6)


def test_what_the_file_says_of_its_system_stands_against_what_a_person_says():
    reading: Any = read_file("a.zip", files.zipped(files.shape_parts([(117, -0.5)])), epsg=32750)
    assert "diabaikan" in reading.problems[0].message
    assert reading.features[0].geometry.x == 117


def test_an_old_datum_is_said_to_differ_by_metres():
    reading: Any = read_file("a.csv", b"nama;lintang;bujur\nA;-0,5;117\n", epsg=4238)
    assert "Indonesian Datum 1974" in reading.problems[0].message


def test_letters_that_are_not_utf8_are_read_and_told():
    content = files.zipped(files.shape_parts([(117, 0)], encoding="cp1252", name="Cité {}"))
    reading: Any = read_file("a.zip", content)
    assert reading.features[0].properties["nama"] == "Cité 1"
    assert "Windows-1252" in reading.problems[0].message


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Nama titik;Lintang;Bujur", "TK 1;-0,412345678;116,981234567"),
        ("name,latitude,longitude", "TK 1,-0.412345678,116.981234567"),
        ("No\tKoordinat\tTitik", "1\t-0.412345678, 116.981234567\tTK 1"),
        ("Titik|X (m)|Y (m)|Zona", "TK 1|497911,862|9954420,893|50S"),
    ],
)
def test_columns_are_found_by_their_headings_in_both_languages(head, row):
    reading: Any = read_file("a.csv", f"Daftar titik\n\n{head}\n{row}\n".encode())
    assert reading.features[0].properties["label"] == "TK 1"
    assert reading.features[0].where == "Baris 4"
    assert reading.features[0].geometry.x == pytest.approx(116.981234567, abs=2e-4)


def test_degrees_minutes_and_seconds_of_a_decree_are_read():
    text = "Titik;Lintang;Bujur\nTK 1;3° 01' 53,364\" LS;104° 15' 28,444\" BT\n"
    point: Any = read_file("a.csv", text.encode()).features[0].geometry
    assert (point.x, point.y) == pytest.approx((104.257901111, -3.031490), abs=1e-8)


def test_a_network_link_is_not_followed():
    link = "<NetworkLink><Link><href>http://example.invalid/x.kml</href></Link></NetworkLink>"
    reading: Any = read_file("a.kml", files.kml(link + files.PLACE))
    assert len(reading.features) == 1
    assert "tidak dibuka" in reading.problems[0].message


def test_holes_and_islands_of_a_shapefile_come_back():
    land: Any = shapely.box(117, 0, 117.1, 0.1) - shapely.box(117.02, 0.02, 117.03, 0.03)
    both = shapely.MultiPolygon([land, shapely.box(118, 0, 118.1, 0.1)])
    back: Any = read_file("a.zip", write("shp", "x", [Item("A", both)])).features[0].geometry
    assert back.equals(both)


degrees = st.tuples(st.floats(96, 140, allow_nan=False), st.floats(-9, 5, allow_nan=False))
names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=20)


@settings(max_examples=25)
@given(
    places=st.lists(degrees, min_size=1, max_size=6, unique=True),
    name=names,
    code=st.sampled_from(sorted(FORMATS)),
)
def test_points_come_back_within_a_millimetre_from_every_format(places, name, code):
    items = [
        Item(f"T{number} {name}", shapely.Point(place), {"note": name}) for number, place in enumerate(places)
    ]
    back = read_file(f"a.{FORMATS[code].extension}", write(code, name, items))
    assert not back.blocked
    for feature, item in zip(back.features, items, strict=True):
        assert feature.geometry.distance(item.geometry) <= MILLIMETRE_DEG


@settings(max_examples=20)
@given(
    steps=st.lists(st.floats(0.001, 0.2), min_size=1, max_size=12), tilt=st.floats(-0.3, 0.3),
    code=st.sampled_from(["geojson", "kml", "kmz", "shp", "gpx"]),
)  # fmt: skip
def test_lines_come_back_within_a_millimetre(steps, tilt, code):
    x, vertices = 115.0, [(115.0, 0.0)]
    for number, step in enumerate(steps):
        x += step
        vertices.append((x, tilt * (number % 3)))
    line = shapely.LineString(vertices)
    back = (
        read_file(f"a.{FORMATS[code].extension}", write(code, "garis", [Item("G", line)]))
        .features[0]
        .geometry
    )
    assert back.equals_exact(line, MILLIMETRE_DEG)


@settings(max_examples=60)
@given(
    noise=st.binary(max_size=400),
    name=st.sampled_from(["a.geojson", "a.kml", "a.kmz", "a.zip", "a.gpx", "a.csv", "a.xlsx"]),
)
def test_noise_is_refused_in_words_and_never_a_fault_of_ours(noise, name):
    head = b"PK\x03\x04" if name.endswith(("zip", "kmz", "xlsx")) else b""
    refused = refusal(name, head + noise)
    assert refused is None or refused.remedy


def refusal(name, content):
    try:
        read_file(name, content)
    except UnreadableError as error:
        return error
    return None


def test_text_that_a_spreadsheet_would_calculate_is_guarded_and_comes_back_as_it_was():
    item = Item("=cmd|'/c calc'!A1", shapely.Point(117, 0), {"note": "+62"})
    content = write("csv", "x", [item])
    assert b"\n'=cmd" in content
    assert read_file("a.csv", content).features[0].properties["label"] == item.name
