"""Forms of evaluations and of a person's word on health; what an evaluation asks comes from practice data."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices.reports import Health, Rating, Verdict
from agreements.forms.reports import long_text
from agreements.law.practice import practice
from agreements.models import EvaluationAnswer
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm

PICK = ("", _("Pilih …"))


class AnswerForm(OnceForm):
    """One form of an evaluation: a rating with its word and a remark for each criterion, then the verdict."""

    def __init__(self, *args: Any, form: str, given: EvaluationAnswer | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = practice().asked_of(form)
        for row in self.criteria:
            self.fields[f"nilai_{row.code}"] = forms.TypedChoiceField(
                label=row.label,
                help_text=row.help,
                choices=[PICK, *Rating.choices],
                coerce=int,
                initial=given.ratings.get(row.code) if given else None,
            )
            self.fields[f"catatan_{row.code}"] = long_text(
                _("Catatan"), rows=2, initial=given.remarks.get(row.code, "") if given else ""
            )
        self.fields["verdict"] = forms.ChoiceField(
            label=_("Pendapat Anda"), choices=[PICK, *Verdict.choices], initial=given.verdict if given else ""
        )
        self.fields["suggestion"] = long_text(_("Saran"), initial=given.suggestion if given else "")
        self.fields["upload"] = DocumentField(DOCUMENTS, label=_("Bukti (boleh kosong)"), required=False)

    def answer(self) -> dict[str, Any]:
        """The answer as the service takes it."""
        data = self.cleaned_data
        return {
            "ratings": {row.code: data[f"nilai_{row.code}"] for row in self.criteria},
            "remarks": {row.code: data[f"catatan_{row.code}"] for row in self.criteria},
            "verdict": data["verdict"],
            "suggestion": data["suggestion"],
            "upload": data["upload"] or None,
        }


class CloseForm(OnceForm):
    """The conclusion of a round."""

    verdict = forms.ChoiceField(label=_("Kesimpulan"), choices=[PICK, *Verdict.choices])
    conclusion = long_text(_("Uraian kesimpulan dan tindak lanjut"), required=True)


class OpenForm(OnceForm):
    """Nothing but the one press that begins a round."""


class OverrideForm(OnceForm):
    """A person's word on the health of a cooperation, with its reason and last day."""

    health = forms.ChoiceField(
        label=_("Penilaian"), choices=[PICK, *(row for row in Health.choices if row[0] != Health.UNKNOWN)]
    )
    reason = long_text(
        _("Alasan"), required=True, help_text=_("Ditampilkan kepada semua pembaca kerja sama ini.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = clock.today()
        limits = {"min": today.isoformat(), "max": (today + timedelta(days=365)).isoformat()}
        widget = forms.DateInput(attrs={"type": "date", **limits}, format="%Y-%m-%d")
        self.fields["expires_on"] = forms.DateField(label=_("Berlaku sampai"), widget=widget)
