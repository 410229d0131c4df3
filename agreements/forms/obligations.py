"""The shape of an obligation, and of the rows proposed from the signed text."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import Every, ObligationKind
from agreements.forms.running import LONG, SeenRevisionForm, office_field, party_field, words
from agreements.forms.signing import day_input
from agreements.models import Case, Obligation, Party
from agreements.services.obligation_reading import Candidate
from agreements.services.obligations import ObligationDraft
from ksd.core.forms import OnceForm


class ObligationForm(SeenRevisionForm):
    """One right or duty with its owner, day and wanted proof."""

    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), choices=ObligationKind.choices)
    wording = words(gettext_lazy("Uraian"), rows=4)
    place = forms.CharField(
        label=gettext_lazy("Letak dalam naskah"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Misalnya Pasal 6 ayat (2) huruf a."),
    )
    person = forms.CharField(label=gettext_lazy("Orang penanggung jawab"), max_length=150, required=False)
    every = forms.ChoiceField(label=gettext_lazy("Berulang"), choices=Every.choices, initial=Every.ONCE)
    due_on = forms.DateField(
        label=gettext_lazy("Jatuh tempo"),
        required=False,
        widget=day_input(),
        help_text=gettext_lazy("Untuk yang berulang: jatuh tempo berikutnya. Pengingat dikirim sebelumnya."),
    )
    proof_wanted = forms.CharField(
        label=gettext_lazy("Bukti yang diminta"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bila diisi, pemenuhan hanya dapat dicatat bersama berkas buktinya."),
    )
    field_order = ("party", "kind", "wording", "place", "office", "person", "every", "due_on", "proof_wanted")

    def __init__(
        self,
        *args: Any,
        case: Case,
        parties: list[Party],
        obligation: Obligation | None = None,
        **kwargs: Any,
    ) -> None:
        """Offer the parties and offices this person records for; a recorded row keeps its party."""
        kwargs["initial"] = {"seen_revision": 0} | _known(obligation) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        if obligation is None:
            self.fields["party"] = party_field(case, parties)
        self.fields["office"] = office_field(parties, _("Perangkat daerah penanggung jawab"))
        self.order_fields(self.field_order)

    def draft(self) -> ObligationDraft:
        """The typed obligation as the service takes it."""
        data = self.cleaned_data
        return ObligationDraft(**{name: data[name] for name in ObligationDraft.__dataclass_fields__})


def _known(obligation: Obligation | None) -> dict[str, Any]:
    if obligation is None:
        return {}
    names = ("kind", "wording", "place", "person", "every", "due_on", "proof_wanted")
    values = {name: getattr(obligation, name) for name in names}
    return values | {"office": obligation.office_id, "seen_revision": obligation.revision}


class TakeForm(OnceForm):
    """The rows proposed from the text: each ticked or not, its wording open to mending."""

    def __init__(self, *args: Any, rows: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        for number, row in enumerate(self.rows):
            self.fields[f"take_{number}"] = forms.BooleanField(required=False, initial=True, label=row.place)
            area = forms.Textarea(attrs={"rows": 2, "aria-label": row.place})
            self.fields[f"word_{number}"] = forms.CharField(
                required=False, max_length=LONG, initial=row.wording, widget=area, label=_("Uraian")
            )

    def lines(self) -> Iterator[tuple[Candidate, Any, Any]]:
        """Each row with its tick and its wording."""
        for number, row in enumerate(self.rows):
            yield row, self[f"take_{number}"], self[f"word_{number}"]

    def clean(self) -> dict[str, Any]:
        """At least one row; a ticked one has words."""
        data: dict[str, Any] = super().clean() or {}
        ticked = [number for number in range(len(self.rows)) if data.get(f"take_{number}")]
        if not ticked:
            self.add_error(None, _("Centang sekurang-kurangnya satu baris yang akan diambil."))
        for number in ticked:
            if not data.get(f"word_{number}") and f"word_{number}" not in self.errors:
                self.add_error(f"word_{number}", _("Uraian tidak boleh kosong."))
        return data

    def drafts(self) -> list[tuple[Party, ObligationDraft]]:
        """The ticked rows as the service takes them, each with its party."""
        data = self.cleaned_data
        return [
            (row.party, ObligationDraft(kind=row.kind, wording=data[f"word_{number}"], place=row.place))
            for number, row in enumerate(self.rows)
            if data[f"take_{number}"]
        ]
