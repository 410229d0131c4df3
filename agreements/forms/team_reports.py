"""What a TKKSD writes of its year, and the letter it was handed over with."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.signing import day_input
from agreements.models import TeamReport
from ksd.core import clock
from ksd.core.forms import OnceForm

LONGEST = 5000


def _words(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TeamReportForm(OnceForm):
    """The words beside the figures."""

    trouble = _words(_("Permasalahan"), _("Yang menghambat kerja sama daerah tahun ini."))
    remedy = _words(_("Upaya penyelesaian"), _("Yang sudah dan akan dilakukan."))
    plan = _words(_("Rencana tahun berikutnya"), _("Pokok program kerja TKKSD."))
    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, report: TeamReport, **kwargs: Any) -> None:
        names = ("trouble", "remedy", "plan")
        known = {name: getattr(report, name) for name in names}
        kwargs["initial"] = known | {"seen_revision": report.revision}
        super().__init__(*args, **kwargs)


class TeamReportSendForm(OnceForm):
    """Number and day of the letter."""

    number = forms.CharField(label=_("Nomor surat laporan"), max_length=120)
    on = forms.DateField(label=_("Tanggal disampaikan kepada Kepala Daerah"), widget=day_input())

    def clean_on(self) -> date:
        """No day to come."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise forms.ValidationError(_("Tanggal ini masih di masa depan."))
        return day
