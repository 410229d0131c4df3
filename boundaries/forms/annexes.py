"""How a map is wanted, and the asking for one print."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import AnnexKind
from boundaries.documents.annexes.facts import FROM_POINTS, SegmentFacts, points_in_order
from boundaries.documents.maps.paper import PAPERS
from boundaries.documents.maps.plan import DEGREES, UTM, Choice, Plan
from boundaries.geo.sheets import TooManySheets
from ksd.core.forms import OnceForm

SCALES = (25_000, 50_000, 100_000, 250_000, 500_000)
LEAST_SCALE, MOST_SCALE = 1_000, 5_000_000
OWN = "sendiri"
# The largest scale is proposed at which the segment needs no more sheets than this.
FEW_SHEETS = 6
LYING, UPRIGHT = "melintang", "tegak"


def scale_label(scale: int) -> str:
    """1:50.000."""
    return f"1:{scale:,}".replace(",", ".")


class MapForm(forms.Form):
    """Paper, scale, net and line of a map; whatever is left out takes its usual value."""

    paper = forms.ChoiceField(
        label=_("Kertas"), choices=[(name, name.upper()) for name in PAPERS], required=False
    )
    way = forms.ChoiceField(
        label=_("Arah kertas"), choices=((LYING, _("Melintang")), (UPRIGHT, _("Tegak"))), required=False
    )
    scale = forms.ChoiceField(
        label=_("Skala"),
        choices=[*((str(scale), scale_label(scale)) for scale in SCALES), (OWN, _("Skala lain"))],
        required=False,
    )
    own_scale = forms.IntegerField(
        label=_("Skala lain (1: …)"),
        min_value=LEAST_SCALE,
        max_value=MOST_SCALE,
        required=False,
        help_text=_("Misalnya 75000 untuk 1:75.000; diisi bila memilih “Skala lain”."),
    )
    grid = forms.ChoiceField(
        label=_("Jaring"), choices=((UTM, _("UTM")), (DEGREES, _("Lintang dan bujur"))), required=False
    )
    line = forms.ChoiceField(label=_("Garis yang digambar"), required=False)
    claims = forms.BooleanField(label=_("Gambarkan klaim kedua daerah"), required=False)

    def __init__(self, *args: Any, facts: SegmentFacts, **kwargs: Any) -> None:
        """Offer only lines both sides may read."""
        super().__init__(*args, **kwargs)
        offered = [(str(line.pk), line.label) for line in facts.lines]
        if points_in_order(facts.spots) is not None:
            offered.append((FROM_POINTS, str(_("Titik menurut urutannya"))))
        chosen: Any = self.fields["line"]
        chosen.choices = offered
        self._usual = usual_choice(facts)
        for name, value in data_of(self._usual).items():
            self.fields[name].initial = value

    def clean(self) -> dict[str, Any]:
        """An own scale is named when it is asked for."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("scale") == OWN and not cleaned.get("own_scale") and "own_scale" not in self.errors:
            self.add_error("own_scale", _("Isi skalanya, misalnya 75000 untuk 1:75.000."))
        return cleaned

    def choice(self) -> Choice:
        """The choice made; call it when the form is valid."""
        data, usual = self.cleaned_data, self._usual
        scale = data["own_scale"] if data.get("scale") == OWN else int(data.get("scale") or usual.scale)
        return Choice(
            paper=data.get("paper") or usual.paper,
            landscape=data["way"] == LYING if data.get("way") else usual.landscape,
            scale=scale,
            grid=data.get("grid") or usual.grid,
            line=data.get("line") or usual.line,
            claims=bool(data.get("claims")),
        )


class AnnexForm(OnceForm, MapForm):
    """One print: its kind, and for a map how it is wanted."""

    kind = forms.ChoiceField(
        label=_("Jenis lampiran"),
        choices=AnnexKind,
        error_messages={"required": _("Pilih lampiran yang dicetak.")},
    )


def usual_choice(facts: SegmentFacts) -> Choice:
    """A3 lying, the weightiest line, the largest usual scale that needs few sheets."""
    unclaimed = [line for line in facts.lines if line.role != "klaim"]
    line = unclaimed[0] if unclaimed else points_in_order(facts.spots)
    key = "" if line is None else str(line.pk or FROM_POINTS)
    if line is None:
        return Choice()
    for scale in SCALES:
        choice = Choice(scale=scale, line=key)
        try:
            if len(Plan(facts, line, choice).windows) <= FEW_SHEETS:
                return choice
        except TooManySheets:
            continue
    return Choice(scale=SCALES[-1], line=key)


def data_of(choice: Choice) -> dict[str, Any]:
    """A choice as the fields of the form."""
    usual = choice.scale in SCALES
    return {
        "paper": choice.paper,
        "way": LYING if choice.landscape else UPRIGHT,
        "scale": str(choice.scale) if usual else OWN,
        "own_scale": None if usual else choice.scale,
        "grid": choice.grid,
        "line": choice.line,
        "claims": choice.claims,
    }
