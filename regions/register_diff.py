"""The differences between the register and a list: added, renamed, moved and ended regions."""

import hashlib
from collections.abc import Iterable
from typing import TypedDict

from regions.models import Region
from regions.registry import Entry


class Added(TypedDict):
    """A region the register does not have yet."""

    code: str
    name: str
    full_name: str
    kind: str
    parent: str
    predecessor: str


class Renamed(TypedDict):
    """The same region under another name or kind."""

    pk: int
    code: str
    name: str
    kind: str
    before: str
    after: str


class Moved(TypedDict):
    """The same region under another code, in another province."""

    pk: int
    code: str
    name: str
    parent: str
    before: str


class Ended(TypedDict):
    """A region the list no longer has."""

    pk: int
    code: str
    name: str


class Diff(TypedDict):
    """Everything an import would change, and how many regions it leaves alone."""

    added: list[Added]
    renamed: list[Renamed]
    moved: list[Moved]
    ended: list[Ended]
    same: int


def mark_of(regions: Iterable[Region]) -> str:
    """A checksum of the register, so that a preview of an older one is noticed."""
    digest = hashlib.sha256()
    for region in sorted(regions, key=lambda row: row.pk):
        digest.update(f"{region.pk}|{region.code}|{region.name}|{region.kind}|{region.parent_id}\n".encode())
    return digest.hexdigest()


def _full(entry: Entry) -> str:
    return Region(name=entry.name, kind=entry.kind).full_name


def compare(entries: list[Entry], regions: list[Region], *, keep: str = "") -> Diff:
    """Differences of a list from the regions it speaks for; the code `keep` is never ended.

    First what is equal, then the same name under a new code, then a new name under the same code:
    in that order, so that provinces which swap codes are seen as moved and not as renamed.
    """
    registered = {region.code: region for region in regions}
    listed = {entry.code: entry for entry in entries}
    same = [code for code, entry in listed.items() if code in registered and _alike(registered[code], entry)]
    for code in same:
        del listed[code], registered[code]
    moved = _moves(listed, registered)
    renamed = [
        _rename(registered.pop(code), listed.pop(code)) for code in sorted(set(listed) & set(registered))
    ]
    registered.pop(keep, None)
    return Diff(
        added=[_addition(entry) for entry in listed.values()],
        renamed=renamed,
        moved=moved,
        ended=[Ended(pk=row.pk, code=code, name=row.full_name) for code, row in sorted(registered.items())],
        same=len(same),
    )


def _alike(region: Region, entry: Entry) -> bool:
    """Equal kind and name; capitals alone are no difference."""
    return (region.name.casefold(), region.kind) == (entry.name.casefold(), entry.kind)


def _addition(entry: Entry) -> Added:
    return Added(
        code=entry.code,
        name=entry.name,
        full_name=_full(entry),
        kind=entry.kind,
        parent=entry.parent,
        predecessor=entry.predecessor,
    )


def _rename(region: Region, entry: Entry) -> Renamed:
    return Renamed(
        pk=region.pk,
        code=region.code,
        name=entry.name,
        kind=entry.kind,
        before=region.full_name,
        after=_full(entry),
    )


def _moves(listed: dict[str, Entry], registered: dict[str, Region]) -> list[Moved]:
    """Regions found under another code; both sides are taken out of what is left to compare."""
    moves: list[Moved] = []
    for entry in list(listed.values()):
        found = [
            row for row in registered.values() if _alike(row, entry) and entry.predecessor in ("", row.code)
        ]
        if len(found) == 1:
            region = found[0]
            del listed[entry.code], registered[region.code]
            moves.append(
                Moved(
                    pk=region.pk,
                    code=entry.code,
                    name=region.full_name,
                    parent=entry.parent,
                    before=region.code,
                )
            )
    return moves


def is_suspicious(diff: Diff) -> bool:
    """Whether so much would end that the file probably holds only what changed."""
    before = diff["same"] + len(diff["renamed"]) + len(diff["moved"]) + len(diff["ended"])
    return len(diff["ended"]) > max(1, before // 20)
