"""Pasted points are read as a whole: each fault by line, column, cause and mend; nothing is saved half."""

from decimal import Decimal

import pytest

from boundaries.models import BoundaryPoint, PointKind
from boundaries.services.points import PasteDefaults, add_points, read_pasted
from boundaries.services.points.pasting import MOST_LINES
from tests.boundaries.point_rows import kind, kinds, labels, listed
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    kinds()
    return segment(cast.kukar, cast.kubar)


def read(row, text, **facts):
    return read_pasted(row, text, PasteDefaults(kind=kind("TK"), **facts))


def test_labels_and_coordinates_of_every_notation_are_read_line_by_line(row):
    pasted = read(
        row,
        "TK 0; 0° 24' 44,442\" LS, 116° 00' 52,444\" BT\n"
        "\n"
        "TK 1A\t-0,412345\t116,02\n"
        "PBU 12 | 50S 391911.917 9954423.478\n"
        "PABU.003, -0.41, 116.03\n"
        "Simpul contoh; 392911,917; 9954423,478\n",
        zone="50S",
    )
    assert pasted.faults == ()
    assert [(line, data.label, data.kind.code) for line, data in pasted.rows] == [
        (1, "TK 0", "TK"), (3, "TK 1A", "TK"), (4, "PBU 12", "PBU"), (5, "PABU.003", "PABU"), (6, "Simpul contoh", "TK"),
    ]  # fmt: skip
    assert pasted.points[0].as_given == "0° 24' 44,442\" LS, 116° 00' 52,444\" BT"
    assert pasted.points[2].position.zone == "50S"


def test_a_head_names_the_columns(row):
    pasted = read(
        row,
        "Nama;Jenis;Lintang;Bujur;Tinggi;Ketelitian;Pelat;Letak\n"
        "TK 1;pbu;-0,41;116,02;12,5;0,05;PBU.6402.001;Desa Contoh\n"
        "TK 2;;0° 25' 00\" LS;116° 03' 00\" BT;;;;\n",
        accuracy_m=Decimal("1.5"),
    )
    assert pasted.faults == ()
    first, second = pasted.points
    assert (first.kind.code, first.height_m, first.accuracy_m) == ("PBU", Decimal("12.500"), Decimal("0.050"))
    assert (first.brass_text, first.place) == ("PBU.6402.001", "Desa Contoh")
    assert (second.kind.code, second.height_m, second.accuracy_m) == ("TK", None, Decimal("1.5"))
    utm = read(row, "titik\teasting\tnorthing\tzona\nTK 5\t391911,917\t9954423,478\t50S\n")
    assert utm.points[0].as_given == "50S 391911,917 9954423,478"


@pytest.mark.parametrize(
    ("line", "column", "cause", "mend"),
    [
        ("TK 2; 116.02; -0.41; x", "Koordinat", "“x” tidak dapat dibaca", "Tulis misalnya"),
        ("TK 2; nan, nan", "Koordinat", "NaN", "Tulis"),
        ("TK 2", "Koordinat", "kosong", "Isi"),
        ("0° 24' 44\" LS, 116° 00' 52\" BT", "Nama titik", "kosong", "Tulis misalnya TK 1A"),
        ("tk 1; -0.41, 116.02", "Nama titik", "“tk 1” sudah dipakai pada daftar segmen ini", "huruf"),
        ("TK 2; -0.4, 116.0", "Koordinat", "sudah dipakai “TK 1”", "Hapus"),
        ("TK 2; 52.5, 13.4", "Koordinat", "di luar Indonesia", "Periksa"),
        ("TK 2; -0.4, 180", "Koordinat", "antimeridian", "94° BT"),
        ("TK 2; 50N 391911 9954423", "Koordinat", "tidak cocok dengan zona 50N", "zonanya 50S"),
        ("TK 2; 391911 9954423", "Koordinat", "tidak menyebut zonanya", "Tulis zona"),
        ("TK " + "9" * 60 + "; -0.41, 116.02", "Nama titik", "lebih dari 40 huruf", "Persingkat"),
    ],
)
def test_every_fault_names_its_line_column_cause_and_mend(row, line, column, cause, mend):
    listed(row)
    pasted = read(row, f"TK 8; -0.5, 116.1\n{line}\nTK 9; -0.6, 116.2")
    (fault,) = pasted.faults
    assert (fault.line, fault.column) == (2, column)
    assert cause in fault.cause
    assert mend in fault.mend


@pytest.mark.parametrize(
    ("cells", "column", "cause"),
    [
        ("TK 2;XYZ;-0,41;116;;", "Jenis", "“XYZ” tidak dikenal"),
        ("TK 2;TK;116,0;-0,41;;", "Koordinat", "tertukar"),
        ("TK 2;TK;-0,41;;;", "Koordinat", "Kolom bujur kosong"),
        ("TK 2;TK;-0,41;116;tinggi;", "Tinggi", "bukan angka meter"),
        ("TK 2;TK;-0,41;116;;-1", "Ketelitian", "bukan angka meter"),
        ("TK 2;TK;-0,41;116;;1e999", "Ketelitian", "bukan angka meter"),
        ("TK 2;TK;-0,41;116;nan;", "Tinggi", "bukan angka meter"),
    ],
)
def test_columns_are_checked_one_by_one(row, cells, column, cause):
    (fault,) = read(row, f"nama;jenis;lintang;bujur;tinggi;ketelitian\n{cells}").faults
    assert (fault.line, fault.column) == (2, column)
    assert cause in fault.cause


def test_a_label_or_a_place_twice_in_the_lines_names_the_first(row):
    pasted = read(row, "TK 1; -0.41, 116\nTK 1; -0.42, 116\nTK 3; -0.41, 116")
    assert [(fault.line, fault.cause) for fault in pasted.faults] == [
        (2, "Nama “TK 1” sudah dipakai pada baris 1."), (3, "Posisi ini sudah dipakai “TK 1”."),
    ]  # fmt: skip


def test_too_many_lines_are_refused_before_any_is_read(row, django_assert_num_queries):
    with django_assert_num_queries(0):
        pasted = read_pasted(row, "TK 1; -0.41, 116\n" * 100_000, PasteDefaults(kind=PointKind()))
    assert not pasted.rows
    assert pasted.faults[0].line == MOST_LINES + 1
    assert "100000 baris" in pasted.faults[0].cause
    assert "2000 baris" in pasted.faults[0].mend
    assert "Tidak ada baris" in read(row, " \n\t\n").faults[0].cause


def test_faults_are_told_up_to_a_limit(row):
    assert len(read(row, "x\n" * 1_500).faults) <= 202


def test_what_was_read_is_saved_as_a_whole(cast, row):
    lines = "\n".join(f"TK {number}; {-0.1 - number / 1000:.4f}, 116.0" for number in range(300))
    add_points(actor=cast.officer, segment=row, rows=read(row, lines).points)
    assert len(labels(row)) == BoundaryPoint.objects.count() == 300
    assert labels(row)[:2] == ["TK 0", "TK 1"]
