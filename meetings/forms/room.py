"""What is typed in the room: a note, an act upon an item, a point of the result with who owes what."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.access import AnyUser
from ksd.core.forms import OnceForm
from meetings.choices import DecisionKind, ItemState
from meetings.models import AgendaItem, Decision, LiveNote, Meeting
from meetings.services.decisions import DecisionData, Duty
from meetings.services.room import LONGEST
from regions.models import LegalBasis, Office, Region

MOST_DUTIES = 20
EMPTY_DUTIES = 2
MOST_CASES = 200


def _words(label: Any, rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class ItemField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """An item of this meeting's agenda; none means the one at hand."""

    def __init__(self, **more: Any) -> None:
        empty = _("Yang sedang berjalan")
        super().__init__(
            label=_("Mata acara"),
            queryset=AgendaItem.objects.none(),
            required=False,
            empty_label=empty,
            **more,
        )


class ItemActForm(OnceForm):
    """One press: start, end, go on, skip."""

    seen_state = forms.ChoiceField(choices=ItemState.choices)


class NoteForm(OnceForm):
    """A note of one note-taker."""

    text = _words(_("Catatan"), 3)
    speaker = forms.CharField(label=_("Pembicara"), max_length=150, required=False)
    item = ItemField()

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = meeting.items.select_related("section")  # type: ignore[attr-defined]


class NoteChangeForm(OnceForm):
    """A note written again; `drop` takes it away."""

    text = _words(_("Catatan"), 5)
    speaker = forms.CharField(label=_("Pembicara"), max_length=150, required=False)
    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, note: LiveNote) -> "NoteChangeForm":
        """The form of a note as it stands."""
        return cls(initial={"text": note.text, "speaker": note.speaker, "seen_revision": note.revision})


class SeenForm(OnceForm):
    """A press on a row as it was seen."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def bodies(meeting: Meeting) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who may owe something: each region that takes part with its offices, as groups of one choice field."""
    taking_part = Region.objects.filter(
        pk__in={meeting.organiser_id, meeting.host_id}
    ) | Region.objects.filter(pk__in=meeting.participants.values("pk"))
    regions = list(taking_part.distinct().order_by("level", "code"))
    offices = Office.objects.current().filter(region__in=[each.pk for each in regions]).order_by("name")
    by_region: dict[int, list[tuple[str, str]]] = {}
    for office in offices:
        by_region.setdefault(office.region_id, []).append((f"o{office.pk}", office.name))
    return [
        (each.full_name, [(f"r{each.pk}", each.government_name), *by_region.get(each.pk, [])])
        for each in regions
    ]


