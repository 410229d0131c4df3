"""Coordinates are read in every usual spelling, refused with the mend, and come back to the same millimetre."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from boundaries.geo import measuring
from boundaries.geo.coordinates import (
    DATUMS,
    CoordinateError,
    Notation,
    Position,
    Window,
    Zone,
    angle,
    check_window,
    convert,
    decimal,
    dms,
    parse,
    parse_pair,
    position,
    stated_accuracy_m,
    to_utm,
    utm,
    zone_of,
)

HERE = Position(lon=116.981234444, lat=-0.412345)
LATITUDES = st.one_of(
    st.floats(-11.4, 6.4), st.floats(-0.001, 0.001), st.sampled_from([0.0, -0.0, 1e-9, -1e-9, -11.4, 6.4])
)
LONGITUDES = st.one_of(
    st.floats(94.6, 141.4), st.sampled_from([96.0, 102.0, 108.0, 114.0, 120.0, 126.0, 132.0, 138.0, 119.999999999])
)  # fmt: skip


def gap_m(a: Position, b: Position) -> float:
    return measuring.distance_m(a.lonlat, b.lonlat)


@pytest.mark.parametrize(
    "text",
    [
        "0° 24' 44,442\" LS, 116° 58' 52,444\" BT",
        "0°24'44.442\"S 116°58'52.444\"E",
        "0º24’44,442” LS; 116º58’52,444” BT",
        "0˚ 24′ 44,442″ LS 116˚ 58′ 52,444″ BT",
        "0° 24' 44,442'' LS, 116° 58' 52,444'' BT",
        "S 0 24 44.442 E 116 58 52.444",
        "LS 0° 24' 44,442\" BT 116° 58' 52,444\"",
        "0 24 44.442 LS 116 58 52.444 BT",
        "116° 58' 52,444\" BT, 0° 24' 44,442\" LS",
        "−0° 24' 44,442\" 116° 58' 52,444\"",
        "0 derajat 24 menit 44,442 detik Lintang Selatan, 116 derajat 58 menit 52,444 detik Bujur Timur",
        "Lintang: 0° 24' 44,442\" LS; Bujur: 116° 58' 52,444\" BT",
        "\u200e0° 24' 44,442\" LS,\u00a0116° 58' 52,444\" BT\u200f",
        "(0°24'44,442\"LS, 116°58'52,444\"BT)",
    ],
)
def test_degrees_minutes_seconds_are_read_in_every_usual_spelling(text):
    found = parse(text)
    assert gap_m(found, HERE) < 0.001
    assert found.notation is Notation.DMS
    assert dms(found.lat, found.lon) == "0° 24' 44,442\" LS, 116° 58' 52,444\" BT"


@pytest.mark.parametrize(
    "text",
    [
        "-0.412345, 116.981234",
        "-0,412345; 116,981234",
        "-0,412345 116,981234",
        "-0,412345,116,981234",
        "116.981234 -0.412345",
        "116,981234\t-0,412345",
        "0.412345 S, 116.981234 E",
        "0,412345° LS 116,981234° BT",
        "Lintang -0.412345 Bujur 116.981234",
        "bujur: 116.981234, lintang: -0.412345",
        "lat=-0.412345, lon=116.981234",
    ],
)
def test_decimal_degrees_are_read_in_either_order(text):
    found = parse(text)
    assert (round(found.lat, 6), round(found.lon, 6)) == (-0.412345, 116.981234)
    assert found.notation is Notation.DECIMAL


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("50S 497911.917 9954423.478", ""),
        ("50 M 497911,917 9954423,478", ""),
        ("497911.917, 9954423.478, 50S", ""),
        ("497.911,917 9.954.423,478 50S", ""),
        ("UTM zona 50 S: 497911,917 mT 9954423,478 mU", ""),
        ("497911.917 9954423.478", "50S"),
        ("497911.917 9954423.478", "50 selatan"),
        ("50N 497911.917 -45576.522", ""),
    ],
)
def test_utm_is_read_with_its_zone_before_behind_or_apart(text, zone):
    found = parse(text, zone=zone)
    assert gap_m(found, HERE) < 0.05
    assert found.notation is Notation.UTM
    assert found.zone[:2] == "50"


def test_the_zones_are_those_of_epsg_north_and_south():
    for number in range(46, 55):
        for zone in (Zone(number, south=False), Zone(number, south=True)):
            lon, lat = number * 6 - 183.0 + 1, -5.0 if zone.south else 5.0
            easting, northing = Transformer.from_crs(4326, zone.epsg, always_xy=True).transform(lon, lat)
            grid = to_utm(lon, lat, zone)
            assert (grid.easting, grid.northing) == pytest.approx((easting, northing), abs=1e-4)
    assert str(zone_of(116.9, -0.1)) == "50S"
    assert str(zone_of(116.9, 0.0)) == "50N"
    assert str(zone_of(113.99, 0.1)) == "49N"
    assert str(zone_of(120.0, 0.1)) == "51N"


@settings(max_examples=300)
@given(lat=LATITUDES, lon=LONGITUDES)
def test_what_is_written_reads_back_within_a_millimetre(lat, lon):
    here = position(lat, lon)
    kept = Position(float(here.lon_exact), float(here.lat_exact))
    assert gap_m(kept, here) < 0.001
    assert gap_m(parse(decimal(lat, lon)), here) < 0.001
    assert gap_m(parse(decimal(lat, lon, comma=True)), here) < 0.001
    assert gap_m(parse(utm(lat, lon)), here) < 0.001
    other = zone_of(lon, lat).other_half
    assert gap_m(parse(utm(lat, lon, other)), here) < 0.001


@settings(max_examples=300)
@given(
    lat=st.integers(-11_000 * 3_600, 6_000 * 3_600),
    lon=st.integers(95_000 * 3_600, 141_000 * 3_600),
    comma=st.booleans(),
)
def test_a_coordinate_of_a_decree_comes_back_to_the_same_letters(lat, lon, comma):
    written = dms(lat / 3_600_000, lon / 3_600_000, comma=comma)
    found = parse(written)
    kept = dms(found.lat_exact, found.lon_exact, comma=comma)
    assert kept == written
    assert dms(*reversed(parse(utm(found.lat_exact, found.lon_exact)).lonlat), comma=comma) == written


@settings(max_examples=400)
@given(text=st.one_of(st.text(max_size=60), st.text("0159.,°'\"-+ ;NSELUTB50M\t", max_size=24)))
def test_nonsense_is_refused_never_broken(text):
    for zone in ("", "50S"):
        with suppress(CoordinateError):
            parse(text, zone=zone)


def test_seconds_that_round_to_sixty_become_the_next_minute():
    assert angle(59.9996 / 3600) == "0° 01' 00,000\""
    assert angle(1 - 0.0004 / 3600) == "1° 00' 00,000\""
    assert dms(-0.4166666666, 116.9999999999) == "0° 25' 00,000\" LS, 117° 00' 00,000\" BT"
    assert dms(-1e-9, 117) == "0° 00' 00,000\" LU, 117° 00' 00,000\" BT"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "empty", "kosong"),
        ("   \u200b ", "empty", "kosong"),
        ("NaN, NaN", "not_a_number", "NaN"),
        ("116.9 nan", "not_a_number", "NaN"),
        ("abc", "unreadable", "“abc” tidak dapat dibaca"),
        ("1" * 500, "too_long", "200 huruf"),
        ("116.98", "parts", "hanya satu angka"),
        ("0° 24' LS, 116° BT, 3°", "parts", "lebih dari dua"),
        ("0° 61' 2\" LS, 116° BT", "sixty", "Menit 61"),
        ("0° 1' 60,5\" LS, 116° BT", "sixty", "Detik 60,5"),
        ("0,5° 30' LS, 116° BT", "fraction", "berkoma"),
        ("0' 24° LS, 116° BT", "order", "tidak berurutan"),
        ("-0° 24' LS, 116° BT", "sign_and_side", "minus"),
        ("0° 24' LS LU, 116° BT", "two_sides", "dua arah"),
        ("0° 24' LS, 1° 2' LU", "two_sides", "sama-sama lintang"),
        ("0 24 44 116 58 52", "no_side", "LU atau LS"),
        ("116° 58' 52\" LS, 0° 24' 44\" BT", "swapped", "tertukar"),
        ("lintang 116.98 bujur -0.41", "swapped", "tertukar"),
        ("9954423 497911 50S", "swapped", "Easting dan northing tertukar"),
        ("497911.917 9954423.478", "zone", "tidak menyebut zonanya"),
        ("50 497911.917 9954423.478", "zone", "utara atau selatan"),
        ("50N 497911.917 9954423.478", "wrong_zone", "(lintang 89,6°). Untuk northing ini zonanya 50S"),
        ("50S 497911.917 45576.522", "wrong_zone", "zonanya 50N"),
        ("33N 497911.917 45576.522", "wrong_zone", "tidak melewati Indonesia"),
        ("50N 97.911 45576.522", "easting", "6 angka"),
        ("-0.3, -116.5", "west", "bujur barat"),
        ("0° 24' LS, 116° 58' BB", "west", "bujur barat"),
        ("-0.3, 180", "antimeridian", "180°"),
        ("-0.3, -179.9", "antimeridian", "antimeridian"),
        ("-0.3, 243.1", "antimeridian", "180°"),
        ("52.5, 13.4", "outside", "di luar Indonesia"),
        ("99, 99", "off_earth", "tidak ada di bumi"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_named_with_its_mend(text, code, words):
    with pytest.raises(CoordinateError) as refused:
        parse(text)
    assert refused.value.code == code
    assert words in str(refused.value)
    assert refused.value.remedy


def test_two_columns_say_which_is_which_and_a_swap_is_named():
    assert gap_m(parse_pair("-0,412345", "116.981234444"), HERE) < 0.001
    assert gap_m(parse_pair("0° 24' 44,442\" LS", "116° 58' 52,444\" BT"), HERE) < 0.01
    for lat, lon, code in [
        ("116.98", "-0.41", "swapped"), ("nan", "116", "not_a_number"), ("", "116", "empty"),
        ("-0,4", " ", "empty"), ("0 24 44", "116", "no_side"), ("-0.4", "180.0", "antimeridian"),
    ]:  # fmt: skip
        with pytest.raises(CoordinateError) as refused:
            parse_pair(lat, lon)
        assert refused.value.code == code
    with pytest.raises(CoordinateError, match="bukan angka"):
        position(float("nan"), 116)


def test_a_point_away_from_its_regions_is_told_why():
    window = Window(115.0, -1.5, 117.5, 1.2)
    check_window(116.9, -0.4, window, "Kukar", "50S")
    for lon, lat, zone, code, words in [
        (122.9, -0.4, "51S", "wrong_zone", "zona 50S"),
        (110.9, -0.4, "49S", "wrong_zone", "barangkali 50S"),
        (116.9, 1.4, "50N", "wrong_hemisphere", "LU/LS"),
        (118.9, -0.4, "", "outside_regions", "di luar Kukar"),
    ]:
        with pytest.raises(CoordinateError) as refused:
            check_window(lon, lat, window, "Kukar", zone)
        assert refused.value.code == code
        assert words in str(refused.value)


@settings(max_examples=60)
@given(
    lat=st.floats(-11, 6),
    lon=st.floats(95, 141),
    source=st.sampled_from(DATUMS),
    target=st.sampled_from(DATUMS),
)
def test_a_change_of_datum_comes_back_within_a_millimetre(lat, lon, source, target):
    here = Position(lon, lat)
    there = convert(here, source, target)
    assert gap_m(convert(there.position, target, source).position, here) < 0.001
    assert (there.accuracy_m == 0) is (source == target)


def test_the_old_datum_lies_metres_away_and_is_never_claimed_better_than_that():
    moved = convert(HERE, "id74")
    assert 20 < gap_m(moved.position, HERE) < 200
    assert moved.accuracy_m >= 3
    assert "Tidak ada grid" in moved.note
    assert stated_accuracy_m("dgn95") < 1 <= stated_accuracy_m("wgs84") < stated_accuracy_m("id74")
    assert gap_m(convert(HERE, "wgs84").position, HERE) == 0
    with pytest.raises(CoordinateError, match="tidak dikenal"):
        convert(HERE, "id1900")


def test_utm_of_the_old_datum_is_read_on_its_own_ellipsoid():
    old, new = (parse("50S 497911.917 9354423.478", datum=datum) for datum in ("id74", "srgi2013"))
    assert 1 < gap_m(old, new) < 100
    again = to_utm(old.lon, old.lat, datum="id74")
    assert (again.easting, again.northing) == pytest.approx((497911.917, 9354423.478), abs=0.001)
