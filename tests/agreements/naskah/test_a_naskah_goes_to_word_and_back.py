"""A naskah handed out as Word comes back as the same naskah; what an officer changed is found, nothing is lost."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from agreements.documents.compose import Words
from agreements.documents.naskah_word import FrameLines, Origin, naskah_docx
from agreements.naskah.structure import Annex, Ayat, Body, Pasal
from agreements.naskah.word.placing import Placed, has_marks, place
from agreements.naskah.word.reader import WordText, read_docx
from agreements.naskah.word.tokens import Restorer
from tests.agreements.naskah.cast import (
    ANNEX,
    FACTS,
    KB,
    KB_KSDPK,
    PKS,
    PKS_FACTS,
    PKS_KSDPK,
    Rule,
    body_of,
    sheet_of,
)
from tests.agreements.naskah.word_files import changed, paragraph_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f0003860180"
    "5a34c0000000000049454e44ae426082"
)
KINDS = [(KB, FACTS), (PKS, PKS_FACTS), (KB_KSDPK, FACTS), (PKS_KSDPK, PKS_FACTS)]
ODD = Body(
    recitals=("bahwa A & B < C;", ""),
    bases=("UU “X”",),
    pasal=(
        Pasal("satu", "SATU", (Ayat("Satu ayat saja:", ("huruf; dan", "b. Braun 😀.")),)),
        Pasal("dua", "DUA", (Ayat("(1) yang ditulis orang", ()), Ayat("Lihat {pasal:satu:1:b}.", ()))),
        Pasal("kosong", "KOSONG", ()),
        Pasal("klausul_dengan_nama_yang_panjang_sekali_x", "PANJANG", (Ayat("Isi.", ()),)),
    ),
    annexes=(Annex("Peta", ("Satu",)), Annex("Tabel", (), (("A", "B|C"), ("1", "")))),
)


def sent(rule: Rule = PKS, facts=PKS_FACTS, body: Body | None = None) -> tuple[bytes, Body]:
    body = body or replace(body_of(rule, facts), annexes=(ANNEX, ANNEX))
    return naskah_docx(
        sheet_of(rule, facts, body), body, Origin("naskahcontoh0001", 3), lambda _src: PNG
    ), body


def back(content: bytes, body: Body, rule: Rule = PKS, facts=PKS_FACTS) -> tuple[Body, Placed, WordText]:
    text = read_docx(content)
    placed = place(text.lines, body, FrameLines(sheet_of(rule, facts, body)).words, rule)
    return Restorer(Words(body, facts)).body(body, placed.body), placed, text


def pasal(body: Body, clause: str) -> Pasal:
    return next(row for row in body.pasal if row.clause == clause)


@pytest.mark.parametrize(("rule", "facts"), KINDS, ids=["kb", "pks", "kb-ksdpk", "pks-ksdpk"])
def test_an_untouched_file_comes_back_as_the_same_text(rule, facts):
    content, body = sent(rule, facts)
    found, placed, text = back(content, body, rule, facts)
    assert found == body
    assert (placed.left, placed.frame) == ([], [])
    assert (text.origin, text.version, text.changes, text.comments) == ("naskahcontoh0001", 3, (), ())
    assert has_marks(text.lines)


def test_odd_signs_single_ayat_empty_parts_and_long_codes_come_back_too():
    content, body = sent(body=ODD)
    found, placed, _text = back(content, body)
    assert found == ODD
    assert placed.left == []


def test_the_same_version_gives_the_same_bytes():
    assert sent()[0] == sent()[0]


def test_numbers_are_counted_by_word_and_read_as_words():
    content, body = sent()
    lines = {line.mark: line for line in read_docx(content).lines}
    assert lines["_ksd_p0_0_objek"].label == "Pasal 2"
    assert lines["_ksd_p2_0_objek"].label == "(2)"
    assert lines["_ksd_p1_2_pengakhiran"].label == "b."
    assert lines["_ksd_r2_0_"].label == "2."
    assert b"Pasal 2 OBJEK" not in content
    assert len(body.pasal) > 10


def test_a_word_changed_beside_a_token_leaves_the_token():
    content, body = sent()
    edited = changed(content, ("Kecamatan Kota Bangun dan Kecamatan", "seluruh Kecamatan"), ("Objek Perjanjian Kerja Sama ini adalah", "Objek yang dikerjasamakan ialah"))  # fmt: skip
    found, _placed, _text = back(edited, body)
    assert pasal(found, "objek").ayat[0].text == "Objek yang dikerjasamakan ialah {objek}."
    assert "{lokasi}" not in pasal(found, "objek").ayat[1].text
    assert "{pasal:objek:1}" in pasal(found, "objek").ayat[1].text
    assert replace(found, pasal=()) == replace(body, pasal=())


def test_a_new_ayat_needs_no_mark_and_moves_no_other():
    content, body = sent()
    new = '<w:p><w:pPr><w:pStyle w:val="KSDAyat"/></w:pPr><w:r><w:t>Objek dapat ditambah.</w:t></w:r></w:p>'
    edited = changed(content, (rf"({paragraph_of('ini adalah pelayanan kesehatan rujukan')})", rf"\1{new}"))
    found, placed, _text = back(edited, body)
    old = pasal(body, "objek").ayat
    assert pasal(found, "objek").ayat == (old[0], Ayat("Objek dapat ditambah."), *old[1:])
    assert placed.left == []


def test_a_pasal_that_went_and_one_that_came():
    content, body = sent()
    text = read_docx(content)
    kahar = [line for line in text.lines if line.mark.endswith("_keadaan_kahar")]
    pairs = [(paragraph_of(line.mark), "") for line in kahar]
    new = (
        '<w:p><w:pPr><w:pStyle w:val="KSDPasal"/></w:pPr><w:r><w:br/><w:t>KERAHASIAAN DATA</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="KSDIsiPasal"/></w:pPr><w:r><w:t>Data dirahasiakan.</w:t></w:r></w:p>'
    )
    edited = changed(content, *pairs, (rf"({paragraph_of('_ksd_p0_0_pengakhiran')})", rf"{new}\1"))
    found, placed, _text = back(edited, body)
    codes = [row.clause for row in found.pasal]
    assert "keadaan_kahar" not in codes
    assert found.pasal[codes.index("pengakhiran") - 1] == Pasal(
        "kerahasiaan", "KERAHASIAAN DATA", (Ayat("Data dirahasiakan."),)
    )
    assert placed.left == []


def test_a_pasal_typed_without_style_is_recognised_and_a_bare_line_is_shown():
    content, body = sent()
    new = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("Pasal 11 SANKSI", "(1) PIHAK yang lalai ditegur.", "a. lisan;", "Alinea tanpa tanda.")
    )
    edited = changed(content, (rf"({paragraph_of('_ksd_p0_0_pemantauan_evaluasi')})", rf"{new}\1"))
    found, placed, _text = back(edited, body)
    assert pasal(found, "sanksi") == Pasal(
        "sanksi", "SANKSI", (Ayat("PIHAK yang lalai ditegur.", ("lisan;",)),)
    )
    assert [row.text for row in placed.left] == ["Alinea tanpa tanda."]


def test_what_was_changed_in_the_frame_is_told_and_not_taken():
    content, body = sent()
    found, placed, _text = back(changed(content, ("CONTOH MELATI", "ORANG LAIN")), body)
    assert found == body
    assert [("ORANG LAIN" in row.found, "CONTOH MELATI" in row.expected) for row in placed.frame] == [
        (True, True)
    ] * 2


def test_a_line_of_the_frame_that_was_deleted_is_told():
    content, body = sent()
    _found, placed, _text = back(changed(content, (paragraph_of("Demikian Perjanjian"), "")), body)
    assert [(row.line, row.found) for row in placed.frame] == [(0, "")]


def test_a_blank_that_was_filled_meanwhile_is_no_change():
    body = Body(pasal=(Pasal("tempat", "TEMPAT", (Ayat("Dibuat di {tempat} pada hari ini."),)),))
    empty = replace(PKS_FACTS, place="")
    content = naskah_docx(sheet_of(PKS, empty, body), body, Origin("x", 1), lambda _src: None)
    text = read_docx(content)
    placed = place(text.lines, body, {}, PKS)
    assert Restorer(Words(body, PKS_FACTS)).body(body, placed.body) == body


def test_a_file_without_our_marks_is_still_read_by_its_styles():
    content, body = sent()
    bare = changed(content, (r"<w:bookmark(?:Start|End)[^>]*/>", ""))
    text = read_docx(bare)
    assert not has_marks(text.lines)
    found = Restorer(Words(body, PKS_FACTS)).body(body, place(text.lines, body, {}, PKS).body)
    assert found == body


needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice tidak terpasang di mesin ini"
)


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """LibreOffice with a profile of its own, saving a file in another form."""
    profile = tmp_path_factory.mktemp("profil")

    def save(path: Path, form: str) -> Path:
        folder = path.parent / f"sebagai-{form}"
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=300)
        return folder / f"{path.stem}.{form}"

    return save


@needs_libreoffice
@pytest.mark.parametrize("through", ["docx", "odt"])
def test_libreoffice_opens_the_file_and_saves_the_same_text(tmp_path: Path, converted, through: str):
    content, body = sent()
    path = tmp_path / "naskah.docx"
    path.write_bytes(content)
    path = converted(converted(path, through), "docx")
    found, placed, _text = back(path.read_bytes(), body)
    assert found == body
    assert placed.left == []


@needs_libreoffice
def test_what_is_edited_in_libreoffice_comes_back_as_that_edit(tmp_path: Path, converted):
    content, body = sent()
    path = tmp_path / "naskah.docx"
    path.write_bytes(content)
    flat = converted(path, "fodt")
    source = flat.read_text(encoding="utf-8")
    edited = source.replace("Objek Perjanjian Kerja Sama ini adalah", "Objeknya ialah")
    assert edited != source
    flat.write_text(edited, encoding="utf-8")
    found, placed, _text = back(converted(flat, "docx").read_bytes(), body)
    assert pasal(found, "objek").ayat[0].text == "Objeknya ialah {objek}."
    assert [row for row in found.pasal if row not in body.pasal] == [pasal(found, "objek")]
    assert placed.left == []
