"""Named questions about follow-ups."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from ksd.accounts.access import AnyUser, acting_region_ids, reach
from ksd.core import clock
from meetings.choices import OPEN_FOLLOW_UPS, SETTLED_FOLLOW_UPS, FollowUpState, MeetingState
from meetings.duties import AGREED_STATES, STEPS

if TYPE_CHECKING:
    from meetings.models import FollowUp, Meeting  # noqa: F401  named in the types below


def _meetings_seen(user: AnyUser) -> Any:
    return apps.get_model("meetings", "Meeting")._default_manager.visible_to(user).order_by().values("pk")


OWED = (FollowUpState.BELUM, FollowUpState.PROSES)
LATE, STILL_OPEN, UNTOUCHED = "terlambat", "terbuka", "belum_disentuh"
# The steps by which an owner says anything at all.
_REPORTS = tuple(step.code for step in STEPS if step.is_report)


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Follow-ups by scope, state, time and words."""

    def visible_to(self, user: AnyUser) -> Self:
        """Those of a region within reach, and those of a meeting the person sees."""
        seen, meetings = reach(user), _meetings_seen(user)
        return self.filter(
            Q(region__in=seen) | Q(decision__meeting__in=meetings) | Q(pk__in=self._carried_to(meetings))
        )

    def _carried_to(self, meetings: Any) -> Any:
        return self.model._default_manager.filter(carries__meeting__in=meetings).order_by().values("pk")

    def standing(self) -> Self:
        """Those whose decision still stands."""
        return self.filter(decision__dropped_at=None)

    def agreed(self) -> Self:
        """Those that are owed: their decision stands and its meeting has agreed on the result."""
        return self.standing().filter(decision__meeting__state__in=AGREED_STATES)

    def owed(self) -> Self:
        """Those somebody still has to work on."""
        return self.filter(state__in=OWED)

    def unsettled(self) -> Self:
        """Those neither verified nor stopped."""
        return self.filter(state__in=OPEN_FOLLOW_UPS)

    def settled(self) -> Self:
        """Those verified or stopped."""
        return self.filter(state__in=SETTLED_FOLLOW_UPS)

    def late(self) -> Self:
        """Those whose day has passed with something still owed."""
        return self.owed().filter(due_on__lt=clock.today())

    def untouched(self) -> Self:
        """Those nobody ever reported anything on."""
        return self.filter(self._never_reported(), state=FollowUpState.BELUM)

    def _never_reported(self) -> Exists:
        entries = apps.get_model("meetings", "FollowUpEntry")._default_manager
        return ~Exists(entries.filter(follow_up=OuterRef("pk"), step__in=_REPORTS))  # type: ignore[return-value]  # stays an Exists

    def answered_by(self, user: AnyUser) -> Self:
        """Those the person reports on: of a region for which the person answers."""
        return self.filter(region__in=acting_region_ids(user, "meetings.respond"))

    def judged_by(self, user: AnyUser) -> Self:
        """Those the person verifies: of a meeting the person manages, or carried into one."""
        own = acting_region_ids(user, "meetings.manage")
        carried = self.model._default_manager.filter(carries__meeting__organiser__in=own).order_by()
        return self.filter(Q(decision__meeting__organiser__in=own) | Q(pk__in=carried.values("pk")))

    def of_meeting(self, meeting: "Meeting") -> Self:
        """Those a meeting asked for or asks for again."""
        carried = self.model._default_manager.filter(carries__meeting=meeting).order_by().values("pk")
        return self.filter(Q(decision__meeting=meeting) | Q(pk__in=carried))

    def unsettled_in(self, meeting: "Meeting") -> Self:
        """Those that keep a meeting from being closed: asked for there, neither settled nor taken along since."""
        carries = apps.get_model("meetings", "Carry")._default_manager
        later = carries.filter(follow_up=OuterRef("pk"), meeting__starts_at__gt=meeting.starts_at).exclude(
            meeting__state=MeetingState.DIBATALKAN
        )
        return self.standing().of_meeting(meeting).unsettled().filter(~Exists(later))

    def carriable_into(self, meeting: "Meeting") -> Self:
        """Unfinished ones of earlier meetings of the same organiser, not yet taken along into this one."""
        here = self.model._default_manager.filter(carries__meeting=meeting).order_by().values("pk")
        earlier = Q(decision__meeting__starts_at__lt=meeting.starts_at)
        same = Q(decision__meeting__organiser_id=meeting.organiser_id)
        return self.agreed().unsettled().filter(earlier, same).exclude(pk__in=here)

    def in_standing(self, name: str) -> Self:
        """By state, or the derived "terlambat" and "terbuka"; an unknown name keeps all."""
        if name == LATE:
            return self.late()
        if name == STILL_OPEN:
            return self.unsettled()
        if name == UNTOUCHED:
            return self.untouched()
        return self.filter(state=name) if name in FollowUpState.values else self

    def of_year(self, year: int) -> Self:
        """Those decided by meetings that began in this year, local time."""
        return self.filter(decision__meeting__starts_at__year=year)

    def search(self, text: str) -> Self:
        """Those in which every word is found in the decision, target, region, office or meeting."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(decision__text__icontains=word)
                | Q(target__icontains=word)
                | Q(region__name__icontains=word)
                | Q(office__name__icontains=word)
                | Q(decision__meeting__title__icontains=word)
            )
        return found

    def for_list(self) -> Self:
        """Everything a line of the list shows, with how often it was carried."""
        related = (
            "decision__meeting__organiser",
            "region",
            "office",
        )
        carries = (
            apps.get_model("meetings", "Carry")._default_manager.filter(follow_up=OuterRef("pk")).order_by()
        )
        # Counted apart: a count over the join would see only the carry a list is filtered by.
        told = carries.values("follow_up").annotate(many=Count("pk")).values("many")
        return self.select_related(*related).annotate(times_carried=Coalesce(Subquery(told), 0))
