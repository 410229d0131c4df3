"""What annexes say: coordinates that lead back to the point, sentences of legs, a draft that names its gaps, findings."""

import re
from decimal import Decimal

import pytest

from boundaries.choices import AnnexKind, LegState, LineRole
from boundaries.documents.annexes.checks import findings, hindrance
from boundaries.documents.annexes.gather import facts_of, outlines_of, turned
from boundaries.documents.annexes.lists import coordinate_rows, description, opening, reference_words
from boundaries.documents.annexes.prints import digest, line_of, print_annex
from boundaries.documents.maps.plan import Choice
from boundaries.geo.coordinates import parse
from boundaries.geo.measuring import distance_m
from boundaries.models import BoundaryPoint, Leg, Segment
from tests.boundaries.annex_rows import WAY, full_segment, layer, line, point
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.fixture
def full(row):
    full_segment(row)
    return row


def found(row):
    return [finding.text for finding in findings(facts_of(reread(row)))]


def reread(row):
    return Segment.objects.for_list().get(pk=row.pk)


def said(row, words):
    return any(words in text for text in found(row))


# Coordinates


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(116.2, 0.06), (116.123456789, -0.000000139), (113.999999999, -4.123456789), (119.5, 2.999999999)],
)
def test_printed_coordinates_lead_back_within_centimetres(row, lon, lat):
    point(row, "TK 1", lon, lat, 1)
    cells = coordinate_rows(facts_of(row))[0]
    by_degrees = parse(f"{cells[3]}, {cells[4]}")
    east, north = (cell.replace(".", "").replace(",", ".") for cell in cells[6:8])
    by_grid = parse(f"{cells[5]} {east} {north}")
    assert distance_m(by_degrees.lonlat, (lon, lat)) < 0.03
    assert distance_m(by_grid.lonlat, (lon, lat)) < 0.001


def test_coordinates_are_written_as_decrees_write_them(row):
    point(row, "TK 1", 116.257901233, -3.031490000, 1, place="Desa Contoh Kecamatan Contoh")
    cells = [cell.replace("\u00a0", " ") for cell in coordinate_rows(facts_of(row))[0]]
    assert cells[:6] == ["1", "TK 1", "TK", "3° 01' 53.364\" LS", "116° 15' 28.444\" BT", "50S"]
    assert [re.fullmatch(r"[\d.]+,\d{3}", cell) is not None for cell in cells[6:8]] == [True, True]
    assert cells[8] == "Desa Contoh Kecamatan Contoh"


def test_a_point_without_place_shows_its_gap(row):
    point(row, "TK 1", 116.2, 0.1, 1, place="")
    assert coordinate_rows(facts_of(row))[0][-1] == "[belum diisi: letak]"
    assert said(row, "Letak belum diisi: TK 1.")


def test_a_list_across_the_equator_explains_its_two_zones(full):
    words = reference_words(facts_of(full))
    assert "zona 50N, 50S" in words
    assert "melintasi khatulistiwa" in words
    assert "10.000.000 m" in words


def test_points_of_an_old_datum_are_converted_and_named(full):
    BoundaryPoint.objects.filter(listings__label="TK 2").update(datum="id74")
    facts = facts_of(full)
    assert "TK 2 (semula ID74)" in reference_words(facts)
    assert said(full, "Dialihkan dari datum lama ke SRGI2013: TK 2 (ID74)")
    assert facts.spots[1].lonlat != WAY[1]


# Legs


def test_legs_follow_each_other_and_the_last_ends_with_a_full_stop(full):
    items = description(facts_of(full))
    assert len(items) == 4
    assert " dimulai dari TK 1 pada koordinat 0° 03' 36.000\" LU" in opening(facts_of(full)).replace(
        "\u00a0", " "
    )
    assert items[1].startswith("dari TK 2 ke arah selatan menyusuri as Sungai Contoh sampai TK 3")
    assert [item[-1] for item in items] == [";", ";", ";", "."]
    assert "Desa Timur 1 Kabupaten Kutai Kartanegara dan Desa Barat 1 Kabupaten Kutai Barat" in items[0]


def test_a_node_is_told_with_the_third_region(cast, full):
    other = segment(cast.kukar, cast.paser)
    first = full.listed_points.order_by("order").first()
    other.listed_points.create(point=first.point, label="TK 9", order=1)
    assert (
        "tempat bertemunya Kabupaten Kutai Kartanegara, Kabupaten Kutai Barat, dan Kabupaten Paser"
        in opening(facts_of(full))
    )
    assert not said(full, "Titik pertama")
    assert said(full, "Titik terakhir (TK 5) bukan titik simpul")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"start": None}, "Ruas 3 belum menyebut titik awal."),
        ({"end": None}, "Ruas 3 belum menyebut titik akhir."),
        ({"lies_a": ""}, "Ruas 3 belum menyebut letak di Kabupaten Kutai Kartanegara."),
        ({"lies_a": "", "lies_b": ""}, "Ruas 3 belum menyebut letak di Kabupaten Kutai Kartanegara dan Kabupaten Kutai Barat."),
        ({"direction": "utara"}, "Ruas 3 ditulis ke arah utara, tetapi menurut titiknya ke arah tenggara."),
        ({"state": LegState.DIPERSELISIHKAN}, "Ruas 3 masih diperselisihkan."),
        ({"length_km": None}, "Panjang belum diisi pada ruas 3."),
        ({"length_km": Decimal("0.5")}, "kurang dari jarak lurus kedua titiknya"),
        ({"length_km": Decimal(99)}, "Jumlah panjang ruas 109,5 km, sedangkan panjang segmen tercatat 10,5 km."),
    ],
)  # fmt: skip
def test_what_a_leg_lacks_is_named(full, change, words):
    Leg.objects.filter(segment=full, order=3).update(**change)
    assert any(words in text for text in found(full))


