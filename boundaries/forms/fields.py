"""Fields the forms about a segment share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.amounts import NumberField
from boundaries.models import BoundaryLine, Segment, SegmentPaper, SegmentPoint
from ksd.core.forms import OnceForm
from regions.models import Region

LONGEST = 5000
_DAY = "%Y-%m-%d"


class DayField(forms.DateField):
    """A day, picked from the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        """Draw it as a date."""
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format=_DAY))
        super().__init__(**kwargs)


class WordsField(forms.CharField):
    """Some lines of text."""

    def __init__(self, **kwargs: Any) -> None:
        """Bound what one person may write, and give it room."""
        rows = kwargs.pop("rows", 4)
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)


class KilometreField(NumberField):
    """A length in kilometres, to the metre."""

    lowest = None
    example = "12,5"

    def clean(self, value: Any) -> Any:
        """The number, refused below nothing and beyond what the register holds."""
        number = super().clean(value)
        if number is not None and not 0 <= number < 100_000:
            raise forms.ValidationError(_("Panjang antara 0 dan 100.000 km."))
        return number


class HectareField(NumberField):
    """An area in hectares."""

    decimals = 2
    example = "80.000 atau 12,5"

    def clean(self, value: Any) -> Any:
        """The number, refused below nothing and beyond what the register holds."""
        number = super().clean(value)
        if number is not None and not 0 <= number < 10_000_000_000:
            raise forms.ValidationError(_("Luas antara 0 dan 10 miliar hektare."))
        return number


class SegmentForm(OnceForm):
    """A form about one segment: what may be chosen is of that segment alone."""

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Narrow every choice of a row to the segment."""
        super().__init__(*args, **kwargs)
        self.segment = segment
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self._own(field.queryset)

    def _own(self, rows: Any) -> Any:
        """The rows of a choice that belong to the segment."""
        if rows.model is SegmentPaper:
            return self.segment.papers.standing()
        if rows.model is SegmentPoint:
            return self.segment.listed_points.all()
        if rows.model is BoundaryLine:
            return self.segment.lines.select_related("region")
        if rows.model is Region:
            return Region.objects.filter(pk__in=[side.pk for side in self.segment.sides])
        return rows

    def given(self) -> dict[str, Any]:
        """What was filled in, for the service."""
        return {name: value for name, value in self.cleaned_data.items() if name != "form_token"}


def row_field(model: Any, label: Any, **more: Any) -> "forms.ModelChoiceField[Any]":
    """A choice of one row of the segment; `SegmentForm` narrows it."""
    more.setdefault("required", False)
    return forms.ModelChoiceField(label=label, queryset=model._default_manager.none(), **more)


class ReasonForm(SegmentForm):
    """Why a row is taken away."""

    reason = WordsField(label=_("Alasan"), max_length=500, rows=3)
