"""The two questions on DPRD approval, answered by each region for itself."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.law.schema import Question
from agreements.models import Case, Party
from agreements.services.acting import acting_for_party
from agreements.services.acts import lock_case
from agreements.services.history import tell_parties, write_event
from agreements.services.proposal import store_answers
from agreements.services.turns import asks_dprd, refresh_turns
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep

PERMISSION = "agreements.dprd"


@transaction.atomic
def answer_dprd(*, actor: User, case: Case, party: Party, answers: Mapping[str, tuple[bool, str]]) -> None:
    """Record one region's answers: burdens community and region? not yet in this year's APBD?

    Permendagri 22/2020 Pasal 11 ayat (1) and Pasal 34 ayat (1). Raises when an answer or its reason is missing.
    """
    case = lock_case(case)
    if not asks_dprd(case):
        raise ImpossibleStep(
            _("Pertanyaan DPRD tidak dapat dijawab pada tahap “%s”.") % case.state_label,
            remedy=_("Muat ulang halaman kerja sama ini."),
        )
    party = next(entry for entry in case.parties.all() if entry.pk == party.pk)
    acting = acting_for_party(actor, case, party, permission=PERMISSION)
    asked = case.pack.dprd_questions
    _check_answers(asked, answers)
    store_answers(actor=actor, case=case, party=party, asked=asked, answers=answers)
    summary = "; ".join(
        f"{question.text} {_('Ya') if answers[question.code][0] else _('Tidak')}: {answers[question.code][1]}"
        for question in asked
    )
    event = write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow="jawab_dprd",
        label="Pertanyaan DPRD dijawab",
        article=asked[0].article,
        reason=summary,
    )
    case = lock_case(case)
    refresh_turns(case)
    tell_parties(case=case, event=event)


def _check_answers(asked: Sequence[Question], answers: Mapping[str, tuple[bool, str]]) -> None:
    """Refuse a missing answer or reason. Raises DomainError with the article."""
    if any(question.code not in answers or not answers[question.code][1].strip() for question in asked):
        raise DomainError(
            _("Kedua pertanyaan dijawab ya atau tidak, masing-masing dengan alasannya."),
            remedy=_("Lengkapi jawaban dan alasannya."),
            article=asked[0].article if asked else "",
        )
