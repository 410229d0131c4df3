"""The cooperation case and everything it holds."""

from agreements.models.addendum import Addendum
from agreements.models.case import Case, CaseEvent, Party
from agreements.models.clauses import Clause, ClauseVersion
from agreements.models.comments import Comment
from agreements.models.documents import Answer, CaseDocument
from agreements.models.extension import Extension
from agreements.models.ledger import LedgerAnchor, LedgerEntry
from agreements.models.naskah import Naskah, NaskahApproval, NaskahParty, NaskahVersion
from agreements.models.office_settings import OfficeSetting
from agreements.models.partner import Partner
from agreements.models.proceedings import Proceeding, ProceedingEntry
from agreements.models.succession import PartySuccession
from agreements.models.teams import Recommendation, Review, Team, TeamMember
from agreements.models.triage import IntakeTriage

__all__ = [
    "Addendum",
    "Answer",
    "Case",
    "CaseDocument",
    "CaseEvent",
    "Clause",
    "ClauseVersion",
    "Comment",
    "Extension",
    "IntakeTriage",
    "LedgerAnchor",
    "LedgerEntry",
    "Naskah",
    "NaskahApproval",
    "NaskahParty",
    "NaskahVersion",
    "OfficeSetting",
    "Partner",
    "Party",
    "PartySuccession",
    "Proceeding",
    "ProceedingEntry",
    "Recommendation",
    "Review",
    "Team",
    "TeamMember",
]
