"""What people fill in about a layer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LayerTheme
from boundaries.forms.exchange import SystemField
from boundaries.services.layers import LAYERS, LayerData
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from regions.models import Region


class LayerForm(OnceForm):
    """A delivery of features with its source and date."""

    region = forms.ModelChoiceField(
        label=_("Disimpan oleh"), queryset=Region.objects.none(), empty_label=None
    )
    name = forms.CharField(label=_("Nama lapisan"), max_length=160)
    theme = forms.ChoiceField(label=_("Tema"), choices=LayerTheme.choices)
    source = forms.CharField(
        label=_("Sumber"), max_length=250, help_text=_("Instansi atau dokumen asal datanya.")
    )
    dated = forms.DateField(
        label=_("Tanggal data"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    licence = forms.CharField(label=_("Catatan lisensi"), max_length=250, required=False)
    name_column = forms.CharField(
        label=_("Kolom nama"), max_length=60, required=False, help_text=_("Kosong: nama, name, atau NAMOBJ.")
    )
    epsg = SystemField()
    restricted = forms.BooleanField(
        label=_("Hanya untuk penyimpannya"),
        required=False,
        help_text=_("Tidak terlihat oleh kabupaten/kota di bawah provinsi yang menyimpannya."),
    )
    file = DocumentField(rule=LAYERS, label=_("Berkas"))

    def __init__(self, *args: Any, regions: Any, **kwargs: Any) -> None:
        """Offer the regions whose layers the person keeps."""
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]  # a ModelChoiceField

    def data_given(self) -> LayerData:
        """The layer as filled in."""
        names = LayerData.__dataclass_fields__
        return LayerData(**{name: value for name, value in self.cleaned_data.items() if name in names})


class AdoptForm(OnceForm):
    """Taking a tried layer into use."""

    skip_faulty = forms.BooleanField(label=_("Lewati objek yang salah"), required=False)
