"""What people fill in about evidence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import EvidenceKind, EvidenceLevel, MapFitness, RemarkVerdict
from boundaries.models import Evidence
from boundaries.services.evidence import EvidenceData
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from regions.models import Region


class EvidenceForm(OnceForm):
    """One piece of evidence with what its kind asks."""

    region = forms.ModelChoiceField(
        label=_("Diajukan oleh"), queryset=Region.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(label=_("Jenis bukti"), choices=EvidenceKind.choices)
    title = forms.CharField(label=_("Judul"), max_length=250)
    number = forms.CharField(label=_("Nomor"), max_length=120, required=False)
    on = forms.DateField(
        label=_("Tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    level = forms.ChoiceField(
        label=_("Kerahasiaan"),
        choices=EvidenceLevel.choices,
        initial=EvidenceLevel.PARA_PIHAK,
        help_text=_(
            "Siapa yang boleh membacanya. Yang terbuka untuk umum disebut judulnya pada kartu umum segmen, bila kartunya "
            "diterbitkan. Kesaksian tidak dapat dibuka untuk umum."
        ),
    )
    scale = forms.IntegerField(
        label=_("Skala 1 :"),
        required=False,
        min_value=100,
        max_value=50_000_000,
        help_text=_("Untuk peta lama, misalnya 250000."),
    )
    source = forms.CharField(label=_("Sumber"), max_length=250, required=False)
    year = forms.IntegerField(label=_("Tahun"), required=False, min_value=1500, max_value=2100)
    fitness = forms.ChoiceField(
        label=_("Kelayakan peta"),
        choices=MapFitness.choices,
        required=False,
        initial=MapFitness.BELUM_DINILAI,
    )
    fitness_reason = forms.CharField(label=_("Alasan kelayakan"), max_length=500, required=False)
    witness = forms.CharField(
        label=_("Saksi"),
        max_length=120,
        required=False,
        help_text=_(
            "Inisial dan kedudukannya saja, misalnya: A.B., tokoh adat. Tanpa NIK, alamat, atau nomor telepon."
        ),
    )
    file = DocumentField(label=_("Berkas"), required=False)
    note = forms.CharField(
        label=_("Catatan"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, sides: list[Region], **kwargs: Any) -> None:
        """Offer the sides the person speaks for."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.filter(pk__in=[side.pk for side in sides]).order_by("code")

    def data_given(self) -> EvidenceData:
        """The evidence as filled in."""
        names = EvidenceData.__dataclass_fields__
        facts = {name: value for name, value in self.cleaned_data.items() if name in names}
        facts["fitness"] = facts["fitness"] or MapFitness.BELUM_DINILAI
        return EvidenceData(**facts)


class RemarkForm(OnceForm):
    """What the other side says of a piece of evidence."""

    verdict = forms.ChoiceField(label=_("Tanggapan"), choices=RemarkVerdict.choices)
    reason = forms.CharField(label=_("Alasan"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(OnceForm):
    """Why something is withdrawn."""

    reason = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class BaseForm(OnceForm):
    """On which document a stretch of a claim rests."""

    start = forms.CharField(
        label=_("Dari titik"),
        max_length=40,
        help_text=_("Nomor titik pada garis, atau nama titik seperti TK 1A."),
    )
    end = forms.CharField(label=_("Sampai titik"), max_length=40)
    evidence = forms.ModelChoiceField(
        label=_("Bukti"), queryset=Evidence.objects.none(), empty_label=_("Pilih bukti")
    )
    note = forms.CharField(label=_("Catatan"), max_length=250, required=False)

    def __init__(self, *args: Any, evidence: Any, **kwargs: Any) -> None:
        """Offer the evidence the person may read."""
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = evidence  # type: ignore[attr-defined]  # a ModelChoiceField
