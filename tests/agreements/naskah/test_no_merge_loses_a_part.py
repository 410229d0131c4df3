"""Whatever three people wrote: nothing taken changes nothing, everything taken is what was written, nothing is doubled."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.naskah.merging import Mine, merge, wordings
from agreements.naskah.parts import ANNEXES, ORDER, body_of_parts, parts_of
from agreements.naskah.structure import Annex, Ayat, Body, Pasal

WORDS = st.sampled_from(["satu", "dua", "tiga empat lima", "lihat Pasal"])
PASAL = st.builds(Pasal, st.sampled_from("abcdef"), WORDS, st.builds(Ayat, WORDS).map(lambda row: (row,)))
ANNEX = st.builds(
    Annex,
    st.sampled_from(["PETA", "DAFTAR", "JADWAL", "PETA LOKASI"]),
    st.lists(WORDS, max_size=2).map(tuple),
)
BODIES = st.builds(
    Body,
    st.lists(WORDS, max_size=2).map(tuple),
    st.just(()),
    st.lists(PASAL, max_size=5, unique_by=lambda row: row.clause).map(tuple),
    st.lists(ANNEX, max_size=4).map(tuple),
)
MANY = settings(derandomize=True, max_examples=200, deadline=None)


@MANY
@given(BODIES, BODIES, BODIES)
def test_nothing_taken_leaves_what_stands_and_all_taken_over_the_old_text_is_what_was_written(
    base, theirs, mine
):
    three = wordings(parts_of(base), parts_of(theirs), parts_of(mine))
    assert body_of_parts(three.taken(())) == theirs
    alone = wordings(parts_of(base), parts_of(base), parts_of(mine))
    assert not any(row.conflict for row in alone.changes())
    assert body_of_parts(alone.taken([row.key for row in alone.changes()])) == mine
    assert wordings(parts_of(base), parts_of(mine), parts_of(mine)).changes() == []


@MANY
@given(BODIES, BODIES, BODIES, st.randoms(use_true_random=False))
def test_any_choice_gives_a_text_in_which_each_chosen_part_reads_as_written(base, theirs, mine, chance):
    three = wordings(parts_of(base), parts_of(theirs), parts_of(mine))
    found = three.changes()
    assert len({row.key for row in found}) == len(found)
    chosen = [row for row in found if chance.random() < 0.5]
    parts = three.taken([row.key for row in chosen])
    body = body_of_parts(parts)
    assert all(parts.get(row.key) == row.mine for row in chosen if row.clause)
    kept = {row.clause for row in theirs.pasal} & {row.clause for row in base.pasal}
    gone = {row.clause for row in found if row.what == "hapus"}
    assert kept - gone <= {row.clause for row in body.pasal}
    assert all(row.label for row in found)


@MANY
@given(BODIES, BODIES, BODIES)
def test_an_editor_who_sends_everything_clashes_or_is_saved_whole(base, theirs, mine):
    old, now = parts_of(base), parts_of(theirs)
    rows = [Mine(key, content, old) for key, content in parts_of(mine).items()]
    result = merge(now, rows)
    if not result.clashes:
        saved = {row.clause: row for row in body_of_parts(result.parts).pasal}
        changed = {row.clause: row for row in mine.pasal if row not in base.pasal}
        assert all(saved[clause] == row for clause, row in changed.items())
    assert set(result.changed) | {row.key for row in result.clashes} <= set(old) | set(now) | set(
        parts_of(mine)
    )
    again = merge(parts_of(mine), rows)
    assert not again.clashes
    assert body_of_parts(again.parts) == mine


@MANY
@given(BODIES, BODIES, BODIES)
def test_an_editor_who_sends_one_piece_touches_no_other(base, theirs, mine):
    old, now, new = (parts_of(body) for body in (base, theirs, mine))
    for key in set(new) & set(old) - {ORDER}:
        result = merge(now, [Mine(key, new[key], old)])
        if key != ANNEXES and not result.clashes:
            same = {**result.parts, key: None} == {**now, key: None}
            assert same or key not in now
        if not result.clashes and key != ANNEXES:
            assert result.parts.get(key, now.get(key)) in (new[key], now.get(key))
        assert body_of_parts(merge(now, [Mine(key, old[key], old)]).parts) == theirs


def test_a_text_that_holds_too_many_pasal_is_refused_and_not_kept():
    many = tuple(Pasal(f"p{number}", "JUDUL") for number in range(80))
    base = Body(pasal=many[:1])
    theirs, mine = replace(base, pasal=many), Body(pasal=(many[0], Pasal("lagi", "LAGI")))
    three = wordings(parts_of(base), parts_of(theirs), parts_of(mine))
    with pytest.raises(ValueError, match="80"):
        body_of_parts(three.taken([row.key for row in three.changes()]))
