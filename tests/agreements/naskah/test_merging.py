"""Two people change one body: what each wrote alone is kept, what both wrote is left to a person."""

from dataclasses import replace
from typing import Any

import pytest

from agreements.naskah.merging import Mine, merge
from agreements.naskah.parts import ORDER, body_of_parts, check_piece, parts_of
from agreements.naskah.structure import Annex, Ayat, Body, Pasal
from agreements.naskah.tidying import tidy

BODY = Body(
    recitals=("bahwa satu.",),
    bases=("Undang-Undang Nomor 23 Tahun 2014.",),
    pasal=tuple(Pasal(code, code.upper(), (Ayat(f"Isi {code}."),)) for code in ("a", "b", "c", "d")),
    annexes=(Annex("PETA"), Annex("JADWAL")),
)
BASE = parts_of(BODY)


def changed(**pieces: Any) -> dict[str, Any]:
    return BASE | {key.replace("_", "-"): content for key, content in pieces.items()}


def pasal(text: str) -> dict[str, Any]:
    return {"title": "B", "ayat": [{"text": text, "huruf": []}]}


def mine(key: str, content: object) -> Mine:
    return Mine(key, content, BASE)


def test_pieces_and_body_are_the_same_text():
    assert body_of_parts(BASE) == BODY


def test_a_pasal_only_i_changed_is_mine_and_one_only_they_changed_is_theirs():
    result = merge(changed(pasal_a=pasal("Tulisan mereka.")), [mine("pasal-b", pasal("Tulisan saya."))])
    assert not result.clashes
    assert result.changed == ["pasal-b"]
    assert result.parts["pasal-a"] == pasal("Tulisan mereka.")
    assert result.parts["pasal-b"] == pasal("Tulisan saya.")


def test_a_pasal_both_changed_is_never_chosen_by_the_machine():
    result = merge(changed(pasal_b=pasal("Mereka.")), [mine("pasal-b", pasal("Saya."))])
    (clash,) = result.clashes
    assert (clash.key, clash.theirs, clash.mine) == ("pasal-b", pasal("Mereka."), pasal("Saya."))


def test_the_same_change_made_twice_is_one_change():
    assert not merge(changed(pasal_b=pasal("Sama.")), [mine("pasal-b", pasal("Sama."))]).clashes


@pytest.mark.parametrize(
    ("theirs", "wanted", "together"),
    [
        (list("abcd"), list("bacd"), list("bacd")),
        (list("bacd"), list("abcd"), list("bacd")),
        (list("abxcd"), list("bacd"), list("bxacd")),
        (list("abcd"), list("abxcd"), list("abxcd")),
        (list("abycd"), list("abxcd"), list("abxycd")),
        (list("bcd"), list("abdc"), list("bdc")),
        (list("dabc"), list("abxcd"), list("dabxc")),
    ],
)
def test_pasal_moved_put_in_and_taken_out_by_both_come_together(theirs, wanted, together):
    newest = changed(urutan=theirs)
    for code in set(theirs + wanted) - set("abcd"):
        newest[f"pasal-{code}"] = pasal("Baru.")
    result = merge(newest, [mine(ORDER, wanted)])
    assert not result.clashes
    assert result.parts[ORDER] == together


def test_pasal_moved_about_differently_by_both_are_left_to_a_person():
    (clash,) = merge(changed(urutan=list("bacd")), [mine(ORDER, list("acbd"))]).clashes
    assert clash.key == ORDER


def test_a_pasal_i_took_out_while_they_rewrote_it_is_left_to_a_person():
    (clash,) = merge(changed(pasal_b=pasal("Mereka.")), [mine(ORDER, list("acd"))]).clashes
    assert (clash.key, clash.mine) == ("pasal-b", None)


def test_a_pasal_they_took_out_while_i_rewrote_it_is_left_to_a_person():
    newest = changed(urutan=list("acd"))
    del newest["pasal-b"]
    (clash,) = merge(newest, [mine("pasal-b", pasal("Saya."))]).clashes
    assert (clash.key, clash.theirs) == ("pasal-b", None)


def test_different_lampiran_come_together_and_the_same_one_does_not():
    first, second = ([dict(row) for row in BASE["lampiran"]] for _ in range(2))
    first[0]["title"], second[1]["title"] = "PETA BARU", "JADWAL BARU"
    result = merge(changed(lampiran=first), [mine("lampiran", second)])
    assert [row["title"] for row in result.parts["lampiran"]] == ["PETA BARU", "JADWAL BARU"]
    second[0]["title"] = "PETA LAIN"
    assert merge(changed(lampiran=first), [mine("lampiran", second)]).clashes


@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("urutan", ["a", "a"]),
        ("urutan", "abc"),
        ("urutan", [1]),
        ("urutan", ["<b>"]),
        ("konsiderans", [["bersarang"]]),
        ("konsiderans", {"0": "x"}),
        ("lampiran", [{"title": "x"}]),
        ("lampiran", [{"title": "x", "paragraphs": [], "table": [["x"] * 13]}]),
        ("pasal-b", {"title": "B"}),
        ("pasal-b", {"title": "B", "ayat": [{"text": "x" * 6001, "huruf": []}]}),
        ("pasal-b", {"title": "B", "ayat": [], "tambahan": 1}),
        ("pasal-../x", {"title": "B", "ayat": []}),
        ("penutup", "x"),
    ],
)
def test_what_could_stand_in_no_text_is_refused(key, content):
    with pytest.raises(ValueError, match=r"Bagian|bagian|Urutan|Pasal"):
        check_piece(key, content)


def test_what_was_typed_is_made_whole_before_it_is_kept():
    typed = replace(
        BODY,
        recitals=("bahwa  satu", "", "bahwa dua"),
        pasal=(Pasal("a", " A ", (Ayat("  Kalimat\u202e. ", ("x", "")), Ayat("", ()))),),
        annexes=(Annex("T", ("", "p"), (("a", "b"), ("c",), ("", ""))),),
    )
    whole = tidy(typed)
    assert whole.recitals == ("bahwa satu; dan", "bahwa dua.")
    assert whole.pasal == (Pasal("a", "A", (Ayat("Kalimat.", ("x",)),)),)
    assert whole.annexes == (Annex("T", ("p",), (("a", "b"), ("c", ""))),)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (replace(BODY, pasal=(Pasal("a", "", ()),)), "Pasal 1 belum berjudul."),
        (replace(BODY, pasal=(Pasal("a", "A", (Ayat("", ("x",)),)),)), "belum ada kalimat pembukanya"),
        (replace(BODY, annexes=(Annex(" "),)), "Lampiran 1 belum berjudul."),
    ],
)
def test_what_is_half_written_is_named_with_its_place(body, message):
    with pytest.raises(ValueError, match=message):
        tidy(body)
