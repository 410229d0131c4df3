"""The form of a step beside the stages of a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext
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
    take = forms.BooleanField(label=_("Beri nomor dari buku nomor"), required=False, initial=True)
    number = forms.CharField(label=_("Nomor surat atau berita acara"), max_length=120, required=False)
    again = forms.BooleanField(
        label=_("Pakai nomor yang sama"),
        required=False,
        help_text=_("Hanya bila nomor itu memang dipakai dua surat."),
    )
    text = forms.CharField(
        label=_("Uraian dan hasil"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    amount = forms.DecimalField(
        label=_("Jumlah (rupiah)"), max_digits=18, decimal_places=2, min_value=0, required=False
    )
    upload = DocumentField(DOCUMENTS, label=_("Berkas"), required=False)

    def __init__(
        self,
        *args: Any,
        step: ProceedingStep,
        seen: str = "",
        first: bool = False,
        sample: str = "",
        **kwargs: Any,
    ) -> None:
        """Ask only for what this step knows; `sample` is the number its minutes would get here."""
        kwargs["initial"] = {"seen_step": seen}
        super().__init__(*args, **kwargs)
        self.fields["upload"].label = step.paper
        if not step.amount:
            del self.fields["amount"]
        if not first:
            del self.fields["title"]
        self._numbering(sample, minutes=step.minutes)

    def _numbering(self, sample: str, *, minutes: bool) -> None:
        if sample:
            self.fields["take"].help_text = gettext("Nomor berikutnya: %s.") % sample
            self.fields["number"].help_text = gettext(
                "Isi hanya bila berita acaranya sudah bernomor di tempat lain; nomor dari buku lalu tidak dipakai."
            )
        else:
            del self.fields["take"]
        if sample or not minutes or not self.is_bound:
            # Asked only of a number that was refused as one in use.
            del self.fields["again"]

    def values(self) -> dict[str, Any]:
        """What the service stores of the step."""
        names = ("title", "on", "take", "number", "again", "text", "amount", "upload")
        return {name: self.cleaned_data[name] for name in names if name in self.fields}
