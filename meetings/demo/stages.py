"""The demonstration plays each meeting step by step; other modules add what happens before a step is taken.

    from meetings.demo.stages import before

    @before("kirim_undangan")
    def invite(meeting: Meeting, planner: User) -> None: ...

It runs for every meeting of the demonstration, on the day the step is played (the clock is stopped there), with the
meeting as it is just then. Ask `meeting.title` for one of the constants of `meetings.demo.rakors` where only one is meant.
`before("")` runs when the last step of a meeting has been taken.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from ksd.accounts.models import User
from ksd.core import clock
from meetings.models import Meeting
from meetings.services import change_state

Scene: TypeAlias = Callable[[Meeting, User], None]
END = ""

_scenes: dict[str, list[Scene]] = {}


def before(code: str) -> Callable[[Scene], Scene]:
    """Play this before a step is taken; the order is that of the imports in `meetings.demo`."""

    def add(scene: Scene) -> Scene:
        _scenes.setdefault(code, []).append(scene)
        return scene

    return add


def play_life(
    meeting: Meeting, planner: User, days: tuple[tuple[str, date | datetime], ...], last: date | datetime
) -> None:
    """Take the steps on their days, each after its scenes; then play the end on the last day."""
    for code, day in (*days, (END, last)):
        with clock.frozen(day):
            for scene in _scenes.get(code, ()):
                meeting.refresh_from_db()
                scene(meeting, planner)
            if code:
                change_state(actor=planner, meeting=meeting, code=code)
