"""The wording of a row's fields: for its history, and to tell what two people wrote."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils.translation import override

from ksd.core.language import INDONESIAN
from ksd.core.words import figures
from ksd.mapping.models import MappingRow

# What a region writes, in the order of the form.
PLAIN = (
    "kind", "urusan", "title", "description", "sub_urusan", "location", "office",
    "figure_name", "figure", "figure_unit", "figure_year", "evidence",
    "program", "activity", "start_year", "years", "priority", "funding", "funding_source", "budgeted", "burdening",
    "partner_region", "partner_name",
)  # fmt: skip
MANY = ("touches", "goals")
FILLED = (*PLAIN, *MANY)


def label_of(name: str) -> str:
    """What a field is called; a name that is no field stands for itself."""
    known = {field.name: field for field in MappingRow._meta.get_fields()}
    return str(getattr(known.get(name), "verbose_name", name))


def value_of(row: MappingRow, name: str) -> Any:
    """What a row holds in a field; the chosen rows in their order where there may be many."""
    return list(getattr(row, name).all()) if name in MANY else getattr(row, name)


def wording(name: str, value: Any) -> str:
    """A value as Indonesian text, the same for the same value; empty for nothing."""
    if value is None or value == "":
        return ""
    if name in MANY:
        return "; ".join(sorted(str(item) for item in value))
    with override(INDONESIAN):
        choices = dict(getattr(MappingRow._meta.get_field(name), "flatchoices", ()))
        if value in choices:
            return str(choices[value])
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return figures(value.normalize())
    return str(value) if isinstance(value, Model) else str(value).replace("\r\n", "\n")


def wordings(row: MappingRow, names: Iterable[str]) -> dict[str, str]:
    """The wording of several fields of a row."""
    return {name: wording(name, value_of(row, name)) for name in names}
