"""Named questions about the TKKSD and its reviews."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ksd.accounts.access import reach
from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import Review, Team, TeamMember, TeamReport  # noqa: F401  named as text below


class TeamQuerySet(models.QuerySet["Team"]):
    """Teams by scope and date."""

    def visible_to(self, user: Any) -> "TeamQuerySet":
        """Teams of regions in the user's reach."""
        return self.filter(region__in=reach(user))

    def current(self, on: date | None = None) -> "TeamQuerySet":
        """Teams whose decree is in force on the day."""
        day = on or clock.today()
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class TeamMemberQuerySet(models.QuerySet["TeamMember"]):
    """Members by period."""

    def serving(self, on: date | None = None) -> "TeamMemberQuerySet":
        """Members whose period includes the day."""
        day = on or clock.today()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews by person."""

    def visible_to(self, user: Any) -> "ReviewQuerySet":
        """Reviews within the user's reach; another party of the case does not read them."""
        return self.filter(region__in=reach(user))

    def open(self) -> "ReviewQuerySet":
        """Reviews still to be written."""
        return self.filter(submitted_at=None, withdrawn_at=None)

    def asked_of(self, user: Any) -> "ReviewQuerySet":
        """Reviews this person is asked for and has not written."""
        return self.open().filter(reviewer=user)


class TeamReportQuerySet(models.QuerySet["TeamReport"]):
    """Yearly reports of teams by scope."""

    def visible_to(self, user: Any) -> "TeamReportQuerySet":
        """Reports of regions in the user's reach."""
        return self.filter(region__in=reach(user))
