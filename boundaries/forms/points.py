"""What people fill in about a point: where it lies, how that is known, and what a side says of it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Datum, PointMethod, PointOpinion
from boundaries.geo.coordinates import CoordinateError, Position, parse
from boundaries.models import PointKind, Segment, SegmentPoint
from boundaries.services.points import PasteDefaults, PointData
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import IMAGES
from ksd.core.forms import OnceForm
from regions.models import Region

FRONT = "0"


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day that is not to come."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, validators=[not_to_come], **more)


def not_to_come(day: Any) -> None:
    """Refuse a day to come."""
    if day > clock.today():
        raise forms.ValidationError(_("Tanggal tidak boleh di masa depan."))


def notes_field(label: Any, **more: Any) -> forms.CharField:
    """A longer text of at most 5,000 letters."""
    return forms.CharField(label=label, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), **more)


class CoordinateField(forms.CharField):
    """A coordinate in any usual spelling; cleaned to the text as it was typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Koordinat"))
        kwargs.setdefault(
            "help_text",
            _(
                "Derajat-menit-detik (0° 24' 44,442\" LS, 116° 58' 52,444\" BT), derajat desimal (-0,412345; 116,981234), "
                "atau UTM dengan zonanya (50S 497911,917 9954423,478)."
            ),
        )
        super().__init__(max_length=200, **kwargs)


class PlaceForm(OnceForm):
    """A label and a place in the order of a segment's list."""

    label = forms.CharField(label=_("Nama titik"), max_length=40, help_text=_("Misalnya TK 1A."))
    after = forms.ChoiceField(label=_("Letak dalam urutan"), required=False)

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.segment = segment
        self.fields["after"].choices = after_choices(segment)  # type: ignore[attr-defined]  # a ChoiceField

    def order(self) -> dict[str, Any]:
        """Where in the list, for the service."""
        return order_of(self.segment, self.cleaned_data["after"])


def after_choices(segment: Segment, without: int | None = None) -> list[tuple[str, Any]]:
    """The places of a list: at the end, at the front, or behind one of its points."""
    listed = segment.listed_points.exclude(pk=without) if without else segment.listed_points.all()
    rows = [
        (str(pk), _("Setelah %s") % label)
        for pk, label in listed.order_by("order", "pk").values_list("pk", "label")
    ]
    return [("", _("Paling akhir")), (FRONT, _("Paling depan")), *rows]


def order_of(segment: Segment, chosen: str) -> dict[str, Any]:
    """A choice of place as the services take it."""
    behind = segment.listed_points.filter(pk=int(chosen)).first() if chosen not in {"", FRONT} else None
    return {"after": behind, "first": chosen == FRONT}


