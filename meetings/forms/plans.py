"""What people fill in about the KAK and the speeches of a meeting."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from meetings.models import AgendaItem, Meeting, MeetingPlan, Speech
from meetings.services.plans import PlanData
from meetings.services.speeches import SpeechData

LONGEST = 5000
LONGEST_SPEECH = 20000


def _words(label: Any, help_text: Any = "", rows: int = 4) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=area, help_text=help_text)


class PlanForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The kerangka acuan kegiatan, part by part."""

    background = _words(_("Latar belakang"), rows=6)
    legal_basis = _words(_("Dasar hukum"), _("Satu peraturan per baris."))
    aim = _words(_("Maksud dan tujuan"))
    audience = _words(_("Peserta"), _("Satu per baris."))
    speakers = _words(_("Narasumber"), _("Satu per baris."))
    method = _words(_("Metode"))
    output = _words(_("Keluaran"))
    timetable = _words(_("Jadwal persiapan"), _("Satu per baris."))
    budget = forms.DecimalField(
        label=_("Anggaran (rupiah)"),
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=0,
        help_text=_("Angka saja, tanpa titik dan tanpa sen."),
    )
    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = MeetingPlan
        fields = (
            "background", "legal_basis", "aim", "audience", "speakers", "method", "output", "timetable", "responsible",
            "budget", "budget_source",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_revision"] = self.instance.revision

    def data_given(self) -> PlanData:
        """The KAK as filled in."""
        return PlanData(**{name: self.cleaned_data[name] for name in self.Meta.fields})

    def compare_with(self, stored: MeetingPlan) -> list[tuple[str, str]]:
        """After a clash: what is stored where it differs from what was typed; saving again overwrites it."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen_revision"] = str(stored.revision)
        self.data = typed
        names = [name for name in self.Meta.fields if getattr(stored, name) != self.cleaned_data.get(name)]
        return [(str(self.fields[name].label), str(getattr(stored, name) or "")) for name in names]


class SpeechForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A speech with its owner, its reader, its text and file."""

    order = forms.IntegerField(label=_("Urutan"), min_value=1, max_value=999, initial=1)
    text = forms.CharField(
        label=_("Isi atau pokok sambutan"),
        required=False,
        max_length=LONGEST_SPEECH,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    upload = DocumentField(DOCUMENTS, label=_("Berkas sambutan"), required=False)

    class Meta:
        model = Speech
        fields = ("title", "owner", "owner_title", "reader", "reader_title", "item", "order", "text")
        help_texts = {
            "owner": _("Nama pejabat yang mempunyai sambutan."),
            "reader": _("Bila sambutan dibacakan orang lain, tulis namanya."),
        }  # fmt: skip

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = AgendaItem.objects.filter(meeting=meeting)
        self.fields["item"].queryset = items  # type: ignore[attr-defined]  # a ModelChoiceField
        if self.instance.pk is None:
            self.initial["order"] = meeting.speeches.count() + 1

    def clean(self) -> dict[str, Any]:
        """Who reads it out is named before the title of that office is."""
        given = super().clean() or self.cleaned_data
        if given.get("reader_title") and not given.get("reader"):
            self.add_error("reader", _("Tuliskan nama pembacanya."))
        return given

    def data_given(self) -> SpeechData:
        """The speech as filled in."""
        return SpeechData(**{name: self.cleaned_data[name] for name in self.Meta.fields})
