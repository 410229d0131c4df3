"""What people fill in about the rules a segment rests on, and what came after."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from boundaries.choices import AmendmentState, Court, RegulationKind, RegulationRole, Verdict
from boundaries.forms.fields import DayField, SegmentForm, WordsField, row_field
from boundaries.models import Regulation, Segment, SegmentPaper
from boundaries.services.regulations import RegulationFacts, split_year
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.uploads import PDF_ONLY
from regions.models import Region

FACTS = tuple(RegulationFacts.__dataclass_fields__)


class RegulationForm(SegmentForm):
    """One regulation; a number typed with its year is taken apart."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=RegulationKind.choices)
    number = forms.CharField(label=_("Nomor"), max_length=60, help_text=_("Misalnya: 30, atau 30/2017."))
    year = forms.IntegerField(label=_("Tahun"), min_value=1900, required=False)
    issuer = forms.CharField(
        label=_("Ditetapkan oleh"), max_length=120, required=False,
        help_text=_("Untuk keputusan gubernur: nama provinsinya. Kosongkan untuk peraturan pusat."),
    )  # fmt: skip
    title = forms.CharField(label=_("Tentang"), max_length=300, required=False)
    dated = DayField(label=_("Tanggal penetapan"), required=False)
    gazette_number = forms.CharField(label=_("Nomor Berita Negara"), max_length=20, required=False)
    gazette_year = forms.IntegerField(label=_("Tahun Berita Negara"), min_value=1900, required=False)
    source = forms.CharField(label=_("Sumber"), max_length=250, required=False)
    verified = forms.BooleanField(label=_("Naskahnya sendiri sudah dibaca"), required=False)
    file = DocumentField(rule=PDF_ONLY, label=_("Berkas peraturan"), required=False)

    def clean(self) -> dict[str, Any]:
        """Number and year, wherever they were typed; no year to come."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        parts = split_year(cleaned.get("number") or "")
        if parts and "number" in cleaned:
            number, year = parts
            if cleaned.get("year") not in (None, year):
                raise ValidationError(
                    _("Tahun pada nomor berbeda dengan tahun yang diisi. Periksa salah satunya.")
                )
            cleaned["number"], cleaned["year"] = number, year
        if cleaned.get("year") is None and "year" in cleaned:
            self.add_error("year", _("Isi tahun peraturan."))
        for name in ("year", "gazette_year"):
            if (cleaned.get(name) or 0) > clock.today().year:
                self.add_error(name, _("Tahun tidak di masa depan."))
        if cleaned.get("dated") and cleaned["dated"] > clock.today():
            self.add_error("dated", _("Tanggal tidak boleh di masa depan."))
        return cleaned

    def facts(self) -> RegulationFacts:
        """The regulation as typed."""
        return RegulationFacts(**{name: self.cleaned_data[name] for name in FACTS})


class NewRegulationForm(RegulationForm):
    """A regulation not on record yet, and what it does to the segment."""

    role = forms.ChoiceField(label=_("Kedudukan bagi segmen ini"), choices=RegulationRole.choices)
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False)
    field_order = ("kind", "number", "year", "role")


class BasisForm(SegmentForm):
    """What a regulation does to the segment."""

    role = forms.ChoiceField(label=_("Kedudukan bagi segmen ini"), choices=RegulationRole.choices)
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False)


class AttachForm(BasisForm):
    """A regulation on record that speaks of this segment too."""

    regulation = forms.ModelChoiceField(
        label=_("Peraturan yang sudah tercatat"), queryset=Regulation.objects.none()
    )
    field_order = ("regulation", "role", "note")

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer what the segment does not name yet."""
        super().__init__(*args, segment=segment, **kwargs)
        field: Any = self.fields["regulation"]
        field.queryset = Regulation.objects.exclude(uses__segment=segment)
        field.label_from_instance = _in_full


def _in_full(regulation: Regulation) -> str:
    return f"{regulation} – {regulation.title}" if regulation.title else str(regulation)


class CourtForm(SegmentForm):
    """A review by a court."""

    court = forms.ChoiceField(label=_("Pengadilan"), choices=Court.choices)
    number = forms.CharField(
        label=_("Nomor perkara"), max_length=80, required=False, help_text=_("Misalnya: 10/PUU-XXII/2024.")
    )
    object = forms.CharField(label=_("Yang diuji"), max_length=300)
    filed_on = DayField(label=_("Didaftarkan"), required=False)
    decided_on = DayField(label=_("Diputus"), required=False)
    verdict = forms.ChoiceField(label=_("Putusan"), choices=Verdict.choices)
    note = WordsField(label=_("Catatan"), required=False)
    paper = row_field(SegmentPaper, _("Berkas perkara"))


class AmendmentForm(SegmentForm):
    """A wish to change the boundary, or what became of it."""

    proposed_on = DayField(label=_("Diajukan pada"))
    region = row_field(Region, _("Diajukan oleh"), empty_label=_("Kedua daerah bersama"))
    reason = WordsField(label=_("Alasan"))
    state = forms.ChoiceField(label=_("Keadaan"), choices=AmendmentState.choices)
    decided_on = DayField(label=_("Diputuskan pada"), required=False)
    regulation = forms.ModelChoiceField(
        label=_("Peraturan perubahannya"), queryset=Regulation.objects.none(), required=False
    )
    paper = row_field(SegmentPaper, _("Dokumen usul"))

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer the regulations of this segment."""
        super().__init__(*args, segment=segment, **kwargs)
        field: Any = self.fields["regulation"]
        field.queryset = Regulation.objects.filter(uses__segment=segment)
