"""The short list of questions before a proposal."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.proposal import YES_NO
from agreements.law.triage import Destination, questions
from agreements.services.triage import PROPOSE
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.forms import OnceForm
from regions.choices import Level
from regions.models import Office, Region


class TriageForm(OnceForm):
    """For which region and office, about what, and a yes or no to each question."""

    region = forms.ModelChoiceField(label=_("Daerah"), queryset=Region.objects.none(), empty_label=None)
    office = forms.ModelChoiceField(
        label=_("Perangkat daerah yang mengusulkan"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=_("Belum dipilih"),
    )
    title = forms.CharField(label=_("Tentang"), max_length=250)
    reason = forms.CharField(
        label=_("Alasan"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wajib diisi bila salah satu jawaban ya."),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Region.objects.current().filter(pk__in=acting_region_ids(actor, PROPOSE))
        self.fields["region"].queryset = own.exclude(level=Level.NEGARA)  # type: ignore[attr-defined]
        offices = Office.objects.current(clock.today()).filter(region__in=own).select_related("region")
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        for row in questions():
            self.fields[f"jawab_{row.code}"] = forms.ChoiceField(
                label=row.question, choices=YES_NO, widget=forms.RadioSelect
            )

    def asked(self) -> Iterator[tuple[Destination, Any]]:
        """Each question with its field."""
        return ((row, self[f"jawab_{row.code}"]) for row in questions())

    def clean(self) -> dict[str, Any]:
        """A yes needs its reason."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if (
            any(self.answers().values())
            and not cleaned.get("reason", "").strip()
            and "reason" not in self.errors
        ):
            self.add_error("reason", _("Tuliskan alasannya, karena salah satu jawaban ya."))
        return cleaned

    def answers(self) -> dict[str, bool]:
        """What was answered, by code."""
        given = {row.code: self.cleaned_data.get(f"jawab_{row.code}") for row in questions()}
        return {code: value == "ya" for code, value in given.items() if value}
