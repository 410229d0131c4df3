"""The documents a segment gathers, stage by stage, read once and checked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from boundaries.choices import MAIN_LINE, PaperKind, Stage
from boundaries.law.forms import forms

TABLE = Path(__file__).with_name("checklist.toml")
DISPUTE_BRANCH = "perselisihan"


@dataclass(frozen=True)
class ChecklistItem:
    """One document: a paper of some kind, or a signed berita acara in one of `forms`."""

    code: str
    label: str
    stage: str
    kind: str = ""
    forms: tuple[str, ...] = ()
    per_region: bool = False
    branch: str = ""
    article: str = ""
    internal: bool = False
    verified: bool = False

    @property
    def source(self) -> str:
        """Where the wish for this document comes from, as a page says it."""
        return self.article or "Kebiasaan kantor"

    @property
    def in_dispute(self) -> bool:
        """Whether only a disputed segment needs it."""
        return self.branch == DISPUTE_BRANCH

    @property
    def place(self) -> int:
        """Where its stage stands among the stages; those of a dispute come after none of the main line."""
        return MAIN_LINE.index(Stage(self.stage)) if self.stage in MAIN_LINE else -1


@cache
def checklist() -> tuple[ChecklistItem, ...]:
    """All rows, in the order of the stages."""
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(read_item(row) for row in data["item"])


def read_item(row: dict[str, Any]) -> ChecklistItem:
    """One row. Raises ValueError naming what is wrong with it."""
    given = dict(row)
    named = tuple(part for part in given.pop("form", "").split("|") if part)
    item = ChecklistItem(**given, forms=named)
    faults = [
        not (item.article or item.internal) and "an article or internal",
        bool(item.kind) == bool(item.forms) and "either a kind or a form",
        item.kind and item.kind not in PaperKind.values and f"a known kind, not {item.kind}",
        set(named) - {rule.code for rule in forms()} and f"known forms, not {named}",
        item.stage not in Stage.values and f"a known stage, not {item.stage}",
        item.branch not in {"", DISPUTE_BRANCH} and f"a known branch, not {item.branch}",
    ]
    found = [str(fault) for fault in faults if fault]
    if found:
        raise ValueError(f"checklist.toml: {item.code} needs {'; '.join(found)}")
    return item
