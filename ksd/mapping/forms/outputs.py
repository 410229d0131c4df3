"""Forms of what comes out: the Berita Acara, cases from rows, why a plan was not carried out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.core.forms import OnceForm
from ksd.mapping.choices import NotDone

LONGEST = 5000


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more
    )


class MinutesForm(OnceForm):
    """What the draft of a Berita Acara says beside its rows."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    dated = _day(_("Tanggal"), initial=clock.today)
    place = forms.CharField(label=_("Tempat"), max_length=120)
    notes = forms.CharField(
        label=_("Hal lain yang disepakati"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Setiap baris menjadi satu alinea. Daftar rencana dan penanda tangan disusun sendiri dari data."),
    )  # fmt: skip


class NumberForm(OnceForm):
    """The number of the paper, where the office gives it elsewhere."""

    number = forms.CharField(
        label=_("Nomor"), required=False, max_length=120,
        help_text=_("Kosongkan agar nomor diambil dari buku nomor."),
    )  # fmt: skip


class SignatureForm(OnceForm):
    """When and where a head signed."""

    signed_on = _day(_("Ditandatangani pada"), initial=clock.today)
    place = forms.CharField(label=_("Tempat"), max_length=120, required=False)
    scan = forms.FileField(
        label=_("Pindaian"),
        required=False,
        max_length=200,
        help_text=_("PDF, PNG, atau JPG; boleh menyusul di arsip."),
    )


class ReasonForm(OnceForm):
    """Why."""

    reason = forms.CharField(label=_("Alasan"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class OutcomeForm(OnceForm):
    """Why a plan was not carried out."""

    cause = forms.ChoiceField(label=_("Sebab"), choices=NotDone.choices)
    reason = forms.CharField(
        label=_("Penjelasan"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
