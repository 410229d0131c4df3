"""The hours of an agenda follow from its beginning, its minutes and its order."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from ksd.core.errors import ImpossibleStep, NotAllowed, StaleForm
from meetings.documents.timetable import overrun, timetable
from meetings.models import AgendaItem, Decision, Meeting
from meetings.services.agenda import add_section, drop_section, place_section, rename_section, sections_of
from meetings.services.items import ItemData, change_item, drop_item, place_item
from meetings.services.subjects import Subject
from tests.meetings.agenda_rows import item
from tests.meetings.rows import meeting, moment

WRITERS = ("biro", "head")
OTHERS = ("officer", "observer", "stranger", "admin", "nobody")


@pytest.fixture
def held(cast):
    """A meeting of 15 December, 08.00 to 16.00."""
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar))


def hours(held):
    slots = timetable(held, AgendaItem.objects.filter(meeting=held).for_page())
    return [(slot.item.title, slot.hours) for slot in slots]


def test_every_item_follows_the_one_ahead_and_moving_one_moves_those_after_it(cast, held):
    opening = item(cast.biro, held, "Pembukaan", minutes=15)
    item(cast.biro, held, "Sambutan", minutes=20)
    talk = item(cast.biro, held, "Paparan", minutes=45)
    assert hours(held) == [
        ("Pembukaan", "08.00–08.15"),
        ("Sambutan", "08.15–08.35"),
        ("Paparan", "08.35–09.20"),
    ]
    place_item(actor=cast.head, item=talk, section=talk.section, place=0)
    assert hours(held) == [
        ("Paparan", "08.00–08.45"),
        ("Pembukaan", "08.45–09.00"),
        ("Sambutan", "09.00–09.20"),
    ]
    place_item(actor=cast.head, item=talk, section=talk.section, place=0)
    assert [title for title, _hours in hours(held)] == ["Paparan", "Pembukaan", "Sambutan"]
    place_item(actor=cast.head, item=opening, section=opening.section, place=999)
    assert [title for title, _hours in hours(held)] == ["Paparan", "Sambutan", "Pembukaan"]


def test_a_fixed_hour_holds_and_what_comes_too_early_is_said(cast, held):
    item(cast.biro, held, "Paparan", minutes=90)
    fixed = item(cast.biro, held, "Sambutan Gubernur", minutes=10, starts_at=moment(15, 9))
    item(cast.biro, held, "Istirahat", minutes=15)
    assert [row[1] for row in hours(held)] == ["08.00–09.30", "09.00–09.10", "09.10–09.25"]
    slots = timetable(held, AgendaItem.objects.filter(meeting=held).for_page())
    assert [slot.early for slot in slots] == [0, 30, 0]
    assert overrun(held, slots) == 0
    change_item(
        actor=cast.biro,
        item=fixed,
        data=ItemData(title="Sambutan Gubernur", minutes=60, starts_at=moment(15, 15)),
        section=fixed.section,
        subject=Subject(),
    )
    assert overrun(held, timetable(held, AgendaItem.objects.filter(meeting=held).for_page())) == 15


def test_a_fixed_hour_lies_on_a_day_of_the_meeting(cast, held):
    with pytest.raises(ValidationError, match="Jam tetap harus pada hari rapat: Selasa, 15 Desember 2026"):
        item(cast.biro, held, "Sambutan", starts_at=moment(16, 9))
    for minutes in (0, 1441):
        with pytest.raises(ValidationError):
            item(cast.biro, held, "Sambutan", minutes=minutes)
    assert not AgendaItem.objects.exists()


def test_sections_carry_their_items_with_them(cast, held):
    first = add_section(actor=cast.biro, meeting=held, title="Hari pertama")
    second = add_section(actor=cast.biro, meeting=held, title="Sidang komisi")
    item(cast.biro, held, "Pembukaan", section=first)
    moved = item(cast.biro, held, "Komisi A", section=second)
    assert [title for title, _hours in hours(held)] == ["Pembukaan", "Komisi A"]
    place_section(actor=cast.biro, section=second, place=0)
    assert [section.title for section in sections_of(held)] == ["Sidang komisi", "Hari pertama"]
    assert hours(held)[0] == ("Komisi A", "08.00–08.15")
    place_item(actor=cast.biro, item=moved, section=first, place=1)
    assert [title for title, _hours in hours(held)] == ["Pembukaan", "Komisi A"]
    rename_section(actor=cast.biro, section=first, title="Sidang pleno")
    drop_section(actor=cast.biro, section=second)
    assert [section.title for section in sections_of(held)] == ["Sidang pleno"]
    with pytest.raises(ImpossibleStep, match="masih berisi mata acara"):
        drop_section(actor=cast.biro, section=first)


def test_an_item_does_not_go_into_the_section_of_another_meeting(cast, held):
    row = item(cast.biro, held, "Pembukaan")
    elsewhere = item(cast.biro, meeting(cast.biro, cast.kaltim), "Pembukaan")
    with pytest.raises(ValidationError, match="milik rapat lain"):
        place_item(actor=cast.biro, item=row, section=elsewhere.section, place=0)


def acts(cast, who, held, row):
    """Every act on the agenda, by one person."""
    actor, data = getattr(cast, who), ItemData(title="Lain")
    return (
        lambda: add_section(actor=actor, meeting=held, title="Lain"),
        lambda: rename_section(actor=actor, section=row.section, title="Lain"),
        lambda: place_section(actor=actor, section=row.section, place=0),
        lambda: drop_section(actor=actor, section=row.section),
        lambda: item(actor, held, "Lain"),
        lambda: change_item(actor=actor, item=row, data=data, section=row.section, subject=Subject()),
        lambda: place_item(actor=actor, item=row, section=row.section, place=0),
        lambda: drop_item(actor=actor, item=row),
    )


@pytest.mark.parametrize("who", OTHERS)
def test_who_does_not_manage_the_meeting_does_not_write_its_agenda(cast, held, who):
    row = item(cast.biro, held, "Pembukaan")
    for act in acts(cast, who, held, row):
        with pytest.raises(NotAllowed, match="tidak berwenang mengurus rapat"):
            act()


@pytest.mark.parametrize("state", ["selesai", "dibatalkan"])
def test_the_agenda_of_a_closed_meeting_is_locked(cast, held, state):
    row = item(cast.biro, held, "Pembukaan")
    Meeting.objects.update(state=state)
    for act in acts(cast, "biro", held, row):
        with pytest.raises(ImpossibleStep, match="datanya dikunci"):
            act()


def test_the_second_of_two_secretaries_is_told_and_overwrites_nothing(cast, held):
    row = item(cast.biro, held, "Pembukaan", note="awal")
    given: dict[str, Any] = {"item": row, "section": row.section, "subject": Subject(), "seen_revision": 0}
    change_item(actor=cast.biro, data=ItemData(title="Pembukaan", note="dari Biro"), **given)
    with pytest.raises(StaleForm, match="orang lain mengubah mata acara ini"):
        change_item(actor=cast.head, data=ItemData(title="Pembukaan", note="dari kepala"), **given)
    row.refresh_from_db()
    assert (row.note, row.revision) == ("dari Biro", 1)


@pytest.mark.parametrize("state", ["berjalan", "selesai", "dilewati"])
def test_what_the_room_worked_on_is_not_taken_off(cast, held, state):
    row = item(cast.biro, held, "Pembahasan")
    AgendaItem.objects.update(state=state)
    with pytest.raises(ImpossibleStep, match="sudah dibahas dalam rapat"):
        drop_item(actor=cast.biro, item=row)


def test_an_item_with_a_decision_is_not_taken_off(cast, held):
    row = item(cast.biro, held, "Pembahasan")
    Decision.objects.create(meeting=held, item=row, order=1, text="x", key="k", written_by=cast.biro)
    with pytest.raises(ImpossibleStep, match="sudah dibahas dalam rapat"):
        drop_item(actor=cast.biro, item=row)


def test_every_act_lets_the_live_pages_know(cast, held):
    row = item(cast.biro, held, "Pembukaan")
    section = add_section(actor=cast.biro, meeting=held, title="Lain")
    place_item(actor=cast.biro, item=row, section=section, place=0)
    drop_item(actor=cast.biro, item=row)
    held.refresh_from_db()
    assert held.pulse == 4
