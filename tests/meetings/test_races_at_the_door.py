"""Many phones at once: the same delegate and the same sending make one line (PostgreSQL, threads)."""

from collections.abc import Callable
from functools import partial

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from meetings.models import Attendance
from meetings.services.desk import expected_of, record_presence
from tests.meetings.attendance_rows import BUSY, come, door, expected, held, somebody
from tests.races import RUNNERS, together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


def at_once(act: Callable[[int], object]) -> list[str]:
    """Run an act by four phones at the same moment of a busy day; what each was told ("" when it succeeded)."""
    return together(*(partial(act, number) for number in range(RUNNERS)), moment=BUSY)


@pytest.fixture
def row(transactional_db, cast):
    """A meeting whose rows other threads can see."""
    ContentType.objects.clear_cache()
    yield held(cast)
    ContentType.objects.clear_cache()


def test_the_same_sending_arriving_four_times_at_once_makes_one_line(row):
    assert at_once(lambda _number: come(row, somebody())) == ["", "", "", ""]
    assert Attendance.objects.count() == 1


def test_the_same_delegate_sent_by_four_phones_at_once_makes_one_line(row, cast):
    invitee = expected(row, cast)
    data = somebody("Contoh Asisten", invitee=invitee)
    assert at_once(lambda number: come(row, data, key=str(number))) == ["", "", "", ""]
    assert Attendance.objects.count() == 1


def test_the_desk_and_three_phones_at_once_make_one_line(row, cast):
    invitee = expected(row, cast)

    def act(number: int) -> None:
        if number == 0:
            record_presence(actor=cast.biro, session=door(row), data=expected_of(invitee))
        else:
            come(row, expected_of(invitee), key=str(number))

    told = at_once(act)
    assert Attendance.objects.count() == 1
    assert all(text == "" or "sudah tercatat hadir" in text for text in told)


def test_four_delegates_at_once_are_four_lines(row):
    assert at_once(lambda number: come(row, somebody(f"Tamu {number}"), key=str(number))) == ["", "", "", ""]
    assert Attendance.objects.count() == 4
