"""Rows of time: holidays, terms that run, reminders of them, notices to people."""

from ksd.deadlines.models.deadline import Deadline, DeadlineChange, DeadlineState, Reminder
from ksd.deadlines.models.holiday import Holiday, HolidayKind
from ksd.deadlines.models.notice import EmailState, Notice, NoticeLine
from ksd.deadlines.models.pause import DeadlinePause

__all__ = [
    "Deadline",
    "DeadlineChange",
    "DeadlinePause",
    "DeadlineState",
    "EmailState",
    "Holiday",
    "HolidayKind",
    "Notice",
    "NoticeLine",
    "Reminder",
]
