"""Named questions of sessions and their lists of attendance."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from meetings.models import Attendance, Meeting, MeetingSession  # noqa: F401  named in the generic bases below


class SessionQuerySet(models.QuerySet["MeetingSession"]):
    """Sessions of meetings."""

    def counted(self) -> Self:
        """Each with how many standing lines its list has (`present`) and how many were ever written (`written`)."""
        standing = Count("attendances", filter=Q(attendances__struck_at=None))
        return self.annotate(present=standing, written=Count("attendances"))

    def at_door(self) -> Self:
        """With the meeting a public page names."""
        return self.select_related("meeting__organiser", "meeting__organiser_office", "meeting__host")


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Lines of the list of attendance."""

    def standing(self) -> Self:
        """Those not struck out."""
        return self.filter(struck_at=None)

    def of_meeting(self, meeting: "Meeting") -> Self:
        """Lines of all sessions of a meeting, session by session as they came."""
        rows = self.filter(session__meeting=meeting)
        return rows.order_by("session__starts_at", "session_id", "at", "pk")

    def for_list(self) -> Self:
        """Everything a printed line shows."""
        return self.select_related("session", "region", "invitee__region", "invitee__office", "recorded_by")
