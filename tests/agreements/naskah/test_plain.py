"""A pasal as plain text in the form: both ways without loss, and each bad line told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.naskah.plain import (
    PlainTextError,
    clean,
    parse_ayat,
    parse_lines,
    parse_table,
    print_ayat,
    print_table,
)
from agreements.naskah.structure import Ayat

# Letters, marks that could be mistaken for ayat or huruf, brackets, bars and signs from the whole of Unicode.
RAW = st.one_of(
    st.text(max_size=40),
    st.from_regex(r"(\(\d{1,2}\)|[a-z][.)]|\d[.)]|\||\{pasal:objek\}) ?[a-z ()|.]{0,20}", fullmatch=True),
)
TEXT = RAW.map(clean).filter(bool)
AYAT = st.builds(Ayat, TEXT, st.lists(TEXT, max_size=5).map(tuple))
CELL = RAW.map(clean)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(AYAT, min_size=1, max_size=5).map(tuple))
def test_what_is_printed_for_the_form_is_read_back_unchanged(ayat: tuple[Ayat, ...]):
    assert parse_ayat(print_ayat(ayat)) == ayat


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_either_read_or_refused_by_line(source: str):
    try:
        ayat = parse_ayat(source)
    except PlainTextError as error:
        faults = error.faults
    else:
        assert parse_ayat(print_ayat(ayat)) == ayat
        return
    assert faults
    assert all(fault.line >= 1 and fault.message for fault in faults)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_a_table_is_read_back_unchanged(rows: list[list[str]]):
    table = tuple(tuple(row) for row in rows if any(row) or len(row) > 1)
    assert parse_table(print_table(table)) == table


def test_a_pasal_reads_as_lawyers_write_it():
    ayat = (Ayat("Maksud perjanjian ini jelas."), Ayat("Tujuannya:", ("satu; dan", "dua.")))
    assert (
        print_ayat(ayat) == "(1) Maksud perjanjian ini jelas.\n(2) Tujuannya:\n    a. satu; dan\n    b. dua."
    )


def test_a_broken_line_goes_on_with_the_line_above():
    source = "(1)\nMaksud perjanjian\nini jelas.\n\n(2) Tujuannya:\na) satu\nsetengah; dan\nb. dua."
    assert parse_ayat(source) == (
        Ayat("Maksud perjanjian ini jelas."), Ayat("Tujuannya:", ("satu setengah; dan", "dua.")),
    )  # fmt: skip


def test_a_single_ayat_needs_no_number():
    assert parse_ayat("Objek meliputi:\na. air; dan\nb. jalan.") == (
        Ayat("Objek meliputi:", ("air; dan", "jalan.")),
    )


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("a. tanpa pembuka", 1, "kalimat pembuka"),
        ("Pembuka.\n(1) Ayat.", 2, "belum bernomor"),
        ("(1) Satu.\n(2)", 2, "belum berisi teks"),
        ("(1) Satu:\na.\nb. dua", 2, ""),
        ("Satu.\n\nDua.", 3, "tidak bertanda"),
        ("(1) Satu:\n1. angka", 2, "Rincian angka"),
        ("(1) Satu:\n" + "\n".join("a. x" for _ in range(27)), 28, "sampai z"),
        ("(1) " + "x" * 6001, 1, "lebih dari 6000"),
    ],
)
def test_each_bad_line_is_named_with_its_remedy(source: str, line: int, words: str):
    if not words:
        assert parse_ayat("(1) Satu:\na.\nlanjutan\nb. dua")[0].huruf == ("lanjutan", "dua")
        words = "belum berisi"
    with pytest.raises(PlainTextError, match=words) as caught:
        parse_ayat(source)
    assert caught.value.faults[0].line == line
    assert str(caught.value).startswith(f"Baris {line}: ")


def test_control_and_direction_changing_characters_are_dropped():
    assert clean("kas\u202eharead\u0000 \t baru\u2028lagi") == "kasharead baru lagi"


def test_lines_of_recitals_leave_out_the_empty_ones():
    assert parse_lines("bahwa satu;\n\n  bahwa   dua.  ") == ("bahwa satu;", "bahwa dua.")
    with pytest.raises(PlainTextError, match="Lebih dari 100 butir"):
        parse_lines("x\n" * 101)


def test_a_table_pasted_from_a_spreadsheet_is_read_by_its_tabs():
    assert parse_table("No\tKegiatan\n1\tPelatihan") == (("No", "Kegiatan"), ("1", "Pelatihan"))


def test_a_row_with_another_number_of_cells_is_named():
    with pytest.raises(PlainTextError, match="Baris 3: Ada 3 kolom, seharusnya 2"):
        parse_table("No | Kegiatan\n1 | Satu\n2 | Dua | Tiga")
