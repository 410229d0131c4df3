"""The shape of what is recorded after the signing: shared fields, reasons, fulfilment."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.signing import day_input
from agreements.models import Case, Party
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from regions.models import Office

LONG = 5_000


def words(label: Any, *, required: bool = True, rows: int = 3, help_text: Any = "") -> forms.CharField:
    """A text of some lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=LONG, widget=area, help_text=help_text)


class PartyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """One of the parties a person may record for."""

    def label_from_instance(self, obj: Any) -> str:
        """Name the party as people call it."""
        return str(obj.short_name)


class OfficeField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """An office of one of the parties, with its region where several are offered."""

    def label_from_instance(self, obj: Any) -> str:
        """Name office and region."""
        return f"{obj.name} – {obj.region.full_name}"


def party_field(case: Case, parties: list[Party]) -> PartyField:
    """A choice among these parties of a case."""
    rows = case.parties.filter(pk__in=[party.pk for party in parties]).select_related("region", "partner")
    only = parties[0].pk if len(parties) == 1 else None
    return PartyField(
        label=_("Pihak"), queryset=rows, initial=only, empty_label=None if only else _("– pilih –")
    )


def office_field(parties: list[Party], label: Any) -> OfficeField:
    """A choice among the offices of these parties; may stay empty."""
    regions = [party.region_id for party in parties if party.region_id]
    rows = Office.objects.current().filter(region__in=regions).select_related("region").order_by("name")
    return OfficeField(label=label, queryset=rows, required=False, empty_label=_("– belum ditentukan –"))


class ReasonForm(OnceForm):
    """Why something is taken back."""

    reason = words(gettext_lazy("Alasan"))


class SeenRevisionForm(OnceForm):
    """A form held against the revision it was opened on."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def show_newer(self, revision: int) -> None:
        """Let a form that came too late be sent again, once the person has compared it."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict once it was sent
        data["seen_revision"] = str(revision)
        self.data = data


class SeenReasonForm(SeenRevisionForm):
    """Why something is opened again, held against what the person read."""

    reason = words(gettext_lazy("Alasan"))


class FulfilForm(SeenRevisionForm):
    """The fulfilment of an obligation: the day, the proof, a note."""

    on = forms.DateField(label=gettext_lazy("Dipenuhi pada"), widget=day_input(), initial=clock.today)
    upload = DocumentField(label=gettext_lazy("Bukti"), required=False)
    note = words(gettext_lazy("Keterangan"), required=False)

    def __init__(self, *args: Any, proof_wanted: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if proof_wanted:
            self.fields["upload"].required = True
            self.fields["upload"].label = _("Bukti: %s") % proof_wanted


class ProgressForm(OnceForm):
    """How far an activity has come."""

    percent = forms.IntegerField(
        label=gettext_lazy("Kemajuan (persen)"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    on = forms.DateField(label=gettext_lazy("Keadaan pada"), widget=day_input(), initial=clock.today)
    note = words(gettext_lazy("Keterangan"), required=False)
    upload = DocumentField(
        label=gettext_lazy("Bukti"),
        required=False,
    )
