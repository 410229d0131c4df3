"""Placeholders in a wording: found, checked and filled by ourselves; no template engine ever reads what people write."""

import re
from collections.abc import Iterable, Mapping

PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}")
_ANY = re.compile(r"\{([^{}]*)\}")
_STRAY = re.compile(r"[{}]")


def tokens_in(text: str) -> list[str]:
    """The names a wording uses."""
    return PLACEHOLDER.findall(text)


def token_faults(text: str, known: Iterable[str]) -> list[str]:
    """Every placeholder nobody knows, and every brace that opens none."""
    names = set(known)
    faults = [f"'{{{found}}}' tidak dikenal" for found in _ANY.findall(text) if found not in names]
    if _STRAY.search(_ANY.sub("", text)):
        faults.append("kurung kurawal tidak berpasangan")
    return faults


def filled(text: str, facts: Mapping[str, str], blank: str) -> str:
    """The wording with its facts, read once: what a fact says is never read as a placeholder again."""
    return PLACEHOLDER.sub(lambda found: facts.get(found[1]) or blank, text)


def lines_filled(texts: Iterable[str], facts: Mapping[str, str], blank: str) -> tuple[str, ...]:
    """The wordings with their facts; one that is nothing but a fact of several lines becomes as many."""
    rows: list[str] = []
    for text in texts:
        alone = PLACEHOLDER.fullmatch(text.strip())
        said = (facts.get(alone[1]) or "") if alone else ""
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        rows += lines or [filled(text, facts, blank)]
    return tuple(rows)
