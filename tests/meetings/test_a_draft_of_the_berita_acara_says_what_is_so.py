"""The berita acara before it is locked: it says who was not asked yet, who has not spoken yet, and leaves room to sign."""

import pytest

from agreements.documents.letters.sheet import BLANK
from meetings.documents.minutes import minutes_letter
from meetings.models import Minutes
from meetings.services.records import letter_of, lock_record, read_out, record_of
from tests.meetings.room_rows import delegation, held, point


@pytest.fixture
def row(cast):
    made = held(cast)
    delegation(made, cast.kukar)
    point(cast.biro, made)
    return made


def said(row):
    return str(letter_of(row, record_of(row)).blocks)


def test_before_it_is_read_out_nobody_was_silent(row):
    assert "delegasi belum dimintai pernyataan" in said(row)
    assert "edisi 0" not in said(row)


def test_who_is_asked_has_not_spoken_yet_and_who_was_not_heard_did_not(cast, row):
    read_out(actor=cast.biro, meeting=row)
    assert "Belum menyatakan sikap" in said(row)
    lock_record(actor=cast.biro, meeting=row, seen_edition=1, reason="Sudah pulang.", number="1/BA")
    assert "Tidak menyatakan sikap" in said(row)
    assert "Belum menyatakan sikap" not in said(row)


def test_without_a_named_chair_there_is_room_for_ink(row):
    (signer,) = letter_of(row, record_of(row)).signers
    assert (signer.title, signer.name) == ("Pimpinan rapat", BLANK)


def test_a_role_typed_as_title_is_printed_once(row):
    minutes = Minutes(meeting=row, chair="Contoh", chair_title="pimpinan rapat", note_taker_title="Analis")
    chair, taker = minutes_letter(row, minutes, parts=(), points=()).signers
    assert (chair.above, chair.title) == ("", "Pimpinan rapat")
    assert (taker.above, taker.title) == ("Notulis,", "Analis")
