"""The cooperation case and everything it holds."""

from agreements.models.case import Case, CaseEvent, Party
from agreements.models.clauses import Clause, ClauseVersion
from agreements.models.comments import Comment
from agreements.models.documents import Answer, CaseDocument
from agreements.models.dprd import DprdLetter, DprdTrack
from agreements.models.ledger import LedgerAnchor, LedgerEntry
from agreements.models.naskah import Naskah, NaskahApproval, NaskahParty, NaskahVersion
from agreements.models.office_settings import OfficeSetting
from agreements.models.partner import Partner
from agreements.models.teams import Recommendation, Review, Team, TeamMember

__all__ = [
    "Answer",
    "Case",
    "CaseDocument",
    "CaseEvent",
    "Clause",
    "ClauseVersion",
    "Comment",
    "DprdLetter",
    "DprdTrack",
    "LedgerAnchor",
    "LedgerEntry",
    "Naskah",
    "NaskahApproval",
    "NaskahParty",
    "NaskahVersion",
    "OfficeSetting",
    "Partner",
    "Party",
    "Recommendation",
    "Review",
    "Team",
    "TeamMember",
]
