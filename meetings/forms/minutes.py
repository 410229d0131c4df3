"""What people fill in about the notula: its parts, the term, a correction and its answer, the sign-off."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agreements.services.numbering import next_sample, numbers_here
from ksd.core import clock
from ksd.core.forms import OnceForm
from meetings.models import Meeting, Minutes
from meetings.services.corrections import AGREES, LONGEST_TERM, SHORTEST, USUAL, Wish
from meetings.services.minutes import FIELDS, PAPER, MinutesData
from meetings.services.minutes_text import MOST_PARTS, Part, parts_of
from regions.models import Region

MOST_TEXT = 20_000
MOST_WORDS = 5000
MOMENT = "%Y-%m-%dT%H:%M"


def _area(label: Any, rows: int, most: int = MOST_TEXT, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=False, widget=widget, **more)


def _moment(label: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    return forms.DateTimeField(label=label, widget=widget, required=False)


def _short(label: Any, most: int = 150, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, **more)


class MinutesForm(OnceForm):
    """The notula, one field for the discussion of each item."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    nature = _short(_("Sifat rapat"), 80)
    opened_at = _moment(_("Rapat dibuka"))
    closed_at = _moment(_("Rapat ditutup"))
    chair = _short(_("Pimpinan rapat"))
    chair_title = _short(_("Jabatan pimpinan rapat"))
    secretary = _short(_("Sekretaris rapat"))
    note_taker = _short(_("Notulis"))
    note_taker_title = _short(_("Jabatan notulis"))
    guests = _area(
        _("Undangan lain yang hadir"), 3, MOST_WORDS, help_text=_("Satu orang atau instansi tiap baris.")
    )
    course = _area(_("Jalannya rapat"), 6)
    parts = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_PARTS)
    conclusion = _area(_("Kesimpulan"), 4)

    def __init__(self, *args: Any, minutes: Minutes, parts: list[Part], **kwargs: Any) -> None:
        """Begin with what is written; a sent form keeps the parts it was sent with."""
        local = {name: _local(getattr(minutes, name)) for name in FIELDS}
        kwargs["initial"] = {
            **local,
            "seen": minutes.revision,
            "parts": len(parts),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        self.count = self._sent_parts() if self.is_bound else len(parts)
        for place in range(self.count):
            part = parts[place] if place < len(parts) else Part("")
            title = str(self.data.get(f"title_{place}", "")) if self.is_bound else part.title
            self.fields[f"title_{place}"] = forms.CharField(
                max_length=300, required=False, widget=forms.HiddenInput, initial=part.title
            )
            self.fields[f"part_{place}"] = _area(title[:300] or _now("Pembahasan"), 4, initial=part.text)

    def _sent_parts(self) -> int:
        sent = str(self.data.get("parts", ""))
        return min(int(sent), MOST_PARTS) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 0

    @property
    def discussed(self) -> list[forms.BoundField]:
        """The fields of the discussion, in the order of the agenda."""
        return [self[f"part_{place}"] for place in range(self.count)]

    @property
    def plain(self) -> list[forms.BoundField]:
        """The facts a notula begins with."""
        return [self[name] for name in FIELDS if name not in {"course", "conclusion"}]

    def data_given(self) -> MinutesData:
        """The notula as filled in."""
        given = self.cleaned_data
        parts = tuple(Part(given[f"title_{place}"], given[f"part_{place}"]) for place in range(self.count))
        return MinutesData(**{name: given[name] for name in FIELDS}, parts=parts)

    def newer(self, saved: Minutes) -> list[tuple[str, str]]:
        """What is saved now and differs from what was typed; the form may then be sent again over it."""
        if saved._state.adding or str(self.data.get("seen")) == str(saved.revision):
            return []
        mine = self.data_given()
        kept = {part.title: part.text for part in parts_of(saved.discussion)}
        typed = {" ".join(part.title.split()): part.text for part in mine.parts}
        pairs = [(str(self.fields[name].label), getattr(saved, name), getattr(mine, name)) for name in FIELDS]
        pairs += [(title, text, typed.get(title, "")) for title, text in kept.items()]
        again = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        again["seen"] = str(saved.revision)
        self.data = again
        return [
            (label, _said(saved_one)) for label, saved_one, own in pairs if _said(saved_one) != _said(own)
        ]


def _said(value: Any) -> str:
    """A value as a person compares it."""
    if hasattr(value, "tzinfo"):
        return f"{timezone.localtime(value):%d-%m-%Y %H.%M}"
    return str(value or "–").replace("\r\n", "\n").strip()


def _local(value: Any) -> Any:
    return timezone.localtime(value).replace(second=0, microsecond=0) if hasattr(value, "tzinfo") else value


class SendForm(OnceForm):
    """How many days participants have."""

    days = forms.IntegerField(
        label=_("Batas koreksi (hari)"), min_value=SHORTEST, max_value=LONGEST_TERM, initial=USUAL
    )


class CorrectionForm(OnceForm):
    """What a region would have otherwise, or that it agrees."""

    region = forms.ModelChoiceField(label=_("Atas nama"), queryset=Region.objects.none())
    part = forms.ChoiceField(label=_("Bagian notula"))
    text = _area(_("Bagaimana seharusnya"), 4, MOST_WORDS)
    name = forms.CharField(label=_("Nama Anda"), max_length=150)

    def __init__(
        self, *args: Any, regions: list[Region], parts: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = Region.objects.filter(pk__in=[region.pk for region in regions])
        self.fields["region"].queryset = chosen  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["part"].choices = [(AGREES, _now("Setuju tanpa koreksi")), *parts]  # type: ignore[attr-defined]
        if len(regions) == 1:
            self.initial.setdefault("region", regions[0].pk)

    def clean(self) -> dict[str, Any]:
        """A correction has words."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("part", AGREES) != AGREES and not str(given.get("text") or "").strip():
            self.add_error("text", _now("Tuliskan bagaimana seharusnya."))
        return given

    def wish(self) -> Wish:
        """What was said."""
        given = self.cleaned_data
        return Wish(part=given["part"], text=given["text"], name=given["name"])


class AnswerCorrectionForm(OnceForm):
    """Whether a correction is accepted, and why not."""

    verdict = forms.ChoiceField(
        label=_("Tanggapan"),
        choices=[("terima", _("Terima; notula lalu dibuka untuk disunting")), ("tolak", _("Tidak diterima"))],
        widget=forms.RadioSelect,
    )
    reply = _area(_("Keterangan bagi pengusul"), 3, 500)

    def clean(self) -> dict[str, Any]:
        """A refusal has its reason."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("verdict") == "tolak" and not str(given.get("reply") or "").strip():
            self.add_error("reply", _now("Tuliskan alasan koreksi ini tidak diterima."))
        return given


class RenumberForm(OnceForm):
    """A number of the book: the next one, or typed where the office numbers elsewhere."""

    def __init__(self, *args: Any, meeting: Meeting, kind: str = PAPER, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if numbers_here(meeting.organiser):
            self.sample = next_sample(meeting.organiser, kind, clock.today())
            return
        self.sample = ""
        self.fields["typed"] = forms.CharField(label=_now("Nomor dari buku agenda"), max_length=120)
        self.fields["again"] = forms.BooleanField(
            label=_now("Pakai nomor yang sama"), required=False,
            help_text=_now("Hanya bila nomor itu memang dipakai dua surat."),
        )  # fmt: skip


class SignForm(RenumberForm):
    """The sign-off of what was read, with its number."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
