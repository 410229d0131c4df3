"""The permission table of permissions.toml, read once and checked on loading."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ksd.accounts.choices import Role

SOURCE = Path(__file__).with_name("permissions.toml")
REACHES = frozenset({"own", "below"})
ACTS = frozenset({"view", "add", "change", "delete"})


class PermissionTableError(Exception):
    """The table of permissions cannot be used; the message lists every fault."""


class UnknownPermissionError(LookupError):
    """Code asked for a permission that the table does not have."""


@dataclass(frozen=True)
class Permission:
    """One act, who may do it, and whether the right reaches the regions below."""

    code: str
    label: str
    note: str
    roles: frozenset[str]
    below: bool


@dataclass(frozen=True)
class RoleRule:
    """What a role is for, and the levels of region that know it."""

    code: str
    note: str
    levels: frozenset[int]


@dataclass(frozen=True)
class AdminSite:
    """Which role enters the Django admin, what it may do there, and which tables only higher levels change."""

    role: str
    apps: frozenset[str]
    acts: frozenset[str]
    shared: frozenset[str]
    shared_levels: frozenset[int]


@dataclass(frozen=True)
class Table:
    """The whole table: permissions in order, a rule per role, the admin site."""

    permissions: Mapping[str, Permission]
    roles: Mapping[str, RoleRule]
    admin_site: AdminSite

    def permission(self, code: str) -> Permission:
        """The permission of this code; an unknown code is a fault of the program."""
        try:
            return self.permissions[code]
        except KeyError:
            raise UnknownPermissionError(f"Kewenangan “{code}” tidak ada dalam {SOURCE.name}.") from None

    def held_by(self, role: str) -> tuple[Permission, ...]:
        """Everything a role may do, in the order of the table."""
        return tuple(entry for entry in self.permissions.values() if role in entry.roles)


def _unknown_keys(where: str, entry: Mapping[str, Any], known: set[str]) -> list[str]:
    faults = [f"{where}: kunci “{key}” tidak dikenal" for key in sorted(set(entry) - known)]
    return faults + [f"{where}: kunci “{key}” tidak ada" for key in sorted(known - set(entry))]


def _permission_faults(entries: list[dict[str, Any]]) -> list[str]:
    faults: list[str] = []
    seen: set[str] = set()
    for position, entry in enumerate(entries, 1):
        code = str(entry.get("code", ""))
        where = f"kewenangan {code or position}"
        faults += _unknown_keys(where, entry, {"code", "label", "note", "roles", "reach"})
        app, _dot, act = code.partition(".")
        if not (app.isidentifier() and act.isidentifier()):
            faults.append(f"{where}: kode harus berbentuk app.tindakan")
        if code in seen:
            faults.append(f"{where}: ditulis dua kali")
        seen.add(code)
        faults += [
            f"{where}: peran “{role}” tidak dikenal"
            for role in entry.get("roles", [])
            if role not in Role.values
        ]
        if entry.get("reach", "own") not in REACHES:
            faults.append(f"{where}: reach harus salah satu dari {', '.join(sorted(REACHES))}")
    return faults


def _role_faults(entries: list[dict[str, Any]]) -> list[str]:
    faults: list[str] = []
    for entry in entries:
        faults += _unknown_keys(f"peran {entry.get('code', '?')}", entry, {"code", "note", "levels"})
    codes = [str(entry.get("code", "")) for entry in entries]
    faults += [f"peran “{code}” tidak dikenal" for code in codes if code not in Role.values]
    faults += [
        f"peran “{role}” ditulis {codes.count(role)} kali" for role in Role.values if codes.count(role) != 1
    ]
    return faults


def _admin_faults(entry: Mapping[str, Any]) -> list[str]:
    faults = _unknown_keys("admin_site", entry, {"role", "apps", "acts", "shared", "shared_levels"})
    if entry.get("role") not in Role.values:
        faults.append(f"admin_site: peran “{entry.get('role')}” tidak dikenal")
    return faults + [
        f"admin_site: tindakan “{act}” tidak dikenal" for act in set(entry.get("acts", [])) - ACTS
    ]


def parse(text: str) -> Table:
    """Read a table from TOML, or raise PermissionTableError with every fault found."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PermissionTableError(f"TOML tidak terbaca: {error}") from error
    faults = _unknown_keys("berkas", raw, {"admin_site", "role", "permission"})
    faults += _permission_faults(raw.get("permission", []))
    faults += _role_faults(raw.get("role", [])) + _admin_faults(raw.get("admin_site", {}))
    if faults:
        raise PermissionTableError("; ".join(faults))
    entries = (
        Permission(row["code"], row["label"], row["note"], frozenset(row["roles"]), row["reach"] == "below")
        for row in raw["permission"]
    )
    site = raw["admin_site"]
    return Table(
        permissions={entry.code: entry for entry in entries},
        roles={
            row["code"]: RoleRule(row["code"], row["note"], frozenset(row["levels"])) for row in raw["role"]
        },
        admin_site=AdminSite(
            site["role"], *(frozenset(site[key]) for key in ("apps", "acts", "shared", "shared_levels"))
        ),
    )


@lru_cache(maxsize=1)
def table() -> Table:
    """The table in force."""
    return parse(SOURCE.read_text(encoding="utf-8"))
