"""A person's own page, and the table of who may do what."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ksd.accounts.access import current_memberships, reach
from ksd.accounts.choices import Role
from ksd.accounts.models import Membership, User
from ksd.accounts.permissions import Permission, table


@dataclass(frozen=True)
class Line:
    """One permission of the table, with a yes or no for every role in order."""

    rule: Permission
    cells: tuple[tuple[Role, bool], ...]


def _groups() -> list[tuple[str, list[Line]]]:
    """The permissions under the heading of their part of the work."""
    headings = {
        "agreements": _("Kerja sama"),
        "regions": _("Wilayah"),
        "deadlines": _("Tenggat dan kalender"),
        "accounts": _("Akun"),
        "core": _("Sistem"),
    }
    lines: dict[str, list[Line]] = {}
    for rule in table().permissions.values():
        app = rule.code.partition(".")[0]
        cells = tuple((role, role.value in rule.roles) for role in Role)
        lines.setdefault(headings.get(app, app), []).append(Line(rule, cells))
    return list(lines.items())


def _held(user: object) -> list[Membership]:
    roles = current_memberships(user) if isinstance(user, User) else Membership.objects.none()
    return list(roles.select_related("region", "office"))


def _granted(memberships: Iterable[Membership]) -> list[tuple[Membership, tuple[Permission, ...]]]:
    return [(membership, table().held_by(membership.role)) for membership in memberships]


@require_safe
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show who I am here, which roles I hold, and how many regions I see."""
    person = request.user
    if not isinstance(person, User):
        return HttpResponse(status=403)
    facts = [
        (_("Nama lengkap"), person.full_name),
        (_("Nama pengguna"), person.username),
        (_("Alamat surel"), person.email),
        (_("Telepon"), person.phone),
    ]
    granted = _granted(_held(person))
    context = {"facts": facts, "granted": granted, "reach_count": reach(person).count()}
    return render(request, "accounts/profile.html", context)


@require_safe
@login_required
def permissions(request: HttpRequest) -> HttpResponse:
    """Show every role, what it may do, and what it may see."""
    mine = {membership.role for membership in _held(request.user)}
    roles = [(role, table().roles[role].note, role.value in mine) for role in Role]
    context = {"groups": _groups(), "roles": roles, "mine": mine, "role_count": len(roles) + 1}
    return render(request, "accounts/permissions.html", context)
