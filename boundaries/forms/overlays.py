"""Which lines are laid over each other."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from boundaries.models import BoundaryLine
from boundaries.querysets import LineQuerySet

# Digits of the largest number of a row, and one more.
LONGEST = 19


class LinesField(forms.ModelMultipleChoiceField):
    """Versions by their names, with the day each was stated."""

    def _check_values(self, value: Any) -> Any:
        """Numbers no row can have are no choice, before any database is asked."""
        for pk in value:
            if not (str(pk).isascii() and str(pk).isdigit() and len(str(pk)) < LONGEST):
                raise forms.ValidationError(_t("Garis yang dipilih tidak dikenal. Pilih dari daftar."))
        return super()._check_values(value)  # type: ignore[misc]  # Django's own, not in the stubs

    def label_from_instance(self, obj: Any) -> str:
        """Name, version and what became of it."""
        words = str(obj)
        if obj.withdrawn is not None:
            return _t("%(line)s (ditarik)") % {"line": words}
        if obj.successor is not None:
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
