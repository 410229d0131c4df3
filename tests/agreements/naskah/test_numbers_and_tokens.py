"""Cross references and tokens: the machine counts, and says what it does not know."""

import pytest

from agreements.naskah.facts import NaskahFacts, values_of
from agreements.naskah.names import strip_titles
from agreements.naskah.numbering import Numbering, passages, resolve
from agreements.naskah.placeholders import fill, find, registry, unfilled_tokens, unknown_tokens
from agreements.naskah.structure import Annex, Ayat, Body, Pasal
from tests.agreements.naskah.cast import FACTS, PKS_FACTS

BODY = Body(
    recitals=("bahwa satu",),
    pasal=(
        Pasal("maksud_tujuan", "MAKSUD DAN TUJUAN", (Ayat("Maksud."), Ayat("Tujuan."))),
        Pasal("objek", "OBJEK", (Ayat("Objek:", ("air", "jalan")),)),
    ),
    annexes=(Annex("Peta"),),
)


@pytest.mark.parametrize(
    ("reference", "within", "words"),
    [
        ("{pasal:objek}", "", "Pasal 2"),
        ("{pasal:maksud_tujuan:2}", "", "Pasal 1 ayat (2)"),
        ("{pasal:maksud_tujuan:2}", "maksud_tujuan", "ayat (2)"),
        ("{pasal:objek:1}", "", "Pasal 2"),
        ("{pasal:objek:1:b}", "", "Pasal 2 huruf b"),
        ("{pasal:objek:1:b}", "objek", "huruf b"),
        ("{pasal:objek}", "objek", "Pasal ini"),
        ("{lampiran:1}", "", "Lampiran"),
    ],
)
def test_a_reference_becomes_the_number_it_points_at(reference: str, within: str, words: str):
    assert resolve(BODY, f"dalam {reference}.", within=within) == f"dalam {words}."


@pytest.mark.parametrize(
    "reference",
    [
        "{pasal:sanksi}",
        "{pasal:objek:2}",
        "{pasal:objek:1:c}",
        "{lampiran:2}",
        "{lampiran:0}",
        "{pasal:objek:0}",
    ],
)
def test_a_reference_to_nothing_is_listed_and_prints_as_dots(reference: str):
    assert Numbering(BODY).unresolved(reference) == (reference,)
    assert resolve(BODY, reference) == "Pasal …"


def test_two_annexes_are_told_apart_by_roman_numerals():
    body = Body(annexes=(Annex("Peta"), Annex("Daftar")))
    assert resolve(body, "{lampiran:2}") == "Lampiran II"


def test_moving_a_pasal_moves_every_reference_to_it():
    moved = Body(pasal=(BODY.pasal[1], BODY.pasal[0]))
    assert resolve(moved, "{pasal:objek}") == "Pasal 1"


def test_every_text_of_a_body_has_a_place_a_reader_finds():
    labels = [passage.place.label for passage in passages(BODY)]
    assert labels == [
        "Konsiderans angka 1", "Pasal 1", "Pasal 1 ayat (1)", "Pasal 1 ayat (2)",
        "Pasal 2", "Pasal 2", "Pasal 2 huruf a", "Pasal 2 huruf b", "Lampiran",
    ]  # fmt: skip


def test_known_tokens_are_filled_and_unknown_ones_stay_as_typed():
    text = "{pihak1.sebutan} dan {bukan.isian} tentang {judul}"
    assert fill(text, {"pihak1.sebutan": "PIHAK KESATU"}) == "PIHAK KESATU dan {bukan.isian} tentang ……"
    assert unknown_tokens(text) == ("{bukan.isian}",)
    assert [item.code for item in unfilled_tokens(text, {"pihak1.sebutan": "x"})] == ["judul"]


def test_a_value_is_never_read_as_a_token_again():
    assert fill("{judul}", {"judul": "{pihak1.nama}", "pihak1.nama": "Rahasia"}) == "{pihak1.nama}"


@pytest.mark.parametrize(
    "token", ["{pihak0.nama}", "{pihak21.nama}", "{pihak1.gaji}", "{Judul}", "{ judul }", "{}"]
)
def test_tokens_nobody_knows_are_reported(token: str):
    assert unknown_tokens(f"teks {token} teks") == (token,)


def test_every_token_in_the_help_is_known_and_has_an_example():
    for item in registry(3):
        assert find(item.code) is not None
        assert item.label
        assert item.help
        assert item.example
        assert unknown_tokens(f"{{{item.code}}}") == ()


def test_every_token_has_its_value_when_the_facts_are_complete():
    values = values_of(PKS_FACTS)
    missing = [item.code for item in registry(2) if not values.get(item.code)]
    assert missing == ["tujuan"]
    assert values["jangka_waktu"] == "3 (tiga) tahun"
    assert values["kb.nomor"] == "Nomor 119/003/KB/BKS/2026 dan Nomor 134/02/KB/TAPEM/2026"
    assert values["pihak2.sebutan"] == "PIHAK KEDUA"


def test_an_answer_of_a_form_loses_its_own_full_stop():
    assert values_of(NaskahFacts("Judul", (), object="layanan rujukan. "))["objek"] == "layanan rujukan"
    assert values_of(FACTS)["rangkap"] == "2 (dua)"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Dr. H. Contoh Wijaya, S.H., M.Si.", "H. Contoh Wijaya"),
        ("Prof. Dr. Ir. Contoh Lestari, M.T.", "Contoh Lestari"),
        ("dr. Contoh Melati, Sp.A", "Contoh Melati"),
        ("Drs. M. Contoh Yusuf", "M. Contoh Yusuf"),
        ("Dra. Hj. Contoh Aminah MM", "Hj. Contoh Aminah"),
        ("Dr.Ir. Contoh S.T., M.Eng.", "Contoh"),
        ("CONTOH S. WIJAYA", "CONTOH S. WIJAYA"),
        ("Ir Contoh", "Ir Contoh"),
        ("Contoh", "Contoh"),
        ("", ""),
    ],
)
def test_a_name_is_printed_without_academic_titles(written: str, printed: str):
    assert strip_titles(written) == printed