def test_a_broken_chain_is_named(full):
    points = list(full.listed_points.order_by("order"))
    Leg.objects.filter(segment=full, order=2).update(end=points[3])
    Leg.objects.filter(segment=full, order=4).update(end=points[2])
    Leg.objects.filter(segment=full, order=1).update(start=points[1], end=points[0])
    texts = " ".join(found(full))
    assert "Ruas 2 berakhir di TK 4, tetapi ruas 3 dimulai di TK 3." in texts
    assert "Ruas pertama dimulai di TK 2, bukan di titik pertama TK 1." in texts
    assert "Ruas terakhir berakhir di TK 3, bukan di titik terakhir TK 5." in texts
    assert "Ruas 1 berjalan melawan urutan titik (TK 2 ke TK 1)." in texts


def test_an_agreed_line_that_misses_its_points_is_named(row):
    point(row, "TK 1", 116.20, 0.06, 1)
    point(row, "TK 2", 116.30, 0.00, 2)
    point(row, "TK 3", 116.25, -0.06, 3)
    line(row, [(116.2001, 0.06), (116.25, -0.06)])
    texts = " ".join(found(row))
    assert "Ujung garis yang disepakati berjarak 11,1 m dari TK 1." in texts
    assert "Tidak terletak pada garis yang disepakati (lebih dari 5 m): TK 2." in texts


def test_many_labels_are_cut_with_their_count(row):
    for number in range(12):
        point(row, f"TK {number}", 116.2 + number / 100, 0.1, number)
    assert said(row, "TK 7, dan 4 lainnya")


def test_a_complete_segment_lacks_only_what_nobody_has_signed(cast, full):
    layer(full)
    words = " ".join(found(full))
    assert "Ruas" not in words.replace("Rangkaian ruas", "")
    assert "Belum disahkan kedua pihak" in words


# Hindrances


@pytest.mark.parametrize("kind", list(AnnexKind))
def test_nothing_at_all_hinders_every_kind(row, kind):
    facts = facts_of(row)
    assert hindrance(kind, facts, line_of(facts, Choice()))


@pytest.mark.parametrize("kind", list(AnnexKind))
def test_a_full_segment_is_hindered_nowhere(full, kind):
    facts = facts_of(full)
    assert hindrance(kind, facts, line_of(facts, Choice())) == ""


# Lines and digests


def test_the_agreed_line_stands_before_a_study_and_claims_come_last(full):
    line(full, WAY, LineRole.KAJIAN_PROVINSI)
    line(full, WAY, LineRole.KLAIM, region=full.region_b)
    facts = facts_of(full)
    assert [row.role for row in facts.lines] == ["disepakati", "kajian_provinsi", "klaim"]
    chosen = line_of(facts, Choice())
    assert chosen is not None
    assert chosen.role == "disepakati"


def test_points_in_their_order_make_a_line_where_none_is_drawn(row):
    point(row, "TK 1", 116.2, 0.1, 1)
    point(row, "PABU 2", 116.3, 0.1, 2)
    assert line_of(facts_of(row), Choice()) is None
    point(row, "TK 3", 116.4, 0.1, 3)
    made = line_of(facts_of(row), Choice())
    assert made is not None
    assert made.coords == ((116.2, 0.1), (116.4, 0.1))


def test_a_line_that_runs_the_wrong_way_is_turned_by_the_outlines(full):
    layer(full)
    backwards = line(full, WAY[::-1], LineRole.KAJIAN_KEMENDAGRI)
    facts = facts_of(full)
    outlines = outlines_of(full, facts)
    drawn = facts.line(str(backwards.pk))
    assert drawn is not None
    right, was_turned = turned(drawn, outlines)
    assert (right.coords, was_turned) == (WAY, True)
    assert turned(facts.lines[0], outlines) == (facts.lines[0], False)


def test_the_digest_changes_with_what_a_print_shows_and_only_then(full):
    def now(kind):
        return digest(kind, facts_of(reread(full)), Choice())

    before = {kind: now(kind) for kind in AnnexKind}
    Leg.objects.filter(order=1).update(along="jalan")
    assert now("koordinat") == before[AnnexKind.KOORDINAT]
    assert now("peta") == before[AnnexKind.PETA]
    assert now("uraian") != before[AnnexKind.URAIAN]
    assert now("rancangan") != before[AnnexKind.RANCANGAN]
    line(full, WAY, LineRole.DISEPAKATI, version=2)
    assert now("peta") != before[AnnexKind.PETA]


@pytest.mark.parametrize("kind", list(AnnexKind))
def test_half_filled_segments_print_without_stumbling(row, kind):
    point(row, "TK 1", 116.2, 0.1, 1, place="")
    point(row, "TK 2", 116.2, 0.1, 2)
    point(row, "TK 3", 116.3, -0.1, 3)
    Leg.objects.create(segment=row, order=1)
    Leg.objects.create(segment=row, order=1, direction="ke hulu")
    assert "<html" in print_annex(reread(row), kind, Choice(scale=250_000)).html
