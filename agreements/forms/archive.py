"""One page for an old paper agreement: what is known of it; most fields may stay empty."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.changes import words_field
from agreements.forms.proposal import kinds_open
from agreements.forms.signing import day_input
from agreements.law import loading
from agreements.law.schema import LawPack, NaskahKind
from agreements.models import Naskah, NaskahParty, Partner
from agreements.services.archive import MANAGE, OldCase, OldText, archive_kinds
from agreements.services.archive_completing import Known
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import PDF_ONLY
from ksd.core.forms import OnceForm
from regions.choices import Level
from regions.models import Office, Region, Urusan

MOST_PARTNERS = 3
# Papers one page takes at once: the umbrella and three below it; more are added afterwards.
PAPERS = ("induk", "satu", "dua", "tiga")


class OldTextForm(forms.Form):
    """One old paper; empty as a whole, it is left out."""

    title = forms.CharField(label=gettext_lazy("Tentang"), max_length=250, required=False)
    numbers = forms.CharField(
        label=gettext_lazy("Nomor menurut setiap pihak"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Satu baris untuk setiap pihak: daerah Anda dahulu, lalu mitra menurut urutannya."
        ),
    )
    signers = forms.CharField(
        label=gettext_lazy("Penanda tangan setiap pihak"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Satu baris untuk setiap pihak: nama, jabatan."),
    )
    signed_on = forms.DateField(label=gettext_lazy("Ditandatangani"), required=False, widget=day_input())
    starts_on = forms.DateField(label=gettext_lazy("Mulai berlaku"), required=False, widget=day_input())
    ends_on = forms.DateField(
        label=gettext_lazy("Hari terakhir"),
        required=False,
        widget=day_input(),
        help_text=gettext_lazy("Penting: tanpa tanggal ini tidak ada pengingat."),
    )
    place = forms.CharField(label=gettext_lazy("Tempat"), max_length=100, required=False)
    upload = DocumentField(PDF_ONLY, label=gettext_lazy("Pindaian naskah"), required=False)

    def is_told(self) -> bool:
        """Whether anything of this paper was filled in."""
        return any(value for value in self.cleaned_data.values())

    def old_text(self, kind: str, title: str) -> OldText:
        """The paper as the service takes it."""
        data = self.cleaned_data
        return OldText(
            kind=kind,
            title=data["title"].strip() or title,
            signed_on=data["signed_on"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            place=data["place"],
            numbers=tuple(line.strip()[:120] for line in data["numbers"].splitlines()),
            signers=tuple(line.strip() for line in data["signers"].splitlines()),
            upload=data["upload"],
        )


class RepeatedMixin(forms.Form):
    """Lets a number that is in the register already be entered all the same, once the person says so."""

    def offer_repeated(self) -> None:
        """Show the box; it is not there before the warning."""
        self.fields["repeated"] = forms.BooleanField(
            label=_("Tetap catat: ini naskah lain dengan nomor yang sama."), required=False
        )

    @property
    def repeated(self) -> bool:
        """Whether the person said that it is another paper."""
        return bool(self.data.get(self.add_prefix("repeated")))


class OldCaseForm(RepeatedMixin, OnceForm):
    """The cooperation an old paper belongs to."""

    region = forms.ModelChoiceField(
        label=gettext_lazy("Dicatat untuk"), queryset=Region.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(label=gettext_lazy("Jenis kerja sama"))
    title = forms.CharField(label=gettext_lazy("Tentang"), max_length=250)
    partner = forms.ModelChoiceField(
        label=gettext_lazy("Mitra pihak ketiga"), queryset=Partner.objects.none(), required=False
    )
    urusan = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Urusan pemerintahan"),
        queryset=Urusan.objects.all(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )
    office = forms.ModelChoiceField(
        label=gettext_lazy("Perangkat daerah"), queryset=Office.objects.none(), required=False
    )
    kept_at = forms.CharField(
        label=gettext_lazy("Tempat naskah asli disimpan"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Misalnya ruang, lemari, atau boks; sebut pemegangnya bila bukan Anda."),
    )
    notes = words_field(gettext_lazy("Catatan"), rows=3, required=False)
    over = forms.BooleanField(
        label=gettext_lazy("Kerja sama ini sudah berakhir (walau tanggalnya tidak diketahui)"), required=False
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = acting_region_ids(actor, MANAGE)
        self._set("region", Region.objects.filter(pk__in=own).exclude(level=Level.NEGARA))
        self._set("partner", Partner.objects.visible_to(actor))
        self._set("office", Office.objects.filter(region__in=own).select_related("region"))
        entered = {row.code for row in archive_kinds()}
        kinds = [(row.code, row.label) for row in kinds_open() if row.code in entered]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        regions = Region.objects.exclude(level=Level.NEGARA).order_by("name")
        choices = [("", _("– tidak ada –")), *((row.pk, row.full_name) for row in regions)]
        for number in range(1, MOST_PARTNERS + 1):
            field = forms.ModelChoiceField(
                label=_("Daerah mitra %d") % number, queryset=regions, required=False
            )
            self.fields[f"region_{number}"] = field
            field.choices = choices
        names = ("region", "kind", "title", *(f"region_{n}" for n in range(1, MOST_PARTNERS + 1)), "partner")
        self.order_fields(names)

    def _set(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Partners that fit the kind, each once, and an office of the region itself."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        wants_region = self.pack_kind(data).partner == "region" if data.get("kind") else True
        if wants_region and not self.regions():
            self.add_error("region_1", _("Pilih daerah mitranya."))
        if not wants_region and not data.get("partner"):
            self.add_error("partner", _("Pilih mitranya; daftarkan lebih dahulu bila belum ada."))
        rows = [data.get("region"), *self.regions()]
        if len(rows) != len(set(rows)):
            self.add_error("region_1", _("Setiap daerah hanya satu kali menjadi pihak."))
        office = data.get("office")
        if office and office.region_id != getattr(data.get("region"), "pk", None):
            self.add_error("office", _("Perangkat daerah itu bukan milik daerah yang dipilih."))
        return data

    def pack_kind(self, data: dict[str, Any]) -> Any:
        """The kind of cooperation that was chosen."""
        return loading.kind(data["kind"])[1]

    def regions(self) -> list[Region]:
        """The partner regions in their order."""
        rows = (self.cleaned_data.get(f"region_{n}") for n in range(1, MOST_PARTNERS + 1))
        return [row for row in rows if row]

    def old_case(self, papers: "list[OldTextForm]") -> OldCase:
        """Everything on the page, as the service takes it."""
        data = self.cleaned_data
        pack = loading.kind(data["kind"])[0]
        wants_region = self.pack_kind(data).partner == "region"
        kinds = (umbrella_kind(pack), *[below_kind(pack)] * (len(papers) - 1))
        told = [(kind, form) for kind, form in zip(kinds, papers, strict=True) if form.is_told()]
        return OldCase(
            kind=data["kind"],
            title=data["title"],
            regions=self.regions() if wants_region else (),
            partner=None if wants_region else data["partner"],
            urusan=data["urusan"],
            office=data["office"],
            kept_at=data["kept_at"],
            notes=data["notes"],
            over=data["over"],
            texts=tuple(form.old_text(kind.code, data["title"]) for kind, form in told),
        )


def umbrella_kind(pack: LawPack) -> NaskahKind:
    """The kind of text others rest on."""
    return next(rule for rule in pack.naskah if not rule.parent and not rule.amends)


def below_kind(pack: LawPack) -> NaskahKind:
    """The kind of text that rests on it, or the umbrella's own where the pack has no other."""
    return next((rule for rule in pack.naskah if rule.parent), umbrella_kind(pack))


