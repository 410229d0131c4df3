"""What is recorded of a repealed or amended law."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices import LawChangeKind
from ksd.core.forms import OnceForm
from regions.models import LegalBasis


class LawChangeForm(OnceForm):
    """Which law changed, by what, since when."""

    basis = forms.ModelChoiceField(label=_("Peraturan yang berubah"), queryset=LegalBasis.objects.none())
    kind = forms.ChoiceField(label=_("Perubahan"), choices=LawChangeKind.choices, widget=forms.RadioSelect)
    by = forms.ModelChoiceField(
        label=_("Peraturan baru dalam register"), queryset=LegalBasis.objects.none(), required=False
    )
    by_citation = forms.CharField(
        label=_("Atau tulis kutipannya"),
        max_length=250,
        required=False,
        help_text=_("Nomor, tahun, dan judul lengkap, bila belum ada dalam register."),
    )
    effective_on = forms.DateField(label=_("Berlaku sejak"), widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(
        label=_("Catatan"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the laws of the register, the newest first."""
        super().__init__(*args, **kwargs)
        rows = LegalBasis.objects.right().order_by("kind", "-year", "citation")
        for name in ("basis", "by"):
            field: Any = self.fields[name]
            field.queryset = rows
            field.label_from_instance = lambda row: f"{row.citation} tentang {row.title}"
