"""The body of a naskah survives the database and tells when it does not fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.naskah.structure import (
    Annex,
    Ayat,
    Body,
    Pasal,
    ayat_from_json,
    ayat_to_json,
    fingerprint,
    from_json,
    to_json,
)

WORDS = st.text(max_size=30)
AYAT = st.builds(Ayat, WORDS, st.lists(WORDS, max_size=4).map(tuple))
PASAL = st.builds(Pasal, WORDS, WORDS, st.lists(AYAT, max_size=3).map(tuple))
ANNEX = st.builds(
    Annex,
    WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
    st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
)
BODIES = st.builds(
    Body,
    *(st.lists(WORDS, max_size=3).map(tuple) for _ in range(2)),
    st.lists(PASAL, max_size=3).map(tuple),
    st.lists(ANNEX, max_size=2).map(tuple),
)
WHOLE: dict[str, object] = {"recitals": [], "bases": [], "pasal": [], "annexes": []}


@settings(derandomize=True, max_examples=150, deadline=None)
@given(BODIES)
def test_a_body_comes_back_from_json_unchanged(body: Body):
    assert from_json(to_json(body)) == body
    assert fingerprint(from_json(to_json(body))) == fingerprint(body)


def test_one_changed_letter_changes_the_fingerprint():
    one, other = (Body(pasal=(Pasal("objek", "OBJEK", (Ayat(text),)),)) for text in ("Objek.", "objek."))
    assert fingerprint(one) != fingerprint(other)
    assert len(fingerprint(one)) == 64


def test_the_ayat_of_a_library_clause_come_back_unchanged():
    ayat = (Ayat("Ruang lingkup meliputi:", ("data; dan", "layanan.")),)
    assert ayat_from_json(ayat_to_json(ayat)) == ayat


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "bukan susunan"),
        ([], "bukan susunan"),
        ({"pasal": []}, "tidak lengkap"),
        (WHOLE | {"asing": 1}, "asing"),
        (WHOLE | {"recitals": "teks"}, "bukan daftar"),
        (WHOLE | {"recitals": [1]}, "bukan teks"),
        (WHOLE | {"recitals": ["a"] * 101}, "lebih dari 100"),
        (WHOLE | {"bases": ["a" * 6001]}, "lebih dari 6000 huruf"),
        (WHOLE | {"pasal": [{"clause": "objek", "title": "OBJEK"}]}, "ayat"),
        (WHOLE | {"annexes": [{"title": "", "paragraphs": [], "table": ["x"]}]}, "bukan daftar"),
    ],
)
def test_a_body_that_does_not_fit_is_refused_in_words(data: object, words: str):
    with pytest.raises(ValueError, match=words):
        from_json(data)
