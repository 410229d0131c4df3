"""What people fill in about terms, events, attendance and letters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import OWED_BY, ChainLetterKind, SegmentKind, TermEvent, TermUnit
from boundaries.forms.papers import area, day
from boundaries.models import BoundaryEvent, BoundaryTerm, ChainLetter, Round, Segment, SegmentPaper
from boundaries.services.chain import FIELDS as LETTER_FIELDS
from boundaries.services.terms import FIELDS, LONGEST_AMOUNT
from ksd.core import clock
from ksd.core.forms import OnceForm
from ksd.deadlines.calendar import DayType
from regions.models import Region


def _papers(segment: Segment) -> Any:
    return SegmentPaper.objects.filter(segment=segment, dropped_at=None)


def _regions(regions: Any) -> Any:
    return Region.objects.filter(pk__in=[region.pk for region in regions])


class TermForm(OnceForm):
    """A rule of time with its source and the reason for changing it."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    code = forms.SlugField(
        label=_("Kode"), max_length=40, help_text=_("Huruf kecil, angka, dan garis bawah.")
    )
    label = forms.CharField(label=_("Ketentuan"), max_length=200)
    level = forms.ChoiceField(
        label=_("Berlaku bagi segmen"), required=False,
        choices=[("", _("Di dalam provinsi dan antarprovinsi")), *SegmentKind.choices],
    )  # fmt: skip
    event = forms.ChoiceField(label=_("Mulai dihitung dari"), choices=TermEvent.choices)
    amount = forms.IntegerField(
        label=_("Lama"), required=False, min_value=1, max_value=LONGEST_AMOUNT,
        help_text=_("Kosongkan bila belum dibaca dalam naskah peraturan; tidak ada tenggat yang berjalan."),
    )  # fmt: skip
    unit = forms.ChoiceField(label=_("Satuan"), choices=TermUnit.choices)
    day_type = forms.ChoiceField(label=_("Jenis hari"), choices=DayType.choices)
    source = forms.CharField(label=_("Pasal atau sumber"), max_length=250, required=False)
    verified = forms.BooleanField(label=_("Sumbernya sudah dibaca sendiri (terverifikasi)"), required=False)
    valid_from = day(_("Berlaku mulai"), required=False)
    valid_to = day(_("Berlaku sampai"), required=False)
    note = area(_("Catatan"), 2, required=False)
    reason = area(_("Alasan perubahan"), 2, help_text=_("Tercatat dalam riwayat bersama nama Anda."))

    def __init__(self, *args: Any, term: BoundaryTerm | None = None, **kwargs: Any) -> None:
        """Begin with the rule as it is; its code stays."""
        if term is not None:
            kept = {name: getattr(term, name) for name in FIELDS}
            kwargs["initial"] = {**kept, "seen": term.revision}
        super().__init__(*args, **kwargs)
        if term is not None:
            del self.fields["code"]

    def facts(self) -> dict[str, Any]:
        """The rule as filled in."""
        names = [name for name in (*FIELDS, "code") if name in self.cleaned_data]
        return {name: self.cleaned_data[name] for name in names}


class EventForm(OnceForm):
    """An event on a segment that lets a term run."""

    kind = forms.ChoiceField(
        label=_("Peristiwa"),
        choices=[row for row in TermEvent.choices if row[0] in OWED_BY and row[0] != TermEvent.MINTA_DOKUMEN],
    )
    on = day(_("Tanggal"), initial=clock.today)
    note = area(_("Keterangan"), 3, help_text=_("Misalnya nomor dan tanggal suratnya."))
    paper = forms.ModelChoiceField(label=_("Dokumen"), queryset=SegmentPaper.objects.none(), required=False)

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer the documents of the segment."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["paper"]
        field.queryset = _papers(segment)


