"""What people fill in to state a line."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LineRole
from boundaries.geo.lines import GeometryError, Reading, read
from boundaries.models import Round, Segment
from boundaries.services.lines import STUDIES
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from ksd.core.uploads import FileRule, FileType
from regions.models import Region

MAX_TYPED = 4_000_000


def _any_text(_file: Any) -> None:
    """Reading tells what is wrong with a text."""


LINE_FILES = FileRule(
    _("GeoJSON atau teks"),
    (
        FileType("GeoJSON", ("geojson", "json"), "application/geo+json", b"", _any_text),
        FileType("TXT", ("txt", "csv"), "text/plain", b"", _any_text),
    ),
)


class GeometryFields(OnceForm):
    """A line typed, pasted or uploaded; `reading` is there once the form is valid."""

    text = forms.CharField(
        label=_("Titik garis"),
        required=False,
        max_length=MAX_TYPED,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_(
            "Satu koordinat per baris, dalam bentuk apa pun (derajat-menit-detik, derajat desimal, UTM dengan zona), atau "
            "tempel GeoJSON."
        ),
    )
    file = DocumentField(LINE_FILES, label=_("Atau unggah berkas"), required=False)

    def clean(self) -> dict[str, Any]:
        """Read the one geometry that was given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if {"text", "file"} & set(self.errors):
            return cleaned
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if bool(text.strip()) == bool(file):
            self.add_error("text", _t("Isi titik garis, atau unggah satu berkas; salah satu saja."))
            return cleaned
        where = "file" if file else "text"
        try:
            cleaned["reading"] = read(_text_of(file) if file else text)
        except GeometryError as error:
            self.add_error(where, str(error))
        return cleaned

    @property
    def reading(self) -> Reading:
        """The line that was read."""
        found: Reading = self.cleaned_data["reading"]
        return found


def _text_of(file: "UploadedFile[Any]") -> str:
    try:
        return str(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise GeometryError(
            _t("Berkas ini bukan teks UTF-8."), _t("Simpan ulang sebagai GeoJSON, lalu unggah lagi.")
        ) from None


class LineFacts(GeometryFields):
    """What is said of a line beside its vertices."""

    round = forms.ModelChoiceField(
        Round.objects.none(), label=_("Putaran perundingan"), required=False, empty_label=_("Di luar putaran")
    )
    name = forms.CharField(label=_("Nama garis"), required=False, max_length=160)
    note = forms.CharField(
        label=_("Catatan"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )
    confidential = forms.BooleanField(
        label=_("Terbatas: hanya dibaca para pihak dan pemerintah di atasnya"), required=False
    )

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = Round.objects.filter(segment=segment)  # type: ignore[attr-defined]  # a ModelChoiceField

    def given(self) -> dict[str, Any]:
        """The facts, for the service."""
        return {name: self.cleaned_data[name] for name in ("round", "name", "note", "confidential")}


class LineForm(LineFacts):
    """A new line: whose, of which round, and where it runs."""

    whose = forms.ChoiceField(label=_("Garis"))
    field_order = ("whose", "round", "name", "text", "file", "note", "confidential")

    def __init__(
        self, *args: Any, segment: Segment, sides: list[Region], studies: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, segment=segment, **kwargs)
        self.sides = {f"klaim-{side.code}": side for side in sides}
        claims = [(key, _t("Klaim %(region)s") % {"region": side}) for key, side in self.sides.items()]
        others = [(str(role), str(role.label)) for role in STUDIES] if studies else []
        self.fields["whose"].choices = [("", _t("Pilih garis")), *claims, *others]  # type: ignore[attr-defined]  # a ChoiceField
        if len(claims) == 1 and not others:
            self.initial["whose"] = claims[0][0]

    def given(self) -> dict[str, Any]:
        """The facts with role and side."""
        whose = self.cleaned_data["whose"]
        side = self.sides.get(whose)
        return super().given() | {"role": LineRole.KLAIM if side else whose, "region": side}


class NewVersionForm(LineFacts):
    """A new version of a line that stands, with the reason."""

    reason = forms.CharField(
        label=_("Alasan penggantian"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    field_order = ("reason", "round", "name", "text", "file", "note", "confidential")

    def given(self) -> dict[str, Any]:
        """The facts with the reason."""
        return super().given() | {"reason": self.cleaned_data["reason"]}


class StateForm(OnceForm):
    """The last look before a line is stated."""

    right_way = forms.BooleanField(
        label=_("Sisi kiri dan kanan pada gambar sudah benar"),
        error_messages={"required": _("Pastikan dahulu sisi mana milik siapa, atau balik arah garis.")},
    )

    def __init__(self, *args: Any, decided: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if decided:
            del self.fields["right_way"]


class WithdrawForm(OnceForm):
    """Why a line is withdrawn."""

    reason = forms.CharField(
        label=_("Alasan penarikan"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
