"""Two questions asked apart: what a person may see (scope) and what they may do (permission)."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from ksd.accounts.models import Membership, User
from ksd.accounts.permissions import table
from ksd.core.clock import today
from regions.models import Region
from regions.scope import within_reach

AnyUser: TypeAlias = User | AnonymousUser | None
_MEMORY = "_ksd_roles_held"


def _signed_in(user: AnyUser) -> User | None:
    return user if isinstance(user, User) and user.is_active and user.pk else None


def current_memberships(user: AnyUser, on: date | None = None) -> QuerySet[Membership]:
    """The memberships a person holds on a day (today); none for a stranger or a closed account."""
    person = _signed_in(user)
    if person is None:
        return Membership.objects.none()
    return Membership.objects.filter(user=person).current(on)


def reach(user: AnyUser) -> QuerySet[Region]:
    """The regions whose cases a person may see; used as one subquery: `region__in=reach(user)`."""
    person = _signed_in(user)
    if person is None:
        return Region.objects.none()
    if person.is_superuser:
        return Region.objects.all()
    return within_reach(current_memberships(person).order_by().values_list("region_id", flat=True))


def _roles_held(person: User) -> frozenset[tuple[str, int]]:
    """(role, region id) held today, read once per user object and day."""
    day = today()
    kept: tuple[date, frozenset[tuple[str, int]]] | None = person.__dict__.get(_MEMORY)
    if kept is None or kept[0] != day:
        held = current_memberships(person).order_by().values_list("role", "region_id")
        kept = (day, frozenset(held))
        person.__dict__[_MEMORY] = kept
    return kept[1]


def forget(user: User) -> None:
    """Drop what this user object remembers of its roles, after they changed."""
    for key in [key for key in user.__dict__ if key.startswith(_MEMORY)]:
        del user.__dict__[key]


def own_region_ids(user: AnyUser, permission: str) -> frozenset[int]:
    """The regions a person belongs to in a role that carries a permission; none below them, and no query of its own."""
    rule = table().permission(permission)
    person = _signed_in(user)
    if person is None:
        return frozenset()
    return frozenset(
        region for role, region in _roles_held(person) if person.is_superuser or role in rule.roles
    )


def acting_region_ids(user: AnyUser, permission: str) -> frozenset[int]:
    """The regions for which a person's role grants a permission, those below included where the table says so."""
    rule = table().permission(permission)
    person = _signed_in(user)
    if person is None:
        return frozenset()
    if person.is_superuser:
        return frozenset(Region.objects.values_list("pk", flat=True))
    own = own_region_ids(person, permission)
    if not (rule.below and own):
        return own
    key = f"{_MEMORY}:{today()}:{','.join(map(str, sorted(own)))}"
    if key not in person.__dict__:
        person.__dict__[key] = frozenset(within_reach(own).values_list("pk", flat=True))
    below: frozenset[int] = person.__dict__[key]
    return below


def may(user: AnyUser, permission: str, region: Region | None = None) -> bool:
    """Whether a role of this person grants the permission, for one region or (None) for any."""
    rule = table().permission(permission)
    person = _signed_in(user)
    if person is None:
        return False
    if person.is_superuser:
        return True
    if region is None:
        return any(role in rule.roles for role, _region in _roles_held(person))
    return region.pk in acting_region_ids(person, permission)


def enters_admin(user: AnyUser) -> bool:
    """Whether a person holds the role that works in the Django admin."""
    person = _signed_in(user)
    return person is not None and any(
        role == table().admin_site.role for role, _region in _roles_held(person)
    )


def keeps_shared_tables(user: AnyUser) -> bool:
    """Whether a person works in the Django admin for a region whose level may change what all regions share."""
    person, site = _signed_in(user), table().admin_site
    if person is None:
        return False
    key = f"{_MEMORY}:{today()}:shared"  # an admin page asks for every table
    if key not in person.__dict__:
        high = current_memberships(person).filter(role=site.role, region__level__in=site.shared_levels)
        person.__dict__[key] = high.exists()
    return bool(person.__dict__[key])


def recipients(
    region_ids: Iterable[int],
    *,
    permissions: Iterable[str] = (),
    roles: Iterable[str] = (),
    on: date | None = None,
) -> QuerySet[User]:
    """People to tell about something of these regions: each once, by role or by what they may do."""
    wanted = {str(role) for role in roles}
    for code in permissions:
        wanted |= table().permission(code).roles
    holding = Membership.objects.current(on).holding(wanted).filter(region_id__in=list(region_ids))
    return User.objects.filter(Q(is_active=True) & Q(pk__in=holding.order_by().values("user_id")))
