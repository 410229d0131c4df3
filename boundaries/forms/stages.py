"""What people fill in about a segment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Stage, stage_groups
from boundaries.models import Segment
from ksd.core import clock
from ksd.core.forms import OnceForm


class StageForm(OnceForm):
    """The stage a segment has come to, since when and why."""

    stage = forms.ChoiceField(label=_("Tahapan baru"))
    on = forms.DateField(
        label=_("Sejak tanggal"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Hari tahapan itu dimulai, misalnya tanggal berita acara atau tanggal peraturan."),
    )
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Peristiwa atau dokumen yang menjadi dasar, dengan nomor dan tanggalnya."),
    )
    regulation = forms.CharField(
        label=_("Nomor peraturan"),
        max_length=120,
        required=False,
        help_text=_("Wajib bila segmen ditetapkan, misalnya Permendagri 30/2017."),
    )
    regulation_title = forms.CharField(label=_("Judul peraturan"), max_length=300, required=False)
    seen_stage = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [("", _("Pilih tahapan")), *stage_groups()]  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.update(
            on=clock.today(),
            regulation=segment.regulation,
            regulation_title=segment.regulation_title,
            seen_stage=segment.stage,
        )

    def given(self) -> dict[str, Any]:
        """What was filled in, for the service."""
        return {name: value for name, value in self.cleaned_data.items() if name != "form_token"}
