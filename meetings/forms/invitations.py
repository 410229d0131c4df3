"""What people fill in about invitees, letters and answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.services.numbering import next_sample, numbers_here
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from meetings.choices import Answer, SignerMode
from meetings.models import Invitee, Meeting, MeetingLetter
from meetings.services.answering import AnswerData
from meetings.services.candidates import Group
from meetings.services.invitation_letters import PAPERS, LetterData, LetterDay
from meetings.services.invitees import InviteeData
from regions.models import Office, Region

MOST_TEXT = 5000
ANSWERS = (Answer.HADIR, Answer.DIWAKILI, Answer.TIDAK_HADIR)


class ChooseForm(OnceForm):
    """The ticks beside the candidates of each region."""

    keys = forms.MultipleChoiceField(
        label=gettext_lazy("Undangan"),
        required=True,
        error_messages={
            "required": gettext_lazy("Centang sedikitnya satu undangan."),
            "invalid_choice": gettext_lazy(
                "Daftar ini berubah sementara halaman terbuka. Periksa lagi centangnya."
            ),
        },
    )

    def __init__(self, *args: Any, groups: list[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for group in groups for row in (*group.usual, *group.others)]
        self.fields["keys"].choices = [(row.key, row.title) for row in rows]  # type: ignore[attr-defined]  # a choice field

    @property
    def ticked(self) -> set[str]:
        """What is ticked now: what was sent, before that nothing."""
        return set(self.data.getlist("keys")) if self.is_bound and hasattr(self.data, "getlist") else set()


class InviteeForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """One line of the list; regions are those of the meeting."""

    class Meta:
        model = Invitee
        fields = ("title", "name", "role", "region", "office", "organisation", "email", "phone")
        help_texts = {
            "title": gettext_lazy("Misalnya: Kepala Bagian Pemerintahan, atau Bupati Kutai Kartanegara."),
            "organisation": gettext_lazy(
                "Untuk undangan di luar pemerintah daerah. Boleh kosong bila daerahnya dipilih."
            ),
            "email": gettext_lazy(
                "Surat dan tautan jawaban dikirim ke sini. Boleh kosong; tautannya lalu disalin sendiri."
            ),
        }

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = (meeting.participants.values("pk"), [meeting.organiser_id, meeting.host_id])
        regions = Region.objects.filter(pk__in=parts[0]) | Region.objects.filter(pk__in=parts[1])
        offices = Office.objects.current().filter(region__in=regions).select_related("region")
        self.fields["region"].queryset = regions.order_by("level", "code")  # type: ignore[attr-defined]  # ModelChoiceFields
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        self.fields["office"].label_from_instance = _office_label  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service checks the row; the form only reads."""

    def data_given(self) -> InviteeData:
        """The line as filled in."""
        return InviteeData(**{name: self.cleaned_data[name] for name in self.Meta.fields})


def _office_label(office: Office) -> str:
    return f"{office.region.name}: {office.name}"


class LetterForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The words of a letter and who signs; day, place and matter come from the meeting."""

    class Meta:
        model = MeetingLetter
        fields = (
            "nature", "opening", "notes", "closing", "with_plan", "signer_mode", "signer_for", "signer_title", "signer_name",
            "signer_rank", "signer_nip", "copies_to",
        )  # fmt: skip
        help_texts = {
            "opening": gettext_lazy(
                "Hari, pukul, tempat, dan acara dicetak sesudah alinea ini menurut data rapat."
            ),
            "with_plan": gettext_lazy(
                "Dicetak tanpa anggarannya, sesudah daftar undangan dan susunan acara."
            ),
            "notes": gettext_lazy("Satu catatan tiap baris, misalnya: membawa peta segmen batas."),
            "signer_for": gettext_lazy(
                "Untuk a.n.: jabatan yang diatasnamakan. Untuk u.b.: dua jabatan dipisah titik koma, misalnya: "
                "Gubernur Kalimantan Timur; Sekretaris Daerah."
            ),
            "copies_to": gettext_lazy("Satu penerima tembusan tiap baris."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("opening", "notes", "closing", "copies_to"):
            area = forms.Textarea(attrs={"rows": 4 if name == "opening" else 3})
            kept = self.fields[name]
            self.fields[name] = forms.CharField(
                label=kept.label, help_text=kept.help_text, max_length=MOST_TEXT, widget=area,
                required=name in {"opening", "closing"},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A letter signed in somebody's name says in whose."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("signer_mode") in {SignerMode.AN, SignerMode.UB} and not data.get("signer_for"):
            self.add_error("signer_for", _("Tuliskan jabatan yang diatasnamakan."))
        return data

    def _post_clean(self) -> None:
        """The service checks the row; the form only reads."""

    def data_given(self) -> LetterData:
        """The letter as filled in."""
        return LetterData(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class IssueForm(OnceForm):
    """The day of the letter and, where the office numbers elsewhere, its number."""

    dated = forms.DateField(
        label=gettext_lazy("Tanggal surat"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, meeting: Meeting, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dated"].initial = clock.today()
        if numbers_here(meeting.organiser):
            sample = next_sample(meeting.organiser, PAPERS[kind])
            self.fields["dated"].help_text = _("Nomor berikutnya dari buku nomor: %s.") % sample
            return
        self.fields["typed"] = forms.CharField(label=_("Nomor surat dari buku agenda"), max_length=120)
        self.fields["again"] = forms.BooleanField(
            label=_("Pakai nomor yang sama"),
            required=False,
            help_text=_("Hanya bila nomor itu memang dipakai dua surat."),
        )

    def day(self) -> LetterDay:
        """The day and the number as filled in."""
        data = self.cleaned_data
        return LetterDay(dated=data["dated"], typed=data.get("typed", ""), again=bool(data.get("again")))


class AnswerForm(forms.Form):
    """What an invitee says."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Jawaban"),
        choices=[(value, value.label) for value in ANSWERS],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih salah satu jawaban.")},
    )
    people = forms.IntegerField(
        label=gettext_lazy("Jumlah orang yang datang"), min_value=1, max_value=50, initial=1, required=False
    )
    delegate_name = forms.CharField(label=gettext_lazy("Nama yang mewakili"), max_length=150, required=False)
    delegate_title = forms.CharField(
        label=gettext_lazy("Jabatan yang mewakili"), max_length=150, required=False
    )
    delegate_phone = forms.CharField(
        label=gettext_lazy("Telepon yang mewakili"), max_length=40, required=False
    )
    delegate_email = forms.EmailField(
        label=gettext_lazy("Surel yang mewakili"), max_length=254, required=False
    )
    mandate_number = forms.CharField(label=gettext_lazy("Nomor surat tugas"), max_length=120, required=False)
    mandate_file = DocumentField(DOCUMENTS, label=gettext_lazy("Surat tugas"), required=False)
    remark = forms.CharField(
        label=gettext_lazy("Keterangan"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Who is represented names the delegate and the delegate's title."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("answer") == Answer.DIWAKILI:
            for name, message in (
                ("delegate_name", _("Tuliskan nama yang mewakili.")),
                ("delegate_title", _("Tuliskan jabatan yang mewakili.")),
            ):
                if name not in self.errors and not data.get(name):
                    self.add_error(name, message)
        return data

    def data_given(self) -> AnswerData:
        """The answer as filled in."""
        data = self.cleaned_data
        return AnswerData(**{**data, "people": data.get("people") or 1})


class AccountAnswerForm(OnceForm, AnswerForm):
    """The same, sent once by a signed-in person."""

    def data_given(self) -> AnswerData:
        """The answer as filled in."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "form_token"}
        return AnswerData(**{**data, "people": data.get("people") or 1})


def answer_so_far(invitee: Invitee) -> dict[str, Any]:
    """What the form begins with when an answer is changed."""
    if invitee.answer == Answer.BELUM:
        return {}
    names = (
        "answer", "people", "delegate_name", "delegate_title", "delegate_phone", "delegate_email", "mandate_number", "remark",
    )  # fmt: skip
    return {name: getattr(invitee, name) for name in names}
