"""What people fill in about a leg (ruas) of a segment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LegState
from boundaries.forms.fields import DayField, HectareField, KilometreField, SegmentForm, WordsField, row_field
from boundaries.models import SegmentPaper, SegmentPoint
from boundaries.services.legs import LegFacts


class LegForm(SegmentForm):
    """From where, along what, to where; how long; agreed or not."""

    name = forms.CharField(
        label=_("Nama ruas"), max_length=200, required=False,
        help_text=_("Misalnya: Muara Sungai Belayan – Gunung Lumut. Boleh kosong bila kedua titiknya dipilih."),
    )  # fmt: skip
    start = row_field(SegmentPoint, _("Dari titik"), empty_label=_("Belum ada titiknya"))
    end = row_field(SegmentPoint, _("Sampai titik"), empty_label=_("Belum ada titiknya"))
    state = forms.ChoiceField(label=_("Keadaan"), choices=LegState.choices)
    length_km = KilometreField(label=_("Panjang (km)"), required=False)
    disputed_ha = HectareField(label=_("Luas diperselisihkan (ha)"), required=False)
    agreed_on = DayField(label=_("Disepakati pada"), required=False)
    paper = row_field(SegmentPaper, _("Berita acara"), empty_label=_("Tanpa berita acara"))
    direction = forms.CharField(
        label=_("Arah"), max_length=20, required=False,
        help_text=_("Misalnya: timur laut. Kosong: dihitung."),
    )  # fmt: skip
    along = forms.CharField(
        label=_("Menyusuri"), max_length=200, required=False,
        help_text=_("Misalnya: as Sungai Belayan; kosong: garis lurus."),
    )  # fmt: skip
    lies_a = forms.CharField(label=_("Letak di wilayah pertama"), max_length=200, required=False)
    lies_b = forms.CharField(label=_("Letak di wilayah kedua"), max_length=200, required=False)
    note = WordsField(label=_("Catatan"), required=False, rows=3)

    def facts(self) -> LegFacts:
        """The leg as typed."""
        return LegFacts(**self.given())
