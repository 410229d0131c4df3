"""When a deadline is spoken of, and when it falls due."""

from collections.abc import Collection
from datetime import date, timedelta

from ksd.core import clock
from ksd.deadlines.calendar import DayType, Unit, add_term
from ksd.deadlines.models import Deadline, Holiday, Reminder

OVERDUE = -1


def due_date(base: date, length: int, unit: str, day_type: str, paused: Collection[date] = ()) -> date:
    """Return the last day of a term by the holidays known now; paused days do not count."""
    if unit != Unit.DAY or day_type == DayType.CALENDAR:
        return add_term(base, length, unit, day_type, paused=paused)
    # Every working day may cost a weekend and a run of holidays; three times the length is ample.
    span = timedelta(days=3 * length + 60 + 2 * len(paused))
    return add_term(base, length, unit, day_type, Holiday.objects.between(base, base + span), paused=paused)


def set_milestones(deadline: Deadline) -> None:
    """Write the reminders still to come, and the one for when it has lapsed; earlier ones are dropped."""
    deadline.reminders.all().delete()
    today = clock.today()
    coming = {
        days: deadline.due_on - timedelta(days=days)
        for days in deadline.remind_days
        if days >= 0 and deadline.due_on - timedelta(days=days) >= today
    }
    coming[OVERDUE] = deadline.due_on + timedelta(days=1)
    Reminder.objects.bulk_create(
        Reminder(deadline=deadline, days_before=days, due_on=due_on) for days, due_on in coming.items()
    )
