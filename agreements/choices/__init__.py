"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.parties import PartnerClass, Side
from agreements.choices.reports import Health, Rating, Verdict
from agreements.choices.texts import ApprovalDecision, Authority, LifeState, NaskahState, SigningMode

__all__ = [
    "ApprovalDecision",
    "Authority",
    "Direction",
    "Entry",
    "Health",
    "LifeState",
    "NaskahState",
    "PartnerClass",
    "Rating",
    "RequestType",
    "Side",
    "SigningMode",
    "Verdict",
]
