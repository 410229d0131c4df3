"""A row of the mapping as the values of its columns: compared, printed and written field by field."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ksd.core.words import figures
from ksd.mapping.choices import Priority
from ksd.mapping.models import MappingRow
from ksd.mapping.services.sheets.lists import shown
from ksd.mapping.sheets.columns import BY_FIELD, COLUMNS, MARK
from ksd.mapping.sheets.reading import Choices

FIELDS = tuple(column.field for column in COLUMNS if column.field != MARK)
_ROWS = {"urusan": "urusan_id", "office": "office_id", "partner_region": "partner_region_id"}
# What an empty cell means where the row cannot be without.
_EMPTY: dict[str, Any] = {"priority": Priority.SEDANG.value, "funding_source": ""}


def values_of(row: MappingRow) -> dict[str, Any]:
    """The row by column; regions touched from what was prefetched."""
    found = {name: getattr(row, _ROWS.get(name, name)) for name in FIELDS if name != "touches"}
    return found | {"touches": tuple(sorted(each.pk for each in row.touches.all()))}


def settled(name: str, value: Any) -> Any:
    """A value from a sheet as the row keeps it."""
    return _EMPTY.get(name, value) if value is None else value


def same(name: str, one: Any, other: Any) -> bool:
    """Whether two values say the same; amounts whatever their noughts, texts whatever their line ends."""
    if isinstance(one, str) and isinstance(other, str):
        told = _ends if BY_FIELD[name].longest > 250 else _blanks
        return told(one) == told(other)
    if name == "touches":
        return tuple(one) == tuple(other)
    return bool(one == other)


def _blanks(text: str) -> str:
    return " ".join(text.split())


def _ends(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def put(row: MappingRow, values: Mapping[str, Any]) -> None:
    """Write values into an unsaved row; regions touched are tied after saving."""
    for name, value in values.items():
        if name != "touches":
            setattr(row, _ROWS.get(name, name), value)


def words_for(lists: Mapping[str, Choices], name: str, value: Any) -> str:
    """A value as people read it, for a list of changes."""
    column = BY_FIELD[name]
    if name == "touches":
        return "; ".join(filter(None, (shown(lists, "region", pk) for pk in value)))
    if column.choices:
        return shown(lists, column.choices, value)
    if isinstance(value, Decimal):
        return figures(value)
    return "" if value is None else str(value)


def cells_of(lists: Mapping[str, Choices], row: MappingRow, mark: str) -> dict[str, Any]:
    """The row as the cells of the sheet: numbers as numbers, everything else in words."""
    values = values_of(row)
    cells: dict[str, Any] = {MARK: mark}
    for name, value in values.items():
        numeric = BY_FIELD[name].sort in {"amount", "whole"}
        cells[name] = value if numeric and value is not None else words_for(lists, name, value)
    return cells
