"""Two wordings side by side: Pasal found again by their clause, then paragraphs, then words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.naskah.aligning import longest_rise
from agreements.naskah.choosing import taken_back
from agreements.naskah.comparing import compare, compare_texts
from agreements.naskah.difference import changed
from agreements.naskah.runs import word_runs
from agreements.naskah.structure import Annex, Ayat, Body, Pasal

OBJECT = Pasal("objek", "OBJEK", (Ayat("Objek kerja sama ini adalah pelayanan kesehatan di perbatasan."),))
SCOPE = Pasal(
    "ruang_lingkup", "RUANG LINGKUP",
    (Ayat("Ruang lingkup meliputi:", ("pertukaran data;", "pelatihan tenaga kesehatan; dan", "rujukan pasien.")),),
)  # fmt: skip
TERM = Pasal(
    "jangka_waktu", "JANGKA WAKTU",
    (Ayat("Perjanjian berlaku selama {jangka_waktu}."), Ayat("Perjanjian dapat diperpanjang atas kesepakatan.")),
)  # fmt: skip
DISPUTE = Pasal("perselisihan", "PENYELESAIAN PERSELISIHAN", (Ayat("Perselisihan diselesaikan musyawarah."),))
BASE = Body(
    recitals=("bahwa kerja sama perlu dilaksanakan;", "bahwa para pihak sepakat."),
    bases=("Undang-Undang Nomor 23 Tahun 2014;", "Peraturan Pemerintah Nomor 28 Tahun 2018."),
    pasal=(OBJECT, SCOPE, TERM, DISPUTE),
    annexes=(Annex("RENCANA", ("Rencana kerja:",), (("No.", "Kegiatan"), ("1", "Rapat"), ("2", "Pelatihan"))),),
)  # fmt: skip


def pasal(body: Body, *rows: Pasal) -> Body:
    return replace(body, pasal=rows)


def marked(old: str, new: str) -> str:
    marks = {"kept": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[run.fate].format(run.text) for run in word_runs(old, new))


def section(old: Body, new: Body, clause: str):
    return next(row for row in compare(old, new).sections if row.clause == clause)


def test_equal_wordings_have_no_difference():
    assert compare(BASE, BASE).empty
    assert not compare(BASE, BASE).keys


def test_changed_words_are_told_word_by_word():
    assert marked("berlaku selama 3 (tiga) tahun.", "berlaku selama 5 (lima) tahun.") == (
        "berlaku selama [-3 (tiga-][+5 (lima+]) tahun."
    )
    assert marked("Pihak wajib membayar.", "Pihak tidak wajib membayar.") == "Pihak[+ tidak+] wajib membayar."


def test_a_placeholder_is_one_word():
    assert marked("oleh {pihak1.nama} saja", "oleh {pihak2.nama} saja") == (
        "oleh [-{pihak1.nama}-][+{pihak2.nama}+] saja"
    )


def test_a_wholly_other_sentence_is_not_taken_to_pieces():
    assert marked("Satu dua tiga empat.", "Lima enam tujuh delapan.") == (
        "[-Satu dua tiga empat.-][+Lima enam tujuh delapan.+]"
    )


def test_a_moved_pasal_is_recognised_and_not_told_as_gone_and_new():
    moved = pasal(BASE, OBJECT, TERM, DISPUTE, SCOPE)
    found = section(BASE, moved, "ruang_lingkup")
    assert (found.moved, found.what, found.old_number, found.new_number) == (True, "same", 2, 4)
    assert compare(BASE, moved).counts == {"moved": 1}


def test_a_moved_pasal_may_be_changed_too():
    other = replace(SCOPE, ayat=(Ayat("Ruang lingkup meliputi:", (*SCOPE.ayat[0].huruf[:2], "rujukan.")),))
    found = section(BASE, pasal(BASE, OBJECT, TERM, DISPUTE, other), "ruang_lingkup")
    assert found.moved
    assert [found.place(line) for line in changed(found.lines)] == ["Pasal 4 huruf c"]


def test_a_pasal_that_went_stands_where_it_stood():
    rows = compare(BASE, pasal(BASE, OBJECT, TERM, DISPUTE)).sections
    assert [row.clause for row in rows if row.part == "pasal"] == [
        "objek", "ruang_lingkup", "jangka_waktu", "perselisihan",
    ]  # fmt: skip
    assert section(BASE, pasal(BASE, OBJECT, TERM, DISPUTE), "ruang_lingkup").what == "removed"


def test_a_pasal_from_outside_is_found_by_its_title():
    outside = pasal(BASE, *(replace(row, clause=f"luar_{n}") for n, row in enumerate(BASE.pasal)))
    assert compare(BASE, outside).empty


def test_an_ayat_put_between_leaves_the_others_alone():
    rows = (TERM.ayat[0], Ayat("Jangka waktu dihitung sejak ditandatangani."), TERM.ayat[1])
    found = section(BASE, pasal(BASE, OBJECT, SCOPE, replace(TERM, ayat=rows), DISPUTE), "jangka_waktu")
    assert [(line.what, line.mark) for line in found.lines[1:]] == [
        ("same", "(1)"), ("added", "(2)"), ("same", "(3)"),
    ]  # fmt: skip


def test_an_ayat_that_lost_its_huruf_is_still_the_same_ayat():
    short = replace(SCOPE, ayat=(Ayat("Ruang lingkup meliputi rujukan pasien."),))
    found = section(BASE, pasal(BASE, OBJECT, short, TERM, DISPUTE), "ruang_lingkup")
    (ayat,) = found.lines[1:]
    assert ayat.what == "changed"
    assert [line.what for line in ayat.below] == ["removed"] * 3


def test_a_table_row_put_first_is_one_row_and_the_numbers_of_the_rest():
    table = (("No.", "Kegiatan"), ("1", "Persiapan tim"), ("2", "Rapat"), ("3", "Pelatihan"))
    other = replace(BASE, annexes=(replace(BASE.annexes[0], table=table),))
    lines = compare(BASE, other).sections[-1].lines
    assert [line.what for line in lines if line.level == "baris"] == ["same", "added", "changed", "changed"]


def test_recitals_and_bases_are_compared():
    other = replace(BASE, recitals=BASE.recitals[:1], bases=(*BASE.bases, "Peraturan Menteri."))
    assert compare(BASE, other).counts == {"removed": 1, "added": 1, "moved": 0}


def test_one_change_taken_back_leaves_the_other():
    longer = replace(TERM, ayat=(Ayat("Perjanjian berlaku selama 3 (tiga) tahun."), TERM.ayat[1]))
    new = pasal(BASE, replace(OBJECT, title="MAKSUD"), SCOPE, longer, DISPUTE)
    difference = compare(BASE, new)
    title, term = difference.keys
    assert difference.place_of(term) == "Pasal 3 ayat (1)"
    assert taken_back(difference, [title]) == pasal(BASE, OBJECT, SCOPE, longer, DISPUTE)
    assert taken_back(difference, [term]) == pasal(
        BASE, replace(OBJECT, title="MAKSUD"), SCOPE, TERM, DISPUTE
    )


def test_a_pasal_put_back_stands_where_it_stood():
    new = pasal(BASE, DISPUTE, OBJECT, TERM)
    difference = compare(BASE, new)
    gone = next(row.key for row in difference.sections if row.clause == "ruang_lingkup")
    assert [row.clause for row in taken_back(difference, [gone]).pasal] == [
        "perselisihan", "objek", "ruang_lingkup", "jangka_waktu",
    ]  # fmt: skip


def test_an_unknown_key_is_refused():
    with pytest.raises(KeyError):
        taken_back(compare(BASE, BASE), ["pasal-9-9"])


WORDS = st.text("ab {}.\n", max_size=12)
AYAT = st.builds(Ayat, WORDS, st.lists(WORDS, max_size=3).map(tuple))
PASAL = st.builds(
    Pasal, st.sampled_from(["a", "b", "c", "d", ""]), WORDS, st.lists(AYAT, max_size=3).map(tuple)
)
ANNEX = st.builds(
    Annex, WORDS, st.lists(WORDS, max_size=2).map(tuple),
    st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
)  # fmt: skip
BODIES = st.builds(
    Body,
    *(st.lists(WORDS, max_size=3).map(tuple) for _ in range(2)),
    st.lists(PASAL, max_size=5).map(tuple),
    st.lists(ANNEX, max_size=2).map(tuple),
)


def without_codes(body: Body) -> Body:
    return replace(body, pasal=tuple(replace(row, clause="") for row in body.pasal))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(BODIES, BODIES)
def test_all_changes_taken_back_give_the_old_wording_and_none_the_new(old: Body, new: Body):
    difference = compare(old, new)
    assert taken_back(difference, []) == new
    assert without_codes(taken_back(difference, difference.keys)) == without_codes(old)
    assert len(set(difference.keys)) == len(difference.keys)
    assert difference.empty == (without_codes(old) == without_codes(new))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text("ab {}.1", max_size=40), st.text("ab {}.1", max_size=40))
def test_runs_give_both_texts_letter_by_letter(old: str, new: str):
    runs = word_runs(old, new)
    assert "".join(run.text for run in runs if run.fate != "added") == old
    assert "".join(run.text for run in runs if run.fate != "removed") == new


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(WORDS, max_size=60))
def test_every_paragraph_appears_once_and_in_order(old: list[str], new: list[str]):
    lines = compare_texts(old, new)
    assert [line.old[0] for line in lines if line.old] == old
    assert [line.new[0] for line in lines if line.new] == new


def test_what_rises_keeps_its_place():
    assert longest_rise([0, 3, 1, 2]) == [0, 2, 3]
    assert longest_rise([]) == []
