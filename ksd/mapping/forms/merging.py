"""Forms of merging duplicates and of undoing it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.core.forms import OnceForm
from ksd.mapping.models import MappingRow


class ReasonForm(OnceForm):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class MergeForm(ReasonForm):
    """Which of two rows is kept; `seen` are the wordings that were compared, in the order shown."""

    keep = forms.ChoiceField(label=gettext_lazy("Baris yang dipertahankan"), widget=forms.RadioSelect)
    seen_one = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    seen_other = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    field_order = ("keep", "reason")

    def __init__(self, *args: Any, one: MappingRow, other: MappingRow, **kwargs: Any) -> None:
        """Offer the two by their region."""
        super().__init__(*args, **kwargs)
        self.one, self.other = one, other
        self.initial.update({"seen_one": one.revision, "seen_other": other.revision})
        self.fields["keep"].choices = [  # type: ignore[attr-defined]
            (one.public_id, _("Baris pertama: %(row)s (%(region)s)") % {"row": one, "region": one.region}),
            (
                other.public_id,
                _("Baris kedua: %(row)s (%(region)s)") % {"row": other, "region": other.region},
            ),
        ]

    def chosen(self) -> dict[str, Any]:
        """The kept and the merged row with the wordings seen, for the service."""
        kept = self.cleaned_data
        seen = (kept["seen_one"], kept["seen_other"])
        if kept["keep"] == self.one.public_id:
            return {"keep": self.one, "merged": self.other, "seen": seen}
        return {"keep": self.other, "merged": self.one, "seen": seen[::-1]}

    def show_newer(self) -> None:
        """Keep what was typed, now held against the rows as they are."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data["seen_one"], self.data["seen_other"] = str(self.one.revision), str(self.other.revision)  # type: ignore[index]
