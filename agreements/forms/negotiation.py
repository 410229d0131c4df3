"""The shape of what is said at the negotiation table."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices.negotiation import Stance
from agreements.forms.parts import read_lines
from agreements.models import Party
from agreements.naskah.plain import parse_ayat, print_ayat
from agreements.naskah.structure import Pasal
from agreements.services.guests import MOST_DAYS
from agreements.services.negotiation import LONGEST, Said
from agreements.services.negotiation_table import TableRow
from ksd.core.forms import OnceForm


class SpokenForm(OnceForm):
    """A form a guest may send too; it remembers with what status it was refused."""

    refused_with = 422


class PositionForm(SpokenForm):
    """A party's word on a Pasal; a proposal comes with the whole Pasal as it should read."""

    party = forms.TypedChoiceField(label=gettext_lazy("Atas nama"), coerce=int)
    stance = forms.ChoiceField(label=gettext_lazy("Posisi"), widget=forms.RadioSelect)
    title = forms.CharField(label=gettext_lazy("Judul pasal yang diusulkan"), max_length=120, required=False)
    text = forms.CharField(
        label=gettext_lazy("Isi pasal yang diusulkan"),
        max_length=60_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "ksd-plain", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Hanya dipakai bila posisinya “Usul perubahan”. Ayat diawali (1), (2); huruf a., b. "
            "Biarkan tulisan dalam kurung kurawal: nomor pasal dan data mengisinya sendiri."
        ),
    )
    remark = forms.CharField(
        label=gettext_lazy("Catatan atau alasan"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Dibaca semua pihak. Wajib untuk keberatan."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, row: TableRow, parties: Sequence[Party], **kwargs: Any) -> None:
        """Offer the wording under discussion to be changed; of an agreed Pasal only its reopening may be asked."""
        super().__init__(*args, **kwargs)
        self.row = row
        fields: dict[str, Any] = self.fields
        fields["party"].choices = [(party.order, party.short_name) for party in parties]
        if len(parties) == 1:
            fields["party"].widget = forms.HiddenInput()
        known: dict[str, Any] = {
            "party": parties[0].order if parties else None,
            "seen": row.standing.sha256,
            "title": row.standing.wording.title,
            "text": print_ayat(row.standing.wording.ayat),
        }
        self.initial = {**self.initial, **known}
        fields["stance"].choices = Stance.of_open()
        if row.is_agreed:
            fields["stance"].choices = [(Stance.REOPEN.value, Stance.REOPEN.label)]
            fields["stance"].widget = forms.HiddenInput()
            self.initial["stance"] = Stance.REOPEN.value
            fields["remark"].required = True
            del fields["title"], fields["text"]

    def clean(self) -> dict[str, Any]:
        """Read the proposed Pasal; only a proposal needs one."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("stance") == Stance.PROPOSE:
            for name in ("title", "text"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Isi rumusan yang diusulkan."))
            if data.get("text"):
                data["ayat"] = self._ayat(data["text"])
        return data

    def _ayat(self, text: str) -> Any:
        try:
            return read_lines(parse_ayat, text)
        except forms.ValidationError as error:
            self.add_error("text", error)
            return ()

    def said(self) -> Said:
        """What the services take."""
        data = self.cleaned_data
        wording = None
        if data["stance"] == Stance.PROPOSE:
            wording = Pasal(self.row.pasal.clause, data["title"].strip(), data["ayat"])
        return Said(stance=data["stance"], seen=data["seen"], wording=wording, remark=data["remark"])

    def show_newer(self, row: TableRow) -> None:
        """Keep what was typed, now held against the wording under discussion today."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data["seen"] = row.standing.sha256  # type: ignore[index]  # the copy is mutable


class ClauseCommentForm(SpokenForm):
    """A comment on one Pasal, for all parties."""

    text = forms.CharField(
        label=gettext_lazy("Komentar untuk semua pihak"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Stand beside the form of a position: its label must not name that one's box."""
        super().__init__(*args, **{"auto_id": "komentar_%s", **kwargs})


class GuestLinkForm(OnceForm):
    """For which party a link is made, for whom, and how long it opens."""

    party = forms.TypedChoiceField(label=gettext_lazy("Pihak"), coerce=int)
    label = forms.CharField(
        label=gettext_lazy("Untuk siapa"),
        max_length=150,
        help_text=gettext_lazy("Jabatan atau unit yang menerimanya, misalnya Direktur PT Contoh."),
    )
    days = forms.IntegerField(
        label=gettext_lazy("Berlaku berapa hari"), min_value=1, max_value=MOST_DAYS, initial=7
    )

    def __init__(self, *args: Any, parties: Sequence[Party], **kwargs: Any) -> None:
        """Offer the parties that cannot sign in."""
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = [(party.order, party.short_name) for party in parties]  # type: ignore[attr-defined]