class PointForm(PlaceForm):
    """One point: its kind, its coordinate in any spelling, and how that is known."""

    kind = forms.ModelChoiceField(label=_("Jenis resmi"), queryset=PointKind.objects.all())
    coordinate = CoordinateField()
    zone = forms.CharField(
        label=_("Zona UTM"),
        max_length=12,
        required=False,
        help_text=_("Hanya bila koordinat UTM tidak menyebutnya."),
    )
    datum = forms.ChoiceField(label=_("Datum"), choices=Datum.choices, initial=Datum.SRGI2013)
    accuracy_m = forms.DecimalField(
        label=_("Ketelitian (m)"), min_value=0, max_digits=9, decimal_places=3, required=False
    )
    height_m = forms.DecimalField(
        label=_("Tinggi (m)"), min_value=-500, max_value=9999, max_digits=8, decimal_places=3, required=False
    )
    method = forms.ChoiceField(
        label=_("Metode"), choices=PointMethod.choices, initial=PointMethod.TIDAK_DIKETAHUI
    )
    measured_on = day_field(_("Diukur pada"), required=False)
    brass_text = forms.CharField(
        label=_("Tulisan pelat kuningan"), max_length=80, required=False,
        help_text=_("Apa adanya; dapat berbeda dari jenis resminya."),
    )  # fmt: skip
    place = forms.CharField(label=_("Letak"), max_length=250, required=False, help_text=_("Desa, kecamatan."))
    source = forms.CharField(label=_("Sumber"), max_length=250, required=False)
    note = notes_field(_("Catatan"), required=False)
    photo = DocumentField(label=_("Foto"), rule=IMAGES, required=False)

    def clean(self) -> dict[str, Any]:
        """Read the coordinate with the zone and the datum given beside it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text, datum = cleaned.get("coordinate"), cleaned.get("datum")
        if text and datum:
            try:
                cleaned["position"] = self.read(text, cleaned.get("zone", ""), datum)
            except CoordinateError as error:
                self.add_error("coordinate", str(error))
        return cleaned

    def read(self, text: str, zone: str, datum: str) -> Position:
        """The position of the text."""
        return parse(text, zone, datum)

    def data_of(self) -> PointData:
        """The point as the services take it."""
        names = (
            "label", "kind", "position", "datum", "accuracy_m", "height_m", "method", "measured_on", "brass_text",
            "place", "source", "note",
        )  # fmt: skip
        photo = self.cleaned_data["photo"]
        return PointData(
            **{name: self.cleaned_data[name] for name in names},
            as_given=" ".join(
                part for part in (self.cleaned_data["coordinate"], self.cleaned_data["zone"]) if part
            ),
            photo=photo if isinstance(photo, UploadedFile) else None,
        )


class PointChangeForm(PointForm):
    """A correction of a point; a new position asks for its reason. The list's order changes elsewhere."""

    reason = notes_field(
        _("Alasan perubahan posisi"), required=False,
        help_text=_("Wajib bila posisi berubah; penilaian kedua pihak gugur dan posisi lama disimpan."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, *args: Any, listing: SegmentPoint, **kwargs: Any) -> None:
        super().__init__(*args, segment=listing.segment, **kwargs)
        self.listing = listing
        del self.fields["after"]
        point = listing.point
        self.initial.update(
            {name: getattr(point, name) for name in self.fields if hasattr(point, name) and name != "photo"}
        )
        self.initial.update({"label": listing.label, "coordinate": self._written(), "seen": point.mark})

    def _written(self) -> str:
        """The coordinate as it is kept; nine decimals of a degree lose nothing."""
        point = self.listing.point
        return f"{point.lat:f}; {point.lon:f}".replace(".", ",")

    def read(self, text: str, zone: str, datum: str) -> Position:
        """Keep the position where the text was left as it stood."""
        if text == self._written() and datum == self.listing.point.datum:
            return self.listing.point.position
        return super().read(text, zone, datum)

    def data_of(self) -> PointData:
        """Keep the words of the source where the coordinate was left as it stood."""
        data = super().data_of()
        kept = (
            self.listing.point.as_given
            if self.cleaned_data["coordinate"] == self._written()
            else data.as_given
        )
        return PointData(**{**data.__dict__, "as_given": kept})


class NodeForm(PlaceForm):
    """A point of a neighbouring segment, to become the common node."""

    listing = forms.ModelChoiceField(label=_("Titik segmen tetangga"), queryset=SegmentPoint.objects.none())

    field_order = ("listing", "label", "after")

    def __init__(self, *args: Any, found: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["listing"]
        field.queryset = found
        field.label_from_instance = lambda row: f"{row.segment}: {row.label} ({row.point.kind.code})"


class PasteForm(OnceForm):
    """Many points as lines, with what holds for all of them."""

    text = forms.CharField(
        label=_("Titik, satu pada setiap baris"), max_length=1_000_000, strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "class": "font-monospace"}),
        help_text=_(
            "Nama titik, lalu titik koma atau tab, lalu koordinatnya. Boleh berkepala kolom: nama, jenis, lintang, bujur "
            "(atau koordinat; atau easting, northing, zona), tinggi, ketelitian, pelat, letak."
        ),
    )  # fmt: skip
    kind = forms.ModelChoiceField(
        label=_("Jenis bila tidak disebut"), queryset=PointKind.objects.all(),
        help_text=_("Nama seperti “PBU 3” menyebut jenisnya sendiri."),
    )  # fmt: skip
    datum = forms.ChoiceField(label=_("Datum"), choices=Datum.choices, initial=Datum.SRGI2013)
    method = forms.ChoiceField(label=_("Metode"), choices=PointMethod.choices)
    zone = forms.CharField(label=_("Zona UTM bila tidak disebut"), max_length=12, required=False)
    accuracy_m = forms.DecimalField(
        label=_("Ketelitian (m)"), min_value=0, max_digits=9, decimal_places=3, required=False
    )
    source = forms.CharField(label=_("Sumber"), max_length=250, required=False)
    after = forms.ChoiceField(label=_("Letak dalam urutan"), required=False)

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.segment = segment
        self.initial.setdefault("method", PointMethod.TIDAK_DIKETAHUI)
        self.initial.setdefault("kind", PointKind.objects.filter(code="TK").first())
        self.fields["after"].choices = after_choices(segment)  # type: ignore[attr-defined]  # a ChoiceField

    def defaults(self) -> PasteDefaults:
        """What holds for every line."""
        names = ("kind", "datum", "method", "zone", "accuracy_m", "source")
        return PasteDefaults(**{name: self.cleaned_data[name] for name in names})

    def order(self) -> dict[str, Any]:
        """Where in the list, for the service."""
        return order_of(self.segment, self.cleaned_data["after"])


class MoveForm(OnceForm):
    """Another place in the list."""

    after = forms.ChoiceField(label=_("Letak baru"), required=False)

    def __init__(self, *args: Any, listing: SegmentPoint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.segment = listing.segment
        self.fields["after"].choices = after_choices(listing.segment, listing.pk)  # type: ignore[attr-defined]  # a ChoiceField

    def order(self) -> dict[str, Any]:
        """Where in the list, for the service."""
        return order_of(self.segment, self.cleaned_data["after"])


class ReasonForm(OnceForm):
    """A reason, nothing else."""

    reason = notes_field(_("Alasan"))


class JudgeForm(OnceForm):
    """What one side says of a point."""

    region = forms.ModelChoiceField(label=_("Atas nama"), queryset=Region.objects.none(), empty_label=None)
    verdict = forms.ChoiceField(label=_("Penilaian"), choices=PointOpinion.choices, widget=forms.RadioSelect)
    reason = notes_field(_("Alasan"), required=False, help_text=_("Wajib bila keberatan."))
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, *args: Any, regions: list[Region], mark: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.filter(pk__in=[region.pk for region in regions])
        self.initial["seen"] = mark
        if regions:
            self.initial["region"] = regions[0].pk


class ApproveForm(OnceForm):
    """Several points approved at once, each where it was seen."""

    region = forms.ModelChoiceField(label=_("Atas nama"), queryset=Region.objects.none(), empty_label=None)
    points = forms.Field(label=_("Titik"), required=False)

    def __init__(self, *args: Any, regions: list[Region], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.filter(pk__in=[region.pk for region in regions])

    def clean_points(self) -> list[tuple[int, str]]:
        """Each ticked point with the place it was seen at."""
        pairs = [value.partition(":") for value in self.data.getlist("points")]  # type: ignore[attr-defined]  # a QueryDict
        return [
            (int(pk), mark) for pk, _colon, mark in pairs if pk.isascii() and pk.isdigit() and len(pk) < 18
        ]
