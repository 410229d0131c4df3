"""What people fill in to bring files in and take them out."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Datum, LineRole, PointMethod
from boundaries.geo.reading import EXTENSIONS, MOST_BYTES
from boundaries.geo.reading.crs import CHOICES
from boundaries.geo.writing import FORMATS
from boundaries.models import PointKind, Segment
from boundaries.services import MANAGE, STATE
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.fields import PickedFileField
from ksd.core.forms import OnceForm
from regions.models import Region

CONTENTS = (
    ("titik", _("Titik")), ("garis", _("Garis")), ("wilayah", _("Garis luar wilayah")), ("segmen", _("Segmen")),
)  # fmt: skip


def segments_of(user: User) -> Any:
    """Segments with a side the person acts for."""
    mine = acting_region_ids(user, MANAGE) | acting_region_ids(user, STATE)
    return Segment.objects.filter(Q(region_a__in=mine) | Q(region_b__in=mine)).for_list()


class SystemField(forms.TypedChoiceField):
    """The system of coordinates a person names where the file does not say."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer the systems of the archipelago; nothing chosen means what the file says."""
        super().__init__(
            label=_("Sistem koordinat"),
            coerce=int,
            required=False,
            empty_value=None,
            choices=[("", _("Seperti tertulis dalam berkas")), *CHOICES],
            help_text=_(
                "Isi hanya bila berkas tidak menyebutkannya (misalnya .prj tidak ada, atau tabel UTM tanpa zona)."
            ),
            **kwargs,
        )


class GeometryForm(OnceForm):
    """What every import asks: the file, and its system of coordinates where the file does not say."""

    field_order = ("segment", "upload")
    upload = PickedFileField(
        label=_("Berkas"),
        help_text=_(
            "GeoJSON, KML, KMZ, Shapefile dalam ZIP (.shp, .shx, .dbf, .prj), GPX, CSV, atau XLSX; paling besar 60 MB."
        ),
    )
    epsg = SystemField()

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["upload"].widget.attrs["accept"] = ",".join(EXTENSIONS)
        if "segment" in self.fields:
            self.fields["segment"].queryset = segments_of(actor)  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean_upload(self) -> Any:
        """Refuse what is too large before it is kept."""
        upload = self.cleaned_data["upload"]
        if upload.size > MOST_BYTES:
            raise forms.ValidationError(
                _("Berkas lebih dari 60 MB. Sederhanakan datanya atau bagi menurut wilayah.")
            )
        return upload

    def given(self) -> dict[str, Any]:
        """The upload for the service: the file, its segment, and the options as plain values."""
        kept = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"form_token", "upload", "segment"}
        }
        return {
            "upload": self.cleaned_data["upload"], "segment": self.cleaned_data.get("segment"),
            "options": {name: _plain(value) for name, value in kept.items() if value not in (None, "")},
        }  # fmt: skip


def _plain(value: Any) -> Any:
    """A value JSON can keep."""
    if isinstance(value, PointKind):
        return value.code
    if isinstance(value, Region):
        return value.pk
    return value if isinstance(value, bool | int | float | str) else str(value)


class SegmentChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A segment to choose, with its codes."""

    def label_from_instance(self, obj: Any) -> str:
        """Both names and the codes."""
        return f"{obj} ({obj.slug})"


class PointsForm(GeometryForm):
    """Points of one segment."""

    segment = SegmentChoice(label=_("Segmen batas"), queryset=Segment.objects.none())
    kind_code = forms.ModelChoiceField(
        label=_("Jenis titik"), queryset=PointKind.objects.all(), required=False,
        help_text=_("Bagi titik yang jenisnya tidak tertulis dalam berkas."),
    )  # fmt: skip
    datum = forms.ChoiceField(label=_("Datum"), choices=Datum.choices, initial=Datum.SRGI2013)
    method = forms.ChoiceField(
        label=_("Metode"), choices=PointMethod.choices, initial=PointMethod.TIDAK_DIKETAHUI
    )
    source = forms.CharField(
        label=_("Sumber"), max_length=250, required=False, help_text=_("Dokumen asal koordinatnya.")
    )


class LineForm(GeometryForm):
    """One line of one segment."""

    segment = SegmentChoice(label=_("Segmen batas"), queryset=Segment.objects.none())
    role = forms.ChoiceField(label=_("Jenis garis"), choices=LineRole.choices, initial=LineRole.KLAIM)
    region = forms.ModelChoiceField(
        label=_("Daerah yang menyatakan"),
        queryset=Region.objects.none(),
        required=False,
        help_text=_("Wajib bagi klaim."),
    )
    name = forms.CharField(label=_("Nama garis"), max_length=160, required=False)
    confidential = forms.BooleanField(
        label=_("Terbatas"),
        required=False,
        help_text=_("Hanya para pihak dan pemerintah di atasnya yang melihatnya."),
    )
    reverse = forms.BooleanField(
        label=_("Balik arah garis"),
        required=False,
        help_text=_("Wilayah pertama harus di sebelah kiri arah garis."),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        mine = acting_region_ids(actor, STATE) | acting_region_ids(actor, MANAGE)
        regions = Region.objects.current().filter(pk__in=mine)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        """A claim names its claimant, one of the two sides; a compromise the office that proposes it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        segment, region, role = cleaned.get("segment"), cleaned.get("region"), cleaned.get("role")
        if role == LineRole.KLAIM and segment and (region is None or region not in segment.sides):
            self.add_error("region", _("Pilih daerah yang menyatakan klaim, salah satu pihak segmen ini."))
        if role == LineRole.KOMPROMI and (region is None or not region.children.exists()):
            self.add_error(
                "region",
                _(
                    "Pilih provinsi yang mengusulkan garis kompromi; hanya Bironya yang melihatnya sebelum dibagikan."
                ),
            )
        return cleaned


class OutlinesForm(GeometryForm):
    """A layer of outlines."""

    name = forms.CharField(label=_("Nama lapisan"), max_length=160)
    source = forms.CharField(
        label=_("Sumber"), max_length=250, help_text=_("Lembaga, judul, dan versi datanya.")
    )
    dated = forms.DateField(
        label=_("Tanggal data"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    code_property = forms.CharField(
        label=_("Atribut kode wilayah"),
        max_length=60,
        required=False,
        help_text=_("Kosongkan bila bernama code atau kode."),
    )
    tolerance_m = forms.FloatField(
        label=_("Toleransi serpihan (m)"), required=False, min_value=0, max_value=1000, initial=1,
        help_text=_("Celah dan tumpang tindih yang lebih sempit hanya dicatat."),
    )  # fmt: skip

    def clean_dated(self) -> Any:
        """No day to come."""
        day = self.cleaned_data["dated"]
        if day and day > clock.today():
            raise forms.ValidationError(_("Tanggal data tidak boleh di masa depan."))
        return day


class ExportForm(forms.Form):
    """What to take out, of which segment, in which format."""

    isi = forms.ChoiceField(label=_("Isi"), choices=CONTENTS)
    bentuk = forms.ChoiceField(label=_("Format"), choices=[(row.code, row.label) for row in FORMATS.values()])
    segmen = SegmentChoice(
        label=_("Segmen batas"),
        queryset=Segment.objects.none(),
        required=False,
        empty_label=_("Semua yang dapat saya lihat"),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["segmen"].queryset = Segment.objects.visible_to(actor).for_list()  # type: ignore[attr-defined]  # a ModelChoiceField
