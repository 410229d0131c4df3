"""What came back is taken part by part; what somebody changed meanwhile is never overwritten unseen."""

from dataclasses import replace

import pytest

from agreements.naskah.merging import Change, wordings
from agreements.naskah.parts import body_of_parts, parts_of
from agreements.naskah.structure import Annex, Ayat, Body, Pasal


def pasal(clause: str, text: str = "") -> Pasal:
    return Pasal(clause, clause.upper(), (Ayat(text or f"Isi {clause}."),))


SENT = Body(("satu;", "dua."), ("UU A",), tuple(map(pasal, "abcd")), (Annex("PETA"), Annex("DAFTAR")))


def with_pasal(body: Body, **texts: str) -> Body:
    rows = tuple(pasal(row.clause, texts[row.clause]) if row.clause in texts else row for row in body.pasal)
    return replace(body, pasal=rows)


def changes(sent: Body, newest: Body, back: Body) -> list[Change]:
    return wordings(parts_of(sent), parts_of(newest), parts_of(back)).changes()


def merged(sent: Body, newest: Body, back: Body, accepted: set[str]) -> Body:
    return body_of_parts(wordings(parts_of(sent), parts_of(newest), parts_of(back)).taken(accepted))


def told(sent: Body, newest: Body, back: Body) -> list[tuple[str, str, bool]]:
    return [(row.key, row.what, row.conflict) for row in changes(sent, newest, back)]


def every(sent: Body, newest: Body, back: Body) -> Body:
    return merged(sent, newest, back, {row.key for row in changes(sent, newest, back)})


def test_nothing_changed_is_nothing_to_accept():
    assert told(SENT, SENT, SENT) == []
    assert told(SENT, with_pasal(SENT, a="Lain."), SENT) == []


def test_one_changed_pasal_is_one_part_and_the_others_stay():
    back = with_pasal(SENT, b="Baru.")
    assert told(SENT, SENT, back) == [("pasal-b", "ubah", False)]
    assert every(SENT, SENT, back) == back
    assert merged(SENT, SENT, back, set()) == SENT


def test_a_part_changed_here_meanwhile_and_not_in_the_file_keeps_the_newer_words():
    newest, back = with_pasal(SENT, a="Lebih baru."), with_pasal(SENT, b="Dari Word.")
    assert told(SENT, newest, back) == [("pasal-b", "ubah", False)]
    assert every(SENT, newest, back) == with_pasal(SENT, a="Lebih baru.", b="Dari Word.")


def test_a_part_both_changed_is_a_conflict_and_is_taken_only_when_chosen():
    newest, back = with_pasal(SENT, a="Di sini."), with_pasal(SENT, a="Di Word.", b="Juga.")
    assert told(SENT, newest, back) == [("pasal-a", "ubah", True), ("pasal-b", "ubah", False)]
    assert merged(SENT, newest, back, {"pasal-b"}) == with_pasal(SENT, a="Di sini.", b="Juga.")
    assert merged(SENT, newest, back, {"pasal-a"}) == with_pasal(SENT, a="Di Word.")


def test_the_same_change_on_both_sides_is_no_change():
    both = with_pasal(SENT, a="Sama.")
    assert told(SENT, both, both) == []


def test_a_new_pasal_stands_behind_the_one_it_follows_in_the_file():
    back = replace(SENT, pasal=(*SENT.pasal[:2], pasal("x"), *SENT.pasal[2:], pasal("y")))
    assert told(SENT, SENT, back) == [("pasal-x", "tambah", False), ("pasal-y", "tambah", False)]
    assert every(SENT, SENT, back) == back
    assert [row.clause for row in merged(SENT, SENT, back, {"pasal-y"}).pasal] == list("abcdy")
    newest = replace(SENT, pasal=(pasal("n"), *SENT.pasal))
    assert [row.clause for row in every(SENT, newest, back).pasal] == list("nabxcdy")


def test_a_removed_pasal_goes_only_when_chosen_and_is_a_conflict_when_it_was_rewritten():
    back = replace(SENT, pasal=SENT.pasal[:1] + SENT.pasal[2:])
    assert told(SENT, SENT, back) == [("pasal-b", "hapus", False)]
    assert every(SENT, SENT, back) == back
    assert told(SENT, with_pasal(SENT, b="Ditulis ulang."), back) == [("pasal-b", "hapus", True)]


def test_a_pasal_moved_in_the_file_moves_and_new_ones_here_keep_their_neighbour():
    a, b, c, d = SENT.pasal
    back = replace(SENT, pasal=(c, a, b, d))
    assert told(SENT, SENT, back) == [("urutan", "pindah", False)]
    assert every(SENT, SENT, back) == back
    newest = replace(SENT, pasal=(a, pasal("n"), b, c, d))
    assert [row.clause for row in every(SENT, newest, back).pasal] == list("canbd")
    assert told(SENT, replace(SENT, pasal=(d, a, b, c)), back) == [("urutan", "pindah", True)]


def test_lists_and_annexes_are_parts_of_their_own():
    back = replace(
        SENT, recitals=("tiga.",), bases=(), annexes=(Annex("PETA BARU"), Annex("DAFTAR"), Annex("TIGA"))
    )
    assert told(SENT, SENT, back) == [
        ("konsiderans", "ubah", False), ("dasar-hukum", "hapus", False), ("lampiran-1", "ubah", False),
        ("lampiran-3", "tambah", False),
    ]  # fmt: skip
    assert every(SENT, SENT, back) == back
    fewer = replace(SENT, annexes=SENT.annexes[:1])
    assert every(SENT, SENT, fewer) == fewer


@pytest.mark.parametrize("codes", [{"pasal-tidak-ada"}, {"../", ""}, {"lampiran-99"}])
def test_a_part_nobody_offered_changes_nothing(codes):
    assert merged(SENT, SENT, with_pasal(SENT, a="Baru."), codes) == SENT
