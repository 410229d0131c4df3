"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.copies import CopyAct, CopyForm, CopyState
from agreements.choices.parties import PartnerClass, Side
from agreements.choices.signing import EventState, MarkStep, StepWord
from agreements.choices.texts import ApprovalDecision, Authority, LifeState, NaskahState, SigningMode

__all__ = [
    "ApprovalDecision",
    "Authority",
    "CopyAct",
    "CopyForm",
    "CopyState",
    "Direction",
    "Entry",
    "EventState",
    "LifeState",
    "MarkStep",
    "NaskahState",
    "PartnerClass",
    "RequestType",
    "Side",
    "SigningMode",
    "StepWord",
]
