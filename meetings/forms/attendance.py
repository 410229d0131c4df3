"""What people fill in at the door and the desk, and how a session is set."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.core.forms import OnceForm
from meetings.models import Attendance, Invitee, Meeting, MeetingSession
from meetings.services.checking_in import PresenceData, Sent
from meetings.services.sessions import SessionData
from meetings.services.signatures import MAX_LETTERS
from regions.models import Region

MOST_KEY, MOST_MOMENT = 64, 40
GENDERS = (
    ("", gettext_lazy("Tidak diisi")),
    ("L", gettext_lazy("Laki-laki")),
    ("P", gettext_lazy("Perempuan")),
)
LOCAL = "%Y-%m-%dT%H:%M"


def door_words(invitee: Invitee) -> str:
    """An invitation as strangers may read it: the invited title and its body, no name, no telephone."""
    return ", ".join(part for part in (invitee.title, invitee.body) if part)


class PresenceFields(forms.Form):
    """What a line of the list says about a person."""

    name = forms.CharField(label=gettext_lazy("Nama lengkap dan gelar"), max_length=150)
    title = forms.CharField(label=gettext_lazy("Jabatan"), max_length=150)
    organisation = forms.CharField(
        label=gettext_lazy("Instansi"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Diisi bila Anda tidak memilih undangan di atas."),
    )
    region = forms.ModelChoiceField(
        label=gettext_lazy("Daerah"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=gettext_lazy("Bukan dari daerah peserta"),
    )
    stands_for = forms.CharField(
        label=gettext_lazy("Mewakili"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Jabatan yang diwakili. Kosongkan bila hadir atas nama sendiri."),
    )
    nip = forms.CharField(label=gettext_lazy("NIP (boleh kosong)"), max_length=30, required=False)
    gender = forms.ChoiceField(label=gettext_lazy("L/P (boleh kosong)"), choices=GENDERS, required=False)
    phone = forms.CharField(label=gettext_lazy("Telepon (boleh kosong)"), max_length=40, required=False)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = Region.objects.filter(pk__in=meeting.participants.values("pk")) | Region.objects.filter(
            pk__in=[meeting.organiser_id, meeting.host_id]
        )
        self.fields["region"].queryset = regions.order_by("level", "code")  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["phone"].widget.input_type = "tel"

    def presence(self, invitee: Invitee | None = None) -> PresenceData:
        """What was filled in, on this invitation or on none."""
        names = ("name", "title", "organisation", "region", "stands_for", "nip", "gender", "phone")
        return PresenceData(invitee=invitee, **{name: self.cleaned_data[name] for name in names})


class DoorForm(PresenceFields):
    """The page behind the QR: an invitation or none, oneself, and a signature where the browser can draw."""

    field_order = (
        "invitee",
        "name",
        "title",
        "stands_for",
        "region",
        "organisation",
        "nip",
        "gender",
        "phone",
    )
    invitee = forms.ChoiceField(
        label=gettext_lazy("Undangan atau delegasi"),
        required=False,
        help_text=gettext_lazy(
            "Pilih jabatan yang diundang. Bila tidak ada, isi daerah atau instansi Anda di bawah."
        ),
    )
    key = forms.CharField(
        widget=forms.HiddenInput,
        max_length=MOST_KEY,
        initial=lambda: uuid4().hex,
        error_messages={
            "required": gettext_lazy("Formulir tidak lengkap. Muat ulang halaman, lalu kirim lagi.")
        },
    )
    said_at = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)
    signature = forms.CharField(
        widget=forms.HiddenInput,
        required=False,
        max_length=MAX_LETTERS,
        error_messages={
            "max_length": gettext_lazy(
                "Tanda tangan terlalu besar. Hapus dan gambar lagi, atau kirim tanpa tanda tangan."
            )
        },
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.invitees = {
            each.public_id: each for each in meeting.invitees.current().select_related("region", "office")
        }
        choices = [(code, door_words(each)) for code, each in self.invitees.items()]
        self.fields["invitee"].choices = [("", _("Tidak ada dalam daftar undangan")), *choices]  # type: ignore[attr-defined]  # a choice field

    def clean_said_at(self) -> datetime | None:
        """What the phone's clock said; nonsense is as good as nothing, since our clock counts."""
        try:
            said = parse_datetime(self.cleaned_data["said_at"].strip()[:MOST_MOMENT])
        except (ValueError, OverflowError):
            return None
        if said is None or not 2000 <= said.year <= 2100:
            return None
        return timezone.make_aware(said) if timezone.is_naive(said) else said

    def chosen(self) -> PresenceData:
        """Who comes, on the invitation they chose."""
        return self.presence(self.invitees.get(self.cleaned_data["invitee"]))

    def sent(self) -> Sent:
        """How it was sent."""
        given = self.cleaned_data
        return Sent(key=given["key"], said_at=given["said_at"], signature=given["signature"])


class DeskForm(OnceForm, PresenceFields):
    """A line written or put right by the secretary."""

    def clean_title(self) -> str:
        """The desk may leave to the guest what is not known; the service asks for the rest."""
        return str(self.cleaned_data["title"])


class StrikeForm(OnceForm):
    """Why a line is struck out."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan mencoret"), min_length=3, max_length=250,
        error_messages={"required": gettext_lazy("Tuliskan alasan mencoret.")},
    )  # fmt: skip


class SessionForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A session and its door."""

    class Meta:
        model = MeetingSession
        fields = ("title", "starts_at", "ends_at", "opens_at", "closes_at")
        help_texts = {
            "opens_at": gettext_lazy("Sejak jam ini orang dapat mengisi sendiri lewat QR."),
            "closes_at": gettext_lazy("Sesudah jam ini hanya sekretariat yang mencatat."),
        }
        widgets = {
            name: forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)
            for name in ("starts_at", "ends_at", "opens_at", "closes_at")
        }

    def _post_clean(self) -> None:
        """The service checks the row; the form only reads."""

    def data_given(self) -> SessionData:
        """The session as filled in."""
        return SessionData(**{name: self.cleaned_data[name] for name in self.Meta.fields})


def line_so_far(row: Attendance) -> dict[str, Any]:
    """A line as the form shows it first."""
    names = ("name", "title", "organisation", "region", "stands_for", "nip", "gender", "phone")
    return {name: getattr(row, name) for name in names}
