"""Named questions about people and their memberships."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import UserManager
from django.db import models

from ksd.accounts.choices import Role
from ksd.core.clock import today

if TYPE_CHECKING:
    from ksd.accounts.models import Membership, User  # noqa: F401  named in the generic base below


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by time, person and role."""

    def current(self, on: date | None = None) -> Self:
        """Those in force on a day (today): begun, and not yet ended on that day."""
        day = on or today()
        ended = models.Q(valid_to__isnull=False, valid_to__lte=day)
        return self.filter(valid_from__lte=day).exclude(ended)

    def holding(self, roles: Iterable[Role | str]) -> Self:
        """Those in one of these roles."""
        return self.filter(role__in=[str(role) for role in roles])


class PeopleManager(UserManager["User"]):
    """People by sign-in name; upper and lower case are the same name."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person of this sign-in name, whatever its case."""
        return self.get(username__iexact=username)
