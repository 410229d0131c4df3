"""The shape of a region's letter setting, its patterns of numbers, a cancelled number and a paper issued."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.documents.drafts import Draft
from agreements.forms.signing import day_input
from agreements.models import LetterSetting
from agreements.services.issuing_papers import Issue
from agreements.services.letter_settings import SeriesGiven
from agreements.services.series import kinds_of_papers
from ksd.core import clock
from ksd.core.forms import OnceForm
from ksd.core.number_patterns import LONGEST

MOST_TEXT = 5000


class LetterSettingForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """Kop surat, paper, letter, margins and who numbers."""

    class Meta:
        model = LetterSetting
        fields = (
            "government", "office", "address", "contact", "with_emblem", "paper", "font", "size_pt", "top_mm",
            "right_mm", "bottom_mm", "left_mm", "numbering",
        )  # fmt: skip
        help_texts = {
            "government": gettext_lazy("Kosongkan untuk sebutan lazim menurut daftar wilayah."),
            "office": gettext_lazy("Misalnya: Sekretariat Daerah. Boleh kosong."),
            "address": gettext_lazy("Kosongkan untuk alamat menurut daftar wilayah."),
            "contact": gettext_lazy("Kosongkan untuk telepon dan surel menurut daftar wilayah."),
            "with_emblem": gettext_lazy("Lambang diunggah pada halaman wilayah."),
            "size_pt": gettext_lazy("Antara 9 dan 14 poin."),
        }

    def setting(self) -> LetterSetting:
        """The setting as filled in, not saved."""
        kept: LetterSetting = self.instance
        return kept


class SeriesForm(OnceForm):
    """A pattern of numbers for one kind of paper, or for all that have none of their own."""

    kind = forms.ChoiceField(label=gettext_lazy("Untuk jenis surat"), required=False)
    pattern = forms.CharField(
        label=gettext_lazy("Pola nomor"),
        max_length=LONGEST,
        help_text=gettext_lazy("Misalnya: {kode}/{nomor}/{unit}/{tahun}"),
    )
    code = forms.CharField(
        label=gettext_lazy("Kode klasifikasi"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Menurut kode klasifikasi arsip yang berlaku di kantor Anda."),
    )
    unit = forms.CharField(label=gettext_lazy("Singkatan unit kerja"), max_length=30, required=False)
    after = forms.IntegerField(
        label=gettext_lazy("Nomor terakhir di buku lama"),
        min_value=0,
        max_value=99999,
        required=False,
        help_text=gettext_lazy(
            "Bila tahun ini sudah ada nomor di buku kertas, hitungan dilanjutkan dari sini."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every kind of paper that bears a number."""
        super().__init__(*args, **kwargs)
        kinds = sorted((row.label, row.code) for row in kinds_of_papers().values())
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("Semua jenis yang tidak diatur sendiri")),
            *((code, label) for label, code in kinds),
        ]

    def given(self) -> SeriesGiven:
        """The pattern as filled in."""
        data = self.cleaned_data
        after = data.get("after") or 0
        return SeriesGiven(
            pattern=data["pattern"],
            kind=data["kind"],
            code=data["code"],
            unit=data["unit"],
            after=after,
            after_year=clock.today().year if after else None,
        )


class CancelNumberForm(OnceForm):
    """Why a number is struck out."""

    reason = forms.CharField(label=gettext_lazy("Alasan pembatalan"), max_length=250)


class IssueForm(OnceForm):
    """What a paper needs before it goes out: the fields it asks for, its day, a number from elsewhere."""

    dated = forms.DateField(label=gettext_lazy("Tanggal surat"), widget=day_input(), required=False)

    def __init__(self, *args: Any, draft: Draft, typed: bool, **kwargs: Any) -> None:
        """`typed` asks for the number, where the office numbers elsewhere."""
        kwargs.setdefault("initial", {}).setdefault("dated", clock.today())
        super().__init__(*args, **kwargs)
        self.draft = draft
        for code, label in draft.asks:
            area = forms.Textarea(attrs={"rows": 3})
            self.fields[f"isian_{code}"] = forms.CharField(
                label=label, widget=area, max_length=MOST_TEXT, required=False
            )
        if typed:
            self.fields["typed"] = forms.CharField(
                label=_("Nomor surat dari buku agenda"), max_length=120, required=False
            )
            self.fields["again"] = forms.BooleanField(
                label=_("Pakai nomor yang sama"),
                required=False,
                help_text=_("Hanya bila nomor itu memang dipakai dua surat."),
            )
        if not draft.numbered:
            del self.fields["dated"]

    def asked(self) -> dict[str, str]:
        """The fields of the paper as filled in."""
        return {code: self.cleaned_data.get(f"isian_{code}", "") for code, _label in self.draft.asks}

    def issue(self) -> Issue:
        """Everything said about the paper that goes out."""
        data = self.cleaned_data
        return Issue(
            dated=data.get("dated") or clock.today(),
            asked=self.asked(),
            typed=data.get("typed", ""),
            again=bool(data.get("again")),
        )


class RegisterFilterForm(forms.Form):
    """Which numbers of the book to show."""

    tahun = forms.TypedChoiceField(label=gettext_lazy("Tahun"), required=False, coerce=int, empty_value=None)
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)

    def __init__(self, *args: Any, years: list[int], kinds: list[str], **kwargs: Any) -> None:
        """Offer the years and kinds the book has."""
        super().__init__(*args, **kwargs)
        labels = kinds_of_papers()
        self.fields["tahun"].choices = [("", _("Semua tahun")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua jenis")),
            *((kind, labels[kind].label if kind in labels else kind) for kind in kinds),
        ]
