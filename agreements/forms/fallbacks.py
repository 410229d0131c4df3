"""The shape of a fallback wording and of the conditions of a clause."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.clauses import WORDING_HELP, wording_widget
from agreements.forms.parts import read_lines
from agreements.naskah.conditions import conditions
from agreements.naskah.plain import parse_ayat
from agreements.naskah.structure import Ayat
from ksd.core.forms import OnceForm


class FallbackForm(OnceForm):
    """A wording to fall back on, when, and why."""

    title = forms.CharField(label=_("Nama posisi cadangan"), max_length=120)
    when = forms.CharField(
        label=_("Kapan dipakai"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Keadaan yang membenarkan rumusan ini ditawarkan, misalnya bila mitra menolak rumusan utama."
        ),
    )
    text = forms.CharField(
        label=_("Rumusan"), max_length=20_000, widget=wording_widget(10), help_text=WORDING_HELP
    )
    reason = forms.CharField(label=_("Alasan"), max_length=250)

    def clean_text(self) -> tuple[Ayat, ...]:
        """Read ayat and huruf."""
        ayat: tuple[Ayat, ...] = read_lines(parse_ayat, self.cleaned_data["text"])
        return ayat


class ConditionsForm(OnceForm):
    """The conditions on which an optional clause is offered and put in."""

    codes = forms.MultipleChoiceField(
        label=_("Hanya bila"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Semua yang dicentang harus terpenuhi. Tanpa centang, klausul selalu ditawarkan."),
    )
    reason = forms.CharField(label=_("Alasan"), max_length=250)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every condition there is."""
        super().__init__(*args, **kwargs)
        rows = [(row.code, row.label) for row in conditions().values()]
        self.fields["codes"].choices = rows  # type: ignore[attr-defined]
