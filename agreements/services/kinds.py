"""What becomes of a proposal's answers and state when its kind of cooperation is changed."""

from agreements.law.schema import Kind, LawPack
from agreements.models import Answer, Case


def state_in(pack: LawPack, kind: Kind, state: str) -> str:
    """The state the proposal has under the new pack: its own where one may submit from it, else the first."""
    submitting = next(row for row in pack.arrows if "complete" in row.checks and row.serves(kind.code))
    return state if state in submitting.sources else pack.initial.code


def set_aside_answers(case: Case, kind: Kind) -> list[str]:
    """Take off the answers to questions the new kind does not ask in the same words; each as a line for the history."""
    asked = {row.code: row.text for row in (*kind.questions, *kind.screening)}
    old = {row.code: row.text for row in (*case.kind_rule.questions, *case.kind_rule.screening)}
    answers = Answer.objects.filter(case=case, party__isnull=True).order_by("pk")
    gone = [
        row for row in answers if row.question not in asked or asked[row.question] != old.get(row.question)
    ]
    lines = [f"{old.get(row.question, row.question)} {_words(row)}" for row in gone]
    answers.filter(pk__in=[row.pk for row in gone]).delete()
    return ["Jawaban yang tersimpan sebelumnya:", *lines] if lines else []


def _words(answer: Answer) -> str:
    word = "Ya" if answer.yes else "Tidak"
    return f"{word}: {answer.reason}" if answer.reason else f"{word}."
