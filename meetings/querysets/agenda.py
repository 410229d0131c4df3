"""Named questions about the agenda and about what regions would like to see on it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from ksd.accounts.access import AnyUser, acting_region_ids, reach
from meetings.choices import WAITING, BacklogState

if TYPE_CHECKING:
    from meetings.models import AgendaItem, BacklogItem, Meeting  # noqa: F401  named in the generic bases below


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Items of an agenda."""

    def for_page(self) -> Self:
        """Everything a line of the agenda shows, in its order."""
        shown = (
            "section",
            "proposed_by",
            "case",
            "segment__region_a",
            "segment__region_b",
            "follow_up__decision__meeting",
        )
        found = self.select_related(*shown).prefetch_related("speeches")
        return found.order_by("section__order", "section_id", "order", "pk")


class BacklogQuerySet(models.QuerySet["BacklogItem"]):
    """Wishes by scope and by what they wait for."""

    def visible_to(self, user: AnyUser) -> Self:
        """Wishes of regions within the person's reach, and those for meetings the person manages."""
        managed = acting_region_ids(user, "meetings.manage")
        return self.filter(Q(region__in=reach(user)) | Q(meeting__organiser__in=managed))

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.select_related("region", "meeting", "proposed_by")

    def waiting(self) -> Self:
        """Those an organiser may still take up."""
        return self.filter(state__in=WAITING)

    def waiting_for(self, meeting: "Meeting") -> Self:
        """Wishes this meeting may take up: made for it, made for any, or postponed by another one.

        A postponed wish keeps the meeting that postponed it, and is not offered to that one again.
        """
        invited = Q(region__in=meeting.participants.values("pk")) | Q(
            region__in=[meeting.host_id, meeting.organiser_id]
        )
        made = Q(state=BacklogState.DIUSULKAN) & (Q(meeting=meeting) | Q(meeting=None) & invited)
        postponed = Q(state=BacklogState.DITUNDA) & ~Q(meeting=meeting) & invited
        return self.filter(made | postponed).order_by("proposed_at", "pk")
