"""What an officer copies from an offer that came on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import PartnerClass
from agreements.law import loading
from agreements.models import Case, Partner
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


def offering_partners(user: User) -> Any:
    """Partners of the regions this person answers for that may offer what a region answers.

    Third parties offer by a proposal of the kind they begin (Permendagri 22/2020 Pasal 26, 31); a class the law
    does not place (PTN-BH, Otorita IKN) is offered here as well.
    """
    kinds = loading.all_kinds()
    elsewhere = {row for kind in kinds if kind.partner != "institution" for row in kind.partner_classes}
    usual = {row for kind in kinds if kind.partner == "institution" for row in kind.partner_classes}
    own = Partner.objects.filter(region__in=receiving_regions(user)).select_related("region")
    return own.exclude(partner_class__in=(elsewhere | set(PartnerClass.abroad())) - usual)


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class OfferForm(OnceForm):
    """What any letter of offer says; who wrote it is chosen before, `case` is what the act made."""

    case: Case
    offerer: Region | Partner
    uses_system = False
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

    def __init__(self, *args: Any, offerer: Region | Partner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offerer = offerer
        self.fields["kind"].choices = [(row.code, row.label) for row in inbound_kinds(offerer)]  # type: ignore[attr-defined]
        for name in ("dated", "received_on"):
            self.fields[name].widget.attrs["max"] = clock.today().isoformat()

    def clean(self) -> dict[str, Any]:
        """Days in their order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        dated, received = cleaned.get("dated"), cleaned.get("received_on")
        for name, day in (("dated", dated), ("received_on", received)):
            if day and day > clock.today():
                self.add_error(name, _("Tanggal ini masih di masa depan."))
        if dated and received and dated > received:
            self.add_error("received_on", _("Surat tidak dapat diterima sebelum tanggalnya."))
        return cleaned

    def receiving(self) -> Region | None:
        """The region the letter went to, when that is known."""
        return self.cleaned_data.get("receiver")

    def offer(self) -> InboundOffer:
        """What was filled in, as the service takes it."""
        names = InboundOffer.__dataclass_fields__.keys() & self.cleaned_data.keys()
        return InboundOffer(**{name: self.cleaned_data[name] for name in names})


class InboundForm(OfferForm):
    """The offer of one region to one of ours, perhaps to others as well."""

    receiver = forms.ModelChoiceField(
        label=gettext_lazy("Ditujukan kepada"), queryset=Region.objects.none(), empty_label=None
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
        super().__init__(*args, offerer=offerer, **kwargs)
        self.uses_system = region_has_users(offerer.pk)
        own = receiving_regions(actor).exclude(pk=offerer.pk)
        self.fields["receiver"].queryset = own  # type: ignore[attr-defined]
        self.fields["others"].queryset = offering_regions().exclude(pk=offerer.pk)  # type: ignore[attr-defined]
        if self.uses_system:
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """No region twice."""
        cleaned = super().clean()
        receiver = cleaned.get("receiver")
        if receiver and receiver in cleaned.get("others", ()):
            self.add_error("others", _("%s sudah menjadi penerima surat ini.") % receiver.full_name)
        return cleaned


class PartnerOfferForm(OfferForm):
    """The offer of an institution to the region that registered it."""

    offerer: Partner

    def receiving(self) -> Region:
        """The region that keeps the record of the partner."""
        return self.offerer.region
