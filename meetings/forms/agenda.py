"""What people fill in about an agenda."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.accounts.access import AnyUser
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from ksd.core.uploads import MATERIALS
from meetings.choices import MeetingFileKind
from meetings.forms.subjects import SubjectFields
from meetings.models import AgendaItem, AgendaSection, Meeting
from meetings.services.agenda import sections_of
from meetings.services.items import ItemData
from meetings.services.subjects import Subject

MOMENT = "%Y-%m-%dT%H:%M"


class SectionForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The name of a part of the agenda."""

    class Meta:
        model = AgendaSection
        fields = ("title",)
        help_texts = {
            "title": gettext_lazy("Misalnya: Hari pertama, Sidang komisi A, Pembahasan batas daerah.")
        }


class ItemForm(SubjectFields, OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """One item of the agenda."""

    section = forms.ModelChoiceField(
        label=gettext_lazy("Bagian"), queryset=AgendaSection.objects.none(), empty_label=None
    )
    starts_at = forms.DateTimeField(
        label=gettext_lazy("Jam tetap"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        help_text=gettext_lazy("Kosongkan agar jamnya mengikuti acara sebelumnya."),
    )
    link = forms.URLField(
        label=gettext_lazy("Tautan daring"), max_length=200, required=False, assume_scheme="https"
    )
    note = forms.CharField(
        label=gettext_lazy("Keterangan"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = AgendaItem
        fields = (
            "title", "kind", "section", "minutes", "starts_at", "presenter", "room", "link", "note",
        )  # fmt: skip
        help_texts = {
            "presenter": gettext_lazy(
                "Penyaji atau penanggung jawab. Pemilik dan pembaca sambutan dicatat pada tab Sambutan."
            ),
        }

    field_order = (
        "title", "kind", "section", "minutes", "starts_at", "presenter", "room", "link", "note",
    )  # fmt: skip

    def __init__(self, *args: Any, actor: AnyUser, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["section"]
        field.queryset = AgendaSection.objects.filter(meeting=meeting).order_by("order", "pk")
        if not sections_of(meeting):
            del self.fields["section"]
        item = self.instance
        self.fields["minutes"].widget.attrs |= {"min": 1, "max": 1440}
        self.initial.setdefault("seen_revision", item.revision)
        self.offer_subjects(actor, Subject(item.case, item.segment, item.follow_up))
        self.newer: list[tuple[str, str, str]] = []

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields printed one under the other; what the item speaks of is printed apart."""
        return [field for field in self.visible_fields() if field.name not in {"cari", "tentang"}]

    def data_given(self) -> ItemData:
        """The item as filled in."""
        apart = {"form_token", "seen_revision", "section", "cari", "tentang"}
        return ItemData(**{name: value for name, value in self.cleaned_data.items() if name not in apart})

    def show_newer(self, saved: AgendaItem) -> None:
        """Show what somebody else saved beside what this person typed; the next sending replaces it knowingly."""
        given = self.cleaned_data
        for name in self.Meta.fields:
            theirs, mine = _words(getattr(saved, name)), _words(given.get(name))
            if name in self.fields and theirs != mine:
                self.newer.append((str(self.fields[name].label), theirs, mine))
        about = Subject(saved.case, saved.segment, saved.follow_up).keys
        if set(about) != set(given["tentang"]):
            names = dict(self.fields["tentang"].choices)  # type: ignore[attr-defined]  # a choice field
            both = (about, given["tentang"])
            theirs, mine = (
                ", ".join(str(names.get(key, _("tidak Anda lihat"))) for key in keys) for keys in both
            )
            self.newer.append((str(self.fields["tentang"].label), theirs, mine))
        sent: Any = self.data
        again = sent.copy()
        again["seen_revision"] = str(saved.revision)
        self.data = again


class FileForm(OnceForm):
    """A file of an item."""

    file = DocumentField(rule=MATERIALS, label=gettext_lazy("Berkas"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis berkas"),
        choices=[
            (kind.value, kind.label)
            for kind in (MeetingFileKind.MATERI, MeetingFileKind.FOTO, MeetingFileKind.LAINNYA)
        ],
    )
    caption = forms.CharField(label=gettext_lazy("Keterangan"), max_length=200, required=False)


def _words(value: Any) -> str:
    """A value as a person compares it."""
    if value is None:
        return ""
    if hasattr(value, "tzinfo"):
        return f"{timezone.localtime(value):%d-%m-%Y %H.%M}"
    return str(value)
