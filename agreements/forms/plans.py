"""The shape of a yearly plan and its activities."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.running import SeenRevisionForm, office_field, party_field, words
from agreements.forms.signing import day_input
from agreements.law.schema import Item
from agreements.models import Case, Milestone, Party
from agreements.services.milestones import MilestoneDraft
from ksd.core.forms import OnceForm


def _help(item: Item) -> str:
    return f"{item.help} ({item.article})".strip() if item.article else item.help


class PlanItemsForm(SeenRevisionForm):
    """What a plan says beside its activities, item by item as the law pack or the office asks."""

    def __init__(self, *args: Any, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan_items = items
        for item in items:
            self.fields[f"item_{item.code}"] = words(
                item.label, required=item.required, rows=item.rows, help_text=_help(item)
            )

    def items(self) -> dict[str, str]:
        """The typed items by code."""
        return {item.code: self.cleaned_data[f"item_{item.code}"] for item in self.plan_items}


class PlanForm(PlanItemsForm):
    """A new plan: its year, its items, last year's activities on wish."""

    year = forms.TypedChoiceField(label=gettext_lazy("Tahun"), coerce=int)
    copy_last = forms.BooleanField(
        label=gettext_lazy("Salin kegiatan tahun sebelumnya"),
        required=False,
        help_text=gettext_lazy("Tanggalnya maju satu tahun; kemajuannya mulai dari nol."),
    )
    field_order = ("year", "copy_last")

    def __init__(self, *args: Any, years: Sequence[int], can_copy: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        if not can_copy:
            del self.fields["copy_last"]
        self.order_fields(self.field_order)


class MilestoneForm(OnceForm):
    """One activity: what, by whom, from when to when, how it is measured, how much it weighs."""

    activity = forms.CharField(label=gettext_lazy("Kegiatan"), max_length=250)
    starts_on = forms.DateField(label=gettext_lazy("Mulai"), widget=day_input())
    ends_on = forms.DateField(label=gettext_lazy("Selesai"), widget=day_input())
    indicator = forms.CharField(label=gettext_lazy("Indikator"), max_length=200, required=False)
    target = forms.CharField(label=gettext_lazy("Target"), max_length=120, required=False)
    weight = forms.IntegerField(
        label=gettext_lazy("Bobot"),
        initial=1,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=gettext_lazy("1 sampai 100; bagian kegiatan ini dihitung terhadap jumlah semua bobot."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    field_order = ("party", "activity", "office", "starts_on", "ends_on", "indicator", "target", "weight")

    def __init__(
        self,
        *args: Any,
        case: Case,
        parties: list[Party],
        milestone: Milestone | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = _known(milestone) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        if milestone is None:
            self.fields["party"] = party_field(case, parties)
        self.fields["office"] = office_field(parties, _("Perangkat daerah pelaksana"))
        self.order_fields(self.field_order)

    def draft(self) -> MilestoneDraft:
        """The typed activity as the service takes it."""
        data = self.cleaned_data
        return MilestoneDraft(**{name: data[name] for name in MilestoneDraft.__dataclass_fields__})


def _known(milestone: Milestone | None) -> dict[str, Any]:
    if milestone is None:
        return {}
    names = ("activity", "starts_on", "ends_on", "indicator", "target", "weight")
    return {name: getattr(milestone, name) for name in names} | {"office": milestone.office_id}