class DecisionForm(OnceForm):
    """A point of the result, what it speaks of, and rows of who owes what until when."""

    text = _words(_("Bunyi butir"), 4)
    kind = forms.ChoiceField(
        label=_("Jenis butir"), choices=DecisionKind.choices, initial=DecisionKind.KEPUTUSAN
    )
    item = ItemField()
    case = forms.ModelChoiceField(label=_("Kerja sama"), queryset=Case.objects.none(), required=False)
    segment = forms.ModelChoiceField(label=_("Segmen batas"), queryset=Segment.objects.none(), required=False)
    legal_basis = forms.ModelChoiceField(
        label=_("Dasar hukum"), queryset=LegalBasis.objects.none(), required=False
    )
    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    duty_rows = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=MOST_DUTIES, required=False
    )

    def __init__(
        self,
        *args: Any,
        meeting: Meeting,
        actor: AnyUser,
        decision: Decision | None = None,
        quick: bool = False,
        **kwargs: Any,
    ) -> None:
        """Offer what this meeting and this person can name; `quick` leaves the matters to the item."""
        kwargs["initial"] = _initial(decision) if decision else {}
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = meeting.items.select_related("section")  # type: ignore[attr-defined]
        if quick:
            for name in ("case", "segment", "legal_basis"):
                del self.fields[name]
        else:
            self._matters(actor, decision)
        self._duty_fields(meeting, len(self.initial.get("duties", ())))

    def _matters(self, actor: AnyUser, decision: Decision | None) -> None:
        """The newest matters the person may read, and the one already named."""
        cases = Case.objects.visible_to(actor).order_by("-pk").values("pk")[:MOST_CASES]
        kept = [decision.case_id] if decision and decision.case_id else []
        found = {
            "case": Case.objects.filter(pk__in=[*(row["pk"] for row in cases), *kept]).order_by("title"),
            "segment": Segment.objects.visible_to(actor).for_list(),
            "legal_basis": LegalBasis.objects.filter(is_wrong=False).order_by("citation"),
        }
        for name, rows in found.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def _duty_fields(self, meeting: Meeting, written: int) -> None:
        """As many rows as were sent, or those written and two empty ones."""
        rows = written + EMPTY_DUTIES
        if self.is_bound:
            sent = str(self.data.get("duty_rows", ""))
            rows = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 3 else rows
        rows = min(max(rows, 1), MOST_DUTIES)
        self.initial["duty_rows"] = rows
        who = [("", "—"), *bodies(meeting)]
        for number, duty in enumerate([*self.initial.get("duties", ()), *[None] * rows][:rows]):
            self.fields[f"who_{number}"] = forms.ChoiceField(
                label=_("Penanggung jawab"), choices=who, required=False, initial=duty and duty[0]
            )
            self.fields[f"target_{number}"] = forms.CharField(
                label=_("Sasaran"), max_length=500, required=False, initial=duty and duty[1]
            )
            self.fields[f"due_{number}"] = forms.DateField(
                label=_("Batas waktu"), required=False, initial=duty and duty[2],
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )  # fmt: skip

    @property
    def duty_lines(self) -> list[list[forms.BoundField]]:
        """The fields of each row, side by side."""
        numbers = range(int(self.initial["duty_rows"]))
        return [[self[f"{name}_{number}"] for name in ("who", "target", "due")] for number in numbers]

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields above the rows."""
        shown = ("text", "kind", "item", "case", "segment", "legal_basis")
        return [self[name] for name in shown if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """A target or a day needs somebody who owes it."""
        given = super().clean() or self.cleaned_data
        for number in range(int(self.initial["duty_rows"])):
            named = given.get(f"who_{number}")
            if not named and (given.get(f"target_{number}") or given.get(f"due_{number}")):
                self.add_error(f"who_{number}", _now("Pilih penanggung jawabnya."))
        return given

    def data_given(self) -> DecisionData:
        """The point as filled in."""
        names = ("text", "kind", "item", "case", "segment", "legal_basis")
        facts = {name: self.cleaned_data[name] for name in names if name in self.fields}
        return DecisionData(**facts, duties=tuple(self._duties()))

    def _duties(self) -> list[Duty]:
        rows = [
            (
                self.cleaned_data[f"who_{number}"],
                self.cleaned_data[f"target_{number}"],
                self.cleaned_data[f"due_{number}"],
            )
            for number in range(int(self.initial["duty_rows"]))
        ]
        named = [row for row in rows if row[0]]
        offices = Office.objects.select_related("region").in_bulk(
            [int(who[1:]) for who, _target, _due in named if who[0] == "o"]
        )
        regions = Region.objects.in_bulk([int(who[1:]) for who, _target, _due in named if who[0] == "r"])
        return [_duty(who, target, due, offices, regions) for who, target, due in named]


def _duty(
    who: str, target: str, due: date | None, offices: dict[int, Office], regions: dict[int, Region]
) -> Duty:
    number = int(who[1:])
    if who[0] == "o":
        return Duty(offices[number].region, offices[number], target, due)
    return Duty(regions[number], None, target, due)


def _initial(decision: Decision) -> dict[str, Any]:
    names = ("text", "kind", "item", "case", "segment", "legal_basis")
    duties = [
        (f"o{each.office_id}" if each.office_id else f"r{each.region_id}", each.target, each.due_on)
        for each in decision.follow_ups.order_by("pk")
    ]
    facts = {name: getattr(decision, name) for name in names}
    return {**facts, "seen_revision": decision.revision, "duties": duties}
