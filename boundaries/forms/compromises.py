"""What a mediator fills in about a compromise line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from shapely import LineString, get_num_coordinates

from boundaries.geo import lines
from boundaries.geo.balance import towards
from boundaries.geo.errors import GeometryError, counted
from boundaries.services.compromises import Drawing
from boundaries.services.simulation import MOST_VERTICES
from ksd.core.forms import OnceForm

MOST_LETTERS = 600_000


class LineForm(OnceForm):
    """A line typed or pasted, one vertex per row, turned so that the first region lies on its left."""

    coordinates = forms.CharField(
        label=gettext_lazy("Titik-titik garis"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "class": "ksd-coordinates"}),
        help_text=gettext_lazy(
            "Satu titik per baris, lintang lalu bujur: -0.512345, 115.123456. Derajat-menit-detik, UTM dengan zonanya, dan GeoJSON juga dibaca."
        ),
    )
    note = forms.CharField(label=gettext_lazy("Catatan langkah"), max_length=250, required=False)

    def __init__(self, *args: Any, guide: LineString, **kwargs: Any) -> None:
        """Know the claim along which the line runs."""
        super().__init__(*args, **kwargs)
        self.guide = guide
        self.notes: list[str] = []

    def clean_coordinates(self) -> LineString:
        """The line as geometry; what is wrong with it in words."""
        try:
            reading = lines.read(self.cleaned_data["coordinates"])
        except GeometryError as error:
            raise ValidationError(str(error)) from None
        count = int(get_num_coordinates(reading.line))
        if count > MOST_VERTICES:
            raise ValidationError(
                _(
                    "Garis ini memuat %(count)s titik; di sini paling banyak %(most)s. Sederhanakan dahulu garisnya."
                )
                % {"count": counted(count), "most": counted(MOST_VERTICES)}
            )
        line, turned = towards(reading.line, self.guide)
        self.notes = [*reading.notes]
        if turned:
            self.notes.append(_("Arah garis dibalik supaya wilayah pertama berada di sebelah kirinya."))
        return line

    def drawing(self) -> Drawing:
        """The line to be saved."""
        return Drawing(self.cleaned_data["coordinates"], self.cleaned_data["note"].strip())


class NewCompromiseForm(LineForm):
    """An alternative with its name and its first line."""

    name = forms.CharField(label=gettext_lazy("Nama alternatif"), max_length=120)
    field_order = ("form_token", "name", "coordinates", "note")


class StepForm(LineForm):
    """The next step of an alternative."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**9)

    def show_newer(self) -> None:
        """Keep what was typed, now held against the newest step: every step is kept, so nothing is overwritten."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data["seen"] = str(self.initial["seen"])  # type: ignore[index]  # the copy is mutable


class SeenForm(OnceForm):
    """An act upon an alternative as it was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**9)


class ShareForm(SeenForm):
    """Sharing or withdrawing an alternative, with a word to the parties."""

    note = forms.CharField(
        label=gettext_lazy("Pesan kepada para pihak"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
