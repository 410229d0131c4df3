"""What people fill in about a meeting."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.forms import OnceForm, first_result
from meetings.choices import MeetingState
from meetings.models import Meeting, MeetingSeries
from meetings.querysets import invitable, organisable
from meetings.services import PERMISSION, MeetingData
from meetings.services.series import first_facts
from meetings.workflow import Step
from regions.models import Office, Region

LONGEST = 5000


def mark_of(said: Sequence[str]) -> str:
    """By what a form remembers which clashes it has shown."""
    return sha256("\n".join(said).encode()).hexdigest() if said else ""


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
    link = forms.URLField(
        label=_("Tautan rapat daring"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=_("Diperlukan sebelum undangan dikirim bila rapat daring."),
    )
    seen_revision = forms.IntegerField(widget=forms.HiddenInput)
    seen_clashes = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    class Meta:
        model = Meeting
        fields = (
            "series", "title", "kind", "theme", "fiscal_year", "organiser", "organiser_office", "host", "starts_at",
            "ends_at", "mode", "place", "link", "opener", "chair", "chair_title", "participants", "note",
        )  # fmt: skip
        widgets = {"note": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "series": _("Bila rapat ini berulang; susunan acaranya diambil dari seri."),
            "theme": _("Seperti pada undangan."),
            "fiscal_year": _("Tahun DPA yang membiayai rapat."),
            "organiser": _("Daerah yang mengundang; Anda bertindak atas namanya."),
            "host": _("Boleh daerah lain daripada penyelenggara."),
            "opener": _("Jabatan dan nama pejabat yang membuka rapat."),
            "chair": _("Untuk rapat TKKSD: diusulkan dari Keputusan TKKSD setelah rapat disimpan."),
        }

    def __init__(
        self,
        *args: Any,
        actor: AnyUser,
        series: MeetingSeries | None = None,
        known: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        """`known` are the clashes a saved meeting has already; its page tells them."""
        super().__init__(*args, **kwargs)
        organisers, places = organisable(actor, PERMISSION), invitable(actor)
        offices = Office.objects.current().filter(region__in=organisers)
        choices = {
            "organiser": organisers,
            "host": places,
            "participants": places,
            "organiser_office": offices,
            "series": MeetingSeries.objects.filter(region__in=organisers, is_active=True),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields
        self.fields["seen_clashes"].initial = mark_of(known)
        self.fields["seen_revision"].initial = self.instance.revision
        if self.instance.pk is None:
            self.initial.update(fiscal_year=clock.today().year, organiser=organisers.first())
            self.initial.update(first_facts(series) if series else {})

    def clean_note(self) -> str:
        """A note of ordinary length."""
        note: str = self.cleaned_data["note"]
        MaxLengthValidator(LONGEST)(note)
        return note

    def data_given(self) -> MeetingData:
        """The meeting as filled in."""
        apart = {"form_token", "participants", "seen_revision", "seen_clashes"}
        return MeetingData(**{name: value for name, value in self.cleaned_data.items() if name not in apart})

    def was_sent(self, user: User) -> bool:
        """Whether this very form did its act before: it then clashes with nothing but itself."""
        return first_result(self.cleaned_data["form_token"], user) is not None

    def clashes_unseen(self, said: list[str]) -> list[str]:
        """What clashes and was not shown yet; the form then remembers having shown it and may be sent again as it is."""
        mark = mark_of(said)
        if not said or self.cleaned_data["seen_clashes"] == mark:
            return []
        again = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        again["seen_clashes"] = mark
        self.data = again
        return said

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
