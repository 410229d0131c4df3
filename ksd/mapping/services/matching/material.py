"""What of two rows is material to their match, and what of it changed since somebody decided."""

from typing import Any

from ksd.mapping.models import MappingRow, Match

# Fields whose change makes a rejected pair worth another look.
MATERIAL = (
    "kind", "urusan", "title", "description", "location", "figure_name", "figure", "figure_unit", "program",
    "activity", "priority", "funding", "budgeted",
)  # fmt: skip
_LONGEST = 200


def _said(row: MappingRow) -> dict[str, str]:
    words = {}
    for name in MATERIAL:
        value = getattr(row, name)
        shown = getattr(row, f"get_{name}_display", None)
        words[name] = "" if value is None else str(shown() if shown else value)
    if row.figure is not None:
        words["figure"] = f"{row.figure.normalize():f}"
    return words


def material_of(match: Match) -> dict[str, Any]:
    """What both rows say now."""
    return {"first": _said(match.first), "second": _said(match.second)}


def changes_since(basis: dict[str, Any], now: dict[str, Any]) -> list[dict[str, str]]:
    """Every material field that differs: of which row, before and after, cut to what a page can show."""
    return [
        {"side": side, "field": name, "before": before[:_LONGEST], "after": after[:_LONGEST]}
        for side in ("first", "second")
        for name, after in now[side].items()
        if (before := basis.get(side, {}).get(name, "")) != after
    ]
