"""What people fill in about a meeting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import AnyUser
from ksd.core import clock
from ksd.core.forms import OnceForm
from meetings.choices import MeetingState
from meetings.models import Meeting
from meetings.querysets import invitable, organisable
from meetings.services import PERMISSION, MeetingData
from meetings.workflow import Step
from regions.models import Office, Region


def _moment_field(label: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget)


class ManyRegions(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Regions to tick, named in full."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """Name with its kind."""
        return str(obj.full_name)


class MeetingForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A meeting; regions and offices are those the person may name."""

    starts_at = _moment_field(_("Mulai"))
    ends_at = _moment_field(_("Selesai"))
    participants = ManyRegions(
        label=_("Daerah peserta"),
        queryset=Region.objects.none(),
        required=False,
        help_text=_("Daerah Anda dan yang berbatasan dengannya. Boleh dilengkapi sebelum undangan dikirim."),
    )
    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Meeting
        fields = (
            "title", "kind", "theme", "fiscal_year", "organiser", "organiser_office", "host", "starts_at", "ends_at",
            "place", "participants", "note",
        )  # fmt: skip
        widgets = {"note": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "theme": _("Seperti pada undangan."),
            "fiscal_year": _("Tahun DPA yang membiayai rapat."),
            "organiser": _("Daerah yang mengundang; Anda bertindak atas namanya."),
            "host": _("Boleh daerah lain daripada penyelenggara."),
        }

    def __init__(self, *args: Any, actor: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisers, places = organisable(actor, PERMISSION), invitable(actor)
        offices = Office.objects.current().filter(region__in=organisers)
        choices = {
            "organiser": organisers,
            "host": places,
            "participants": places,
            "organiser_office": offices,
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields
        self.fields["seen_revision"].initial = self.instance.revision
        if self.instance.pk is None:
            self.initial.update(fiscal_year=clock.today().year, organiser=organisers.first())

    def data_given(self) -> MeetingData:
        """The meeting as filled in."""
        apart = {"form_token", "participants", "seen_revision"}
        return MeetingData(**{name: value for name, value in self.cleaned_data.items() if name not in apart})

    def participants_given(self) -> list[Region]:
        """The regions ticked."""
        return list(self.cleaned_data["participants"])


class StepForm(OnceForm):
    """The confirmation of a step, with its reason where the table asks for one."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    seen_state = forms.ChoiceField(choices=MeetingState.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting: Meeting, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_state"] = meeting.state
        if step.reason == "required":
            self.fields["reason"].required = True
        else:
            self.fields["reason"].label = _("Catatan")
