"""Packs to spoil: fresh copies of the data, and the faults a spoiled copy is refused with."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agreements.law.errors import PackError
from agreements.law.loading import PACKS, build_pack, latest

DATA = Path(__file__).parent / "data"
Table = dict[str, Any]
PACK_CODES = ("ksdd", "ksdpk", "ksdln")


def fresh(code: str) -> Table:
    """The newest pack as plain data, to be spoiled freely."""
    path = PACKS / code / f"{latest(code).version}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


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
    seen: dict[tuple[str, str], Table] = {}
    for name, table in tables(data):
        for key in table:
            seen.setdefault((name, key), table)
    yield from ((table, key) for (_name, key), table in seen.items())
