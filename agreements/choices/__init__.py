"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.dprd import DprdOutcome
from agreements.choices.parties import PartnerClass, Side
from agreements.choices.texts import ApprovalDecision, Authority, LifeState, NaskahState, SigningMode

__all__ = [
    "ApprovalDecision",
    "Authority",
    "Direction",
    "DprdOutcome",
    "Entry",
    "LifeState",
    "NaskahState",
    "PartnerClass",
    "RequestType",
    "Side",
    "SigningMode",
]
