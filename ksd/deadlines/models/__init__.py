"""Rows of time: holidays, terms that run, reminders of them, notices to people."""

from ksd.deadlines.models.deadline import Deadline, DeadlineChange, DeadlineState, Reminder
from ksd.deadlines.models.holiday import Holiday, HolidayKind
from ksd.deadlines.models.notice import EmailState, Notice, NoticeLine

__all__ = [
    "Deadline",
    "DeadlineChange",
    "DeadlineState",
    "EmailState",
    "Holiday",
    "HolidayKind",
    "Notice",
    "NoticeLine",
    "Reminder",
]
