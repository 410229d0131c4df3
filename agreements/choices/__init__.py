"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.parties import PartnerClass, Side
from agreements.choices.texts import (
    ApprovalDecision,
    Authority,
    DprdAgain,
    LifeState,
    NaskahState,
    SigningMode,
)
from agreements.choices.triage import Verdict

__all__ = [
    "ApprovalDecision",
    "Authority",
    "Direction",
    "DprdAgain",
    "Entry",
    "LifeState",
    "NaskahState",
    "PartnerClass",
    "RequestType",
    "Side",
    "SigningMode",
    "Verdict",
]
