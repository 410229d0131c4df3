"""The shape of a search in the clause library and of a new wording."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.naskah import SeenForm
from agreements.forms.parts import read_lines
from agreements.naskah.plain import parse_ayat
from agreements.naskah.structure import Ayat


class ClauseSearchForm(forms.Form):
    """Which clauses to show."""

    q = forms.CharField(label=gettext_lazy("Cari kata"), required=False, max_length=100)
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis naskah"), required=False)
    rumpun = forms.ChoiceField(label=gettext_lazy("Rumpun kerja sama"), required=False)

    def __init__(
        self, *args: Any, kinds: list[tuple[str, str]], families: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer the kinds of text and families the law packs know."""
        super().__init__(*args, **kwargs)
        self.fields["jenis"].choices = [("", _("Semua jenis naskah")), *kinds]  # type: ignore[attr-defined]
        self.fields["rumpun"].choices = [("", _("Semua rumpun")), *families]  # type: ignore[attr-defined]


WORDING_HELP = gettext_lazy(
    "Ayat diawali (1), (2); rincian huruf diawali a., b. di bawah ayatnya. "
    "Tulis {pihak.…} untuk kalimat yang diulang bagi setiap pihak."
)


def wording_widget(rows: int) -> forms.Textarea:
    """A box for ayat and huruf as plain lines, shown filled while it is typed."""
    return forms.Textarea(
        attrs={"rows": rows, "class": "ksd-plain", "spellcheck": "false", "data-wording": ""}
    )


class ClauseForm(SeenForm):
    """The next wording of a clause, and why."""

    text = forms.CharField(
        label=gettext_lazy("Rumusan"),
        widget=wording_widget(16),
        help_text=WORDING_HELP,
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan perubahan"),
        max_length=250,
        help_text=gettext_lazy("Tampil pada daftar versi klausul."),
    )

    def clean_text(self) -> tuple[Ayat, ...]:
        """Read ayat and huruf."""
        ayat: tuple[Ayat, ...] = read_lines(parse_ayat, self.cleaned_data["text"])
        return ayat
