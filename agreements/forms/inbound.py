"""What an officer copies from an offer that came on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Case
from agreements.services.acting import region_has_users
from agreements.services.inbound import ANSWER, InboundOffer, inbound_kinds
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from regions.choices import Level
from regions.models import Region, Urusan


def receiving_regions(user: User) -> Any:
    """The regions this person answers offers for."""
    own = Region.objects.current().filter(pk__in=acting_region_ids(user, ANSWER))
    return own.exclude(level=Level.NEGARA)


def offering_regions() -> Any:
    """Every region that may have written."""
    return Region.objects.current().exclude(level=Level.NEGARA).select_related("parent")


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class InboundForm(OnceForm):
    """The offer of one region to one of ours; the offering region is chosen before, `case` is what the act made."""

    case: Case
    receiver = forms.ModelChoiceField(
        label=gettext_lazy("Ditujukan kepada"), queryset=Region.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(label=gettext_lazy("Jenis kerja sama"))
    title = forms.CharField(label=gettext_lazy("Tentang"), max_length=250)
    summary = forms.CharField(
        label=gettext_lazy("Uraian singkat"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    location = forms.CharField(label=gettext_lazy("Lokasi"), max_length=250, required=False)
    years = forms.IntegerField(
        label=gettext_lazy("Jangka waktu yang ditawarkan (tahun)"), min_value=1, max_value=50, initial=5
    )
    urusan = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Urusan pemerintahan"),
        queryset=Urusan.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    number = forms.CharField(label=gettext_lazy("Nomor surat penawaran"), max_length=120)
    dated = _day(gettext_lazy("Tanggal surat penawaran"))
    received_on = _day(
        gettext_lazy("Tanggal surat diterima"),
        gettext_lazy("Tenggat tanggapan daerah Anda dihitung sejak tanggal ini, bukan sejak tanggal surat."),
    )
    letter = DocumentField(DOCUMENTS, label=gettext_lazy("Pindaian surat penawaran"))
    kak = DocumentField(DOCUMENTS, label=gettext_lazy("Pindaian KAK"), required=False)
    receipt = DocumentField(
        DOCUMENTS, label=gettext_lazy("Tanda terima atau surel pengantar"), required=False
    )
    others = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Daerah lain yang juga ditawari"),
        queryset=Region.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=gettext_lazy("Hanya bila surat yang sama ditujukan kepada lebih dari satu daerah."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Mengapa dicatat dari surat"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, actor: User, offerer: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offerer = offerer
        self.uses_system = region_has_users(offerer.pk)
        own = receiving_regions(actor).exclude(pk=offerer.pk)
        self.fields["receiver"].queryset = own  # type: ignore[attr-defined]
        self.fields["others"].queryset = offering_regions().exclude(pk=offerer.pk)  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(row.code, row.label) for row in inbound_kinds()]  # type: ignore[attr-defined]
        for name in ("dated", "received_on"):
            self.fields[name].widget.attrs["max"] = clock.today().isoformat()
        if self.uses_system:
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """Days in their order, and no region twice."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        dated, received = cleaned.get("dated"), cleaned.get("received_on")
        for name, day in (("dated", dated), ("received_on", received)):
            if day and day > clock.today():
                self.add_error(name, _("Tanggal ini masih di masa depan."))
        if dated and received and dated > received:
            self.add_error("received_on", _("Surat tidak dapat diterima sebelum tanggalnya."))
        receiver = cleaned.get("receiver")
        if receiver and receiver in cleaned.get("others", ()):
            self.add_error("others", _("%s sudah menjadi penerima surat ini.") % receiver.full_name)
        return cleaned

    def offer(self) -> InboundOffer:
        """What was filled in, as the service takes it."""
        names = InboundOffer.__dataclass_fields__.keys() & self.cleaned_data.keys()
        return InboundOffer(**{name: self.cleaned_data[name] for name in names})
