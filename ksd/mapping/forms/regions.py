"""Choosing one region of many: those concerned first, the others under their province."""

from collections.abc import Collection, Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _

from regions.models import Region


class NearFirst(ModelChoiceIterator):  # type: ignore[type-arg]  # not generic at run time
    """Choices in groups: the regions near by, then every province with its regencies and cities."""

    def __iter__(self) -> Iterator[Any]:
        """The empty choice, the near ones, the rest by province."""
        field: Any = self.field
        rows = list(self.queryset.select_related("parent").order_by("code"))
        groups: dict[str, list[Any]] = {_("Daerah peserta dan sekitarnya"): []}
        for row in rows:
            name = str(row.parent if row.parent and row.parent.level else row)
            place = _("Daerah peserta dan sekitarnya") if row.pk in field.near else name
            groups.setdefault(place, []).append(self.choice(row))
        yield ("", field.empty_label)
        yield from ((name, choices) for name, choices in groups.items() if choices)


class OneRegion(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """One region, chosen from groups."""

    iterator = NearFirst
    near: Collection[int] = ()

    def label_from_instance(self, obj: Any) -> str:
        """Name with its kind."""
        return str(obj.full_name)

    def offer(self, rows: Any, near: Collection[int]) -> None:
        """Offer these regions, the near ones first."""
        self.near = near
        self.queryset = rows


def one_region(label: Any, empty: Any) -> OneRegion:
    """A field for a region that may be left open; what is offered is said later."""
    return OneRegion(label=label, queryset=Region.objects.none(), required=False, empty_label=empty)
