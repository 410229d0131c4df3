"""The invented mapping as it is told in data/*.toml: rows by region, last year's rows, and what happens to them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
# Every figure is made up, and says so wherever it is read.
EVIDENCE = "Rekaan untuk peragaan"
MILLION = 1_000_000


@dataclass(frozen=True)
class Told:
    """One row as told: where its region says it, what was found of it, and what became of it."""

    region: str
    kind: str
    urusan: str
    title: str
    key: str = ""
    text: str = ""
    place: str = ""
    # What is measured, how much, in which unit.
    figure: tuple[str, int, str] | None = None
    program: str = ""
    years: int | None = None
    priority: int = 2
    # Million rupiah.
    funds: int | None = None
    source: str = "apbd"
    budgeted: bool | None = None
    partner: str = ""
    partner_name: str = ""
    touches: tuple[str, ...] = ()
    goal: str = ""
    # Verdict, where it belongs instead, why, and which questions were answered yes.
    verdict: str = ""
    to: str = ""
    why: str = ""
    across: tuple[str, ...] = ()
    # The key of the row it is merged into.
    merge: str = ""
    # A year later: the title of the cooperation it became, or why it was not carried out.
    case: str = ""
    cause: str = ""
    outcome: str = ""


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _told(row: dict[str, Any], region: str = "") -> Told:
    """A row of the file; lists become tuples, and `with` names a partner that is no region."""
    facts: dict[str, Any] = {"region": region}
    facts |= {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    if "with" in facts:
        facts["partner_name"] = facts.pop("with")
    return Told(**facts)


@cache
def by_region() -> dict[str, tuple[Told, ...]]:
    """This year's rows by the code of their region, region by region."""
    files = [_read(file) for file in sorted(DATA.glob("64-*.toml"))]
    return {file["region"]: tuple(_told(row, file["region"]) for row in file["row"]) for file in files}


@cache
def silent() -> frozenset[str]:
    """The regions whose rows are still drafts."""
    files = [_read(file) for file in sorted(DATA.glob("64-*.toml"))]
    return frozenset(file["region"] for file in files if file.get("silent"))


@cache
def last_year() -> dict[str, tuple[Told, ...]]:
    """Last year's rows by the code of their region."""
    rows = [_told(row) for row in _read(DATA / "last-year.toml")["row"]]
    codes = sorted({row.region for row in rows})
    return {code: tuple(row for row in rows if row.region == code) for code in codes}


@cache
def scenes() -> dict[str, list[dict[str, Any]]]:
    """Goals, comments and what regions say of pairs."""
    return _read(DATA / "scenes.toml")
