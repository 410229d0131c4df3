"""The shape of a law pack: frozen dataclasses that `reading` fills from TOML. No rule lives here.

Every rule carries `article` (where it stands in the law) or `internal` (office practice, never shown as law).
Fields without a default must be written in the pack; a field with a default may be left out.
"""

from agreements.law.schema.dprd import DprdCause, DprdLetterKind, DprdRow, DprdState, Outcome
from agreements.law.schema.flow import Arrow, Side, Stage, State, Term, Turn
from agreements.law.schema.kinds import (
    Basis,
    Configuration,
    DprdRule,
    EndReason,
    Kind,
    Level,
    Pairs,
    PartnerKind,
    Permit,
    Question,
    RequestKind,
    Setting,
)
from agreements.law.schema.pack import LawPack, pick
from agreements.law.schema.papers import (
    Addressee,
    ClauseRule,
    CopyRule,
    DocumentKind,
    Item,
    NaskahKind,
    SigningItem,
)
from agreements.law.schema.reports import ReportItem, ReportRule, Tier

__all__ = [
    "Addressee",
    "Arrow",
    "Basis",
    "ClauseRule",
    "Configuration",
    "CopyRule",
    "DocumentKind",
    "DprdCause",
    "DprdLetterKind",
    "DprdRow",
    "DprdRule",
    "DprdState",
    "EndReason",
    "Item",
    "Kind",
    "LawPack",
    "Level",
    "NaskahKind",
    "Outcome",
    "Pairs",
    "PartnerKind",
    "Permit",
    "Question",
    "ReportItem",
    "ReportRule",
    "RequestKind",
    "Setting",
    "Side",
    "SigningItem",
    "Stage",
    "State",
    "Term",
    "Tier",
    "Turn",
    "pick",
]
