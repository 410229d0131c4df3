"""Named questions about periodic reports: who sees them, what is owed, late, or waits for somebody."""

from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from agreements.querysets.rows import rows
from ksd.accounts.access import acting_region_ids
from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import CaseReport, Evaluation  # noqa: F401  named as text below

# Not written yet, or returned to be mended: the report is owed.
WRITING = ("disusun", "dikembalikan")
PERMISSIONS = ("agreements.report", "agreements.check", "agreements.receive")


class CaseReportQuerySet(models.QuerySet["CaseReport"]):
    """Reports by scope, period and what they wait for."""

    def visible_to(self, user: Any) -> Self:
        """Reports of the cases the user may see."""
        return self.filter(case__in=rows("Case").visible_to(user))

    def for_list(self) -> Self:
        """Everything one line of a list shows, in a fixed number of queries."""
        return self.select_related("case", "region__parent", "deadline")

    def owed(self) -> Self:
        """Reports still to be written or mended."""
        return self.filter(state__in=WRITING)

    def late(self, on: date | None = None) -> Self:
        """Reports owed although their day has passed."""
        return self.owed().filter(deadline__due_on__lt=on or clock.today())

    def waiting_for(self, user: Any, permission: str = "") -> Self:
        """Reports that wait for what this person may do."""
        codes = (permission,) if permission else PERMISSIONS
        roles = [(code, acting_region_ids(user, code)) for code in codes]
        mine = [Q(awaits=code, region_id__in=regions) for code, regions in roles if regions]
        return self.filter(reduce(or_, mine)) if mine else self.none()


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Evaluations by scope and standing."""

    def visible_to(self, user: Any) -> Self:
        """Evaluations of the cases the user may see."""
        return self.filter(case__in=rows("Case").visible_to(user))

    def closed(self) -> Self:
        """Evaluations with a conclusion, newest first."""
        return self.filter(closed_on__isnull=False).order_by("-closed_on", "-pk")
