"""Named questions about invitations, their letters and their mails."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from agreements.choices.correspondence import NumberState
from ksd.accounts.access import AnyUser, acting_region_ids
from ksd.core import clock
from meetings.choices import Answer, MeetingState, SendState

if TYPE_CHECKING:
    from meetings.models import Invitee, MeetingLetter, Sending  # noqa: F401  named in the generic bases below

# While a meeting stands so, an invitation may be answered.
ANSWERABLE = (MeetingState.DISETUJUI, MeetingState.UNDANGAN_TERKIRIM, MeetingState.BERLANGSUNG)
ANSWERING = "meetings.respond"
MOST_ATTEMPTS = 5


class LetterQuerySet(models.QuerySet["MeetingLetter"]):
    """Letters of meetings."""

    def issued(self) -> Self:
        """Those that went out, the latest first."""
        return self.filter(issued_at__isnull=False).order_by("-sequence")

    def standing(self) -> Self:
        """Issued ones whose number was not struck out, the latest first."""
        return self.issued().filter(number__state=NumberState.VALID)


class InviteeQuerySet(models.QuerySet["Invitee"]):
    """Lines of the lists of invitees."""

    def current(self) -> Self:
        """Those not struck out."""
        return self.filter(withdrawn_at__isnull=True)

    def for_list(self) -> Self:
        """Everything a line shows."""
        return self.select_related("region", "office", "mandate_file", "answered_by")

    def invited(self) -> Self:
        """Those whom a letter reached or shall reach, and who are not struck out."""
        return self.current().filter(invited_by_letter__isnull=False)

    def silent(self) -> Self:
        """Those invited who have not answered."""
        return self.invited().filter(answer=Answer.BELUM)

    def of_regions_of(self, user: AnyUser) -> Self:
        """Those for whose region a person answers."""
        return self.filter(region__in=acting_region_ids(user, ANSWERING))

    def awaiting(self, user: AnyUser) -> Self:
        """Invitations this person may still answer for a region, the nearest meeting first."""
        meetings = Q(meeting__state__in=ANSWERABLE, meeting__ends_at__gt=clock.now())
        found = self.silent().of_regions_of(user).filter(meetings)
        return found.select_related("meeting", "region", "office").order_by(
            "meeting__starts_at", "order", "pk"
        )


class SendingQuerySet(models.QuerySet["Sending"]):
    """Mails to invitees."""

    def due(self) -> Self:
        """Those to be sent now: waiting, or held by a worker whose claim ran out."""
        states = (SendState.ANTRE, SendState.DIKIRIM)
        return self.filter(state__in=states, due_at__lte=clock.now(), attempts__lt=MOST_ATTEMPTS)

    def exhausted(self) -> Self:
        """Those tried often enough, of which no worker is at work any more."""
        states = (SendState.ANTRE, SendState.DIKIRIM)
        return self.filter(state__in=states, due_at__lte=clock.now(), attempts__gte=MOST_ATTEMPTS)
