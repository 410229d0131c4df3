"""A foreign text is read into its parts, however it was typed; what has no place is kept with its line."""

from dataclasses import replace

import pytest

from agreements.naskah.reading import Paragraph, Reading, paragraphs_of_text, read
from agreements.naskah.structure import MAX_PASAL, Ayat, from_json, to_json
from tests.agreements.naskah.cast import ANNEX, FACTS, KB, PKS, PKS_FACTS, body_of, sheet_of

HEAD = """PERJANJIAN KERJASAMA
ANTARA
DINAS PEKERJAAN UMUM DAN PENATAAN RUANG KABUPATEN KUTAI BARAT
DAN
DINAS PEKERJAAN UMUM KABUPATEN MAHAKAM ULU
TENTANG
PEMELIHARAAN JALAN PENGHUBUNG
LONG IRAM – LONG HUBUNG
NOMOR : 134/11/PKS/2026
NOMOR PIHAK KEDUA : ..........
Pada hari ini, Senin, tanggal dua bulan Maret tahun dua ribu dua puluh enam, kami yang bertanda tangan di bawah ini:
1. CONTOH WIJAYA : Kepala Dinas, selanjutnya disebut PIHAK KESATU.
2. CONTOH BULAN : Kepala Dinas, selanjutnya disebut PIHAK KEDUA.
Menimbang : a. bahwa jalan penghubung rusak berat;
b. bahwa perlu kerja sama;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
2. Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah;
PARA PIHAK sepakat membuat perjanjian dengan ketentuan sebagai berikut:
"""


def of(text: str) -> Reading:
    return read(paragraphs_of_text(HEAD + text), PKS)


def words_of(reading: Reading) -> set[str]:
    told = str(to_json(reading.body)) + str(reading)
    return set(told.replace("\\n", " ").replace("'", " ").split())


def printed(sheet) -> list[Paragraph]:
    lines = [*sheet.title, *sheet.numbers, sheet.opening]
    lines += [f"{row.numeral} {row.name}: {row.text}" for row in sheet.komparisi]
    lines += [sheet.definition, *(f"{row.mark} {row.text}" for row in sheet.recitals)]
    lines += [sheet.bases_intro, *(f"{row.mark} {row.text}" for row in sheet.bases), sheet.agreement]
    for pasal in sheet.pasal:
        lines += [pasal.heading, pasal.title]
        for ayat in pasal.ayat:
            lines += [f"{ayat.mark} {ayat.text}".strip(), *(f"{row.mark} {row.text}" for row in ayat.huruf)]
    lines += [*sheet.closing, "PIHAK KEDUA | PIHAK KESATU"]
    rows = [Paragraph(text) for text in lines]
    for annex in sheet.annexes:
        rows += [Paragraph(annex.heading), Paragraph(annex.title.upper())]
        rows += [Paragraph(text) for text in annex.paragraphs]
        rows.append(Paragraph("", table=(annex.columns, *annex.rows)))
    return rows


@pytest.mark.parametrize(("rule", "facts"), [(KB, FACTS), (PKS, PKS_FACTS)], ids=["kb", "pks"])
def test_our_own_print_reads_back_into_the_same_pasal_ayat_and_huruf(rule, facts):
    body = replace(body_of(rule, facts), annexes=(ANNEX,))
    sheet = sheet_of(rule, facts, body)
    reading = read(printed(sheet), rule)
    assert [row.clause for row in reading.body.pasal] == [row.clause for row in body.pasal]
    for read_row, print_row in zip(reading.body.pasal, sheet.pasal, strict=True):
        assert read_row.title == print_row.title
        told = [(row.text, tuple(item.text for item in row.huruf)) for row in print_row.ayat]
        assert [(row.text, row.huruf) for row in read_row.ayat] == told
    assert len(reading.body.recitals) == len(body.recitals)
    assert len(reading.body.bases) == len(body.bases)
    assert reading.body.annexes[0].table[0] == ANNEX.table[0]
    assert reading.unplaced == ()
    assert from_json(to_json(reading.body)) == reading.body


def test_the_title_block_gives_kind_parties_subject_and_the_number_of_each():
    reading = of("Pasal 1\nOBJEK\nObjeknya jalan.")
    assert reading.kind_words == "PERJANJIAN KERJASAMA"
    assert reading.between == (
        "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG KABUPATEN KUTAI BARAT",
        "DINAS PEKERJAAN UMUM KABUPATEN MAHAKAM ULU",
    )
    assert reading.title == "PEMELIHARAAN JALAN PENGHUBUNG LONG IRAM – LONG HUBUNG"
    assert reading.numbers == ("134/11/PKS/2026", "")


