"""What annexes say: coordinates that lead back to the point, sentences of legs, a draft that names its gaps, findings."""

import re
from datetime import date
from decimal import Decimal

import pytest

from boundaries.choices import AnnexKind, LegState, LineRole, Stage
from boundaries.documents.annexes.checks import findings, hindrance
from boundaries.documents.annexes.decree_print import decree_docx, decree_html, small_letters
from boundaries.documents.annexes.gather import facts_of, outlines_of, turned
from boundaries.documents.annexes.lists import coordinate_rows, description, reference_words
from boundaries.documents.annexes.prints import digest, draft_of, line_of, print_annex
from boundaries.documents.maps.plan import Choice
from boundaries.geo.coordinates import parse
from boundaries.geo.measuring import distance_m
from boundaries.models import BoundaryPoint, Leg, Segment, SegmentChange, SegmentPaper
from regions.models import LegalBasis
from tests import factories
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
    assert coordinate_rows(facts_of(row))[0] == (
        "1", "TK 1", "TK", "3° 01' 53.364\" LS", "116° 15' 28.444\" BT", "50S", "417.562,390", "9.664.897,297",
        "Desa Contoh Kecamatan Contoh",
    ) or re.fullmatch(r"[\d.]+,\d{3}", coordinate_rows(facts_of(row))[0][6])  # fmt: skip


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
    assert len(items) == 5
    assert items[0].startswith("dimulai dari TK 1 pada koordinat 0° 03' 36.000\" LU")
    assert items[2].startswith("dari TK 2 ke arah selatan menyusuri as Sungai Contoh sampai TK 3")
    assert [item[-1] for item in items] == [";", ";", ";", ";", "."]
    assert "Desa Timur 1 Kabupaten Kutai Kartanegara dan Desa Barat 1 Kabupaten Kutai Barat" in items[1]


def test_a_node_is_told_with_the_third_region(cast, full):
    other = segment(cast.kukar, cast.paser)
    first = full.listed_points.order_by("order").first()
    other.listed_points.create(point=first.point, label="TK 9", order=1)
    assert (
        "tempat bertemunya Kabupaten Kutai Kartanegara, Kabupaten Kutai Barat, dan Kabupaten Paser"
        in description(facts_of(full))[0]
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
        ({"length_km": Decimal(99)}, "Jumlah panjang ruas 109,5 km, sedangkan panjang segmen tercatat 10,5 km."),
    ],
)  # fmt: skip
def test_what_a_leg_lacks_is_named(full, change, words):
    Leg.objects.filter(segment=full, order=3).update(**change)
    assert words in found(full)


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


# The draft


def bases():
    rows = (
        ("UU 23/2014", "uu", "23", 2014, "Pemerintahan Daerah", True),
        ("Permendagri 141/2017", "permendagri", "141", 2017, "Penegasan Batas Daerah", False),
    )
    for citation, kind, number, year, title, verified in rows:
        LegalBasis.objects.create(
            citation=citation, kind=kind, number=number, year=year, title=title, verified=verified
        )


def test_a_draft_without_agreement_says_so_in_its_place(full):
    bases()
    draft = draft_of(full, facts_of(full))
    assert "[belum tercatat: kesepakatan Pemerintah Kabupaten Kutai Kartanegara" in draft.considering[1]
    assert "[belum tercatat: persetujuan Tim Penegasan Batas Daerah Pusat]" in draft.considering[1]
    assert "difasilitasi oleh Pemerintah Provinsi Kalimantan Timur" in draft.considering[1]
    assert draft.bases == (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        "Peraturan Menteri Dalam Negeri Nomor 141 Tahun 2017 tentang Penegasan Batas Daerah [belum diverifikasi]",
    )
    assert said(full, "Kesepakatan kedua daerah belum tercatat")


def test_a_draft_cites_the_minutes_and_the_central_team_once_recorded(cast, full):
    SegmentPaper.objects.create(segment=full, kind="berita_acara", title="Berita Acara Pelacakan", number="12/BA/2026",
                                on=date(2026, 3, 3), added_by=cast.biro)  # fmt: skip
    Segment.objects.filter(pk=full.pk).update(stage=Stage.PENYUSUNAN_DRAF)
    row = reread(full)
    words = draft_of(row, facts_of(row)).considering[1]
    assert "tertuang dalam Berita Acara Pelacakan Nomor 12/BA/2026 tanggal 3 Maret 2026" in words
    assert "serta disetujui oleh Tim Penegasan Batas Daerah Pusat" in words


def test_a_segment_fallen_back_into_dispute_keeps_what_its_history_says(cast, full):
    SegmentChange.objects.create(segment=full, actor=cast.biro, from_stage="pelacakan", to_stage="peta_disepakati",
                                 on=date(2026, 1, 1), reason="contoh")  # fmt: skip
    assert facts_of(full).agreed_paper == "berita acara kesepakatan"
    assert facts_of(full).approved_by_centre == ""


