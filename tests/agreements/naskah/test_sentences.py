"""Which words around the Pasal are free, which are data; how a title in capitals is written again."""

import pytest

from agreements.naskah.library import available, library
from agreements.naskah.sentences import keeps_data, label_of, sentences_of, title_from, with_sentences


@pytest.mark.parametrize(("naskah", "family"), available())
def test_every_sentence_of_every_kind_has_a_name_and_can_be_worded_otherwise(naskah, family):
    frame = library(naskah, family).frame
    told = sentences_of(frame)
    assert all(label_of(f"kalimat-{name}") for name in told)
    assert with_sentences(frame, {}) == frame
    other = with_sentences(frame, {name: f"Lain {name}" for name in told})
    assert sentences_of(other) == {name: f"Lain {name}" for name in told}
    assert (other.recitals, other.bases) == (frame.recitals, frame.bases)


def test_a_sentence_the_frame_no_longer_has_says_nothing():
    frame = library("kb").frame
    assert with_sentences(frame, {"penutup-9": "Sisa.", "asing": "Sisa.", "definisi": ""}) == frame


@pytest.mark.parametrize(
    ("wording", "kept"),
    [
        ("Dibuat di {tempat}, rangkap {rangkap}.", True),
        ("Rangkap {rangkap} dibuat di {tempat}.", True),
        ("Dibuat di Samarinda, rangkap {rangkap}.", False),
        ("Dibuat di {tempat}, rangkap {rangkap}, {rangkap}.", False),
        ("Dibuat di {tempat}, rangkap {rangkap} {judul}.", False),
        (" ", False),
    ],
)
def test_another_wording_may_move_data_and_not_lose_or_add_any(wording, kept):
    assert keeps_data("Dibuat di {tempat} dalam rangkap {rangkap}.", wording) is kept


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("PELAYANAN RSUD DI PERBATASAN", "Pelayanan RSUD di Perbatasan"),
        ("PELAYANAN DAN RUJUKAN RSUD", "Pelayanan dan Rujukan RSUD"),
        ("DI PERBATASAN", "di Perbatasan"),
        ("UNTUK  KITA", "Untuk Kita"),
        ("Pelayanan RSUD Kudungga", "Pelayanan RSUD Kudungga"),
        ("", ""),
    ],
)
def test_a_title_printed_in_capitals_is_written_as_before(printed, title):
    assert title_from(printed, "Pelayanan RSUD di Perbatasan") == title
