"""Numbers, dates and citations are read back from the words of a naskah."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from agreements.naskah.checks.predicates.dates import in_right_words as dated
from agreements.naskah.checks.predicates.figures import in_right_words as counted
from agreements.naskah.checks.predicates.names import without_titles
from agreements.naskah.citations import cite, in_words, shown_in
from agreements.naskah.wordnumbers import dates_in, number_of
from ksd.core.words import date_in_words, terbilang

REGISTER = Path(__file__).parents[3] / "regions" / "data" / "legal-bases.toml"
BASES = tomllib.loads(REGISTER.read_text(encoding="utf-8"))["basis"]


def test_every_number_comes_back_from_its_words():
    for number in (*range(1300), 2026, 9_999, 10_000, 1_000_000, 2_500_000_000, 10**12 + 17):
        assert number_of(terbilang(number)) == number


@pytest.mark.parametrize("words", ["", "tahun", "sebelas", "lima hari kerja", "Seribu rupiah"])
def test_only_the_words_at_the_beginning_count(words):
    assert (
        number_of(words)
        == {"": None, "tahun": None, "sebelas": 11, "lima hari kerja": 5, "Seribu rupiah": 1000}[words]
    )


def test_a_day_that_cannot_be_is_no_date():
    assert dates_in("sejak 2 Maret 2026 sampai dengan 31 Februari 2027") == (date(2026, 3, 2),)


@pytest.mark.parametrize("row", BASES, ids=[row["citation"] for row in BASES])
def test_every_regulation_of_our_register_is_recognised_short_and_in_full(row):
    key = row["citation"]
    assert shown_in(key) == key
    heading = f"{in_words(key)} tentang {row['title']}"
    assert [cited.shown for cited in cite(heading)] == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Peraturan Pemerintah No. 28 Tahun 2018", ["PP 28/2018"]),
        ("Peraturan Pemerintah Republik Indonesia Nomor 28 Tahun 2018", ["PP 28/2018"]),
        ("PERMENDAGRI 22/2020", ["Permendagri 22/2020"]),
        ("Permendagri No 22/2020 dan Permendagri Nomor 25 Tahun 2020", ["Permendagri 22/2020", "Permendagri 25/2020"]),
        ("Peraturan Menteri Kesehatan Nomor 4 Tahun 2019", ["Permen 4/2019"]),
        ("Peraturan Daerah Kabupaten Kutai Barat Nomor 3 Tahun 2021", ["Perda 3/2021"]),
        ("Perda Kota Samarinda Nomor 7 Tahun 2020", ["Perda 7/2020"]),
        ("Peraturan Gubernur Kalimantan Timur Nomor 5 Tahun 2020", ["Pergub 5/2020"]),
        ("Peraturan Bupati Kutai Kartanegara Nomor 12 Tahun 2019", ["Perbup 12/2019"]),
        ("Peraturan Wali Kota Samarinda Nomor 3 Tahun 2020", ["Perwali 3/2020"]),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", ["Perppu 2/2022"]),
        ("Peraturan Presiden Nomor 9 Tahun 2016 dan Keputusan Presiden Nomor 1 Tahun 2001", ["Perpres 9/2016", "Keppres 1/2001"]),
        ("Nomor 119/017/KB/BKS/2026 tanggal 2 Maret 2026", []),
    ],
)  # fmt: skip
def test_citations_are_recognised_as_people_write_them(text, keys):
    assert [cited.shown for cited in cite(text)] == keys


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2025, 12, 5), date(2031, 11, 20), date(2028, 2, 29)])
def test_a_wrong_date_in_words_is_written_anew_from_its_figures(day):
    right = date_in_words(day)
    text = f"Pada hari Rabu tanggal satu bulan Januari tahun dua ribu satu ({right.figures}), bertempat di Samarinda"
    assert dated(text) == (
        f"Pada hari {right.day} tanggal {right.date} bulan {right.month} tahun {right.year} ({right.figures}),"
        " bertempat di Samarinda"
    )


def test_what_stands_behind_the_number_words_stays():
    assert (
        counted("14 (empat puluh hari kerja), 5 (lima), 2 (a)")
        == "14 (empat belas hari kerja), 5 (lima), 2 (a)"
    )


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Prof. Dr. Contoh Basri, M.Eng. menandatangani", "Contoh Basri menandatangani"),
        ("Ir. CONTOH LESTARI, M.T.", "CONTOH LESTARI"),
        ("Jalan Dr. Sutomo Nomor 5", "Jalan Dr. Sutomo Nomor 5"),
        ("RSUD Dr. Kanujoso", "RSUD Dr. Kanujoso"),
        ("di hadapan Notaris Contoh Ningsih, S.H., M.Kn.", "di hadapan Notaris Contoh Ningsih, S.H., M.Kn."),
    ],
)
def test_titles_go_from_people_and_stay_on_streets_and_notaries(text, bare):
    assert without_titles(text) == bare
