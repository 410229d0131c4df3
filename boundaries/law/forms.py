"""The forms of berita acara and who signs each, read once and checked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from boundaries.choices import PointMethod, SegmentKind, Stage, TeamLevel

TABLE = Path(__file__).with_name("forms.toml")


@dataclass(frozen=True)
class SignerRule:
    """One level of team that signs a form, for which kinds of segments, and where that is written."""

    level: str
    kinds: tuple[str, ...]
    article: str = ""
    internal: bool = False
    verified: bool = False

    @property
    def must(self) -> bool:
        """Whether the paper is incomplete without it; what nobody has checked in the text only reminds."""
        return self.verified or self.internal


@dataclass(frozen=True)
class FormRule:
    """One form of berita acara; `deed` is what its opening says was done, `number` the form's own, empty if unchecked."""

    code: str
    label: str
    deed: str
    stage: str
    signers: tuple[SignerRule, ...]
    number: str = ""
    method: str = ""
    article: str = ""
    internal: bool = False
    verified: bool = False
    note: str = ""

    @property
    def title(self) -> str:
        """The form with its number, where that is known."""
        return f"{self.label} ({self.number})" if self.number else self.label

    @property
    def source(self) -> str:
        """Where the form comes from, as a page says it."""
        return self.article or "Kebiasaan kantor"

    def signers_for(self, kind: str) -> tuple[SignerRule, ...]:
        """Who signs it for a segment inside one province or between two."""
        return tuple(row for row in self.signers if kind in row.kinds)


@cache
def _table() -> dict[str, FormRule]:
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {row["code"]: read_form(row) for row in data["form"]}


def read_form(row: dict[str, Any]) -> FormRule:
    """One form from its row. Raises ValueError naming what is wrong with it."""
    signers = tuple(SignerRule(**{**each, "kinds": tuple(each["kinds"])}) for each in row["signers"])
    rule = FormRule(**{**row, "signers": signers})
    faults = [
        not (rule.article or rule.internal) and "an article or internal",
        rule.stage not in Stage.values and f"a known stage, not {rule.stage}",
        rule.method not in {"", *PointMethod.values} and f"a known method, not {rule.method}",
        rule.number and not rule.verified and "no number of its own while unverified",
        *(fault for each in signers for fault in _signer_faults(each)),
    ]
    found = [str(fault) for fault in faults if fault]
    if found or not all(rule.signers_for(kind) for kind in SegmentKind.values):
        raise ValueError(f"forms.toml: {rule.code} needs {'; '.join(found) or 'signers for every kind'}")
    return rule


def _signer_faults(row: SignerRule) -> list[str | bool]:
    return [
        row.level not in TeamLevel.values and f"a known level, not {row.level}",
        not set(row.kinds) <= set(SegmentKind.values) and f"known kinds, not {row.kinds}",
        not (row.article or row.internal) and f"an article for {row.level}",
        row.verified and not row.article and f"the article {row.level} was verified in",
    ]


def forms() -> tuple[FormRule, ...]:
    """All forms, in the order of the stages."""
    return tuple(_table().values())


def form_of(code: str) -> FormRule:
    """One form. Raises KeyError when there is none of that code."""
    return _table()[code]
