"""Packs to spoil: fresh copies of the data, and the faults a spoiled copy is refused with."""

import pickle
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from agreements.law.errors import PackError
from agreements.law.loading import PACKS, build_pack, latest

DATA = Path(__file__).parent / "data"
Table = dict[str, Any]
PACK_CODES = ("ksdd", "ksdpk", "ksdln", "sinergi")


def fresh(code: str) -> Table:
    """The newest pack as plain data, to be spoiled freely."""
    data: Table = pickle.loads(_parsed(code))  # noqa: S301  our own bytes; reading the TOML anew takes far longer
    return data


@cache
def _parsed(code: str) -> bytes:
    path = PACKS / code / f"{latest(code).version}.toml"
    return pickle.dumps(tomllib.loads(path.read_text(encoding="utf-8")))


def row(data: Table, table: str, code: str) -> Table:
    """A row of a table by its code."""
    found: Table = next(entry for entry in data[table] if entry["code"] == code)
    return found


def faults(data: Table) -> tuple[str, ...]:
    """The faults a pack is refused with; empty when it loads."""
    try:
        build_pack(data, "uji")
    except PackError as error:
        return error.faults
    return ()


def tables(data: Table, name: str = "") -> Iterator[tuple[str, Table]]:
    """Every table of the pack under the name of its list; the root has none."""
    yield name, data
    for key, value in data.items():
        if isinstance(value, list):
            for entry in value:
                if isinstance(entry, dict):
                    yield from tables(entry, key)


def keys(data: Table) -> Iterator[tuple[Table, str]]:
    """Every key of the format once, with the first table that has it."""
    yield from ((table, key) for (_name, key), table in _places(data).items())


def own_keys(code: str, data: Table) -> list[tuple[Table, str]]:
    """The same, without the keys an earlier pack has too: every key of the format once in all packs."""
    before = {place for other in PACK_CODES[: PACK_CODES.index(code)] for place in _places(fresh(other))}
    return [(table, place[1]) for place, table in _places(data).items() if place not in before]


def _places(data: Table) -> dict[tuple[str, str], Table]:
    seen: dict[tuple[str, str], Table] = {}
    for name, table in tables(data):
        for key in table:
            seen.setdefault((name, key), table)
    return seen
