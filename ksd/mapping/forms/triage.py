"""The form of the test: each question with its reason, the screening, and the verdict."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.law.triage import Destination, destinations
from agreements.law.triage import questions as screening_questions
from ksd.core.forms import OnceForm
from ksd.mapping.choices import Answer
from ksd.mapping.law.wajib import Question, questions, verdict_rule, verdicts
from ksd.mapping.models import RowTriage
from ksd.mapping.services.bordering import BorderFinding
from ksd.mapping.services.triage import Given

YES_NO = (("ya", gettext_lazy("Ya")), ("tidak", gettext_lazy("Tidak")))
LONGEST_REASON = 2000


class RowTriageForm(OnceForm):
    """What is known of a row, and what it was found to be; `seen` is the revision the person had before the eyes."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    verdict = forms.ChoiceField(label=gettext_lazy("Hasil"), required=False, widget=forms.RadioSelect)
    destination = forms.ChoiceField(
        label=gettext_lazy("Bila bukan KSD, diajukan ke"),
        required=False,
        help_text=gettext_lazy("Petunjuk kantor, bukan bunyi peraturan."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan hasil"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Wajib diisi bila hasilnya ditetapkan."),
    )
    why = forms.CharField(
        label=gettext_lazy("Mengapa hasil yang lama diubah"),
        help_text=gettext_lazy("Wajib diisi bila hasilnya berubah."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, triage: RowTriage | None, finding: BorderFinding, **kwargs: Any) -> None:
        """Begin with what was saved; where nothing was, with what the data of borders says."""
        super().__init__(*args, **kwargs)
        self.triage, self.finding = triage, finding
        results = [(row.code, row.label) for row in verdicts()]
        self.fields["verdict"].choices = [("", _("Belum ditetapkan")), *results]  # type: ignore[attr-defined]
        places = [(row.code, row.label) for row in destinations()]
        self.fields["destination"].choices = [("", _("Pilih tujuan")), *places]  # type: ignore[attr-defined]
        if triage is None or not triage.verdict:
            del self.fields["why"]
        if triage:
            saved = ("verdict", "destination", "reason")
            self.initial.update({name: getattr(triage, name) for name in saved}, seen=triage.revision)
        for row in questions():
            self._add_question(row)
        for place in screening_questions():
            self._add_screening(place)

    def _add_question(self, row: Question) -> None:
        answer, reason = self._begun(row)
        self.fields[f"jawab_{row.code}"] = forms.ChoiceField(
            label=row.text, choices=Answer.choices, required=False, widget=forms.RadioSelect, initial=answer
        )
        self.fields[f"alasan_{row.code}"] = forms.CharField(
            label=_("Alasan"),
            required=False,
            max_length=LONGEST_REASON,
            initial=reason,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def _begun(self, row: Question) -> tuple[str, str]:
        """What stands there at first: the saved answer, never overwritten by data that came later."""
        saved = self.triage.answers.get(row.code) if self.triage else None
        if saved:
            return saved["answer"], saved["reason"]
        return (str(self.finding.answer), self.finding.reason) if row.prefill else ("", "")

    def _add_screening(self, place: Destination) -> None:
        saved = self.triage.screening.get(place.code) if self.triage else None
        initial = "" if saved is None else YES_NO[not saved][0]
        self.fields[f"tapis_{place.code}"] = forms.ChoiceField(
            label=place.question, choices=YES_NO, required=False, widget=forms.RadioSelect, initial=initial
        )

    def asked(self) -> Iterator[dict[str, Any]]:
        """Each question with its two fields, and what the data says where the answer stands apart from it."""
        for row in questions():
            yield {
                "question": row,
                "answer": self[f"jawab_{row.code}"],
                "reason": self[f"alasan_{row.code}"],
                "data": self._data(row),
            }

    def _data(self, row: Question) -> str:
        """What the data of borders says, where a saved answer does not say the same."""
        saved = self.triage.answers.get(row.code) if self.triage else None
        if not (row.prefill and saved and self.finding.answer):
            return ""
        return self.finding.reason if saved["answer"] != self.finding.answer else ""

    @property
    def screening_open(self) -> bool:
        """Whether a screening question is answered or refused, so that it is shown."""
        names = [f"tapis_{place.code}" for place in screening_questions()]
        return any(self[name].value() or name in self.errors for name in names)

    def screened(self) -> Iterator[tuple[Destination, Any]]:
        """Each screening question with its field."""
        return ((place, self[f"tapis_{place.code}"]) for place in screening_questions())

    def clean(self) -> dict[str, Any]:
        """Every answer has its reason; a verdict has its own, and a place where it lies elsewhere."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for row in questions():
            self._check_question(row, cleaned)
        rule = verdict_rule(cleaned.get("verdict", ""))
        if rule and not cleaned.get("reason", "").strip() and "reason" not in self.errors:
            self.add_error("reason", _("Tuliskan alasan hasil ini."))
        if rule and rule.elsewhere and not cleaned.get("destination"):
            self.add_error("destination", _("Pilih ke mana seharusnya diajukan."))
        return cleaned

    def _check_question(self, row: Question, cleaned: dict[str, Any]) -> None:
        answer = cleaned.get(f"jawab_{row.code}", "")
        reason = cleaned.get(f"alasan_{row.code}", "").strip()
        field = f"alasan_{row.code}"
        if answer and not reason and field not in self.errors:
            self.add_error(field, _("Tuliskan alasan jawaban ini."))
        if reason and not answer and f"jawab_{row.code}" not in self.errors:
            self.add_error(f"jawab_{row.code}", _("Pilih jawabannya, atau kosongkan alasannya."))
        if row.prefill and answer and answer != self.finding.answer and reason == self.finding.reason != "":
            self.add_error(
                field, _("Jawaban ini berbeda dari data perbatasan; tuliskan alasan Anda sendiri.")
            )

    def show_newer(self, triage: RowTriage | None) -> None:
        """Keep what was typed, now held against what another person saved first."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data[self.add_prefix("seen")] = str(triage.revision if triage else 0)  # type: ignore[index]  # the copy is mutable

    def given(self) -> Given:
        """What was answered and found, for the service."""
        kept = self.cleaned_data
        place = kept["destination"]
        rule = verdict_rule(kept["verdict"])
        answers = {row.code: (kept[f"jawab_{row.code}"], kept[f"alasan_{row.code}"]) for row in questions()}
        screening = {row.code: kept[f"tapis_{row.code}"] for row in screening_questions()}
        return Given(
            answers={code: entry for code, entry in answers.items() if entry[0]},
            screening={code: value == "ya" for code, value in screening.items() if value},
            verdict=kept["verdict"],
            # A place chosen before another verdict was says nothing any more.
            destination=place if rule and rule.elsewhere else "",
            reason=kept["reason"],
            why=kept.get("why", ""),
        )
