"""What a region fills in to propose an item, and how an organiser answers."""

from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.accounts.access import AnyUser, acting_region_ids
from ksd.core.forms import OnceForm
from meetings.forms.subjects import SubjectFields
from meetings.models import AgendaSection, Meeting
from meetings.services import ANSWERING
from meetings.services.agenda import section_to_discuss, sections_of
from meetings.services.subjects import Subject
from meetings.services.wishes import BEFORE
from regions.models import Region

ACCEPT, POSTPONE, DECLINE = "terima", "tunda", "tolak"


def open_meetings(user: AnyUser, regions: "frozenset[int]") -> QuerySet[Meeting]:
    """Meetings to come in which one of these regions sits, and which the person sees."""
    invited = Meeting.participants.through.objects.filter(region_id__in=regions).values("meeting_id")
    seats = Q(pk__in=invited) | Q(organiser__in=regions) | Q(host__in=regions)
    return Meeting.objects.visible_to(user).filter(seats, state__in=BEFORE).order_by("starts_at", "pk")


class WishForm(SubjectFields, OnceForm):
    """An item a region would like to see on an agenda."""

    region = forms.ModelChoiceField(
        label=gettext_lazy("Atas nama"), queryset=Region.objects.none(), empty_label=None
    )
    meeting = forms.ModelChoiceField(
        label=gettext_lazy("Untuk rapat"),
        queryset=Meeting.objects.none(),
        required=False,
        empty_label=gettext_lazy("Rapat berikutnya"),
    )
    title = forms.CharField(label=gettext_lazy("Usul acara"), max_length=300)
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Mengapa perlu dibahas bersama, dan hasil apa yang diharapkan."),
    )

    field_order = ("region", "meeting", "title", "reason")

    def __init__(self, *args: Any, actor: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = acting_region_ids(actor, ANSWERING)
        fields = cast(dict[str, Any], self.fields)
        fields["region"].queryset = Region.objects.current().filter(pk__in=own).order_by("level", "code")
        fields["region"].label_from_instance = lambda region: region.full_name
        fields["meeting"].queryset = open_meetings(actor, own)
        fields["meeting"].to_field_name = "public_id"
        fields["meeting"].label_from_instance = lambda meeting: f"{meeting.title} ({meeting.schedule})"
        self.offer_subjects(actor, Subject())

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields printed one under the other; what the wish speaks of is printed apart."""
        return [field for field in self.visible_fields() if field.name not in {"cari", "tentang"}]


class WishAnswerForm(OnceForm):
    """What the organiser does with a wish."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Jawaban"),
        choices=[
            (ACCEPT, gettext_lazy("Terima dan masukkan ke agenda")),
            (POSTPONE, gettext_lazy("Tunda ke rapat berikutnya")),
            (DECLINE, gettext_lazy("Tidak diterima")),
        ],
        widget=forms.RadioSelect,
    )
    section = forms.ModelChoiceField(
        label=gettext_lazy("Masuk bagian"),
        queryset=AgendaSection.objects.none(),
        required=False,
        empty_label=None,
    )
    reply = forms.CharField(
        label=gettext_lazy("Tanggapan kepada pengusul"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Wajib bila tidak diterima."),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_section(self, meeting)

    def clean(self) -> dict[str, Any]:
        """A refusal carries its reason."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("answer") == DECLINE and not cleaned.get("reply", "").strip():
            self.add_error("reply", _("Tuliskan alasannya; daerah pengusul membacanya."))
        return cleaned


class SuggestionForm(OnceForm):
    """Which suggestions enter the agenda, where, and for how long each."""

    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Usulan"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Belum ada usulan yang dicentang."),
            "invalid_choice": gettext_lazy(
                "Salah satu usulan sudah masuk agenda atau tidak berlaku lagi. Periksa daftarnya, lalu pilih lagi."
            ),
        },
    )
    section = forms.ModelChoiceField(
        label=gettext_lazy("Masuk bagian"),
        queryset=AgendaSection.objects.none(),
        required=False,
        empty_label=None,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Menit tiap acara"), min_value=1, max_value=480, initial=15
    )

    def __init__(self, *args: Any, meeting: Meeting, keys: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["chosen"]
        field.choices = [(key, key) for key in keys]
        _choose_section(self, meeting)


class SetAsideForm(OnceForm):
    """Why a meeting does not speak of a suggestion."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan tidak dibahas"),
        min_length=3,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Terbaca dalam riwayat rapat. Usulan muncul lagi pada rapat berikutnya."),
    )


def _choose_section(form: forms.Form, meeting: Meeting) -> None:
    """Offer the sections of the meeting, the one for discussions first chosen; nothing to choose where there is none."""
    sections = sections_of(meeting)
    field: Any = form.fields["section"]
    if not sections:
        del form.fields["section"]
        return
    field.queryset = AgendaSection.objects.filter(meeting=meeting).order_by("order", "pk")
    field.initial = section_to_discuss(meeting)
