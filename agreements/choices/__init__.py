"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.copies import CopyAct, CopyForm, CopyState
from agreements.choices.dprd import DprdOutcome
from agreements.choices.law_changes import LawChangeKind
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
from agreements.choices.signing import EventState, MarkStep, StepWord
from agreements.choices.texts import (
    ApprovalDecision,
    Authority,
    LifeState,
    NaskahState,
    SigningMode,
)
from agreements.choices.triage import Verdict

__all__ = [
    "ApprovalDecision",
    "Authority",
    "CopyAct",
    "CopyForm",
    "CopyState",
    "Direction",
    "DprdOutcome",
    "Entry",
    "EventState",
    "Every",
    "FundSource",
    "GoalDocument",
    "Health",
    "LawChangeKind",
    "LifeState",
    "MarkStep",
    "NaskahState",
    "ObligationKind",
    "ObligationState",
    "PartnerClass",
    "PlanState",
    "Rating",
    "RequestType",
    "Side",
    "SigningMode",
    "StepWord",
    "Verdict",
]
