"""The cooperation case and everything it holds."""

from agreements.models.case import Case, CaseEvent, Party
from agreements.models.clauses import Clause, ClauseVersion
from agreements.models.documents import Answer, CaseDocument
from agreements.models.dprd import DprdLetter, DprdTrack
from agreements.models.naskah import Naskah, NaskahApproval, NaskahParty, NaskahVersion
from agreements.models.office_settings import OfficeSetting
from agreements.models.partner import Partner

__all__ = [
    "Answer",
    "Case",
    "CaseDocument",
    "CaseEvent",
    "Clause",
    "ClauseVersion",
    "DprdLetter",
    "DprdTrack",
    "Naskah",
    "NaskahApproval",
    "NaskahParty",
    "NaskahVersion",
    "OfficeSetting",
    "Partner",
    "Party",
]
