"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.parties import PartnerClass, Side
from agreements.choices.reports import Health, Rating
from agreements.choices.running import (
    Every,
    FundSource,
    GoalDocument,
    ObligationKind,
    ObligationState,
    PlanState,
)
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
    "Every",
    "FundSource",
    "GoalDocument",
    "Health",
    "LifeState",
    "NaskahState",
    "ObligationKind",
    "ObligationState",
    "PartnerClass",
    "PlanState",
    "Rating",
    "RequestType",
    "Side",
    "SigningMode",
    "Verdict",
]
