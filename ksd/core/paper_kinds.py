"""Kinds of papers that bear a number: every app says its own when the site starts, on whatever floor it lives."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# From a person and the rows papers were written for to the addresses that person may open.
Pages = Callable[[Any, Collection[int]], Mapping[int, str]]

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_SHORT = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
LONGEST_LABEL = 160


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper that bears a number; `short` stands for {jenis} in a pattern.

    `pages`, where given, answers with one query which rows a person may open and where; the number book links there.
    """

    code: str
    label: str
    short: str
    pages: Pages | None = None


_kinds: dict[str, PaperKind] = {}


def register_paper_kinds(rows: Iterable[PaperKind]) -> None:
    """Let these papers be numbered; call it in `AppConfig.ready()`. Raises ValueError for a kind not fit for a number."""
    for row in rows:
        fit = (
            _CODE.fullmatch(row.code) and _SHORT.fullmatch(row.short) and 0 < len(row.label) <= LONGEST_LABEL
        )
        if not fit:
            raise ValueError(f"Jenis surat tidak dapat dinomori: {row}")
        if _kinds.setdefault(row.code, row) != row:
            raise ValueError(f"Jenis surat {row.code} sudah didaftarkan sebagai {_kinds[row.code].label}")


def registered_paper_kinds() -> dict[str, PaperKind]:
    """Every kind the apps registered, by code."""
    return dict(_kinds)
