"""On the page of the rumusan one button stands out: read out what is new, hand out links to the silent, or lock."""

import re

import pytest

from meetings.services.confirming import confirm_by_account, delegations_said
from meetings.services.decisions import DecisionData, change_decision
from meetings.services.records import read_out, record_of
from meetings.views.records import LOCK, READ, WAIT, next_act
from tests.meetings.room_rows import delegation, held, point, word
from tests.meetings.test_the_pages_of_the_room import at, entered


@pytest.fixture
def row(cast):
    return held(cast)


def due(row):
    record = record_of(row)
    return next_act(row, record, delegations_said(row, record))


def test_what_is_new_is_read_out_the_silent_are_waited_for_and_then_it_is_locked(cast, row):
    (head,) = [delegation(row, cast.kukar)]
    found = point(cast.biro, row)
    assert due(row) == READ
    read_out(actor=cast.biro, meeting=row)
    assert due(row) == WAIT
    confirm_by_account(actor=cast.officer, invitee=head, word=word())
    assert due(row) == LOCK
    change_decision(actor=cast.biro, decision=found, data=DecisionData(text="Diubah."), seen_revision=0)
    assert due(row) == READ


def test_only_that_button_is_the_first(cast, row):
    point(cast.biro, row)
    read_out(actor=cast.biro, meeting=row)
    page = entered(cast.biro).get(at(row, "record")).content.decode()
    steps = page.partition("Langkah sekretariat")[2].partition("</section>")[0]
    assert re.findall(r"btn-primary[^>]*>(?:<svg.*?</svg>)?\s*([^<]+)<", steps, re.S) == ["Kunci rumusan"]
    assert "rumusan dapat dikunci" in steps
