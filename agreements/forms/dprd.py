"""The two questions on DPRD approval for one region."""

from typing import Any

from agreements.forms.proposal import QuestionsForm
from agreements.models import Case, Party


class DprdForm(QuestionsForm):
    """Both questions are answered, each with its reason (Permendagri 22/2020 Pasal 11 ayat (1))."""

    def __init__(self, *args: Any, case: Case, party: Party, **kwargs: Any) -> None:
        given = [answer for answer in case.answers.all() if answer.party_id == party.pk]
        super().__init__(*args, questions=case.pack.dprd_questions, answers=given, strict=True, **kwargs)
