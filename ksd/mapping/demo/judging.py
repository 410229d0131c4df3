"""The test of told rows: answers with reasons and the verdict, by the office's own act."""

from collections.abc import Mapping

from agreements.law.triage import questions as screening_questions
from ksd.mapping.choices import Answer
from ksd.mapping.demo.telling import Told
from ksd.mapping.demo.writing import Ground
from ksd.mapping.law.wajib import questions, verdict_rule
from ksd.mapping.models import MappingRow
from ksd.mapping.services.triage import Given, record_test

_NOT_YET = (Answer.UNKNOWN, "Belum dibahas dalam forum (contoh).")
_BORDERS = (Answer.YES, "Berbatasan menurut data perbatasan.")
_FAR = (Answer.NO, "Tidak berbatasan menurut data perbatasan.")
_JOINTLY = "efisiensi"


def judge(ground: Ground, told: Mapping[MappingRow, Told]) -> int:
    """Give every verdict that is told; how many."""
    judged = [(row, line) for row, line in told.items() if line.verdict]
    for row, line in judged:
        near = any(frozenset((line.region, code)) in ground.borders for code in (line.partner, *line.touches))
        record_test(actor=ground.leader, row=row, given=given_of(line, near=near), seen=0)
    return len(judged)


def given_of(line: Told, *, near: bool = True) -> Given:
    """What the leader of the mapping answers of a told row; `near` says whether its partner borders on it."""
    rule = verdict_rule(line.verdict)
    asked = bool(rule and rule.conditions and (line.partner or line.touches))
    return Given(
        answers=_answers(line, near=near) if asked else {},
        screening={row.code: row.code == line.to for row in screening_questions()},
        verdict=line.verdict,
        destination=line.to,
        reason=line.why,
    )


def _answers(line: Told, *, near: bool) -> dict[str, tuple[str, str]]:
    """Every question: the border by its data, what crosses it and why jointly by what is told."""
    known = dict.fromkeys((*line.across, _JOINTLY), (Answer.YES, line.why))
    known |= {row.code: _BORDERS if near else _FAR for row in questions() if row.prefill}
    return {row.code: known.get(row.code, _NOT_YET) for row in questions()}