class AnswerForm(OnceForm):
    """What one side answers."""

    region = forms.ModelChoiceField(label=_("Atas nama"), queryset=Region.objects.none())
    on = day(_("Tanggal jawaban"), initial=clock.today)
    text = area(_("Isi jawaban"), 4)
    paper = forms.ModelChoiceField(label=_("Dokumen"), queryset=SegmentPaper.objects.none(), required=False)

    def __init__(self, *args: Any, event: BoundaryEvent, regions: Any, **kwargs: Any) -> None:
        """Offer the sides the person speaks for."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["region"].queryset = _regions(regions)
        fields["paper"].queryset = _papers(event.segment)
        if len(regions) == 1:
            self.initial["region"] = regions[0].pk


class CloseForm(OnceForm):
    """What came of an event."""

    on = day(_("Tanggal selesai"), initial=clock.today)
    outcome = area(_("Hasil"), 3)


class AttendanceForm(OnceForm):
    """Whether one side came to one round."""

    round = forms.ModelChoiceField(label=_("Rapat fasilitasi"), queryset=Round.objects.none())
    region = forms.ModelChoiceField(label=_("Daerah yang diundang"), queryset=Region.objects.none())
    invitation = forms.CharField(label=_("Nomor undangan"), max_length=120, required=False)
    invited_on = day(_("Tanggal undangan"), required=False)
    present = forms.TypedChoiceField(
        label=_("Kehadiran"), choices=[("1", _("Hadir")), ("0", _("Tidak hadir"))],
        coerce=lambda value: value == "1", widget=forms.RadioSelect,
    )  # fmt: skip
    by = forms.CharField(label=_("Dihadiri oleh"), max_length=200, required=False)
    reason = area(_("Alasan tidak hadir"), 2, required=False)

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer the rounds and the two sides."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["round"].queryset = Round.objects.filter(segment=segment).order_by("-number")
        fields["round"].label_from_instance = lambda row: f"{row}: {row.forum}, {row.on:%d-%m-%Y}"
        fields["region"].queryset = _regions(segment.sides)


class ConsentForm(OnceForm):
    """A person's own finding about an absent side."""

    region = forms.ModelChoiceField(label=_("Daerah"), queryset=Region.objects.none())
    on = day(_("Tanggal"), initial=clock.today)
    reason = area(_("Alasan dan dasarnya"), 4)
    paper = forms.ModelChoiceField(
        label=_("Dokumen"), queryset=SegmentPaper.objects.none(),
        help_text=_("Wajib. Masukkan dahulu dokumennya ke berkas segmen."),
    )  # fmt: skip

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer the two sides and the documents."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["region"].queryset = _regions(segment.sides)
        fields["paper"].queryset = _papers(segment)


_ASKED: dict[str, tuple[str, ...]] = {
    ChainLetterKind.UNDANGAN: (
        "addressees", "nature", "opening", "day", "time", "venue", "agenda", "signer_title", "signer", "copies",
    ),
    ChainLetterKind.PENYERAHAN: (
        "addressees", "nature", "opening", "reasons", "signer_title", "signer", "copies",
    ),
    ChainLetterKind.BA_PENYERAHAN: ("opening", "receiver_title", "receiver", "signer_title", "signer"),
}  # fmt: skip
_LONG = {
    "addressees": (_("Kepada"), 3), "opening": (_("Pembuka"), 4), "agenda": (_("Acara"), 4),
    "reasons": (_("Bahan pertimbangan"), 5), "copies": (_("Tembusan"), 3),
}  # fmt: skip
_SHORT = {
    "nature": _("Sifat"), "day": _("Hari, tanggal rapat"), "time": _("Pukul"), "venue": _("Tempat rapat"),
    "receiver": _("Nama yang menerima"), "receiver_title": _("Jabatan yang menerima"),
    "signer": _("Nama penanda tangan"), "signer_title": _("Jabatan penanda tangan"),
}  # fmt: skip


class LetterForm(OnceForm):
    """The words of one letter of the chain; what stays empty is written the usual way."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    dated = day(_("Tanggal surat"), initial=clock.today)
    place = forms.CharField(label=_("Tempat surat"), max_length=120)

    def __init__(
        self, *args: Any, segment: Segment, kind: str, letter: ChainLetter | None = None, **kwargs: Any
    ) -> None:
        """Ask for what this kind of letter says, and which documents go with it."""
        if letter is not None:
            kept = {
                "dated": letter.dated,
                "place": letter.place,
                "round": letter.round,
                "seen": letter.revision,
            }
            kwargs["initial"] = {**kept, **letter.data}
        super().__init__(*args, **kwargs)
        for name in _ASKED[kind]:
            self.fields[name] = _word(name)
        self.fields["papers"] = forms.ModelMultipleChoiceField(
            label=_("Berkas yang disertakan"), queryset=_papers(segment), required=False,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
        self.fields["round"] = forms.ModelChoiceField(
            label=_("Putaran perundingan"), queryset=Round.objects.filter(segment=segment), required=False
        )

    def facts(self) -> dict[str, Any]:
        """What was filled in, for the service."""
        kept = self.cleaned_data
        named = ("dated", "place", "papers", "round", "seen")
        data = {name: kept.get(name, "") for name in LETTER_FIELDS}
        return {**{name: kept[name] for name in named}, "data": data}


def _word(name: str) -> forms.CharField:
    if name in _LONG:
        label, rows = _LONG[name]
        hint = "" if name == "opening" else _("Satu butir tiap baris.")
        return area(label, rows, required=False, help_text=hint)
    return forms.CharField(label=_SHORT[name], max_length=200, required=False)
