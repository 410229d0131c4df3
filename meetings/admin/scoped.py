"""Which rows of meetings an admin finds: those of meetings the admin sees."""

from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from meetings.models import Meeting


class OfMeetingsSeen(ReadOnlyAdmin):
    """Rows of the meetings within the admin's scope."""

    # The way from a row to its meeting.
    meeting = "meeting"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows of those meetings."""
        seen = Meeting.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(**{f"{self.meeting}__in": seen})


class OfMeetingsOrganised(OfMeetingsSeen):
    """Rows only the organiser reads on the pages: here too an admin finds those of organisers within reach alone."""

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows of meetings organised within reach."""
        organisers = reach(cast(User, request.user))
        return super().get_queryset(request).filter(**{f"{self.meeting}__organiser__in": organisers})
