"""A lampiran put before another is one addition; the others keep their words, and references follow them."""

from dataclasses import replace
from typing import Any

import pytest

from agreements.naskah.choosing import taken_back
from agreements.naskah.comparing import compare
from agreements.naskah.matching import same_annexes
from agreements.naskah.merging import Mine, merge, wordings
from agreements.naskah.parts import body_of_parts, parts_of
from agreements.naskah.structure import Annex, Ayat, Body, Pasal

MAP = Annex("PETA LOKASI", ("Peta kecamatan yang dilayani puskesmas perbatasan.",))
PLAN = Annex("RENCANA KERJA", (), (("No.", "Kegiatan"), ("1", "Rapat"), ("2", "Pelatihan")))
STAFF = Annex("DAFTAR PETUGAS", ("Nama petugas contoh.",))
BODY = Body(
    pasal=(Pasal("objek", "OBJEK", (Ayat("Lokasi menurut {lampiran:1}, rencana menurut {lampiran:2}."),)),),
    annexes=(MAP, PLAN),
)


def with_annexes(*rows: Annex, body: Body = BODY) -> Body:
    return replace(body, annexes=rows)


def told(sent: Body, newest: Body, back: Body, known: dict[int, int] | None = None) -> list[Any]:
    found = wordings(parts_of(sent), parts_of(newest), parts_of(back), known).changes()
    return [(row.key, row.label, row.what, row.conflict) for row in found]


def taken(sent: Body, newest: Body, back: Body, known: dict[int, int] | None = None) -> Body:
    three = wordings(parts_of(sent), parts_of(newest), parts_of(back), known)
    return body_of_parts(three.taken([row.key for row in three.changes()]))


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ((MAP, PLAN), {0: 0, 1: 1}),
        ((STAFF, MAP, PLAN), {1: 0, 2: 1}),
        ((MAP, STAFF, PLAN), {0: 0, 2: 1}),
        ((PLAN, MAP), {0: 1, 1: 0}),
        ((PLAN,), {0: 1}),
        ((replace(MAP, title="PETA WILAYAH"), PLAN), {0: 0, 1: 1}),
        ((STAFF, replace(PLAN, table=(("Apa", "Kapan"),))), {0: 0, 1: 1}),
        ((Annex("TANAH"), Annex("AIR"), Annex("UDARA")), {0: 0, 1: 1}),
        ((), {}),
    ],
    ids=["equal", "before", "between", "swapped", "gone", "renamed", "rewritten", "all other", "none"],
)
def test_a_lampiran_is_found_by_its_words_then_its_title_then_its_place(new, found):
    assert same_annexes((MAP, PLAN), new) == found


def test_what_came_with_its_mark_is_that_lampiran_whatever_it_says_now():
    other = Annex("RENCANA KERJA", ("Ditulis baru sama sekali.",))
    assert same_annexes((MAP, PLAN), (STAFF, other), {1: 0}) == {1: 0}
    assert same_annexes((MAP, PLAN), (STAFF,), {0: 7, 9: 0}) == {0: 0}
    assert same_annexes((MAP,), (MAP, PLAN), {0: 0, 1: 0}) == {0: 0}


def test_twins_are_told_apart_by_their_order():
    assert same_annexes((MAP, MAP), (STAFF, MAP, MAP)) == {1: 0, 2: 1}


def test_a_lampiran_put_first_is_one_addition_between_two_versions():
    new = with_annexes(STAFF, MAP, PLAN)
    difference = compare(BODY, new)
    assert [(row.label, row.what) for row in difference.sections if row.touched] == [("Lampiran I", "added")]
    assert taken_back(difference, difference.keys) == BODY


def test_a_lampiran_that_changed_its_place_moved():
    difference = compare(BODY, with_annexes(PLAN, MAP))
    assert difference.counts == {"moved": 1}
    moved = next(row for row in difference.sections if row.moved)
    assert (moved.label, moved.came_from) == ("Lampiran I", "Lampiran II")
    assert taken_back(difference, difference.keys) == BODY


def test_a_lampiran_put_first_in_word_is_one_part_to_accept_and_references_follow():
    back = with_annexes(STAFF, MAP, PLAN)
    assert told(BODY, BODY, back) == [("lampiran-3", "Lampiran I", "tambah", False)]
    body = taken(BODY, BODY, back)
    assert body.annexes == (STAFF, MAP, PLAN)
    assert body.pasal[0].ayat[0].text == "Lokasi menurut {lampiran:2}, rencana menurut {lampiran:3}."


