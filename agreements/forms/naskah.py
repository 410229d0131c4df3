"""The shape of what drafters type around a text: its frame, what is added to it, who moves what."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.law.schema import NaskahKind
from agreements.naskah.library import ClauseText
from agreements.naskah.structure import Body
from ksd.core.forms import OnceForm

TITLE_HELP = gettext_lazy("Pokok kerja sama sesudah kata TENTANG, tanpa tanda kutip.")
PLACE_HELP = gettext_lazy("Kota tempat naskah ditandatangani; boleh dikosongkan dahulu.")


def years_help(rule: NaskahKind) -> str:
    """What the law says about the term."""
    if not rule.max_years:
        return _("Permendagri tidak membatasi jangka waktu naskah ini.")
    return _("Paling lama %(max)d tahun (%(article)s).") % {
        "max": rule.max_years,
        "article": rule.max_years_article or rule.article,
    }


class BeginForm(OnceForm):
    """What a new text needs before the library writes its first version."""

    title = forms.CharField(label=gettext_lazy("Tentang"), max_length=250, help_text=TITLE_HELP)
    years = forms.IntegerField(label=gettext_lazy("Jangka waktu (tahun)"), min_value=1, max_value=50)
    place = forms.CharField(
        label=gettext_lazy("Tempat penandatanganan"), max_length=100, required=False, help_text=PLACE_HELP
    )

    def __init__(self, *args: Any, rule: NaskahKind, **kwargs: Any) -> None:
        """Say what the law allows for this kind of text."""
        super().__init__(*args, **kwargs)
        self.fields["years"].help_text = years_help(rule)


class FrameForm(BeginForm):
    """The data around the pasal, while the text is being written."""

    originals = forms.IntegerField(
        label=gettext_lazy("Jumlah naskah asli"), min_value=1, max_value=40, initial=2
    )

    standard = forms.BooleanField(
        label=gettext_lazy("Kembalikan kalimat baku di sekeliling Pasal"), required=False
    )

    def __init__(self, *args: Any, rule: NaskahKind, own: Iterable[str] = (), **kwargs: Any) -> None:
        """Say how many originals the law asks for; `own` are the sentences that were worded otherwise."""
        super().__init__(*args, rule=rule, **kwargs)
        names = ", ".join(dict.fromkeys(own))
        if names:
            self.fields["standard"].help_text = _("Diubah lewat Word: %s.") % names
        else:
            del self.fields["standard"]
        parts = (rule.originals_note, rule.originals_article and f"({rule.originals_article})")
        self.fields["originals"].help_text = " ".join(part for part in parts if part)


class SeenForm(OnceForm):
    """A form about one version: it remembers which one the person had before the eyes."""

    seen_number = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def show_newer(self, number: int) -> None:
        """Keep what was typed, now held against a newer version."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data[self.add_prefix("seen_number")] = str(number)  # type: ignore[index]  # the copy is mutable


class AddPasalForm(SeenForm):
    """Which pasal to add, and behind which one."""

    clause = forms.ChoiceField(
        label=gettext_lazy("Klausul"), required=False, widget=forms.RadioSelect, initial=""
    )
    title = forms.CharField(
        label=gettext_lazy("Judul pasal kosong"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Hanya untuk pasal kosong, misalnya KERAHASIAAN."),
    )
    after = forms.ChoiceField(label=gettext_lazy("Letakkan sesudah"))

    def __init__(self, *args: Any, library: Iterable[ClauseText], body: Body, **kwargs: Any) -> None:
        """Offer what the library has and the text has not."""
        super().__init__(*args, **kwargs)
        clauses = [(text.code, f"{text.title} – {text.purpose}") for text in library]
        self.fields["clause"].choices = [*clauses, ("", _("Pasal kosong dengan judul sendiri"))]  # type: ignore[attr-defined]
        places = [(row.clause, f"Pasal {n} {row.title}") for n, row in enumerate(body.pasal, start=1)]
        self.fields["after"].choices = places  # type: ignore[attr-defined]
        self.fields["after"].initial = places[-1][0] if places else ""
        self.fields["after"].required = bool(places)


class AddAnnexForm(SeenForm):
    """The title of a new lampiran."""

    title = forms.CharField(label=gettext_lazy("Judul lampiran"), max_length=200)


class MoveForm(forms.Form):
    """Up or down, and the version the person had before the eyes."""

    steps = forms.TypedChoiceField(choices=[("-1", ""), ("1", "")], coerce=int)
    seen_number = forms.IntegerField(min_value=1)


class ReasonForm(OnceForm):
    """An act that must say why."""

    reason = forms.CharField(label=gettext_lazy("Alasan"), widget=forms.Textarea(attrs={"rows": 4}))


class ApproveForm(SeenForm):
    """A party's agreement to the version it read."""

    note = forms.CharField(
        label=gettext_lazy("Catatan (boleh kosong)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Dibaca oleh semua pihak."),
    )
