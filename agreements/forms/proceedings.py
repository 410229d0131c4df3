"""The form of a step beside the stages of a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.signing import day_input
from agreements.law.proceedings import ProceedingStep
from agreements.services.proceedings import LONGEST
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm


class StepForm(OnceForm):
    """When the step was taken, by which paper, with which result; the first one names the matter too."""

    title = forms.CharField(
        label=_("Pokok"), max_length=250, help_text=_("Misalnya: pembagian biaya angkutan tahun 2026.")
    )
    seen_step = forms.CharField(required=False, widget=forms.HiddenInput)
    on = forms.DateField(label=_("Tanggal"), widget=day_input(), initial=clock.today)
    number = forms.CharField(label=_("Nomor surat atau berita acara"), max_length=120, required=False)
    text = forms.CharField(
        label=_("Uraian dan hasil"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    amount = forms.DecimalField(
        label=_("Jumlah (rupiah)"), max_digits=18, decimal_places=2, min_value=0, required=False
    )
    upload = DocumentField(DOCUMENTS, label=_("Berkas"), required=False)

    def __init__(
        self, *args: Any, step: ProceedingStep, seen: str = "", first: bool = False, **kwargs: Any
    ) -> None:
        """Ask only for what this step knows."""
        kwargs["initial"] = {"seen_step": seen}
        super().__init__(*args, **kwargs)
        self.fields["upload"].label = step.paper
        if not step.amount:
            del self.fields["amount"]
        if not first:
            del self.fields["title"]

    def values(self) -> dict[str, Any]:
        """What the service stores of the step."""
        names = ("title", "on", "number", "text", "amount", "upload")
        return {name: self.cleaned_data[name] for name in names if name in self.fields}
