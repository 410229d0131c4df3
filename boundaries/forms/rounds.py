"""What people fill in about a round of the negotiation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.forms.fields import DayField, KilometreField, SegmentForm, WordsField, row_field
from boundaries.models import BoundaryLine, Segment, SegmentPaper
from boundaries.services.rounds import Position, RoundFacts


class RoundForm(SegmentForm):
    """When and where the sides met, what each held, and how many kilometres came out of it."""

    on = DayField(label=_("Tanggal"))
    forum = forms.CharField(
        label=_("Forum"), max_length=200, help_text=_("Misalnya: rapat fasilitasi gubernur.")
    )
    place = forms.CharField(label=_("Tempat"), max_length=200, required=False)
    meeting = forms.CharField(
        label=_("Rapat"), max_length=250, required=False,
        help_text=_("Nama rapat yang membahasnya, bila ada."),
    )  # fmt: skip
    agreed_km = KilometreField(label=_("Disepakati seluruhnya (km)"), required=False)
    disputed_km = KilometreField(label=_("Masih diperselisihkan (km)"), required=False)
    outcome = WordsField(label=_("Hasil"), required=False)
    next_step = forms.CharField(label=_("Tindak lanjut"), max_length=300, required=False)
    paper = row_field(SegmentPaper, _("Berita acara"), empty_label=_("Tanpa berita acara"))

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """A text and a line for each of the two sides."""
        super().__init__(*args, segment=segment, **kwargs)
        lines = segment.lines.select_related("region")
        for side in segment.sides:
            self.fields[f"text_{side.pk}"] = WordsField(
                label=_("Posisi %(region)s") % {"region": side}, required=False, rows=3
            )
            self.fields[f"line_{side.pk}"] = forms.ModelChoiceField(
                label=_("Garis yang dimaksud %(region)s") % {"region": side}, queryset=lines, required=False
            )

    def facts(self) -> RoundFacts:
        """The round as typed."""
        return RoundFacts(**{name: self.cleaned_data[name] for name in RoundFacts.__dataclass_fields__})

    def positions(self) -> list[Position]:
        """What each side held."""
        given = self.cleaned_data
        return [
            Position(side, given[f"text_{side.pk}"], given[f"line_{side.pk}"]) for side in self.segment.sides
        ]


class PositionForm(SegmentForm):
    """What one side held in a round."""

    text = WordsField(
        label=_("Posisi"), help_text=_("Garis dan alasan yang dipegang daerah dalam putaran ini.")
    )
    line = row_field(BoundaryLine, _("Garis yang dimaksud"), empty_label=_("Tanpa garis"))
