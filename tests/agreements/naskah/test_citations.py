"""The recogniser of legal citations, measured on headings and sentences as offices write them."""

import pytest

from agreements.naskah.citations import cite, issuer_key, keys_of

LONG = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 "
    "Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah, "
    "terakhir dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 "
    "tentang Pemerintahan Daerah;"
)
# Each heading or sentence with the laws it names, in order. Titles are those of the register of legal bases;
# numbers of regional rules are invented.
MEASURED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 23 TAHUN 2014 TENTANG PEMERINTAHAN DAERAH", ("uu:23/2014",)),
    ("UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 10 TAHUN 2020\nTENTANG\nBEA METERAI", ("uu:10/2020",)),
    ("Undang-Undang Nomor 6 Tahun 2014 tentang Desa", ("uu:6/2014",)),
    ("Undang - Undang No. 24 Tahun 2009 tentang Bendera, Bahasa, dan Lambang Negara, serta Lagu Kebangsaan", ("uu:24/2009",)),
    ("Undang Undang No 43 Th. 2009 tentang Kearsipan", ("uu:43/2009",)),
    ("Undang–Undang Nomor: 3 Tahun 2022 tentang Ibu Kota Negara", ("uu:3/2022",)),
    ("UU 10/2022", ("uu:10/2022",)),
    ("UU No.8/2022 tentang Provinsi Kalimantan Selatan", ("uu:8/2022",)),
    ("UU RI Nomor 2 Tahun 2013", ("uu:2/2013",)),
    ("Undang-Undang (UU) Nomor 7 Tahun 2002", ("uu:7/2002",)),
    ("PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 28 TAHUN 2018 TENTANG KERJA SAMA DAERAH", ("pp:28/2018",)),
    ("Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah", ("pp:12/2017",)),
    ("PP No. 33 Tahun 2018", ("pp:33/2018",)),
    ("PP 12/2019 tentang Pengelolaan Keuangan Daerah", ("pp:12/2019",)),
    ("PP No.21 Thn 1987", ("pp:21/1987",)),
    ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja", ("perppu:2/2022",)),
    ("Perppu 1/2020", ("perppu:1/2020",)),
    ("Peraturan Presiden Nomor 9 Tahun 2016 tentang Percepatan Pelaksanaan Kebijakan Satu Peta", ("perpres:9/2016",)),
    ("Perpres No. 38 Tahun 2015", ("perpres:38/2015",)),
    ("Keputusan Presiden Nomor 5 Tahun 2010", ("keppres:5/2010",)),
    ("Instruksi Presiden Nomor 4 Tahun 2011", ("inpres:4/2011",)),
    ("PERATURAN MENTERI DALAM NEGERI REPUBLIK INDONESIA NOMOR 22 TAHUN 2020 TENTANG TATA CARA KERJA SAMA DAERAH DENGAN DAERAH LAIN DAN KERJA SAMA DAERAH DENGAN PIHAK KETIGA", ("permendagri:22/2020",)),
    ("Permendagri 25/2020", ("permendagri:25/2020",)),
    ("Permendagri No.141 Tahun 2017 tentang Penegasan Batas Daerah", ("permendagri:141/2017",)),
    ("Pasal 40 ayat (1) Permendagri 22/2020", ("permendagri:22/2020",)),
    ("Pasal 364 ayat (1) UU 23/2014; Pasal 1 angka 3 Permendagri 22/2020", ("uu:23/2014", "permendagri:22/2020")),
    ("Keputusan Menteri Dalam Negeri Nomor 100.1.1-6117 Tahun 2022", ("kepmendagri:100.1.1-6117/2022",)),
    ("Peraturan Menteri Keuangan Nomor 88/PMK.07/2021", ("permen:keuangan:88/pmk.07/2021",)),
    ("PMK Nomor 88/PMK.07/2021", ("permen:keuangan:88/pmk.07/2021",)),
    ("Peraturan Menteri Pekerjaan Umum dan Perumahan Rakyat Nomor 5/PRT/M/2016", ("permen:pekerjaan umum dan perumahan rakyat:5/prt/m/2016",)),
    ("Peraturan Menteri Luar Negeri Nomor 3 Tahun 2019", ("permen:luar negeri:3/2019",)),
    ("Permenkes Nomor 11 Tahun 2021", ("permen:kes:11/2021",)),
    ("Peraturan Kepala Badan Informasi Geospasial Nomor 15 Tahun 2014", ("perban:informasi geospasial:15/2014",)),
    ("Peraturan Daerah Provinsi Kalimantan Timur Nomor 3 Tahun 2020 tentang Contoh", ("perda:kalimantan timur:3/2020",)),
    ("PERATURAN DAERAH KABUPATEN KUTAI KARTANEGARA NOMOR 9 TAHUN 2016 TENTANG CONTOH", ("perda:kabupaten kutai kartanegara:9/2016",)),
    ("Perda Kab. Kukar No. 9/2016", ("perda:kabupaten kutai kartanegara:9/2016",)),
    ("Perda Nomor 4 Tahun 2012", ("perda::4/2012",)),
    ("Peraturan Gubernur Kalimantan Timur Nomor 12 Tahun 2021 tentang Contoh", ("pergub:kalimantan timur:12/2021",)),
    ("Pergub Kaltim No. 12 Tahun 2021", ("pergub:kalimantan timur:12/2021",)),
    ("Peraturan Bupati Kutai Barat Nomor 7 Tahun 2019", ("perbup:kutai barat:7/2019",)),
    ("Peraturan Wali Kota Samarinda Nomor 20 Tahun 2022", ("perwali:samarinda:20/2022",)),
    ("Peraturan Walikota Balikpapan Nomor 20 Tahun 2022", ("perwali:balikpapan:20/2022",)),
    ("Keputusan Bupati Kutai Kartanegara Nomor 100/SK-BUP/HK/2022", ("kepkada:kutai kartanegara:100/sk-bup/hk/2022",)),
    (LONG, ("uu:23/2014", "uu:9/2015", "uu:23/2014")),
    ("Berdasarkan UU 23/2014 jo. PP 28/2018 dan Permendagri 22/2020, para pihak sepakat.", ("uu:23/2014", "pp:28/2018", "permendagri:22/2020")),
    ("UUD 1945 dan UU Nomor 23 Tahun 2014", ("uu:23/2014",)),
    # What names no law.
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", ()),
    ("Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244", ()),
    ("Kesepakatan Bersama Nomor 119/17/KB/2026 tanggal 2 Maret 2026", ()),
    ("Perjanjian Kerja Sama Nomor 5 Tahun 2026", ()),
    ("sesuai dengan ketentuan peraturan perundang-undangan mengenai pengelolaan keuangan daerah Tahun 2026", ()),
    ("Surat Gubernur Kalimantan Timur Nomor 100/5 Tahun 2026", ()),
    ("Dinas PPPA 12/2020 dan HPP 3/2021", ()),
    ("peraturan daerah masing-masing pihak", ()),
    ("anggaran tahun 2026 sebesar Rp10.000", ()),
)  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), MEASURED, ids=[text[:60] for text, _keys in MEASURED])
def test_every_law_is_recognised_and_nothing_else(text, keys):
    assert tuple(row.key for row in cite(text)) == keys


