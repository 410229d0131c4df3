"""Named questions about the rows of agreements, one module per noun."""

from agreements.querysets.cases import AWAITED_FOR, CaseQuerySet, is_turn_of
from agreements.querysets.comments import said_within_reach_of
from agreements.querysets.copies import CopyQuerySet
from agreements.querysets.dprd import DprdTrackQuerySet
from agreements.querysets.extensions import ExtensionQuerySet
from agreements.querysets.issued import IssuedFileQuerySet, SignRequestQuerySet
from agreements.querysets.papers import CaseDocumentQuerySet, CaseEventQuerySet, sees_all
from agreements.querysets.partners import PartnerQuerySet
from agreements.querysets.reports import CaseReportQuerySet, EvaluationQuerySet
from agreements.querysets.running import GoalQuerySet, ObligationQuerySet, late_on
from agreements.querysets.texts import NaskahQuerySet
from agreements.querysets.triage import TriageQuerySet

__all__ = [
    "AWAITED_FOR",
    "CaseDocumentQuerySet",
    "CaseEventQuerySet",
    "CaseQuerySet",
    "CaseReportQuerySet",
    "CopyQuerySet",
    "DprdTrackQuerySet",
    "EvaluationQuerySet",
    "ExtensionQuerySet",
    "GoalQuerySet",
    "IssuedFileQuerySet",
    "NaskahQuerySet",
    "ObligationQuerySet",
    "PartnerQuerySet",
    "SignRequestQuerySet",
    "TriageQuerySet",
    "is_turn_of",
    "late_on",
    "said_within_reach_of",
    "sees_all",
]
