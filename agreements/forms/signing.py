"""The shape of who signs and of a signature given."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import Authority, SigningMode
from agreements.law.schema import NaskahKind
from agreements.models import NaskahParty, Party
from agreements.services.signing import Signer
from ksd.core.fields import DocumentField
from ksd.core.files import PDF_ONLY
from ksd.core.forms import OnceForm
from regions.models import Office, Official

DAY = {"type": "date"}


def day_input() -> forms.DateInput:
    """A day as the browser's own picker wants it."""
    return forms.DateInput(attrs=DAY, format="%Y-%m-%d")


def authorities(party: Party, rule: NaskahKind) -> list[tuple[str, str]]:
    """The grounds on which somebody may sign for this party; what is refused by law is left out."""
    if party.partner_id:
        grounds = [Authority.DEED, Authority.MANDATE]
        if rule.first_party == "institution":
            grounds.reverse()
        return [(ground.value, str(ground.label)) for ground in grounds]
    head = (Authority.HEAD.value, str(Authority.HEAD.label))
    if rule.signer == "kepala_daerah":
        return [head]
    return [head, (Authority.KUASA.value, str(Authority.KUASA.label))]


class SignerForm(OnceForm):
    """Who will sign for one party, and on what ground."""

    authority = forms.ChoiceField(label=gettext_lazy("Dasar kewenangan"), widget=forms.RadioSelect)
    official = forms.ModelChoiceField(
        label=gettext_lazy("Ambil dari daftar pejabat"),
        queryset=Official.objects.none(),
        required=False,
        empty_label=gettext_lazy("– isi sendiri di bawah –"),
        help_text=gettext_lazy("Bila dipilih, nama dan jabatan di bawah diganti menurut daftar pejabat."),
    )
    name = forms.CharField(
        label=gettext_lazy("Nama tanpa gelar"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Naskah memuat nama tanpa gelar akademik (Lampiran Permendagri 22/2020)."),
    )
    title = forms.CharField(label=gettext_lazy("Jabatan"), max_length=200, required=False)
    office = forms.ModelChoiceField(
        label=gettext_lazy("Perangkat daerah pelaksana"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=gettext_lazy("– tidak ada –"),
        help_text=gettext_lazy("Diisi bila yang menandatangani kepala perangkat daerah."),
    )
    kuasa_number = forms.CharField(
        label=gettext_lazy("Nomor surat kuasa khusus"), max_length=120, required=False
    )
    kuasa_date = forms.DateField(
        label=gettext_lazy("Tanggal surat kuasa"), required=False, widget=day_input()
    )

    def __init__(self, *args: Any, row: NaskahParty, rule: NaskahKind, day: date, **kwargs: Any) -> None:
        """Offer only grounds, offices and officials of this party, the latter in office on the planned day."""
        super().__init__(*args, **kwargs)
        self.row, self.day = row, day
        party = row.party
        choices = authorities(party, rule)
        self.fields["authority"].choices = choices  # type: ignore[attr-defined]
        self._narrow(party)
        if party.partner_id:
            self.fields["title"].help_text = _("Pimpinan mitra, atau pejabat yang diberi wewenang.")
        if party.partner_id or len(choices) == 1:
            for name in ("office", "kuasa_number", "kuasa_date"):
                del self.fields[name]

    def _narrow(self, party: Party) -> None:
        if party.region_id is None:
            del self.fields["official"]
            return
        officials: Any = self.fields["official"]
        known = Q(pk__in=Official.objects.in_office(self.day)) | Q(pk=self.row.official_id)
        officials.queryset = Official.objects.filter(known, region=party.region_id).by_rank()
        offices: Any = self.fields.get("office")
        offices.queryset = Office.objects.current().filter(region=party.region_id)

    def clean(self) -> dict[str, Any]:
        """Take name and position from the list where somebody was picked; without either there is no signer."""
        data: dict[str, Any] = super().clean() or {}
        official = data.get("official")
        if official:
            data["name"], data["title"] = official.name, official.title_line
            data["office"] = data.get("office") or (official.office if "office" in self.fields else None)
        for field, message in (
            ("name", _("Isi nama penanda tangan.")),
            ("title", _("Isi jabatan penanda tangan.")),
        ):
            if field not in self.errors and not data.get(field):
                self.add_error(field, message)
        return data

    def signer(self) -> Signer:
        """The typed signer as the service takes it."""
        data = self.cleaned_data
        return Signer(
            name=data["name"],
            title=data["title"],
            authority=data["authority"],
            office=data.get("office"),
            official=data.get("official"),
            kuasa_number=data.get("kuasa_number", ""),
            kuasa_date=data.get("kuasa_date"),
        )


def signer_initial(row: NaskahParty, day: date) -> dict[str, Any]:
    """What is known of the signer; the head of region in office where nothing is."""
    known = {
        "authority": row.authority,
        "official": row.official_id,
        "name": row.signer_name,
        "title": row.signer_title,
        "office": row.office_id,
        "kuasa_number": row.kuasa_number,
        "kuasa_date": row.kuasa_date,
    }
    if row.signer_name or row.authority != Authority.HEAD or row.party.region is None:
        return known
    head = Official.objects.head_of(row.party.region, day)
    return known | ({"name": head.name, "title": head.title_line, "official": head.pk} if head else {})


class SignedCopyForm(OnceForm):
    """The scanned copy of a signature recorded earlier."""

    upload = DocumentField(PDF_ONLY, label=gettext_lazy("Salinan bertanda tangan"))


class SignatureForm(OnceForm):
    """One party's signature: its number, the day, how, and the scanned copy."""

    number = forms.CharField(
        label=gettext_lazy("Nomor naskah dari pihak ini"),
        max_length=120,
        help_text=gettext_lazy("Setiap pihak memakai nomornya sendiri."),
    )
    signed_on = forms.DateField(label=gettext_lazy("Tanggal tanda tangan"), widget=day_input())
    mode = forms.ChoiceField(label=gettext_lazy("Cara penandatanganan"), choices=SigningMode.choices)
    upload = DocumentField(PDF_ONLY, label=gettext_lazy("Salinan bertanda tangan"), required=False)
    starts_on = forms.DateField(
        label=gettext_lazy("Mulai berlaku"),
        required=False,
        widget=day_input(),
        help_text=gettext_lazy("Kosongkan bila berlaku sejak tanggal tanda tangan terakhir."),
    )

    confirm = forms.BooleanField(
        label=gettext_lazy("Saya mengerti bahwa langkah ini tidak dapat ditarik kembali."),
        error_messages={
            "required": gettext_lazy("Periksa sekali lagi yang akan dicatat, lalu centang pernyataan ini.")
        },
    )
    field_order = ("number", "signed_on", "mode", "starts_on", "upload", "confirm")

    def __init__(self, *args: Any, is_last: bool, **kwargs: Any) -> None:
        """Ask for the first day in force only when the last party signs."""
        super().__init__(*args, **kwargs)
        if not is_last:
            del self.fields["starts_on"]
        for name in ("number", "signed_on"):
            self.fields[name].widget.attrs["data-echo"] = name

    def typed_day(self) -> date | None:
        """The day as it stands in the form now, for the line that repeats what will be recorded."""
        try:
            day: date | None = self.fields["signed_on"].clean(self["signed_on"].value())
        except forms.ValidationError:
            return None
        return day
