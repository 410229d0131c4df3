"""A notula asks for no words about pauses and ceremony, and loses none that somebody noted there."""

import pytest

from meetings.models import AgendaItem, LiveNote
from meetings.services.minutes import minutes_of
from meetings.services.minutes_text import Part, joined, parts_to_write
from tests.meetings.minutes_rows import written
from tests.meetings.room_rows import held


@pytest.fixture
def row(cast):
    """A Rakor with an anthem, an item to discuss, lunch and a closing."""
    made = held(cast, items=1)
    section = made.sections.get()
    more = (("pembukaan", "Lagu Indonesia Raya"), ("istirahat", "Istirahat"), ("penutupan", "Penutupan"))
    for order, (kind, title) in enumerate(more, start=2):
        AgendaItem.objects.create(
            meeting=made, section=section, order=order, title=title, kind=kind, minutes=10
        )
    return made


def titles(row):
    return [part.title for part in parts_to_write(row, minutes_of(row))]


def test_pauses_and_ceremony_have_no_field(row):
    assert titles(row) == ["Acara 1"]


def test_what_was_noted_in_a_pause_is_kept(cast, row):
    pause = row.items.get(title="Istirahat")
    LiveNote.objects.create(
        meeting=row, item=pause, text="Bupati pulang lebih dahulu.", key="a", author=cast.biro
    )
    (_first, kept) = parts_to_write(row, minutes_of(row))
    assert (kept.title, kept.text) == ("Istirahat", "Bupati pulang lebih dahulu.")


def test_empty_fields_saved_earlier_disappear_and_written_ones_stay(cast, row):
    saved = written(
        cast, row, parts=(Part("Istirahat"), Part("Penutupan", "Ditutup Asisten I."), Part("Acara 1"))
    )
    assert saved.discussion.startswith(joined([Part("Istirahat")]))
    assert titles(row) == ["Penutupan", "Acara 1"]


def test_an_item_to_discuss_that_bears_the_name_of_a_pause_is_asked(row):
    AgendaItem.objects.create(
        meeting=row, section=row.sections.get(), order=9, title="Istirahat", kind="pembahasan", minutes=10
    )
    assert titles(row) == ["Acara 1", "Istirahat"]
