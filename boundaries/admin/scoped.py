"""Which rows of penegasan an admin finds: those of segments the admin sees."""

from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest

from boundaries.models import Segment
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin

if TYPE_CHECKING:
    from django.db.models import QuerySet


class OfSegmentsSeen(ReadOnlyAdmin):
    """Rows of the segments within the admin's scope; they come from acts and are only read here."""

    # The way from a row to its segment.
    segment = "segment"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows of those segments."""
        seen = Segment.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(**{f"{self.segment}__in": seen})
