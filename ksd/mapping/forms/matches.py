"""What people fill in about pairs: their word, the first lines of a proposal, the weights."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.law.schema import Kind
from ksd.core.forms import OnceForm
from ksd.mapping.choices import Verdict
from ksd.mapping.matching.weights import DEFAULTS, MOST_POINTS, Weights
from regions.models import Region

LEADER = "pemimpin"


class DecisionForm(OnceForm):
    """For whom one speaks, why, and until when it is put off."""

    side = forms.ChoiceField(label=_("Atas nama"))
    reason = forms.CharField(
        label=_("Alasan"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    until = forms.DateField(
        label=_("Tunda sampai"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Sesudah tanggal itu pasangan muncul kembali."),
    )

    def __init__(self, *args: Any, verdict: str, sides: Sequence[Region], leads: bool, **kwargs: Any) -> None:
        """Ask only what this word needs."""
        super().__init__(*args, **kwargs)
        self._sides = {str(region.pk): region for region in sides}
        choices: list[tuple[str, Any]] = [(key, str(region)) for key, region in self._sides.items()]
        if leads:
            choices.append((LEADER, _("Pemimpin pemetaan, untuk kedua daerah")))
        self.fields["side"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.fields["reason"].required = verdict == Verdict.TOLAK
        if verdict != Verdict.TUNDA:
            del self.fields["until"]

    def region(self) -> Region | None:
        """The region spoken for; None for who leads the mapping."""
        return self._sides.get(self.cleaned_data["side"])


class MatchStartForm(OnceForm):
    """Which region proposes, what kind of cooperation, and its title."""

    region = forms.ModelChoiceField(
        label=_("Diusulkan oleh"), queryset=Region.objects.none(), empty_label=None,
        help_text=_("Daerah lainnya menjadi calon mitra dan melihat usulan sesudah ditawarkan."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Jenis kerja sama"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Tentang"), max_length=250)

    def __init__(self, *args: Any, regions: Sequence[Region], kinds: Sequence[Kind], **kwargs: Any) -> None:
        """Offer the regions the person may propose for, and the kinds between regions."""
        super().__init__(*args, **kwargs)
        known = Region.objects.filter(pk__in=[region.pk for region in regions])
        self.fields["region"].queryset = known  # type: ignore[attr-defined]  # a model choice field
        self.kinds = kinds
        self.fields["kind"].choices = [(kind.code, kind.label) for kind in kinds]  # type: ignore[attr-defined]

    def kind_choices(self) -> Iterator[tuple[Any, Kind]]:
        """Each choice with what the pack says of it."""
        return zip(self["kind"], self.kinds, strict=True)


class WeightsForm(OnceForm):
    """Points at most for each reason, and from how many points on a pair is listed."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    threshold = forms.IntegerField(
        label=_("Nilai terendah yang ditampilkan"), min_value=0, max_value=100,
        help_text=_("Pasangan dengan jumlah angka di bawah ini tidak ditampilkan."),
    )  # fmt: skip

    def __init__(self, *args: Any, labels: dict[str, Any], **kwargs: Any) -> None:
        """One field for each reason."""
        super().__init__(*args, **kwargs)
        for code in DEFAULTS:
            self.fields[code] = forms.IntegerField(
                label=labels[code],
                min_value=0,
                max_value=MOST_POINTS,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )
        self.order_fields([*DEFAULTS, "threshold"])

    def weights(self) -> Weights:
        """What was filled in."""
        return Weights({code: self.cleaned_data[code] for code in DEFAULTS}, self.cleaned_data["threshold"])