def test_the_measured_list_is_found_whole_and_without_false_alarm():
    wanted = sum(len(keys) for _text, keys in MEASURED)
    found = [(set(keys), [row.key for row in cite(text)]) for text, keys in MEASURED]
    right = sum(key in keys for keys, rows in found for key in rows)
    assert wanted >= 50
    assert (right, sum(len(rows) for _keys, rows in found)) == (wanted, wanted)


def test_title_change_and_roles_are_read():
    first, second, third = cite(LONG)
    assert (first.title, first.changed, first.role) == ("Pemerintahan Daerah", True, "")
    assert (second.role, third.role) == ("change", "target")
    assert second.title.startswith("Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014")
    (flag,) = cite("UU 24/2009 tentang Bendera, Bahasa, dan Lambang Negara, serta Lagu Kebangsaan.")
    assert flag.title == "Bendera, Bahasa, dan Lambang Negara, serta Lagu Kebangsaan"


def test_short_and_long_names_of_a_region_are_one():
    assert issuer_key("Prov. Kaltim") == issuer_key("Provinsi Kalimantan Timur")
    assert keys_of("Perda Kab. Kukar 9/2016") == keys_of(
        "Peraturan Daerah Kabupaten Kutai Kartanegara Nomor 9 Tahun 2016"
    )


def test_a_long_text_made_to_be_slow_is_read_in_time():
    for hostile in (
        "Peraturan Menteri " * 20_000,
        "Undang-" * 50_000,
        "Peraturan Daerah a a a a a a a a a " * 10_000,
    ):
        assert cite(hostile) == ()
