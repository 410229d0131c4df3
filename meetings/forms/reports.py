"""What people fill in about the report, and the photographs of a meeting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.core.fields import DocumentField
from ksd.core.files import IMAGES
from ksd.core.forms import OnceForm
from meetings.models import MeetingReport
from meetings.services.reports import FIELDS, ReportData

MOST_TEXT = 20_000


def _area(label: Any, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=MOST_TEXT, required=False, widget=forms.Textarea(attrs={"rows": rows})
    )


class ReportForm(OnceForm):
    """The chapters of the report and who signs it."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    addressee = forms.CharField(label=_("Kepada"), max_length=200, required=False)
    introduction = _area(_("Pendahuluan"), 4)
    course = _area(_("Pelaksanaan"), 7)
    conclusion = _area(_("Kesimpulan"), 7)
    advice = _area(_("Saran"), 4)
    signer = forms.CharField(label=_("Penanda tangan"), max_length=150, required=False)
    signer_title = forms.CharField(label=_("Jabatan penanda tangan"), max_length=150, required=False)

    def __init__(self, *args: Any, report: MeetingReport, **kwargs: Any) -> None:
        """Begin with what is written."""
        kwargs["initial"] = {**{name: getattr(report, name) for name in FIELDS}, "seen": report.revision}
        super().__init__(*args, **kwargs)

    def data_given(self) -> ReportData:
        """The report as filled in."""
        return ReportData(**{name: _plain(self.cleaned_data[name]) for name in FIELDS})

    def newer(self, saved: MeetingReport) -> list[tuple[str, str]]:
        """What is saved now and differs from what was typed; the form may then be sent again over it."""
        if saved._state.adding or str(self.data.get("seen")) == str(saved.revision):
            return []
        found = [
            (str(self.fields[name].label), getattr(saved, name) or "–")
            for name in FIELDS
            if _plain(str(self.data.get(name, ""))) != getattr(saved, name)
        ]
        again = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        again["seen"] = str(saved.revision)
        self.data = again
        return found


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


class PhotoForm(OnceForm):
    """A photograph with its caption."""

    file = DocumentField(rule=IMAGES, label=_("Foto"))
    caption = forms.CharField(label=_("Keterangan foto"), max_length=200, required=False)