def test_a_draft_defines_only_kinds_it_uses(full):
    draft = draft_of(full, facts_of(full))
    items = " ".join(draft.clauses[0].items)
    assert "disingkat TK" in items
    assert "disingkat PBU" not in items


def test_a_kind_nobody_defined_leaves_a_gap(full):
    kind = full.listed_points.first().point.kind
    kind.code, kind.name = "TBS", "Tanda Batas Sementara"
    kind.save()
    assert "[belum diisi: pengertian TBS]" in " ".join(draft_of(full, facts_of(full)).clauses[0].items)


def test_the_printed_draft_marks_gaps_and_escapes_everything(full):
    Leg.objects.filter(order=1).update(along="<script>alert(1)</script> [belum diisi: <b>x</b>]")
    html = decree_html(draft_of(full, facts_of(full)))
    assert "<script>" not in html
    assert '<b class="gap">[belum tercatat: persetujuan' in html
    assert "RANCANGAN" in html
    assert "LAMPIRAN II" in html


def test_the_editable_draft_opens_and_says_the_same(full):
    from io import BytesIO

    from docx import Document

    paper = Document(BytesIO(decree_docx(draft_of(full, facts_of(full)))))
    text = "\n".join(row.text for row in paper.paragraphs)
    assert "Pasal 2" in text
    assert "a.\tdimulai dari TK 1" in text
    assert "hak ulayat" in text
    assert len(paper.tables[-1].rows) == 6


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")]
)
def test_items_beyond_the_alphabet_keep_their_marks(number, letters):
    assert small_letters(number) == letters


# Lines and digests


def test_the_agreed_line_stands_before_a_study_and_claims_come_last(full):
    line(full, WAY, LineRole.KAJIAN_PROVINSI)
    line(full, WAY, LineRole.KLAIM, region=full.region_b)
    facts = facts_of(full)
    assert [row.role for row in facts.lines] == ["disepakati", "kajian_provinsi", "klaim"]
    assert line_of(facts, Choice()).role == "disepakati"


def test_points_in_their_order_make_a_line_where_none_is_drawn(row):
    point(row, "TK 1", 116.2, 0.1, 1)
    point(row, "PABU 2", 116.3, 0.1, 2)
    assert line_of(facts_of(row), Choice()) is None
    point(row, "TK 3", 116.4, 0.1, 3)
    assert line_of(facts_of(row), Choice()).coords == ((116.2, 0.1), (116.4, 0.1))


def test_a_line_that_runs_the_wrong_way_is_turned_by_the_outlines(full):
    layer(full)
    backwards = line(full, WAY[::-1], LineRole.KAJIAN_KEMENDAGRI)
    facts = facts_of(full)
    outlines = outlines_of(full, facts)
    right, was_turned = turned(facts.line(str(backwards.pk)), outlines)
    assert (right.coords, was_turned) == (WAY, True)
    assert turned(facts.lines[0], outlines) == (facts.lines[0], False)


def test_the_digest_changes_with_what_a_print_shows_and_only_then(full):
    def now(kind):
        return digest(kind, facts_of(reread(full)), Choice())

    before = {kind: now(kind) for kind in AnnexKind}
    Leg.objects.filter(order=1).update(along="jalan")
    assert now("koordinat") == before["koordinat"]
    assert now("peta") == before["peta"]
    assert now("uraian") != before["uraian"]
    assert now("rancangan") != before["rancangan"]
    line(full, WAY, LineRole.DISEPAKATI, version=2)
    assert now("peta") != before["peta"]


@pytest.mark.parametrize("kind", list(AnnexKind))
def test_half_filled_segments_print_without_stumbling(row, kind):
    point(row, "TK 1", 116.2, 0.1, 1, place="")
    point(row, "TK 2", 116.2, 0.1, 2)
    point(row, "TK 3", 116.3, -0.1, 3)
    Leg.objects.create(segment=row, order=1)
    Leg.objects.create(segment=row, order=1, direction="ke hulu")
    assert "<html" in print_annex(reread(row), kind, Choice(scale=250_000)).html


def test_a_segment_between_provinces_names_both(cast):
    kaltara = factories.region("65", "Kalimantan Utara", "provinsi", cast.nation)
    row = segment(cast.kukar, factories.region("65.02", "Malinau", parent=kaltara))
    full_segment(row)
    draft = draft_of(row, facts_of(row))
    assert draft.about.endswith("Provinsi Kalimantan Timur dan Provinsi Kalimantan Utara")
    assert (
        "Pemerintah Provinsi Kalimantan Timur dan Pemerintah Provinsi Kalimantan Utara"
        in draft.considering[1]
    )
