"""Sending in a sheet."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ksd.core.forms import OnceForm
from regions.models import Region


class SheetForm(OnceForm):
    """One file of one region."""

    region = forms.ModelChoiceField(
        label=_("Daerah"), queryset=Region.objects.none(), to_field_name="code", empty_label=None
    )
    file = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        max_length=200,
        help_text=_("Templat yang sudah diisi. Isinya diperiksa dahulu; belum ada yang berubah."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def __init__(self, *args: Any, regions: "QuerySet[Region]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]
