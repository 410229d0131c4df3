"""The rules of the law check as data: words, article, severity, examples and repair of each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from agreements.naskah.checks.finding import Severity

FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One rule. `article` is a citation, or "@…" for the article the law pack gives that matter in this kind of naskah.

    The examples stand in the slot of the specimen of their kind; `scope` "paper" means the rule looks at words that
    the machine itself writes in a running text, so it is only asked of files.
    """

    code: str
    severity: Severity
    what: str
    remedy: str
    good: str
    bad: str
    slot: str
    article: str = ""
    internal: bool = False
    repair: str = ""
    kind: str = "ksdd.pks"
    scope: str = "all"


@lru_cache
def rulebook() -> Mapping[str, CheckRule]:
    """Every rule by its code; ValueError names the row that does not fit."""
    rules: dict[str, CheckRule] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            rule = _rule(row, path.name)
            if rule.code in rules:
                raise ValueError(f"{path.name}: {rule.code} ditulis dua kali")
            rules[rule.code] = rule
    return rules


@lru_cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """Lists the rules look things up in, by name."""
    data = tomllib.loads((FOLDER.parent / "lists.toml").read_text(encoding="utf-8"))
    return {name: tuple(rows["rows"]) for name, rows in data.items()}


def _rule(row: dict[str, Any], place: str) -> CheckRule:
    known = {field.name for field in fields(CheckRule)}
    lacking = {"code", "severity", "what", "remedy", "good", "bad", "slot"} - set(row)
    if set(row) - known or lacking:
        raise ValueError(
            f"{place}: {row.get('code')}: isian asing atau kurang: {sorted(set(row) - known | lacking)}"
        )
    if row["severity"] not in {"blocking", "warning"}:
        raise ValueError(f"{place}: {row['code']}: severity tidak dikenal")
    if bool(row.get("article")) == bool(row.get("internal")):
        raise ValueError(f"{place}: {row['code']}: tulis article atau internal = true, salah satu")
    return CheckRule(**row)
