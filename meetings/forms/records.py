"""What is typed about the rumusan: its frame, the word of a delegation, and its lock."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ksd.core.forms import OnceForm
from meetings.choices import Stance
from meetings.services.confirming import Said, Word
from meetings.services.room import LONGEST


def _words(label: Any, rows: int, most: int = LONGEST, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=False, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class FrameForm(OnceForm):
    """What stands before and behind the points; what both were is carried along."""

    preamble = _words(_("Pembuka"), 5, help_text=_("Sesudah alinea pertama yang disusun dari data rapat."))
    closing = _words(_("Penutup"), 3, help_text=_("Kosongkan untuk kalimat penutup yang biasa."))
    seen_preamble = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    seen_closing = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)


class SayForm(forms.Form):
    """The word of one delegation on one edition, on the own phone."""

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=9999)
    stance = forms.ChoiceField(label=_("Pernyataan"), choices=Stance.choices, widget=forms.RadioSelect)
    objection = _words(_("Keberatan (butir mana, dan bagaimana seharusnya)"), 4)
    name = forms.CharField(label=_("Nama Anda"), max_length=150)
    title = forms.CharField(label=_("Jabatan"), max_length=150, required=False)

    def __init__(self, *args: Any, said: Said, edition: int, **kwargs: Any) -> None:
        """Suggest the name of who comes for this delegation."""
        name, title = said.invitee.comes
        kwargs.setdefault("initial", {"edition": edition, "name": name, "title": title})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """An objection needs words."""
        given = super().clean() or self.cleaned_data
        if given.get("stance") == Stance.KEBERATAN and not (given.get("objection") or "").strip():
            self.add_error("objection", _now("Tuliskan keberatannya: butir mana, dan bagaimana seharusnya."))
        return given

    def word(self) -> Word:
        """What was said."""
        return Word(**self.cleaned_data)


class AccountSayForm(OnceForm, SayForm):
    """The word of a delegation by an account that may speak for several."""

    # The view has found the delegation by this very word before the form is made.
    delegation = forms.CharField(max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, said: Said, edition: int, **kwargs: Any) -> None:
        super().__init__(*args, said=said, edition=edition, **kwargs)
        self.initial["delegation"] = said.invitee.public_id

    def word(self) -> Word:
        """What was said, without the form's own marks."""
        apart = ("form_token", "delegation")
        return Word(**{name: value for name, value in self.cleaned_data.items() if name not in apart})


class LockForm(OnceForm):
    """The lock: which edition, why without the silent ones, and the number where the office numbers elsewhere."""

    seen_edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=9999)
    reason = _words(
        _("Alasan mengunci tanpa menunggu delegasi yang belum bersuara"), 3, 500,
        help_text=_("Dicetak dalam berita acara."),
    )  # fmt: skip
    number = forms.CharField(label=_("Nomor berita acara dari buku agenda"), max_length=120, required=False)

    def __init__(self, *args: Any, silent: bool, typed: bool, **kwargs: Any) -> None:
        """Ask for a reason and a number only where they are needed."""
        super().__init__(*args, **kwargs)
        if not silent:
            del self.fields["reason"]
        if not typed:
            del self.fields["number"]
