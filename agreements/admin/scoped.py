"""Which rows of cooperations an admin finds: those of cases that regions within the admin's reach run."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.models import Case
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline


class OfCasesRun(ReadOnlyAdmin):
    """History of the cases one's own regions run; a partner reads its share on the pages."""

    # The way from a row to its case.
    case = "case"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows of those cases."""
        run = Case.objects.run_within_reach_of(request.user)
        return super().get_queryset(request).filter(**{f"{self.case}__in": run})


class ReadOnlyRows(ReadOnlyInline):
    """Rows of a case or text, each with the way to its own page."""

    show_change_link = True
