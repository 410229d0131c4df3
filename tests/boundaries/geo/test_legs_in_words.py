"""Legs told as the body of a decree tells them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from boundaries.geo.compass import WINDS, sectors_apart, wind_of
from boundaries.geo.coordinates import parse
from boundaries.geo.courses import Course, Spot, closing_words, leg_words, listed, opening_words
from boundaries.geo.written import arc_words, position_words, shown, unbroken, unbroken_in, utm_words

KUKAR, KUBAR = "Kabupaten Kutai Kartanegara", "Kabupaten Kutai Barat"
FIRST = Spot("TK 1", "TK", Decimal("-0.503429"), Decimal("116.25790123"))
SECOND = Spot("TK 1A", "TK", Decimal("-0.45"), Decimal("116.31"))
LEG = Course(1, FIRST, SECOND, lies_a="Desa Muara Kaman Kecamatan Contoh", lies_b="Desa Jempang")


def plain(words):
    """With ordinary spaces, as a reader sees them."""
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("azimuth", "word"),
    [(0, "utara"), (22.4, "utara"), (22.5, "timur laut"), (90, "timur"), (135, "tenggara"), (180, "selatan"),
     (225, "barat daya"), (270, "barat"), (315, "barat laut"), (337.4, "barat laut"), (337.5, "utara"), (359.9, "utara")],
)  # fmt: skip
def test_an_azimuth_has_the_wind_of_its_sector(azimuth, word):
    assert wind_of(azimuth) == word


def test_every_wind_is_told_from_its_opposite():
    assert [sectors_apart(word, 0) for word in WINDS] == [0, 1, 2, 3, 4, 3, 2, 1]
    assert sectors_apart("ke hulu", 0) is None


def test_a_leg_names_wind_way_end_and_both_sides():
    assert plain(leg_words(LEG, KUKAR, KUBAR)) == (
        "dari TK 1 ke arah timur laut menurut garis lurus sampai TK 1A pada koordinat "
        "0° 27' 00.000\" LS dan 116° 18' 36.000\" BT, yang terletak di antara Desa Muara Kaman Kecamatan Contoh "
        "Kabupaten Kutai Kartanegara dan Desa Jempang Kabupaten Kutai Barat"
    )


@pytest.mark.parametrize(
    ("along", "way"),
    [("", "menurut garis lurus"), ("garis lurus", "menurut garis lurus"), ("as Sungai Belayan", "menyusuri as Sungai Belayan"),
     ("median Sungai Jempang", "menyusuri median Sungai Jempang"), ("igir", "menyusuri igir"),
     ("mengikuti jalan desa", "mengikuti jalan desa")],
)  # fmt: skip
def test_the_way_is_written_with_its_verb_once(along, way):
    assert replace(LEG, along=along).way == way


def test_a_written_direction_stands_before_the_computed_one():
    assert "ke arah tenggara " in leg_words(replace(LEG, direction=" Tenggara "), KUKAR, KUBAR)


def test_a_leg_apart_names_where_it_begins():
    assert "dari TK 1 pada koordinat 0° 30' 12.344\" LS dan 116° 15' 28.444\" BT ke arah" in plain(
        leg_words(LEG, KUKAR, KUBAR, apart=True)
    )


def test_no_line_of_a_paper_parts_a_coordinate():
    words = leg_words(LEG, KUKAR, KUBAR)
    assert "0°\u00a027'\u00a000.000\"\u00a0LS dan 116°\u00a018'\u00a036.000\"\u00a0BT, yang" in words
    assert shown(-0.45, 116.31) == "0°\u00a027'\u00a000,000\"\u00a0LS, 116°\u00a018'\u00a036,000\"\u00a0BT"
    assert unbroken("-0,45; 116,31") == "-0,45; 116,31"
    assert unbroken("50S 423245.1 9950260.2") == "50S\u00a0423245.1\u00a09950260.2"
    assert parse(shown(-0.45, 116.31)).lonlat == parse("0° 27' 00,000\" LS, 116° 18' 36,000\" BT").lonlat


def test_what_is_missing_stands_as_a_gap_and_is_not_skipped():
    words = leg_words(Course(3, None, None), KUKAR, KUBAR)
    for gap in ("[belum diisi: titik awal]", "[belum diisi: arah]", "[belum diisi: titik akhir]"):
        assert gap in words
    assert words.count("[belum diisi: letak]") == 2


def test_a_region_already_named_is_not_named_twice():
    words = leg_words(replace(LEG, lies_a="Desa Contoh Kabupaten Kutai Kartanegara"), KUKAR, KUBAR)
    assert words.count(KUKAR) == 1


def test_a_node_names_all_who_meet_there():
    node = replace(FIRST, meets=("Kabupaten Penajam Paser Utara",))
    told = f"{KUKAR}, {KUBAR}, dan Kabupaten Penajam Paser Utara"
    assert opening_words(node, KUKAR, KUBAR) == (
        f"dimulai dari titik simpul TK 1 pada koordinat {position_words(FIRST.lat, FIRST.lon)}, tempat bertemunya {told}"
    )
    assert closing_words(node, KUKAR, KUBAR).endswith(told)
    assert opening_words(FIRST, KUKAR, KUBAR).startswith("dimulai dari TK 1 pada koordinat")
    assert closing_words(FIRST, KUKAR, KUBAR) == ""


def test_two_points_in_one_place_have_no_direction():
    assert Course(1, FIRST, replace(FIRST, label="TK 2")).azimuth is None


def test_names_are_listed_as_indonesian_lists_them():
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A dan B", "A, B, dan C"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0° 00' LU"), (-1800, "0° 30' LS"), (3661, "1° 01' 01\" LU")]
)
def test_figures_of_the_net_leave_out_empty_seconds(seconds, words):
    assert arc_words(seconds, ("LU", "LS")) == words


def test_each_point_has_the_zone_of_its_own_half():
    assert utm_words(Decimal("0.001"), Decimal("116.5"))[0] == "50N"
    assert utm_words(Decimal("-0.001"), Decimal("116.5"))[0] == "50S"
    assert utm_words(Decimal("-0.001"), Decimal("113.9"))[0] == "49S"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("dari TK 1 pada 0° 21' 00,000\" LU, 115° 42' 5.5” BT sampai", "dari TK 1 pada 0°~21'~00,000\"~LU, 115°~42'~5.5”~BT sampai"),
     ("116° 30' LS dan", "116°~30'~LS dan"), ("suhu 30° di 2 desa", "suhu 30° di 2 desa"),
     ("12 km, 3 ruas", "12 km, 3 ruas")],
)  # fmt: skip
def test_a_coordinate_somebody_typed_into_a_sentence_keeps_together_too(typed, kept):
    assert unbroken_in(typed) == kept.replace("~", "\u00a0")
