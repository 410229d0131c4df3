"""An agenda that proposes itself from what is stuck: ranked lines, each with its reason (F68)."""

from meetings.services.suggesting.choosing import take_suggestions
from meetings.services.suggesting.lines import Line
from meetings.services.suggesting.ranking import SOURCES, concerned, suggest
from meetings.services.suggesting.setting_aside import line_of, offer_again, set_aside

__all__ = [
    "SOURCES",
    "Line",
    "concerned",
    "line_of",
    "offer_again",
    "set_aside",
    "suggest",
    "take_suggestions",
]
