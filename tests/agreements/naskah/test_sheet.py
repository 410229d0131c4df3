"""The sheet follows the Lampiran of Permendagri 22/2020: emblems, words of the date, names, signatures."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from agreements.documents.annexes import column_widths
from agreements.documents.gather import in_text_order
from agreements.documents.printing import page_css, render_html
from agreements.documents.sheet import PageSetup
from agreements.naskah.facts import NaskahFacts
from tests.agreements.naskah.cast import (
    ANNEX,
    COMPANY,
    FACTS,
    KB,
    KB_KSDPK,
    KUBAR,
    KUKAR,
    MAHULU,
    PKS,
    PKS_FACTS,
    PKS_KSDPK,
    Rule,
    body_of,
    sheet_of,
)

THIRD = replace(FACTS, parties=(KUKAR, COMPANY))
TRIO = replace(FACTS, parties=(KUKAR, KUBAR, MAHULU))


def sides(rule: Rule, facts: NaskahFacts) -> list[tuple[str, str]]:
    return [(emblem.side, emblem.alt) for emblem in sheet_of(rule, facts).emblems]


def test_the_state_emblem_stands_alone_on_a_kesepakatan_bersama_of_regions():
    assert sides(KB, TRIO) == [("center", "Lambang Negara Republik Indonesia")]


def test_the_initiator_stands_right_and_every_partner_left_on_an_agreement():
    kubar, kukar, mahulu = (
        f"Lambang Kabupaten {name}" for name in ("Kutai Barat", "Kutai Kartanegara", "Mahakam Ulu")
    )
    assert sides(PKS, FACTS) == [("left", kubar), ("right", kukar)]
    assert sides(PKS, TRIO) == [("left", kubar), ("left", mahulu), ("right", kukar)]


@pytest.mark.parametrize("rule", [KB_KSDPK, PKS_KSDPK])
def test_a_third_party_stands_left_and_the_region_right(rule: Rule):
    assert sides(rule, THIRD) == [
        ("left", "Logo PT Contoh Sehat Nusantara"),
        ("right", "Lambang Kabupaten Kutai Kartanegara"),
    ]


@pytest.mark.parametrize(
    "address", ["https://evil.example/x.png", "file:///etc/passwd", "javascript:x", "data:text/html,x"]
)
def test_an_emblem_from_elsewhere_is_left_out(address: str):
    facts = replace(FACTS, parties=(replace(KUKAR, emblem=address), KUBAR))
    assert sheet_of(PKS, facts).emblems[-1].src == ""


def test_the_title_block_names_kind_parties_and_subject_line_by_line():
    assert sheet_of(KB, TRIO).title == (
        "KESEPAKATAN BERSAMA", "ANTARA", "PEMERINTAH KABUPATEN KUTAI KARTANEGARA,", "PEMERINTAH KABUPATEN KUTAI BARAT,",
        "DAN", "PEMERINTAH KABUPATEN MAHAKAM ULU", "TENTANG", "PELAYANAN KESEHATAN RUJUKAN DI WILAYAH PERBATASAN",
    )  # fmt: skip
    assert sheet_of(KB, FACTS).numbers == ("NOMOR : 119/017/KB/BKS/2026", "NOMOR : 134/09/KB/TAPEM/2026")


def test_the_opening_tells_the_day_in_words():
    assert sheet_of(KB, FACTS).opening == (
        "Pada hari ini, Sabtu, tanggal dua puluh satu, bulan November, tahun dua ribu dua puluh enam (21-11-2026), "
        "bertempat di Samarinda, kami yang bertanda tangan di bawah ini:"
    )


def test_the_opening_keeps_dots_until_the_day_is_known():
    opening = sheet_of(KB, replace(FACTS, signed_on=None, place="")).opening
    assert opening.count("…………") == 6
    assert "(……-……-…………)" in opening


def test_a_head_of_region_signs_in_person_without_titles():
    first = sheet_of(KB, FACTS).komparisi[0]
    assert (first.numeral, first.name) == ("I.", "CONTOH WIJAYA")
    assert first.text == (
        "Bupati Kutai Kartanegara, berkedudukan di Jalan Wolter Monginsidi, Tenggarong, dalam hal ini bertindak untuk "
        "dan atas nama Pemerintah Kabupaten Kutai Kartanegara, selanjutnya disebut PIHAK KESATU."
    )


def test_an_acting_head_cites_the_appointment():
    acting = replace(
        KUKAR, position="Penjabat Bupati Kutai Kartanegara", appointment="Keputusan Nomor 1 Tahun 2026"
    )
    text = sheet_of(KB, replace(FACTS, parties=(acting, KUBAR))).komparisi[0].text
    assert "Tenggarong, berdasarkan Keputusan Nomor 1 Tahun 2026, dalam hal ini" in text


def test_an_official_cites_the_surat_kuasa_khusus():
    text = sheet_of(PKS, PKS_FACTS).komparisi[1].text
    assert (
        "berdasarkan Surat Kuasa Khusus Bupati Kutai Barat Nomor 134/SKK/7/2026 tanggal 3 November 2026"
        in text
    )
    assert text.endswith("atas nama Pemerintah Kabupaten Kutai Barat, selanjutnya disebut PIHAK KEDUA.")


def test_a_third_party_cites_its_articles_and_their_ratification():
    text = sheet_of(KB_KSDPK, THIRD).komparisi[1].text
    assert text.startswith("Direktur Utama PT Contoh Sehat Nusantara, berkedudukan")
    assert "berdasarkan Anggaran Dasar Akta Nomor 12" in text
    assert "pengesahan Keputusan Menteri Hukum" in text


@pytest.mark.parametrize("authority", ["organisasi", "pribadi"])
def test_organisations_and_persons_need_no_ratification(authority: str):
    facts = replace(FACTS, parties=(KUKAR, replace(COMPANY, authority=authority)))
    assert "pengesahan" not in sheet_of(KB_KSDPK, facts).komparisi[1].text


def test_the_second_party_signs_left_and_the_first_right():
    rows = sheet_of(KB, FACTS).signatures
    assert [[box.sebutan for box in row] for row in rows] == [["PIHAK KEDUA", "PIHAK KESATU"]]
    rows = sheet_of(KB, TRIO).signatures
    assert [[box.sebutan for box in row] for row in rows] == [
        ["PIHAK KEDUA", "PIHAK KESATU"],
        ["PIHAK KETIGA"],
    ]


def test_the_closing_counts_originals_in_words_with_stamp_duty_and_equal_force():
    (closing,) = sheet_of(KB, TRIO).closing
    for words in ("dalam rangkap 3 (tiga) asli", "bermeterai cukup", "kekuatan hukum yang sama"):
        assert words in closing


def test_pasal_and_ayat_are_numbered_and_a_single_ayat_is_not():
    pasal = sheet_of(KB, FACTS).pasal
    assert (pasal[0].heading, pasal[0].title) == ("Pasal 1", "MAKSUD DAN TUJUAN")
    assert [ayat.mark for ayat in pasal[0].ayat] == ["(1)", "(2)"]
    assert [ayat.mark for ayat in pasal[2].ayat] == [""]
    assert [item.mark for item in pasal[2].ayat[0].huruf] == ["a.", "b.", "c.", "d.", "e.", "f."]


def test_an_annex_of_many_columns_lies_on_its_side_with_fixed_widths():
    body = replace(body_of(PKS, PKS_FACTS), annexes=(ANNEX,))
    (annex,) = sheet_of(PKS, PKS_FACTS, body).annexes
    assert annex.wide
    assert annex.heading == "LAMPIRAN"
    assert annex.paragraphs == ("Rencana aksi ini disusun untuk melaksanakan Pasal 4 ayat (2).",)
    assert 90 <= sum(annex.widths) <= 110
    assert column_widths(()) == ()


def test_paper_margins_and_letter_are_settings():
    a4 = PageSetup("A4", 210, 297, 25, 25, 25, 30, "tinos", 12)
    sheet = replace(sheet_of(KB, FACTS), page=a4)
    assert "@page{size:210mm 297mm;margin:25mm 25mm 25mm 30mm;" in page_css(sheet)
    assert 'class="font-tinos"' in render_html(sheet)
    assert 'class="font-arimo"' in render_html(replace(sheet, page=replace(a4, font="../../etc")))


@pytest.mark.parametrize(
    ("first_party", "names"),
    [("initiator", ["PT", "Kukar"]), ("region", ["Kukar", "PT"]), ("institution", ["PT", "Kukar"])],
)
def test_pihak_kesatu_is_whom_the_format_puts_first_whoever_made_the_offer(first_party, names):
    rows: list[Any] = [
        SimpleNamespace(name="PT", party=SimpleNamespace(partner_id=1)),
        SimpleNamespace(name="Kukar", party=SimpleNamespace(partner_id=None)),
    ]
    rule: Any = SimpleNamespace(first_party=first_party)
    ordered: list[Any] = in_text_order(rule, rows)
    assert [row.name for row in ordered] == names
