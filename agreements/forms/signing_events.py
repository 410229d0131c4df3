"""The shapes of what is noted around a signing: its event, couriers, marks, checks."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices import SigningMode
from agreements.forms.signing import day_input
from agreements.law.schema import SigningItem
from agreements.models import Naskah, Party
from agreements.services.signing_events import Plan
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import PDF_ONLY
from ksd.core.forms import OnceForm


def today() -> date:
    """The day a form proposes."""
    return clock.today()


class PlanForm(OnceForm):
    """When, where and how a text is to be signed."""

    on = forms.DateField(label=_("Tanggal"), widget=day_input())
    place = forms.CharField(label=_("Tempat"), max_length=150)
    mode = forms.ChoiceField(label=_("Cara penandatanganan"), choices=SigningMode.choices)
    agenda = forms.CharField(
        label=_("Catatan acara"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Susunan acara, pembawa naskah, atau hal yang perlu disiapkan."),
    )

    def plan(self) -> Plan:
        """The typed plan as the service takes it."""
        data = self.cleaned_data
        return Plan(on=data["on"], place=data["place"], mode=data["mode"], agenda=data["agenda"])


class DayForm(OnceForm):
    """The day on which something happened."""

    on = forms.DateField(label=_("Tanggal"), widget=day_input(), initial=today)


class MarkForm(DayForm):
    """A step a party marks, with the day."""

    note = forms.CharField(label=_("Catatan (boleh kosong)"), max_length=250, required=False)


class NumberForm(OnceForm):
    """The number a party gives to the text."""

    number = forms.CharField(
        label=_("Nomor naskah dari pihak ini"),
        max_length=120,
        help_text=_("Setiap pihak memakai nomornya sendiri."),
    )

    def __init__(self, *args: Any, sample: str = "", **kwargs: Any) -> None:
        """`sample` is the number the region's own count gives next; then none need be typed."""
        super().__init__(*args, **kwargs)
        if sample:
            self.fields["number"].required = False
            self.fields["number"].help_text = (
                _("Kosongkan agar aplikasi memberi nomor berikutnya dari buku nomor daerah Anda: %s.")
                % sample
            )


class CourierForm(OnceForm):
    """An original that goes from one party to another."""

    original = forms.IntegerField(label=_("Naskah asli nomor"), min_value=1)
    sender = forms.ModelChoiceField(label=_("Dari"), queryset=Party.objects.none())
    receiver = forms.ModelChoiceField(label=_("Kepada"), queryset=Party.objects.none())
    carrier = forms.CharField(label=_("Dibawa oleh"), max_length=150)
    on = forms.DateField(label=_("Diserahkan pada"), widget=day_input(), initial=today)

    def __init__(self, *args: Any, naskah: Naskah, senders: list[Party], **kwargs: Any) -> None:
        """Offer the parties of this text; only one's own may send."""
        super().__init__(*args, **kwargs)
        parties = Party.objects.filter(case=naskah.case).select_related("region", "partner")
        own: Any = self.fields["sender"]
        other: Any = self.fields["receiver"]
        own.queryset = parties.filter(pk__in=[party.pk for party in senders])
        other.queryset = parties
        if len(senders) == 1:
            own.initial = senders[0].pk
        self.fields["original"].max_value = naskah.originals  # type: ignore[attr-defined]
        self.fields["original"].widget.attrs["max"] = naskah.originals

    def clean(self) -> dict[str, Any]:
        """An original goes to somebody else."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("sender") and data.get("sender") == data.get("receiver"):
            self.add_error("receiver", _("Pengirim dan penerima harus pihak yang berbeda."))
        return data


class CheckForm(OnceForm):
    """What was found on the signed paper."""

    done = forms.MultipleChoiceField(
        label=_("Yang sudah ada pada setiap naskah asli"), required=False, widget=forms.CheckboxSelectMultiple
    )
    copies = forms.IntegerField(label=_("Jumlah naskah asli yang diperiksa"), min_value=0, max_value=99)
    note = forms.CharField(label=_("Catatan (boleh kosong)"), max_length=250, required=False)

    def __init__(self, *args: Any, items: tuple[SigningItem, ...], **kwargs: Any) -> None:
        """Ask for each item of the pack, with its article where it is law."""
        super().__init__(*args, **kwargs)
        lines = [(row.code, explained_item(row)) for row in items]
        self.fields["done"].choices = lines  # type: ignore[attr-defined]


def explained_item(item: SigningItem) -> Any:
    """The item with its article below it."""
    return f"{item.label} ({item.article})" if item.article else item.label


class ReplaceCopyForm(OnceForm):
    """A better scan, and why the stored one is replaced."""

    upload = DocumentField(PDF_ONLY, label=_("Pindaian pengganti"))
    reason = forms.CharField(label=_("Alasan"), max_length=250)


class StepForm(OnceForm):
    """The word of a step within a party."""

    note = forms.CharField(
        label=_("Catatan (boleh kosong)"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bila diisi, tercatat “Disetujui dengan catatan” dan dibaca semua pihak."),
    )
