"""Which lines are laid over each other."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from boundaries.models import BoundaryLine
from boundaries.querysets import LineQuerySet


class LinesField(forms.ModelMultipleChoiceField):
    """Versions by their names, with the day each was stated."""

    def label_from_instance(self, obj: Any) -> str:
        """Name, version and what became of it."""
        words = str(obj)
        if getattr(obj, "withdrawal", None) is not None:
            return _t("%(line)s (ditarik)") % {"line": words}
        if getattr(obj, "replaced_by", None) is not None:
            return _t("%(line)s (sudah diganti)") % {"line": words}
        return words


class OverlayForm(forms.Form):
    """Two or three lines of the segment."""

    garis = LinesField(
        BoundaryLine.objects.none(),
        label=_("Garis yang dibandingkan"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih dua atau tiga garis.")},
    )

    def __init__(self, *args: Any, lines: LineQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["garis"].queryset = lines  # type: ignore[attr-defined]  # a ModelMultipleChoiceField

    def clean_garis(self) -> Any:
        """Two or three."""
        found = self.cleaned_data["garis"]
        if not 2 <= len(found) <= 3:
            raise forms.ValidationError(_t("Pilih dua atau tiga garis."))
        return found