def test_menimbang_and_mengingat_may_carry_their_first_item_on_the_same_line():
    reading = of("Pasal 1\nOBJEK\nObjeknya jalan.")
    assert reading.body.recitals == ("bahwa jalan penghubung rusak berat;", "bahwa perlu kerja sama;")
    assert [row.split(" tentang ")[0] for row in reading.body.bases] == [
        "Undang-Undang Nomor 23 Tahun 2014",
        "Peraturan Pemerintah Nomor 28 Tahun 2018",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Pasal 3\nJANGKA WAKTU", "PASAL 3\nJangka Waktu", "Pasal 3 Jangka Waktu", "PASAL 3 JANGKA WAKTU",
        "Pasal 3. Jangka Waktu", "Pasal III\nJANGKA WAKTU", "pasal 3 - JANGKA WAKTU", "Pasal 3\n(JANGKA WAKTU)",
        "“Pasal 3\nJANGKA\nWAKTU", "Pasal 3:\nMASA BERLAKU",
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_written(heading):
    pasal = of(f"{heading}\nPerjanjian ini berlaku 3 (tiga) tahun.").body.pasal
    assert [row.clause for row in pasal] == ["jangka_waktu"]
    assert pasal[0].ayat == (Ayat("Perjanjian ini berlaku 3 (tiga) tahun."),)


def test_a_title_may_stand_above_its_heading():
    reading = of("Pasal 1\nOBJEK\nObjeknya jalan.\nPEMBIAYAAN\nPasal 2\nBiaya dari APBD.")
    assert [(row.title, row.clause) for row in reading.body.pasal] == [
        ("OBJEK", "objek"),
        ("PEMBIAYAAN", "pembiayaan"),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Pasal 5 ayat (2) berlaku pula.", "Pasal 9 diatur kemudian.", "Pasal 4 huruf b tetap berlaku;"],
)
def test_a_sentence_that_begins_with_a_pasal_is_no_heading(sentence):
    reading = of(f"Pasal 1\nOBJEK\n(1) Objeknya jalan.\n{sentence}")
    assert len(reading.body.pasal) == 1
    assert sentence in reading.body.pasal[0].ayat[0].text


MARKS = {
    "paren": "(1) Satu:\na. kesatu;\nb. kedua.\n(2) Dua.",
    "dots": "1. Satu:\na. kesatu;\nb. kedua.\n2. Dua.",
    "closing brackets": "(1) Satu:\na) kesatu;\nb) kedua.\n(2) Dua.",
    "figures below": "(1) Satu:\n1. kesatu;\n2. kedua.\n(2) Dua.",
    "dashes below": "(1) Satu:\n- kesatu;\n- kedua.\n(2) Dua.",
    "marks lost": "Satu:\nkesatu;\nkedua.\nDua.",
}


@pytest.mark.parametrize("text", MARKS.values(), ids=list(MARKS))
def test_ayat_and_huruf_are_known_by_any_mark(text):
    (pasal,) = of(f"Pasal 1\nRUANG LINGKUP\n{text}").body.pasal
    assert pasal.ayat == (Ayat("Satu:", ("kesatu;", "kedua.")), Ayat("Dua."))


def test_what_is_deeper_than_a_huruf_stays_in_its_words():
    (pasal,) = of("Pasal 1\nOBJEK\n(1) Satu:\na. dua:\n1) tiga;\n2) empat.\nb. lima.").body.pasal
    assert pasal.ayat[0].huruf == ("dua: 1) tiga; 2) empat.", "lima.")


def test_an_unknown_title_makes_its_own_code_and_none_is_given_twice():
    rows = of(
        "Pasal 1\nKEARIFAN LOKAL\nSatu.\nPasal 2\nKEARIFAN LOKAL\nDua.\nPasal 3\n\nTanpa judul, begitu saja."
    ).body.pasal
    assert [row.clause for row in rows] == ["kearifan_lokal", "kearifan_lokal_2", "pasal_3"]
    assert rows[2].title == ""


def test_nothing_is_dropped():
    text = (
        "BAB I UMUM\nPasal 1\nOBJEK\nObjeknya zamrud.\nNo. | Barang\n1 | safir\n- 7 -\n"
        "Demikian perjanjian ini dibuat.\nPIHAK KEDUA,   PIHAK KESATU,\nCONTOH WIJAYA\nLAMPIRAN I\nDAFTAR\nisi intan\n"
        "No. | Nama\n1 | mirah\nx | y\n"
    )
    reading = of(text)
    assert {row.line - HEAD.count("\n"): row.text for row in reading.unplaced} == {
        1: "BAB I UMUM", 5: "1 | safir", 7: "- 7 -",
    }  # fmt: skip
    assert reading.body.annexes[0].table[1] == ("1", "mirah")
    for word in ("zamrud.", "safir", "WIJAYA", "intan"):
        assert any(word in told for told in words_of(reading)), word


def test_what_is_beyond_the_bounds_of_a_body_is_shown_as_unplaced():
    many = "\n".join(f"Pasal {n}\nHAL KE {n}\nIsi {n}." for n in range(1, MAX_PASAL + 3))
    reading = of(f"{many}\n")
    assert len(reading.body.pasal) == MAX_PASAL
    assert any(f"Isi {MAX_PASAL + 2}." in row.text for row in reading.unplaced)
    long = of("Pasal 1\nOBJEK\n(1) " + "kata " * 5000 + "\n(2) Pendek.")
    assert long.body.pasal[0].ayat == (Ayat("Pendek."),)
    assert len(long.unplaced) == 1
    from_json(to_json(long.body))


def test_every_place_tells_its_paragraph():
    reading = of("Pasal 1\nOBJEK\n(1) Satu:\na. kesatu.\n(2) Dua.")
    start = HEAD.count("\n")
    assert reading.places["Pasal 1"] == start + 1
    assert reading.places["Pasal 1 ayat (1) huruf a"] == start + 4
    assert reading.places["Pasal 1 ayat (2)"] == start + 5


@pytest.mark.parametrize(
    "text", ["", "\n\n", "hanya sebaris", "Pasal", "((((", "\u202e\u202e", "LAMPIRAN\n" * 5]
)
def test_no_text_breaks_the_reader(text):
    reading = read(paragraphs_of_text(text))
    assert from_json(to_json(reading.body)) == reading.body
