"""The closed lists of the sheet: what may stand in a cell, what it means, what somebody probably meant."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from ksd.mapping.choices import Funding, Priority, RowKind
from ksd.mapping.law.urusan_words import words_by_code
from ksd.mapping.models import Period
from ksd.mapping.services.urusan import suggest_urusan
from ksd.mapping.sheets.columns import plain
from ksd.mapping.sheets.reading import Choices
from regions.models import Office, Region, Urusan

YES_NO = {True: "Ya", False: "Tidak"}


def lists_for(period: Period, region: Region) -> dict[str, Choices]:
    """Every closed list for one region of a period; five queries whatever their length."""
    urusan = list(Urusan.objects.order_by("order"))
    offices = Office.objects.current().filter(region=region).order_by("name")
    return {
        "kind": _words(RowKind.choices),
        "urusan": _urusan(urusan),
        "office": _rows((row.pk, row.name, ()) for row in offices),
        "priority": _words(Priority.choices),
        "funding_source": _words(Funding.choices),
        "yes_no": Choices({plain(word): value for value, word in YES_NO.items()}, YES_NO),
        "region": _regions(period, region),
    }


def _words(pairs: Iterable[tuple[Any, Any]]) -> Choices:
    known = [(value, str(label)) for value, label in pairs]
    names = {plain(label): value for value, label in known}
    return Choices({plain(str(value)): value for value, _label in known} | names, dict(known))


def _rows(rows: Iterable[tuple[int, str, tuple[str, ...]]]) -> Choices:
    """Rows of the database by label and other names; a name of two of them stands for neither."""
    names: dict[str, Any] = {}
    labels: dict[Any, str] = {}
    for pk, label, others in rows:
        labels[pk] = label
        for name in {plain(each) for each in (label, *others)}:
            names[name] = pk if names.get(name, pk) == pk and name not in names else None
    return Choices(names, labels)


def _urusan(urusan: list[Urusan]) -> Choices:
    """The urusan by name, code, order and how offices say it; a slip of the pen gets the nearest ones."""
    words = words_by_code()
    names = _rows(
        (row.pk, row.name, (row.code, row.code.replace("-", " "), str(row.order), *words.get(row.code, ())))
        for row in urusan
    )
    return replace(names, suggest=lambda text: [row.name for row in suggest_urusan(text, urusan)])


def _regions(period: Period, region: Region) -> Choices:
    """Every other region of the register, those of the period first."""
    asked = list(period.regions.order_by("code").values_list("pk", flat=True))
    known = {
        row.pk: row
        for row in Region.objects.current().exclude(pk=region.pk).exclude(code="00").order_by("code")
    }
    first = [known.pop(pk) for pk in asked if pk in known]
    rows = (*first, *known.values())
    names = {row.full_name: (plain(row.full_name), plain(row.name)) for row in rows}
    return replace(
        _rows((row.pk, row.full_name, (row.name, row.code)) for row in rows),
        suggest=lambda text: _regions_meant(text, names),
        otherwise=_("Tulis nama lengkap atau kode wilayahnya, misalnya “Kota Samarinda” atau 64.72."),
    )


def _regions_meant(text: str, names: Mapping[str, tuple[str, str]]) -> list[str]:
    """The regions that bear the words typed, those of the period first; else the ones written most alike."""
    typed = plain(text)
    holding = [label for label, (full, _name) in names.items() if set(typed.split()) <= set(full.split())]
    by_name = {name: label for label, both in names.items() for name in both}
    near = get_close_matches(typed, by_name, n=3, cutoff=0.75)
    return list(dict.fromkeys([*holding, *(by_name[name] for name in near)]))


def shown(lists: Mapping[str, Choices], name: str, value: Any) -> str:
    """A value as its list prints it; nothing for one that left the list."""
    return lists[name].labels.get(value, "") if value not in (None, "") else ""
