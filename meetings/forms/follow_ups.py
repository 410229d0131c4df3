"""What people fill in about a follow-up."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm
from meetings.duties import MOVE, DutyStep
from meetings.models import FollowUp
from meetings.querysets import FollowUpQuerySet
from meetings.services.follow_ups import ReportData

LONG = 5000


def _words(label: Any, *, rows: int = 3, required: bool = False, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONG, required=required, widget=area, help_text=help_text)


class ReportFields(forms.Form):
    """How far it has come, in words and percent, with an obstacle and a proof where there are any."""

    progress = forms.IntegerField(
        label=_("Kemajuan (persen)"),
        min_value=0,
        max_value=100,
        help_text=_("0 bila belum dimulai, 100 bila sudah selesai."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    text = _words(_("Yang sudah dikerjakan"), required=True)
    obstacle = _words(
        _("Kendala"), rows=2, help_text=_("Kosongkan bila tidak ada; kendala tampil dalam matriks.")
    )
    upload = DocumentField(label=_("Bukti atau foto"), required=False)

    def report_given(self) -> ReportData:
        """The report as filled in."""
        names = ("progress", "text", "obstacle", "upload")
        return ReportData(**{name: self.cleaned_data[name] for name in names})


class ReportForm(OnceForm, ReportFields):
    """A report by somebody with an account; its token also tells a repeated sending from a new report."""


class LinkReportForm(ReportFields):
    """The one report of a link: who holds it says who they are."""

    name = forms.CharField(label=_("Nama Anda"), max_length=130)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64, min_length=8)
    field_order = ("name", "progress", "text", "obstacle", "upload", "key")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid4().hex)


class DutyForm(OnceForm):
    """One step of the organiser, with its reason and day where the table asks for them."""

    due_on = forms.DateField(
        label=_("Batas waktu baru"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = _words(_("Catatan"))
    seen_revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, follow_up: FollowUp, step: DutyStep, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(seen_revision=follow_up.revision, due_on=follow_up.due_on)
        if step.code != MOVE:
            del self.fields["due_on"]
        if step.needs_reason:
            self.fields["reason"].required = True
            self.fields["reason"].label = _("Alasan")


class LinkForm(OnceForm):
    """Where the safe link goes: an e-mail address, or nowhere when it is shown for a chat message."""

    email = forms.EmailField(
        label=_("Alamat surel"),
        required=False,
        help_text=_("Kosongkan untuk menampilkan tautan satu kali, misalnya untuk dikirim lewat pesan."),
    )


class _Ticked(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Follow-ups to tick; the page draws them with their facts."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        """Only what an address can be is looked up."""
        if any(not str(each).isalnum() for each in value or ()):
            raise forms.ValidationError(
                _("Pilihan ini tidak dikenal. Muat ulang halaman, lalu centang lagi.")
            )
        return super().clean(value)


class CarryForm(OnceForm):
    """Which unfinished follow-ups the meeting asks for again."""

    follow_ups = _Ticked(
        label=_("Tindak lanjut"),
        queryset=FollowUp.objects.none(),
        to_field_name="public_id",
        error_messages={"required": _("Centang paling sedikit satu tindak lanjut.")},
    )
    reason = forms.CharField(label=_("Alasan"), max_length=300, required=False)

    def __init__(self, *args: Any, rows: FollowUpQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["follow_ups"].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
