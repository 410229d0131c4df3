"""The table of kinds, checked once when it is first read."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from agreements.choices.teams import TeamPosition
from meetings.choices import ItemKind, MeetingKind

TABLE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True)
class TemplateItem:
    """One line an agenda begins with; `minutes` long."""

    kind: str
    title: str
    minutes: int


@dataclass(frozen=True)
class TemplateSection:
    """A part of the agenda a meeting begins with."""

    title: str
    items: tuple[TemplateItem, ...]


@dataclass(frozen=True)
class KindRule:
    """One kind of meeting; `chair` names positions of the TKKSD, the first leads, the next stands in."""

    code: str
    article: str = ""
    internal: bool = False
    chair: tuple[str, ...] = ()
    chair_rule: str = ""
    chair_article: str = ""
    per_year: int = 0
    per_year_article: str = ""
    within: bool = False
    delegations: bool = False
    record: bool = False
    follow_ups: bool = False
    agenda: tuple[TemplateSection, ...] = ()

    @property
    def label(self) -> str:
        """The kind's name in the language of the page."""
        return str(MeetingKind(self.code).label)


@cache
def _table() -> dict[str, KindRule]:
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    agendas = {name: tuple(_section(row) for row in rows) for name, rows in data["agenda"].items()}
    table = {row["code"]: _rule(row, agendas) for row in data["kind"]}
    if set(table) != set(MeetingKind.values):
        raise ValueError(f"kinds.toml and MeetingKind differ: {set(table) ^ set(MeetingKind.values)}")
    return table


def _rule(row: dict[str, Any], agendas: dict[str, tuple[TemplateSection, ...]]) -> KindRule:
    rule = KindRule(**row | {"chair": tuple(row.get("chair", ())), "agenda": agendas[row["agenda"]]})
    lacking_article = (
        not (rule.article or rule.internal)
        or (rule.chair and not rule.chair_article)
        or (rule.per_year and not rule.per_year_article)
    )
    if lacking_article or not set(rule.chair) <= set(TeamPosition.values):
        raise ValueError(f"kinds.toml: {rule.code} needs an article, or names an unknown position")
    return rule


def _section(row: dict[str, Any]) -> TemplateSection:
    items = tuple(TemplateItem(**item) for item in row["items"])
    unknown = {item.kind for item in items} - set(ItemKind.values)
    if unknown:
        raise ValueError(f"kinds.toml: unknown kinds of items {unknown}")
    return TemplateSection(row["title"], items)


def rule_of(kind: str) -> KindRule:
    """The row of one kind. Raises KeyError for a kind that does not exist."""
    return _table()[kind]


def rules() -> tuple[KindRule, ...]:
    """All rows, in the order of the table."""
    return tuple(_table().values())
