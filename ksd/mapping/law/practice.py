"""Habits of the office in a mapping period, read once."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("practice.toml")


@dataclass(frozen=True)
class ReminderHabit:
    """When the silent are reminded: days before the deadline, and how often after it."""

    before: tuple[int, ...]
    after_every: int

    def last_day(self, deadline: date, day: date) -> date | None:
        """The latest day up to this one on which the silent are to be reminded; none yet is None."""
        late = (day - deadline).days - 1
        if late >= 0:
            return day - timedelta(days=late % self.after_every)
        days = [deadline - timedelta(days=ahead) for ahead in self.before]
        return max((past for past in days if past <= day), default=None)


@cache
def reminder_habit() -> ReminderHabit:
    """The habit as the table states it. Raises ValueError for days that make no sense."""
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))["reminders"]
    habit = ReminderHabit(tuple(data["before"]), data["after_every"])
    if min(habit.before) < 0 or habit.after_every < 1:
        raise ValueError("practice.toml: reminders need days of nought or more")
    return habit
