"""What people fill in about a series of meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import AnyUser
from ksd.core.forms import OnceForm
from meetings.choices import MeetingKind
from meetings.models import MeetingSeries
from meetings.querysets import organisable
from meetings.services import PERMISSION
from meetings.services.series import SeriesData, agenda_text, read_agenda

LONGEST = 5000


class SeriesForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A series with the agenda written line by line."""

    per_year = forms.IntegerField(label=_("Berapa kali setahun"), min_value=1, max_value=52, initial=1)
    agenda = forms.CharField(
        label=_("Susunan acara"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text=_(
            "“# Judul bagian” memulai bagian; tiap acara satu baris: menit | jenis | acara. "
            "Bila dikosongkan, susunan baku jenis rapatnya yang dipakai."
        ),
    )

    class Meta:
        model = MeetingSeries
        fields = ("region", "name", "kind", "title", "theme", "per_year", "agenda", "is_active")
        help_texts = {
            "title": _("{tahun} dan {ke} diisi saat rapat direncanakan, misalnya “Rakor Pemerintahan Tahun {tahun}”."),
            "is_active": _("Seri yang tidak dipakai lagi tetap tersimpan bersama rapatnya."),
        }  # fmt: skip

    def __init__(self, *args: Any, actor: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = organisable(actor, PERMISSION)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]  # a ModelChoiceField
        self.initial["agenda"] = agenda_text(self.instance if self.instance.pk else None)
        if self.instance.pk is None:
            self.initial.update(region=regions.first(), kind=MeetingKind.RAKOR_PEMERINTAHAN)

    def clean_agenda(self) -> list[dict[str, Any]]:
        """The agenda as rows, or which lines cannot be read."""
        return read_agenda(self.cleaned_data["agenda"])

    def data_given(self) -> SeriesData:
        """The series as filled in."""
        return SeriesData(**{name: self.cleaned_data[name] for name in self.Meta.fields})
