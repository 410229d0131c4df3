"""Words a row of agreements may hold, one module per noun."""

from agreements.choices.cases import Direction, Entry, RequestType
from agreements.choices.copies import CopyAct, CopyForm, CopyState
from agreements.choices.dprd import DprdOutcome
from agreements.choices.issued import IssuedAct, IssuedKind, SignState, Standing
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
from agreements.choices.word import ReturnState

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
    "IssuedAct",
    "IssuedKind",
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
    "ReturnState",
    "Side",
    "SignState",
    "SigningMode",
    "Standing",
    "StepWord",
    "Verdict",
]