class MoreOldTextForm(RepeatedMixin, OldTextForm, OnceForm):
    """One more paper of an old cooperation."""

    kind = forms.ChoiceField(label=gettext_lazy("Jenis naskah"))
    field_order = (
        "kind",
        "title",
        "numbers",
        "signers",
        "signed_on",
        "starts_on",
        "ends_on",
        "place",
        "upload",
    )

    def __init__(self, *args: Any, pack: LawPack, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(rule.code, rule.label) for rule in pack.naskah if not rule.amends]
        self.fields["kind"].choices = list(reversed(rows))  # type: ignore[attr-defined]


class CompleteForm(RepeatedMixin, OnceForm):
    """What is known of an old paper now, a number and a signer for each party."""

    title = forms.CharField(label=gettext_lazy("Tentang"), max_length=250)
    signed_on = forms.DateField(label=gettext_lazy("Ditandatangani"), required=False, widget=day_input())
    starts_on = forms.DateField(label=gettext_lazy("Mulai berlaku"), required=False, widget=day_input())
    ends_on = forms.DateField(label=gettext_lazy("Hari terakhir"), required=False, widget=day_input())
    place = forms.CharField(label=gettext_lazy("Tempat"), max_length=100, required=False)
    upload = DocumentField(PDF_ONLY, label=gettext_lazy("Pindaian naskah"), required=False)

    def __init__(self, *args: Any, text: Naskah, rows: list[NaskahParty], **kwargs: Any) -> None:
        names = ("title", "signed_on", "starts_on", "ends_on", "place")
        kwargs.setdefault("initial", {name: getattr(text, name) for name in names})
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            order, party = row.party.order, row.party.short_name
            self._line(f"number_{order}", _("Nomor %s") % party, row.number, 120)
            self._line(f"name_{order}", _("Penanda tangan %s") % party, row.signer_name, 150)
            self._line(f"post_{order}", _("Jabatan penanda tangan %s") % party, row.signer_title, 200)

    def _line(self, name: str, label: str, initial: str, most: int) -> None:
        self.fields[name] = forms.CharField(label=label, initial=initial, max_length=most, required=False)

    def known(self) -> Known:
        """Everything on the page, as the service takes it."""
        data = self.cleaned_data
        orders = [row.party.order for row in self.rows]
        return Known(
            title=data["title"],
            signed_on=data["signed_on"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            place=data["place"],
            numbers={order: data[f"number_{order}"] for order in orders},
            signers={order: (data[f"name_{order}"], data[f"post_{order}"]) for order in orders},
            upload=data["upload"],
        )


class DayForm(forms.Form):
    """The day a text is to be read at."""

    pada = forms.DateField(label=gettext_lazy("Menurut keadaan pada"), required=False, widget=day_input())

    def day(self) -> Any:
        """The day asked for, today when none or a wrong one was given."""
        given = self.cleaned_data.get("pada") if self.is_valid() else None
        return given or clock.today()
