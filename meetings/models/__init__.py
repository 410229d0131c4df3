"""A meeting and everything it holds."""

from meetings.models.agenda import AgendaItem, AgendaSection, BacklogItem, SetAside
from meetings.models.answers import AnswerEntry
from meetings.models.attendance import Attendance, MeetingSession
from meetings.models.decisions import Decision
from meetings.models.feeds import CalendarFeed
from meetings.models.files import MeetingFile
from meetings.models.follow_ups import Carry, FollowUp, FollowUpEntry
from meetings.models.invitations import Invitee, MeetingLetter, Sending
from meetings.models.links import ActLink
from meetings.models.meeting import CHANGED, PLANNED, Meeting, MeetingEvent, new_public_id
from meetings.models.minutes import Correction, MeetingReport, Minutes
from meetings.models.plans import MeetingPlan, Speech
from meetings.models.room import Confirmation, LiveNote, Record
from meetings.models.series import MeetingSeries

__all__ = [
    "CHANGED",
    "PLANNED",
    "ActLink",
    "AgendaItem",
    "AgendaSection",
    "AnswerEntry",
    "Attendance",
    "BacklogItem",
    "CalendarFeed",
    "Carry",
    "Confirmation",
    "Correction",
    "Decision",
    "FollowUp",
    "FollowUpEntry",
    "Invitee",
    "LiveNote",
    "Meeting",
    "MeetingEvent",
    "MeetingFile",
    "MeetingLetter",
    "MeetingPlan",
    "MeetingReport",
    "MeetingSeries",
    "MeetingSession",
    "Minutes",
    "Record",
    "Sending",
    "SetAside",
    "Speech",
    "new_public_id",
]