def test_a_lampiran_put_first_here_meanwhile_does_not_disturb_the_one_changed_in_word():
    changed = replace(PLAN, paragraphs=("Jadwal satu tahun.",))
    newest, back = with_annexes(STAFF, MAP, PLAN), with_annexes(MAP, changed)
    assert told(BODY, newest, back) == [("lampiran-2", "Lampiran II", "ubah", False)]
    assert taken(BODY, newest, back).annexes == (STAFF, MAP, changed)


def test_the_same_lampiran_changed_here_and_in_word_is_a_conflict_under_any_number():
    newest = with_annexes(STAFF, MAP, replace(PLAN, paragraphs=("Di sini.",)))
    back = with_annexes(MAP, replace(PLAN, paragraphs=("Di Word.",)))
    assert told(BODY, newest, back) == [("lampiran-2", "Lampiran II", "ubah", True)]


def test_lampiran_moved_and_taken_out_in_word_are_told_so():
    assert told(BODY, BODY, with_annexes(PLAN, MAP)) == [
        ("urutan-lampiran", "Urutan lampiran", "pindah", False)
    ]
    assert taken(BODY, BODY, with_annexes(PLAN, MAP)).annexes == (PLAN, MAP)
    assert told(BODY, BODY, with_annexes(PLAN)) == [("lampiran-1", "Lampiran I", "hapus", False)]
    body = taken(BODY, BODY, with_annexes(PLAN))
    # What points at a lampiran that is gone points nowhere, and the law check says so.
    assert body.pasal[0].ayat[0].text == "Lokasi menurut {lampiran:0}, rencana menurut {lampiran:1}."


def test_two_editors_put_in_and_change_lampiran_side_by_side():
    base = parts_of(BODY)
    theirs = parts_of(with_annexes(STAFF, MAP, PLAN))
    theirs["pasal-objek"]["ayat"][0]["text"] = "Lokasi menurut {lampiran:2}, rencana menurut {lampiran:3}."
    mine = parts_of(with_annexes(MAP, replace(PLAN, paragraphs=("Milik saya.",))))["lampiran"]
    result = merge(theirs, [Mine("lampiran", mine, base)])
    assert (result.clashes, result.changed) == ([], ["lampiran"])
    body = body_of_parts(result.parts)
    assert body.annexes == (STAFF, MAP, replace(PLAN, paragraphs=("Milik saya.",)))
    assert body.pasal[0].ayat[0].text == "Lokasi menurut {lampiran:2}, rencana menurut {lampiran:3}."


def test_words_written_on_older_numbers_point_at_the_same_lampiran():
    base = parts_of(BODY)
    mine = {"title": "OBJEK", "ayat": [{"text": "Hanya menurut {lampiran:2}.", "huruf": []}]}
    theirs = parts_of(with_annexes(STAFF, MAP, PLAN))
    theirs["pasal-objek"]["ayat"][0]["text"] = "Lokasi menurut {lampiran:2}, rencana menurut {lampiran:3}."
    result = merge(theirs, [Mine("pasal-objek", mine, base)])
    assert not result.clashes  # they only followed the numbers
    assert body_of_parts(result.parts).pasal[0].ayat[0].text == "Hanya menurut {lampiran:3}."


def test_the_same_lampiran_rewritten_by_two_is_shown_as_they_wrote_it():
    base = parts_of(BODY)
    theirs, mine = ([{**row} for row in base["lampiran"]] for _ in range(2))
    theirs[0]["title"], mine[0]["title"] = "PETA A", "PETA B"
    (clash,) = merge(base | {"lampiran": theirs}, [Mine("lampiran", mine, base)]).clashes
    assert (clash.key, clash.base, clash.theirs, clash.mine) == ("lampiran", base["lampiran"], theirs, mine)


def test_the_very_same_lampiran_put_in_by_both_is_put_in_once():
    grown = with_annexes(MAP, PLAN, STAFF)
    assert told(BODY, grown, grown) == []
    assert taken(BODY, grown, with_annexes(MAP, PLAN, STAFF, STAFF)).annexes == (MAP, PLAN, STAFF, STAFF)


@pytest.mark.parametrize(
    "text", ["{lampiran:0}", "{lampiran:99999999}", "{lampiran:x}", "{lampiran:9}", "{lampiran:1:2}"]
)
def test_a_reference_that_leads_nowhere_stays_as_it_was_typed(text):
    odd = replace(BODY, pasal=(Pasal("objek", "OBJEK", (Ayat(text),)),))
    body = taken(odd, odd, replace(odd, annexes=(STAFF, MAP, PLAN)))
    assert body.pasal[0].ayat[0].text == text
