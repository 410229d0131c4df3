"""Named questions about the rows of agreements, one module per noun."""

from agreements.querysets.cases import AWAITED_FOR, CaseQuerySet, is_turn_of
from agreements.querysets.dprd import DprdTrackQuerySet
from agreements.querysets.papers import CaseDocumentQuerySet, CaseEventQuerySet, sees_all
from agreements.querysets.partners import PartnerQuerySet
from agreements.querysets.texts import NaskahQuerySet

__all__ = [
    "AWAITED_FOR",
    "CaseDocumentQuerySet",
    "CaseEventQuerySet",
    "CaseQuerySet",
    "DprdTrackQuerySet",
    "NaskahQuerySet",
    "PartnerQuerySet",
    "is_turn_of",
    "sees_all",
]
