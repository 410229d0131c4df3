"""What a row says, as its page shows it: groups of label and wording."""

from dataclasses import dataclass

from django.utils.functional import Promise

from ksd.core.words import figures
from ksd.mapping.forms.rows import SECTIONS
from ksd.mapping.models import MappingRow
from ksd.mapping.services.row_words import FILLED, label_of, wordings

# Shown above the groups or beside the figure.
APART = frozenset({"title", "description", "kind", "urusan", "figure_unit", "figure_year"})


@dataclass(frozen=True)
class Group:
    """One section of the row with its filled fields."""

    code: str
    label: str | Promise
    facts: tuple[tuple[str, str], ...]


def figure_of(row: MappingRow) -> str:
    """The figure with its unit and year; empty without one."""
    if row.figure is None:
        return ""
    year = f" ({row.figure_year})" if row.figure_year else ""
    return f"{figures(row.figure.normalize())} {row.figure_unit}".strip() + year


def _title(label: str) -> str:
    """A label with a large first letter; "(Rp)" keeps its own."""
    return label[:1].upper() + label[1:]


def facts_of(row: MappingRow) -> list[Group]:
    """Every section with what was filled in; an empty field is left out."""
    said = wordings(row, FILLED) | {"figure": figure_of(row)}
    if said["funding"]:
        said["funding"] = f"Rp{said['funding']}"
    return [
        Group(
            section.code,
            section.label,
            tuple(
                (_title(label_of(name)), said[name])
                for name in section.fields
                if name in said and name not in APART and said[name]
            ),
        )
        for section in SECTIONS
    ]
