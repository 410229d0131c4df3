"""Forms of periodic reports: the lead's words, a party's own part, the steps, the letter that asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.papers import explained
from agreements.law.schema import ReportRule
from ksd.core import clock
from ksd.core.forms import OnceForm

LONG = 5000


def long_text(
    label: Any, *, rows: int = 4, help_text: Any = "", required: bool = False, **more: Any
) -> forms.CharField:
    """A field for more than a line, of bounded length."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, max_length=LONG, widget=area, help_text=help_text, **more
    )


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day picked in the browser, today at the latest."""
    today = clock.today()
    widget = forms.DateInput(attrs={"type": "date", "max": today.isoformat()}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


class ReportForm(OnceForm):
    """The items of a report; it may be saved unfinished, completeness is judged when it is sent."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, rule: ReportRule, words: dict[str, str], revision: int, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {})["seen_revision"] = revision
        super().__init__(*args, **kwargs)
        self.rule = rule
        for item in rule.items:
            article = "" if item.article == rule.article else item.article
            self.fields[f"isi_{item.code}"] = long_text(
                item.label,
                rows=max(2, item.rows),
                initial=words.get(item.code, ""),
                help_text=explained(item.help, article),
            )

    def items(self) -> dict[str, str]:
        """The items as they are kept."""
        return {item.code: self.cleaned_data[f"isi_{item.code}"] for item in self.rule.items}


class PartForm(OnceForm):
    """What one party says for itself."""

    work = long_text(_("Pelaksanaan bagian pihak ini"), required=True)
    trouble = long_text(_("Permasalahan"), help_text=_("Tuliskan “nihil” bila tidak ada."))
    remedy = long_text(_("Upaya penyelesaian"), help_text=_("Tuliskan “nihil” bila tidak ada."))


class StepForm(OnceForm):
    """A step of a report: its day and a note; `seen_state` tells what the person had before their eyes."""

    seen_state = forms.CharField(widget=forms.HiddenInput, max_length=40)
    note = long_text(_("Catatan"), rows=3, help_text=_("Boleh kosong; dibaca oleh pihak lain."))
    field_order = ("on", "note")

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})["seen_state"] = state
        super().__init__(*args, **kwargs)
        self.fields["on"] = day_field(_("Tanggal"), initial=clock.today())
        self.order_fields(["on", "note"])


class ReturnForm(OnceForm):
    """Why a report goes back."""

    seen_state = forms.CharField(widget=forms.HiddenInput, max_length=40)
    reason = long_text(
        _("Apa yang harus diperbaiki?"),
        required=True,
        help_text=_("Dibaca pelapor dan tersimpan dalam riwayat."),
    )

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})["seen_state"] = state
        super().__init__(*args, **kwargs)


class AskingForm(OnceForm):
    """Number and day of the letter that asks for late reports; both may be left to be filled with ink."""

    number = forms.CharField(label=_("Nomor surat"), max_length=120, required=False)
    days = forms.IntegerField(label=_("Laporan ditunggu dalam (hari)"), min_value=1, max_value=60, initial=7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dated"] = day_field(_("Tanggal surat"), initial=clock.today(), required=False)
        self.order_fields(["number", "dated", "days"])
