"""What a region fills in about one thing it has or lacks, in sections short enough for a telephone."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.amounts import NumberField, RupiahField
from agreements.models import Goal
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from ksd.core.words import figures
from ksd.mapping.forms.periods import ManyRegions
from ksd.mapping.forms.regions import one_region
from ksd.mapping.models import MappingRow
from ksd.mapping.services.row_words import FILLED
from ksd.mapping.services.urusan import suggest_urusan, urusan_named
from ksd.mapping.sheets.values import LEAST_MONEY
from regions.models import Office, Region, Urusan

LONGEST = 5000
YES, NO = "ya", "tidak"


@dataclass(frozen=True)
class Section:
    """A part of the form that is filled in and saved by itself."""

    code: str
    label: str | Promise
    fields: tuple[str, ...]


SECTIONS = (
    Section(
        "pokok", gettext_lazy("Pokok"),
        ("kind", "urusan", "title", "location", "description", "sub_urusan", "office", "priority"),
    ),
    Section(
        "angka", gettext_lazy("Angka dan bukti"),
        ("figure_name", "figure", "figure_unit", "figure_year", "evidence", "upload", "detach"),
    ),
    Section(
        "rencana", gettext_lazy("Program dan dana"),
        ("program", "activity", "start_year", "years", "funding", "funding_source", "budgeted", "burdening"),
    ),
    Section("mitra", gettext_lazy("Mitra dan sasaran"), ("touches", "partner_region", "partner_name", "goals")),
)  # fmt: skip
# What a row begins with; the rest follows once it is saved.
FIRST = Section("baru", gettext_lazy("Baris baru"), ("kind", "urusan", "title", "location", "description"))


def section(code: str) -> Section | None:
    """The section of this code."""
    return next((row for row in SECTIONS if row.code == code), None)


def after(code: str) -> Section | None:
    """The section that follows one; None after the last."""
    codes = [row.code for row in SECTIONS]
    place = codes.index(code) + 1
    return SECTIONS[place] if place < len(codes) else None


def _truth(label: Any) -> forms.TypedChoiceField:
    answers = {YES: True, NO: False}
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=(
            ("", gettext_lazy("Belum diketahui")),
            (YES, gettext_lazy("Ya")),
            (NO, gettext_lazy("Tidak")),
        ),
        coerce=answers.get,
        empty_value=None,
    )


class RowForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """One section of a row; the urusan is typed, and suggested where it is misspelt."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    urusan = forms.CharField(
        label=gettext_lazy("Urusan pemerintahan"),
        max_length=160,
        widget=forms.TextInput(attrs={"list": "daftar-urusan", "autocomplete": "off"}),
        help_text=gettext_lazy("Ketik namanya, lalu pilih dari daftar 32 urusan."),
    )
    figure = NumberField(label=gettext_lazy("Angka"), required=False)
    funding = RupiahField(label=gettext_lazy("Perkiraan dana (Rp)"), required=False)
    budgeted = _truth(gettext_lazy("Sudah dianggarkan"))
    burdening = _truth(gettext_lazy("Membebani daerah atau masyarakat"))
    touches = ManyRegions(
        label=gettext_lazy("Daerah lain yang terkena"), queryset=Region.objects.none(), required=False
    )
    partner_region = one_region(gettext_lazy("Calon mitra (daerah)"), gettext_lazy("Belum ditentukan"))
    upload = DocumentField(label=gettext_lazy("Berkas bukti"), required=False)
    detach = forms.BooleanField(label=gettext_lazy("Lepaskan berkas yang ada"), required=False)

    class Meta:
        model = MappingRow
        fields = FILLED
        widgets = {
            "description": forms.Textarea(attrs={"rows": 5}),
            "goals": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "title": gettext_lazy("Satu kalimat: apa yang dimiliki, dibutuhkan, atau menjadi masalah."),
            "location": gettext_lazy("Kecamatan, desa, sungai, ruas jalan."),
            "figure_name": gettext_lazy("Misalnya: kebutuhan dokter spesialis."),
            "evidence": gettext_lazy("Dokumen, survei, atau surat yang memuat angka itu."),
            "partner_name": gettext_lazy(
                "Bila bukan daerah: pihak ketiga, daerah di luar negeri, dan lainnya."
            ),
        }

    def __init__(self, *args: Any, section: Section, revision: int | None = None, **kwargs: Any) -> None:
        """Keep the fields of the section, with the choices of the row's region."""
        super().__init__(*args, **kwargs)
        self.section = section
        self.suggestions: list[Urusan] = []
        row = self.instance
        for name in set(self.fields) - {*section.fields, "form_token", "seen_revision"}:
            del self.fields[name]
        self.order_fields(["form_token", "seen_revision", *section.fields])
        self.initial["seen_revision"] = row.revision if revision is None else revision
        if row.urusan_id:
            self.initial["urusan"] = row.urusan.name
        for name in {"budgeted", "burdening"} & set(self.initial):
            self.initial[name] = {True: YES, False: NO, None: ""}[self.initial[name]]
        if "detach" in self.fields and not row.evidence_file_id:
            del self.fields["detach"]
        self._offer(row)

    def _offer(self, row: MappingRow) -> None:
        """Offices and goals of the region, regions around it."""
        region = row.region
        fields: Any = self.fields
        others = Region.objects.current().filter(level__gt=0).exclude(pk=region.pk)
        asked = row.period.answers.values("region_id")
        near = Q(pk__in=asked) | Q(pk__in=Region.objects.neighbours_of(region).values("pk"))
        if region.parent_id:
            near |= Q(parent_id=region.parent_id) | Q(pk=region.parent_id)
        offered: dict[str, Any] = {
            "office": Office.objects.filter(
                Q(pk__in=Office.objects.current()) | Q(pk=row.office_id), region=region
            ),
            "goals": Goal.objects.filter(region=region),
            "touches": others.filter(near).order_by("code"),
        }
        if "partner_region" in fields:
            around = set(others.filter(near).values_list("pk", flat=True))
            fields["partner_region"].offer(others, around)
        for name in set(offered) & set(fields):
            fields[name].queryset = offered[name]

    def clean_urusan(self) -> Urusan:
        """The urusan that is meant; a misspelt one is not guessed but asked about."""
        typed = self.cleaned_data["urusan"]
        known = list(Urusan.objects.all())
        named = urusan_named(typed, known)
        if named is not None:
            return named
        found = self.suggestions = suggest_urusan(typed, known)
        names = ", ".join(f"“{row.name}”" for row in found)
        if names:
            raise ValidationError(
                _("Urusan “%(typed)s” tidak dikenal. Maksud Anda %(names)s?")
                % {"typed": typed[:60], "names": names}
            )
        raise ValidationError(_("Urusan “%s” tidak dikenal. Pilih dari daftar.") % typed[:60])

    def clean_description(self) -> str:
        """A description of ordinary length."""
        text: str = self.cleaned_data["description"]
        MaxLengthValidator(LONGEST)(text)
        return text

    def clean_funding(self) -> Decimal | None:
        """Rupiah in full; no programme costs less than a thousand."""
        amount: Decimal | None = self.cleaned_data["funding"]
        if amount and amount < LEAST_MONEY:
            raise ValidationError(
                _("Rp%s terlalu kecil. Tulis rupiah penuh, misalnya 2.500.000.000 untuk 2,5 miliar.")
                % figures(amount)
            )
        return amount

    def clean(self) -> dict[str, Any]:
        """A figure says what it counts."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        counted = "figure_name" in self.fields and data.get("figure") is not None
        if counted and not data.get("figure_name") and "figure_name" not in self.errors:
            self.add_error("figure_name", _("Sebutkan apa yang diukur oleh angka itu."))
        return data

    def values(self) -> dict[str, Any]:
        """What was filled in rightly, by the name of its field; of a refused form the rest of it."""
        kept = {name: value for name, value in self.cleaned_data.items() if name in FILLED}
        return {name: list(value) if name in {"touches", "goals"} else value for name, value in kept.items()}


class ReasonForm(OnceForm):
    """Why a row is withdrawn or an answer taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class SubmitForm(OnceForm):
    """A region sends what it wrote, or says that it has nothing."""

    nothing_to_say = forms.BooleanField(
        label=gettext_lazy("Daerah kami tidak mempunyai usulan untuk periode ini"), required=False
    )

    def __init__(self, *args: Any, has_rows: bool, **kwargs: Any) -> None:
        """Whoever wrote rows has something to say; whoever wrote none must say so."""
        super().__init__(*args, **kwargs)
        if has_rows:
            del self.fields["nothing_to_say"]
        else:
            self.fields["nothing_to_say"].required = True


class CopyForm(OnceForm):
    """Which rows of earlier years are copied."""

    rows = forms.MultipleChoiceField(
        label=gettext_lazy("Baris"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih paling sedikit satu baris.")},
    )

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        """Offer what may be copied."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rows"]
        field.choices = [(row.public_id, row.title) for row in offered]
