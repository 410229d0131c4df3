"""What people fill in about the documents of a segment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.signing import day_input
from boundaries.choices import PaperKind
from boundaries.models import Segment
from boundaries.services import may_manage, spoken_for
from boundaries.services.checks import LONGEST
from ksd.accounts.models import User
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from regions.models import Region


def area(label: Any, rows: int = 3, *, required: bool = True, **more: Any) -> forms.CharField:
    """A text of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST, required=required, widget=widget, **more)


def day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    """A day by the browser's own picker."""
    return forms.DateField(label=label, widget=day_input(), required=required, **more)


def given(form: forms.Form) -> dict[str, Any]:
    """What was filled in, for the service."""
    return {name: value for name, value in form.cleaned_data.items() if name != "form_token"}


class PaperForm(OnceForm):
    """A document put into the file of a segment."""

    kind = forms.ChoiceField(label=_("Jenis dokumen"), choices=PaperKind.choices)
    title = forms.CharField(label=_("Judul"), max_length=250)
    number = forms.CharField(label=_("Nomor"), max_length=120, required=False)
    on = day(_("Tanggal dokumen"), required=False)
    region = forms.ModelChoiceField(
        label=_("Diajukan oleh"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=_("Milik bersama"),
    )
    upload = DocumentField(DOCUMENTS, label=_("Berkas"), required=False)
    confidential = forms.BooleanField(
        label=_("Terbatas: hanya para pihak dan pemerintah di atasnya"), required=False
    )
    note = area(
        _("Catatan"), 2, required=False, help_text=_("Untuk peta: skala, sumber, tahun, dan kelayakannya.")
    )

    def __init__(self, *args: Any, segment: Segment, user: User, **kwargs: Any) -> None:
        """Offer the sides the person speaks for; only who keeps the segment hands in for both."""
        super().__init__(*args, **kwargs)
        keeps = may_manage(user, segment)
        own = segment.sides if keeps else spoken_for(user, segment)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.filter(pk__in=[side.pk for side in own])
        if not keeps:
            field.required, field.empty_label = True, None


class ReasonForm(OnceForm):
    """Why something is done."""

    reason = area(_("Alasan"))
