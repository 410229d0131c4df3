"""What was answered when rows were tested is not asked again at the door of their proposal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from agreements.law.triage import questions as screening_questions
from agreements.models import Case
from agreements.services.proposal import save_answers
from agreements.services.triage import link_triage, record_triage
from ksd.accounts.models import User
from ksd.core.language import in_indonesian
from ksd.mapping.choices import Answer
from ksd.mapping.law.wajib import Condition, standings, verdicts
from ksd.mapping.models import MappingRow, RowTriage
from ksd.mapping.services.bordering import borders_between

# What a proposal asks of its own parties is read from the borders, not from what a row said of another region.
BORDERING = "berbatasan"
# By code of the question: what was answered, and every reason given for it.
Said = Mapping[str, tuple[str, Sequence[str]]]


def carry_screening(*, actor: User, row: MappingRow, case: Case) -> None:
    """Keep the door of the proposal as it was passed in the test of its region's row."""
    triage: RowTriage | None = getattr(row, "triage", None)
    answers = {code: bool(said) for code, said in (triage.screening if triage else {}).items()}
    if triage and all(each.code in answers for each in screening_questions()) and not any(answers.values()):
        kept = record_triage(
            actor=actor, region=row.region, title=row.title, answers=answers, office=row.office,
            reason=triage.reason,
        )  # fmt: skip
        link_triage(actor=actor, triage=kept, case=case)


@in_indonesian
def carry_test(*, actor: User, rows: Sequence[MappingRow], case: Case) -> None:
    """Answer the questions of a kerja sama wajib as its rows were tested; where rows differ people answer anew."""
    if not any(rule.tested and case.kind in rule.kinds for rule in verdicts()):
        return
    said = _agreed(_tests(rows))
    answers = {code: _told(answer, reasons) for code, (answer, reasons) in said.items() if code != BORDERING}
    answers |= dict(_conditions(said))
    answers |= dict(_bordering(case))
    if answers:
        save_answers(actor=actor, case=case, answers=answers)


def _tests(rows: Iterable[MappingRow]) -> list[RowTriage]:
    """The tests that were made of the rows as they read today."""
    found: Iterator[Any] = (getattr(row, "triage", None) for row in rows)
    return [triage for triage in found if triage and not triage.is_outdated]


def _agreed(tests: Iterable[RowTriage]) -> Said:
    """What every test that knows says; a question on which they differ is left out."""
    found: dict[str, list[dict[str, str]]] = {}
    for triage in tests:
        for code, entry in triage.answers.items():
            if entry.get("answer") in (Answer.YES, Answer.NO):
                found.setdefault(code, []).append(entry)
    return {
        code: (entries[0]["answer"], [entry.get("reason", "") for entry in entries])
        for code, entries in found.items()
        if len({entry["answer"] for entry in entries}) == 1
    }


def _conditions(said: Said) -> Iterator[tuple[str, tuple[bool, str]]]:
    """What the questions of a condition come to together, for a proposal that asks it as one."""
    for condition, answer in standings({code: given for code, (given, _reasons) in said.items()}):
        if condition.code != BORDERING and answer in (Answer.YES, Answer.NO):
            yield condition.code, _told(answer, _behind(condition, said, answer))


def _behind(condition: Condition, said: Said, answer: str) -> Iterator[str]:
    """The reasons of the questions that answer a condition so."""
    for question in condition.questions:
        given, reasons = said.get(question.code, ("", ()))
        if given == answer:
            yield from reasons


def _bordering(case: Case) -> Iterator[tuple[str, tuple[bool, str]]]:
    """That whoever proposes borders on every other party, where the data knows it of each of them."""
    parties = [party.region for party in case.parties.select_related("region") if party.region]
    own = case.initiator.region
    others = [region for region in parties if own and region.pk != own.pk]
    if own is None or not others:
        return
    finding = borders_between(own, others)
    if all(border.stands for border in finding.borders):
        yield BORDERING, (True, finding.reason)


def _told(answer: str, reasons: Iterable[str]) -> tuple[bool, str]:
    """An answer as a proposal keeps it: its reasons, each once, and where they are from."""
    told = " ".join(dict.fromkeys(reason.strip() for reason in reasons if reason.strip()))
    return answer == Answer.YES, f"{told} (dari uji pemetaan potensi)"
