"""One part of a text as lines a person can type on a telephone: konsiderans, dasar hukum, pasal, lampiran."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.documents.gather import formal_name
from agreements.forms.naskah import SeenForm
from agreements.naskah.library import joining_word, punctuate
from agreements.naskah.plain import (
    PlainTextError,
    parse_ayat,
    parse_lines,
    parse_table,
    print_ayat,
    print_table,
)
from agreements.naskah.structure import Annex, Ayat, Body, Pasal
from regions.choices import LegalKind
from regions.models import LegalBasis


class PartForm(SeenForm):
    """One part of a text as lines a person can type on a telephone."""

    note = forms.CharField(
        label=gettext_lazy("Catatan perubahan"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Boleh kosong. Tampil pada daftar versi."),
    )

    def changed(self, body: Body) -> Body:
        """The body with this part as typed."""
        raise NotImplementedError


def read_lines(parse: Any, source: str) -> Any:
    """Read typed lines; every line that cannot be read is its own error."""
    try:
        return parse(source)
    except PlainTextError as error:
        raise ValidationError([str(fault) for fault in error.faults]) from error


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines with the closing marks of a list, put by the machine."""
    return punctuate(lines, joining_word(lines))


class RecitalsForm(PartForm):
    """Konsiderans, one on each line."""

    lines = forms.CharField(
        label=gettext_lazy("Konsiderans"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "Satu pertimbangan pada setiap baris, diawali “bahwa”. Nomor dan tanda titik koma dibubuhkan mesin."
        ),
    )
    field_order = ("lines", "note")

    @staticmethod
    def initial_of(body: Body) -> dict[str, Any]:
        """The recitals as lines."""
        return {"lines": "\n".join(body.recitals)}

    def clean_lines(self) -> tuple[str, ...]:
        """Read the lines."""
        lines: tuple[str, ...] = read_lines(parse_lines, self.cleaned_data["lines"])
        return lines

    def changed(self, body: Body) -> Body:
        """The body with these recitals."""
        return replace(body, recitals=_ended(self.cleaned_data["lines"]))


def formal_citation(basis: LegalBasis) -> str:
    """A regulation as a naskah cites it: kind, number, year and title in full."""
    return f"{formal_name(basis)} tentang {basis.title}"


class BasesForm(PartForm):
    """Dasar hukum: lines as they stand, and those picked from the register."""

    lines = forms.CharField(
        label=gettext_lazy("Dasar hukum"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "Satu peraturan pada setiap baris, ditulis lengkap. Peraturan daerah sendiri boleh ditambahkan di sini."
        ),
    )
    add = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Tambahkan dari register dasar hukum"),
        queryset=LegalBasis.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Yang dicentang ditambahkan di akhir daftar."),
    )
    field_order = ("lines", "add", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Accept any citation in force today; show those the saved text does not hold yet."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["add"]
        rank = Case(*(When(kind=kind, then=place) for place, kind in enumerate(LegalKind.values)), default=99)
        field.queryset = LegalBasis.objects.in_force().order_by(rank, "year", "number")
        written = str(self.initial.get("lines", "")).casefold()
        new = (basis for basis in field.queryset if formal_name(basis).casefold() not in written)
        field.widget.choices = [(basis.pk, self._label(basis)) for basis in new]

    @staticmethod
    def _label(basis: LegalBasis) -> str:
        citation = formal_citation(basis)
        return citation if basis.verified else _("%s (judul belum diverifikasi)") % citation

    @staticmethod
    def initial_of(body: Body) -> dict[str, Any]:
        """The bases as lines."""
        return {"lines": "\n".join(body.bases)}

    def clean_lines(self) -> tuple[str, ...]:
        """Read the lines."""
        lines: tuple[str, ...] = read_lines(parse_lines, self.cleaned_data["lines"])
        return lines

    def changed(self, body: Body) -> Body:
        """The body with these bases; what is already cited is not added twice."""
        lines: tuple[str, ...] = self.cleaned_data["lines"]
        written = "\n".join(lines).casefold()
        picked = (formal_citation(basis) for basis in self.cleaned_data["add"])
        new = tuple(text for text in picked if text.split(" tentang ")[0].casefold() not in written)
        return replace(body, bases=_ended((*lines, *new)))


class PasalForm(PartForm):
    """One pasal: its title and its ayat and huruf as plain lines."""

    title = forms.CharField(label=gettext_lazy("Judul pasal"), max_length=120)
    text = forms.CharField(
        label=gettext_lazy("Isi pasal"),
        widget=forms.Textarea(attrs={"rows": 14, "class": "ksd-plain", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Ayat diawali (1), (2); rincian huruf diawali a., b. di bawah ayatnya. Satu ayat saja tidak bernomor."
        ),
    )
    field_order = ("title", "text", "note")

    def __init__(self, *args: Any, clause: str, **kwargs: Any) -> None:
        """Remember which pasal is being written."""
        super().__init__(*args, **kwargs)
        self.clause = clause

    @staticmethod
    def initial_of(pasal: Pasal) -> dict[str, Any]:
        """Title and ayat as lines."""
        return {"title": pasal.title, "text": print_ayat(pasal.ayat)}

    def clean_text(self) -> tuple[Ayat, ...]:
        """Read ayat and huruf."""
        ayat: tuple[Ayat, ...] = read_lines(parse_ayat, self.cleaned_data["text"])
        return ayat

    def changed(self, body: Body) -> Body:
        """The body with this pasal as typed."""
        new = Pasal(self.clause, " ".join(self.cleaned_data["title"].split()), self.cleaned_data["text"])
        return replace(body, pasal=tuple(new if row.clause == self.clause else row for row in body.pasal))


class AnnexForm(PartForm):
    """One lampiran: title, paragraphs, table."""

    title = forms.CharField(label=gettext_lazy("Judul lampiran"), max_length=200)
    paragraphs = forms.CharField(
        label=gettext_lazy("Alinea"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Satu alinea pada setiap baris."),
    )
    table = forms.CharField(
        label=gettext_lazy("Tabel"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10, "class": "ksd-plain", "spellcheck": "false", "wrap": "off"}),
        help_text=gettext_lazy(
            "Baris pertama judul kolom. Pisahkan kolom dengan | atau tempel langsung dari lembar kerja."
        ),
    )
    field_order = ("title", "paragraphs", "table", "note")

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        """Remember which lampiran is being written."""
        super().__init__(*args, **kwargs)
        self.number = number

    @staticmethod
    def initial_of(annex: Annex) -> dict[str, Any]:
        """The parts of the annex as lines."""
        return {
            "title": annex.title,
            "paragraphs": "\n".join(annex.paragraphs),
            "table": print_table(annex.table),
        }

    def clean_paragraphs(self) -> tuple[str, ...]:
        """Read the paragraphs."""
        lines: tuple[str, ...] = read_lines(parse_lines, self.cleaned_data["paragraphs"])
        return lines

    def clean_table(self) -> tuple[tuple[str, ...], ...]:
        """Read the table."""
        rows: tuple[tuple[str, ...], ...] = read_lines(parse_table, self.cleaned_data["table"])
        return rows

    def changed(self, body: Body) -> Body:
        """The body with this annex as typed."""
        new = Annex(self.cleaned_data["title"], self.cleaned_data["paragraphs"], self.cleaned_data["table"])
        rows = enumerate(body.annexes, start=1)
        return replace(body, annexes=tuple(new if place == self.number else row for place, row in rows))
