"""Named questions about meetings."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, When

from ksd.accounts.access import AnyUser, acting_region_ids, reach
from ksd.core import clock
from meetings.choices import MeetingState
from meetings.workflow import LOCKED
from regions.models import Region

if TYPE_CHECKING:
    from meetings.models import Meeting  # noqa: F401  named in the generic base below


def _ahead() -> Q:
    """Still to come or going on; a postponed one too, whatever its old date."""
    return (Q(ends_at__gte=clock.now()) | Q(state=MeetingState.DITUNDA)) & ~Q(state__in=LOCKED)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings by scope, time and words."""

    def visible_to(self, user: AnyUser) -> Self:
        """Meetings whose host, organiser or a participant lies within the person's reach; one WHERE clause."""
        seen = reach(user)
        invited = self.model.participants.through.objects.filter(
            meeting_id=OuterRef("pk"), region_id__in=seen
        )
        return self.filter(Q(host__in=seen) | Q(organiser__in=seen) | Exists(invited))

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.select_related("host", "organiser", "organiser_office", "series")

    def upcoming(self) -> Self:
        """Those to come or going on, nearest first."""
        return self.filter(_ahead()).order_by("starts_at", "pk")

    def past(self) -> Self:
        """Those that are over, closed or called off, latest first."""
        return self.filter(~_ahead()).order_by("-starts_at", "-pk")

    def at_time(self, when: str) -> Self:
        """Those upcoming, past, or all."""
        if when == "all":
            return self
        return self.past() if when == "past" else self.upcoming()

    def of_region(self, region: Region) -> Self:
        """Those a region hosts, organises or takes part in."""
        invited = self.model.participants.through.objects.filter(
            meeting_id=OuterRef("pk"), region_id=region.pk
        )
        return self.filter(Q(host=region) | Q(organiser=region) | Exists(invited))

    def going_on(self, start: datetime, end: datetime) -> Self:
        """Those that take place within a span of time; what is postponed or called off does not."""
        idle = (MeetingState.DITUNDA, MeetingState.DIBATALKAN)
        return self.filter(starts_at__lt=end, ends_at__gt=start).exclude(state__in=idle)

    def on_calendar(self, start: datetime, end: datetime) -> Self:
        """Those a calendar shows for a span of time: all but what is called off."""
        return self.filter(starts_at__lt=end, ends_at__gte=start).exclude(state=MeetingState.DIBATALKAN)

    def search(self, text: str) -> Self:
        """Meetings in which every word is found in the title, theme, place or host."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(title__icontains=word)
                | Q(theme__icontains=word)
                | Q(place__icontains=word)
                | Q(host__name__icontains=word)
            )
        return found


def organisable(user: AnyUser, permission: str) -> models.QuerySet[Region]:
    """Regions on whose behalf a person plans meetings."""
    return Region.objects.current().filter(pk__in=acting_region_ids(user, permission))


def invitable(user: AnyUser) -> models.QuerySet[Region]:
    """Regions a person may name as host or participant: those in reach first, then those bordering them."""
    seen = reach(user)
    borders = Q(pk__in=Region.objects.filter(adjacencies_as_b__region_a__in=seen).values("pk")) | Q(
        pk__in=Region.objects.filter(adjacencies_as_a__region_b__in=seen).values("pk")
    )
    near = Case(When(pk__in=seen, then=0), default=1, output_field=IntegerField())
    found = Region.objects.current().filter(Q(pk__in=seen) | borders).filter(level__gt=0)
    return found.order_by(near, "code")
