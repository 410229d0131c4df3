"""The shape of a goal with its yearly targets, of its link to a case, and of a yearly result."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import GoalDocument
from agreements.forms.amounts import NumberField
from agreements.forms.running import SeenRevisionForm, words
from agreements.models import CaseGoal, Goal
from agreements.services.after_signing import MANAGE
from agreements.services.goals import GoalDraft
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.forms import OnceForm
from ksd.core.words import figures
from regions.models import Region

YEAR: Any = {"min_value": 2000, "max_value": 2100}
TARGET = re.compile(r"(?P<year>20[0-9]{2})\s*[:=]\s*(?P<value>\S+)")


class TargetsField(forms.CharField):
    """Targets, a year on each line: 2026 = 12,5."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5, "placeholder": "2026 = 12,5"}))
        super().__init__(max_length=1_000, **kwargs)

    def clean(self, value: Any) -> Any:
        """A target for each year; ValidationError names the line that does not fit."""
        found: dict[int, Decimal] = {}
        for line in super().clean(value).splitlines():
            if not line.strip():
                continue
            parts = TARGET.fullmatch(line.strip())
            if parts is None:
                raise ValidationError(_("Baris “%s” tidak terbaca. Tulis misalnya 2026 = 12,5.") % line[:40])
            if int(parts["year"]) in found:
                raise ValidationError(_("Tahun %s tertulis dua kali.") % parts["year"])
            found[int(parts["year"])] = NumberField().number(parts["value"])
        return found


class GoalForm(SeenRevisionForm):
    """A goal as the planning document states it."""

    region = forms.ModelChoiceField(label=gettext_lazy("Daerah"), queryset=Region.objects.none())
    document = forms.ChoiceField(label=gettext_lazy("Dokumen"), choices=GoalDocument.choices)
    period_start = forms.IntegerField(label=gettext_lazy("Tahun awal"), **YEAR)
    period_end = forms.IntegerField(label=gettext_lazy("Tahun akhir"), **YEAR)
    title = forms.CharField(label=gettext_lazy("Sasaran"), max_length=250)
    indicator = forms.CharField(label=gettext_lazy("Indikator"), max_length=250)
    unit = forms.CharField(label=gettext_lazy("Satuan"), max_length=40)
    base = NumberField(label=gettext_lazy("Nilai awal"), required=False)
    lower_is_better = forms.BooleanField(label=gettext_lazy("Makin rendah makin baik"), required=False)
    targets = TargetsField(
        label=gettext_lazy("Target setiap tahun"),
        required=False,
        help_text=gettext_lazy("Satu tahun setiap baris, misalnya 2026 = 12,5."),
    )

    def __init__(self, *args: Any, actor: User, goal: Goal | None = None, **kwargs: Any) -> None:
        """Offer the regions this person keeps; a recorded goal stays with its region."""
        super().__init__(*args, **{"initial": _known(goal)} | kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.current().filter(pk__in=acting_region_ids(actor, MANAGE))
        if goal is not None:
            del self.fields["region"]

    def clean(self) -> dict[str, Any]:
        """The last year is not before the first."""
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("period_start"), data.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", _("Tahun akhir tidak boleh mendahului tahun awal."))
        return data

    def draft(self) -> GoalDraft:
        """The typed goal as the service takes it."""
        data = self.cleaned_data
        return GoalDraft(**{name: data[name] for name in GoalDraft.__dataclass_fields__})


def _known(goal: Goal | None) -> dict[str, Any]:
    if goal is None:
        return {"seen_revision": 0}
    lines = [f"{row.year} = {figures(row.target)}" for row in goal.targets.all()]
    values = {name: getattr(goal, name) for name in GoalDraft.__dataclass_fields__}
    return values | {"targets": "\n".join(lines), "seen_revision": goal.revision}


class LinkGoalForm(OnceForm):
    """The goal a cooperation serves."""

    goal = forms.ModelChoiceField(
        label=gettext_lazy("Sasaran"), queryset=Goal.objects.none(), empty_label=gettext_lazy("– pilih –")
    )

    def __init__(self, *args: Any, goals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["goal"]
        field.queryset = goals


class GoalReportForm(OnceForm):
    """What the cooperation aimed at and reached in one year."""

    year = forms.IntegerField(label=gettext_lazy("Tahun"), **YEAR)
    target = NumberField(label=gettext_lazy("Target kerja sama"))
    achieved = NumberField(
        label=gettext_lazy("Capaian"),
        required=False,
        help_text=gettext_lazy("Kosongkan bila belum diketahui."),
    )
    note = words(gettext_lazy("Keterangan"), required=False, rows=2)

    def __init__(self, *args: Any, link: CaseGoal, **kwargs: Any) -> None:
        year = clock.today().year
        target = next((row.target for row in link.goal.targets.all() if row.year == year), None)
        super().__init__(*args, **{"initial": {"year": year, "target": target}} | kwargs)
