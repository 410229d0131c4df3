"""The shape of a letter's wording as an office edits it: fields of plain text, one entry per line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.documents.drafts import Draft
from ksd.core.forms import OnceForm

MOST_TEXT = 5000
MOST_LINES = 60
LINES = ("opening", "points", "closing", "copies")


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "ksd-plain"})


class TemplateForm(OnceForm):
    """The next wording of a letter in one region, and why."""

    seen_number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    subject = forms.CharField(label=gettext_lazy("Hal atau judul"), max_length=300)
    nature = forms.CharField(label=gettext_lazy("Sifat"), max_length=40, required=False)
    annexes = forms.CharField(label=gettext_lazy("Lampiran"), max_length=200, required=False)
    opening = forms.CharField(
        label=gettext_lazy("Pembuka"),
        widget=_area(6),
        max_length=MOST_TEXT,
        required=False,
        help_text=gettext_lazy("Satu paragraf per baris."),
    )
    facts = forms.CharField(
        label=gettext_lazy("Rincian"),
        widget=_area(5),
        max_length=MOST_TEXT,
        required=False,
        help_text=gettext_lazy("Satu baris satu rincian: nama, titik dua, isi. Misalnya: Lokasi: {lokasi}"),
    )
    points = forms.CharField(
        label=gettext_lazy("Butir bernomor"),
        widget=_area(5),
        max_length=MOST_TEXT,
        required=False,
        help_text=gettext_lazy("Satu butir per baris, tanpa nomor."),
    )
    closing = forms.CharField(
        label=gettext_lazy("Penutup"),
        widget=_area(4),
        max_length=MOST_TEXT,
        required=False,
        help_text=gettext_lazy("Satu paragraf per baris."),
    )
    copies = forms.CharField(
        label=gettext_lazy("Tembusan"),
        widget=_area(3),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Satu tujuan per baris."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan perubahan"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Wajib diisi saat menyimpan; tampil pada daftar versi."),
    )

    def __init__(self, *args: Any, draft: Draft, seen: int, **kwargs: Any) -> None:
        """Begin with the words in use; `seen` is the newest version before the writer's eyes."""
        kwargs["initial"] = plain_of(draft) | {"seen_number": seen}
        super().__init__(*args, **kwargs)

    def clean_facts(self) -> list[list[str]]:
        """Pairs of name and value."""
        pairs = [line.partition(":") for line in _lines(self.cleaned_data["facts"])]
        if any(not (name.strip() and colon and value.strip()) for name, colon, value in pairs):
            raise ValidationError(_("Setiap baris rincian berbentuk “nama: isi”."))
        return [[name.strip(), value.strip()] for name, _colon, value in pairs]

    def clean(self) -> dict[str, Any]:
        """Lines instead of text, and not too many of them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in LINES:
            cleaned[name] = _lines(cleaned.get(name, ""))
            if len(cleaned[name]) > MOST_LINES:
                self.add_error(name, _("Paling banyak %d baris.") % MOST_LINES)
        return cleaned

    def wording(self) -> dict[str, Any]:
        """The wording as it is kept."""
        names = ("subject", "nature", "annexes", "facts", *LINES)
        return {name: self.cleaned_data[name] for name in names}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def plain_of(draft: Draft) -> dict[str, str]:
    """The words of a letter as a form shows them."""
    plain: dict[str, str] = {"subject": draft.subject, "nature": draft.nature, "annexes": draft.annexes}
    plain |= {name: "\n".join(getattr(draft, name)) for name in LINES}
    return plain | {"facts": "\n".join(f"{name}: {value}" for name, value in draft.facts)}
