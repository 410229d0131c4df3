"""Rows for tests: each function gives one thing with sensible facts, and takes what differs."""

from datetime import date
from typing import Any

from ksd.accounts.models import Membership, User
from regions.models import Region

TODAY = date(2026, 11, 21)
PASSWORD = "kata-sandi-contoh-26"


def region(
    code: str, name: str, kind: str = "kabupaten", parent: Region | None = None, **facts: Any
) -> Region:
    """A region of the register."""
    level = {"negara": 0, "provinsi": 1}.get(kind, 2)
    return Region.objects.create(code=code, name=name, kind=kind, level=level, parent=parent, **facts)


def person(username: str, *roles: tuple[str, Region], **facts: Any) -> User:
    """A person with roles, plainly invented."""
    user = User.objects.create(
        username=username,
        full_name=facts.pop("full_name", f"Contoh {username.title()}"),
        email=f"{username}@contoh.test",
        is_example=True,
        **facts,
    )
    for role, place in roles:
        Membership.objects.create(user=user, region=place, role=role, valid_from=date(2020, 1, 1))
    return user
