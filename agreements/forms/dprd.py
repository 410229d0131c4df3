"""What a region is asked about its DPRD: the questions of the test, and each step with its letters."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.forms.acts import ActForm
from agreements.forms.proposal import QuestionsForm
from agreements.law.schema import Arrow, DocumentKind
from agreements.models import Answer, DprdTrack
from agreements.services.dprd_letters import LetterGiven, file_on_hand, letters_of
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS

LONGEST_REASON = 5000


class DprdForm(QuestionsForm):
    """Every question of the test, each with its reason (Permendagri 22/2020 Pasal 11 ayat (1))."""

    seen_state = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, track: DprdTrack, before: DprdTrack | None, **kwargs: Any) -> None:
        """Filled from this round's answers, or from those of the round `before` it."""
        kept = track.test or (before.test if before else {})
        given = [
            Answer(question=row["code"], yes=row["yes"], reason=row["reason"])
            for row in kept.get("answers", [])
        ]
        kwargs.setdefault("initial", {})["seen_state"] = track.state
        asked = track.pack.dprd_asked(track.cause)
        super().__init__(*args, questions=asked, answers=given, strict=True, **kwargs)
        for question in asked:
            self.fields[f"alasan_{question.code}"].validators.append(MaxLengthValidator(LONGEST_REASON))


class DprdStepForm(ActForm):
    """The fields of one step: its day, its reason, and number, day and file of each letter."""

    def __init__(self, *args: Any, arrow: Arrow, track: DprdTrack, **kwargs: Any) -> None:
        super().__init__(*args, arrow=arrow, pack=track.pack, state=track.state, **kwargs)
        self.letters = letters_of(track, arrow)
        for rule, must in self.letters:
            kept = not rule.numbered and file_on_hand(track, rule.code) is not None
            self._add_letter(rule, must=must, kept=kept)
        if "reason" in self.fields:
            self.fields["reason"].validators.append(MaxLengthValidator(LONGEST_REASON))

    def _add_letter(self, rule: DocumentKind, *, must: bool, kept: bool) -> None:
        label = rule.label if must else gettext("%s (boleh kosong)") % rule.label
        if rule.numbered:
            self.fields[f"number_{rule.code}"] = forms.CharField(
                label=_("%(letter)s: nomor") % {"letter": label}, max_length=120, required=must
            )
            self.fields[f"dated_{rule.code}"] = forms.DateField(
                label=_("%(letter)s: tanggal surat") % {"letter": label},
                required=must,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )
        field = DocumentField(
            DOCUMENTS,
            label=_("%(letter)s: berkas") % {"letter": label},
            required=must and rule.file == "required" and not kept,
        )
        if kept:
            field.help_text = _("Berkas yang sudah ada dipakai lagi bila dikosongkan.")
        self.fields[f"file_{rule.code}"] = field

    def given(self) -> list[LetterGiven]:
        """The letters as they were filled in."""
        cleaned = self.cleaned_data
        return [
            LetterGiven(
                kind=rule.code,
                number=cleaned.get(f"number_{rule.code}") or "",
                dated=cleaned.get(f"dated_{rule.code}"),
                upload=cleaned.get(f"file_{rule.code}") or None,
            )
            for rule, _must in self.letters
        ]
