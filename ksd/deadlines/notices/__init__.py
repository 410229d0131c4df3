"""Telling people: notices, reminders, e-mail."""

from ksd.deadlines.notices.mail import sweep_mail
from ksd.deadlines.notices.matters import Matter, matter_source
from ksd.deadlines.notices.sweeping import sweep_reminders
from ksd.deadlines.notices.telling import notify

__all__ = ["Matter", "matter_source", "notify", "sweep_mail", "sweep_reminders"]
