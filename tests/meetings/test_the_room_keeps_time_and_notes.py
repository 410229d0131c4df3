"""The room: the item at hand, its time by the server's clock, and notes of several note-takers."""

from datetime import timedelta

import pytest

from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from meetings.models import AgendaItem, LiveNote, Meeting, Record
from meetings.room_page import milliseconds, room_page
from meetings.services import change_state
from meetings.services.minutes_text import first_minutes
from meetings.services.room import add_note, change_note, drop_note, move_item
from tests.meetings.room_rows import held


@pytest.fixture
def row(cast):
    return held(cast)


def states(row):
    return list(row.items.values_list("state", flat=True))


def move(cast, row, place, act, *, seen=None, who="biro"):
    item = row.items.all()[place]
    return move_item(actor=getattr(cast, who), meeting=row, item=item, act=act, seen_state=seen or item.state)


def test_starting_an_item_ends_the_one_that_ran(cast, row):
    move(cast, row, 0, "mulai")
    move(cast, row, 2, "mulai")
    assert states(row) == ["selesai", "menunggu", "berjalan"]
    first = row.items.first()
    assert first.ended_at == clock.now()


def test_going_on_ends_an_item_and_starts_the_next_that_waits(cast, row):
    move(cast, row, 1, "lewati")
    move(cast, row, 0, "mulai")
    move(cast, row, 0, "lanjut")
    assert states(row) == ["selesai", "dilewati", "berjalan"]
    move(cast, row, 2, "lanjut")
    assert states(row) == ["selesai", "dilewati", "selesai"]


def test_two_secretaries_press_and_only_one_goes_on(cast, row):
    move(cast, row, 0, "mulai")
    move(cast, row, 0, "lanjut", seen="berjalan")
    with pytest.raises(StaleForm, match="Orang lain sudah mengubah"):
        move(cast, row, 0, "lanjut", seen="berjalan", who="head")
    assert states(row) == ["selesai", "berjalan", "menunggu"]


@pytest.mark.parametrize(
    ("act", "state"), [("selesai", "menunggu"), ("lewati", "selesai"), ("mulai", "berjalan")]
)
def test_an_act_that_does_not_follow_is_refused(cast, row, act, state):
    AgendaItem.objects.filter(pk=row.items.first().pk).update(state=state)
    with pytest.raises(ImpossibleStep):
        move(cast, row, 0, act)


@pytest.mark.parametrize("state", ["undangan_terkirim", "tindak_lanjut", "selesai"])
def test_nothing_runs_outside_the_meeting(cast, state):
    with pytest.raises(ImpossibleStep):
        move(cast, held(cast, state=state), 0, "mulai")


def test_who_does_not_manage_the_meeting_does_not_run_it(cast, row):
    with pytest.raises(NotAllowed):
        move(cast, row, 0, "mulai", who="officer")


def test_what_the_page_counts_by_is_the_servers_clock(cast, row):
    move(cast, row, 0, "mulai")
    begun = clock.now()
    with clock.frozen(begun + timedelta(minutes=12)):
        line = room_page(row).running
        assert line is not None
        assert line.begun_ms == milliseconds(begun)
        assert line.planned_end == begun + timedelta(minutes=30)


def test_every_note_is_a_row_of_its_author(cast, row):
    for who, key in ((cast.biro, "a"), (cast.head, "b")):
        add_note(actor=who, meeting=row, text="Sama bunyinya.", key=key)
    assert {each.author for each in LiveNote.objects.all()} == {cast.biro, cast.head}


def test_a_note_sent_twice_is_written_once(cast, row):
    one, two = (add_note(actor=cast.biro, meeting=row, text="Sekali.", key="a") for _number in range(2))
    assert one == two
    with pytest.raises(DomainError, match="dipakai orang lain"):
        add_note(actor=cast.head, meeting=row, text="Lain.", key="a")


def test_a_note_is_changed_by_its_author_and_by_the_newest_only(cast, row):
    note = add_note(actor=cast.biro, meeting=row, text="Pertama.", key="a")
    change_note(actor=cast.biro, note=note, text="Kedua.", seen_revision=0)
    with pytest.raises(StaleForm, match="perangkat lain"):
        change_note(actor=cast.biro, note=note, text="Ketiga.", seen_revision=0)
    with pytest.raises(NotAllowed, match="milik notulis lain"):
        change_note(actor=cast.head, note=note, text="Ketiga.", seen_revision=1)
    note.refresh_from_db()
    assert note.text == "Kedua."


def test_a_note_taken_off_stays_as_a_row(cast, row):
    note = add_note(actor=cast.biro, meeting=row, text="Keliru.", key="a")
    drop_note(actor=cast.biro, note=note, seen_revision=0)
    assert room_page(row, managing=True).notes == []
    assert LiveNote.objects.get().text == "Keliru."
    with pytest.raises(ImpossibleStep, match="sudah dihapus"):
        drop_note(actor=cast.biro, note=note, seen_revision=1)


def test_every_act_in_the_room_is_felt_by_the_live_pages(cast, row):
    before = Meeting.objects.get(pk=row.pk).pulse
    move(cast, row, 0, "mulai")
    note = add_note(actor=cast.biro, meeting=row, text="x", key="a")
    change_note(actor=cast.biro, note=note, text="y", seen_revision=0)
    assert Meeting.objects.get(pk=row.pk).pulse == before + 3


def test_when_the_result_is_agreed_the_item_at_hand_is_over_and_the_notula_knows_the_hour(cast, row):
    move(cast, row, 0, "mulai")
    assert first_minutes(row).closed_at is None
    Record.objects.create(meeting=row, state="terkunci", locked_at=row.starts_at)
    change_state(actor=cast.biro, meeting=row, code="sepakati_rumusan")
    assert states(row) == ["selesai", "menunggu", "menunggu"]
    assert first_minutes(row).closed_at == clock.now()
