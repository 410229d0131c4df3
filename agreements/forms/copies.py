"""The shape of what happens to a copy, and of the question where copies are."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import CopyAct, CopyState
from agreements.forms.signing import day_input
from agreements.forms.signing_events import today
from agreements.models import Copy
from agreements.services.copies import Move
from ksd.core.fields import DocumentField
from ksd.core.files import PDF_ONLY
from ksd.core.forms import OnceForm


class CopyMoveForm(OnceForm):
    """What happened to a copy: the day, who holds it now, where it lies."""

    on = forms.DateField(label=gettext_lazy("Tanggal"), widget=day_input(), initial=today)
    holder = forms.CharField(
        label=gettext_lazy("Pemegang"),
        max_length=200,
        help_text=gettext_lazy("Unit kerja atau orang yang memegang eksemplar ini."),
    )
    shelf = forms.CharField(
        label=gettext_lazy("Tempat simpan"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Ruang, lemari, atau boks."),
    )
    due_on = forms.DateField(label=gettext_lazy("Harus kembali pada"), required=False, widget=day_input())
    upload = DocumentField(PDF_ONLY, label=gettext_lazy("Pindaian (boleh kosong)"), required=False)
    note = forms.CharField(label=gettext_lazy("Keterangan"), max_length=250, required=False)

    def __init__(self, *args: Any, copy: Copy, act: str, **kwargs: Any) -> None:
        """Ask only what this act needs."""
        super().__init__(*args, **kwargs)
        self.act = act
        drop = {
            CopyAct.LEND: ("shelf", "upload"),
            CopyAct.LOSE: ("holder", "shelf", "upload", "due_on"),
        }.get(CopyAct(act), ("due_on",))
        for name in drop:
            del self.fields[name]
        if act == CopyAct.LEND:
            self.fields["holder"].label = _("Peminjam")
        elif "holder" in self.fields:
            self.fields["holder"].initial = _keeper(copy, act)
            self.fields["shelf"].initial = copy.shelf
        if act == CopyAct.LOSE:
            self.fields["note"].required = True

    def move(self) -> Move:
        """What was typed, as the service takes it."""
        data = self.cleaned_data
        return Move(
            act=self.act,
            on=data["on"],
            holder=data.get("holder", ""),
            shelf=data.get("shelf", ""),
            due_on=data.get("due_on"),
            note=data.get("note", ""),
        )


def _keeper(copy: Copy, act: str) -> str:
    """Who keeps the copy when it comes back: whoever lent it."""
    if act != CopyAct.RETURN:
        return copy.holder
    lent = copy.moves.filter(act=CopyAct.LEND).order_by("-on", "-pk").first()
    return lent.source if lent else copy.holder


class CopyFilterForm(forms.Form):
    """Where is the original of this text; which texts lack one."""

    q = forms.CharField(
        label=gettext_lazy("Judul, nomor, pihak, pemegang, atau tempat simpan"),
        required=False,
        max_length=120,
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[("", gettext_lazy("Semua keadaan")), *CopyState.choices],
    )
    lacking = forms.BooleanField(label=gettext_lazy("Hanya asli yang belum ada atau hilang"), required=False)
