"""Acts of the meetings app."""

from meetings.services.access import (
    ANSWERING,
    PERMISSION,
    lock_meeting,
    may_answer_for,
    may_manage,
    require_manager,
    require_open,
    touch,
    write_event,
)
from meetings.services.chairs import ChairSheet, chair_sheet, take_proposed_chair
from meetings.services.conflicts import date_conflicts
from meetings.services.life import change_state, possible_step
from meetings.services.needs import follows_step, lacking, needed_for
from meetings.services.planning import MeetingData, change_meeting, plan_meeting
from meetings.services.sessions import ensure_sessions
from meetings.services.standing_letters import letter_due, standing_letter

__all__ = [
    "ANSWERING",
    "PERMISSION",
    "ChairSheet",
    "MeetingData",
    "chair_sheet",
    "change_meeting",
    "change_state",
    "date_conflicts",
    "ensure_sessions",
    "follows_step",
    "lacking",
    "letter_due",
    "lock_meeting",
    "may_answer_for",
    "may_manage",
    "needed_for",
    "plan_meeting",
    "possible_step",
    "require_manager",
    "require_open",
    "standing_letter",
    "take_proposed_chair",
    "touch",
    "write_event",
]
