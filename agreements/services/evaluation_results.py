"""What an evaluation says: averages by criterion and form, disagreement, and what follows for an extension."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from django.utils.translation import gettext as _

from agreements.choices.reports import Verdict
from agreements.law.practice import Criterion, practice
from agreements.models import Case, Evaluation, EvaluationAnswer
from agreements.naskah.checks import Finding
from agreements.services.practice import chosen_days
from ksd.core import clock
from ksd.deadlines.calendar import add_months

# From this difference between two answers on, people see the matter differently.
DISAGREE = 2


@dataclass(frozen=True)
class CriterionResult:
    """One criterion: the average of each form (None when it does not ask, or nobody answered), and over all."""

    criterion: Criterion
    by_form: list[float | None]
    average: float | None
    low: int | None
    high: int | None

    @property
    def labelled(self) -> list[tuple[str, float | None]]:
        """The average of each form beside the form's name."""
        return [(form.label, value) for form, value in zip(practice().forms, self.by_form, strict=True)]

    @property
    def disagrees(self) -> bool:
        """Whether two answers lie far apart."""
        return self.low is not None and self.high is not None and self.high - self.low >= DISAGREE


@dataclass(frozen=True)
class EvaluationSummary:
    """All answers of one round side by side."""

    forms: list[str]
    rows: list[CriterionResult]
    average: float | None
    verdicts: list[tuple[str, int]]


def summarise(answers: Iterable[EvaluationAnswer]) -> EvaluationSummary:
    """Consolidate the answers of one round."""
    given = list(answers)
    rows = [_result(criterion, given) for criterion in practice().criteria]
    known = [row.average for row in rows if row.average is not None]
    counts = [
        (str(Verdict(code).label), sum(row.verdict == code for row in given)) for code in Verdict.values
    ]
    return EvaluationSummary(
        forms=[form.label for form in practice().forms],
        rows=rows,
        average=round(fmean(known), 2) if known else None,
        verdicts=[(label, count) for label, count in counts if count],
    )


def _result(criterion: Criterion, answers: list[EvaluationAnswer]) -> CriterionResult:
    def ratings(form: str = "") -> list[int]:
        rows = (answer for answer in answers if not form or answer.form == form)
        return [row.ratings[criterion.code] for row in rows if criterion.code in row.ratings]

    everything = ratings()
    return CriterionResult(
        criterion=criterion,
        by_form=[_mean(ratings(form.code)) for form in practice().forms],
        average=_mean(everything),
        low=min(everything, default=None),
        high=max(everything, default=None),
    )


def _mean(numbers: list[int]) -> float | None:
    return round(fmean(numbers), 2) if numbers else None


def latest_evaluation(case: Case) -> Evaluation | None:
    """The newest round that was closed with a conclusion."""
    return Evaluation.objects.filter(case=case).closed().first()


def renewal_findings(case: Case) -> list[Finding]:
    """What holds back an extension: no closed evaluation of late (the office's own rule, not law), or a verdict to stop."""
    months = chosen_days("bulan_evaluasi")
    last = latest_evaluation(case)
    remedy = _("Buka dan tutup evaluasi pada bagian “Laporan & evaluasi”.")
    if last is None or last.closed_on is None:
        message = _("Belum ada evaluasi yang ditutup; perpanjangan memerlukan evaluasi.")
        return [Finding("evaluasi", "blocking", message, place="evaluasi", remedy=remedy)]
    if add_months(last.closed_on, months) < clock.today():
        message = _("Evaluasi terakhir lebih lama dari %d bulan.") % months
        return [Finding("evaluasi", "blocking", message, place="evaluasi", remedy=remedy)]
    if last.verdict == Verdict.STOP:
        message = _("Evaluasi terakhir menyimpulkan kerja sama dihentikan.")
        why = _("Pertimbangkan kembali, atau jelaskan alasannya dalam permohonan.")
        return [Finding("evaluasi", "warning", message, place="evaluasi", remedy=why)]
    return []


def renewal_proposal(case: Case) -> str:
    """What the last evaluation proposes: go on, change, or stop; empty without one."""
    last = latest_evaluation(case)
    words = {
        Verdict.CONTINUE: _("Lanjutkan dengan naskah yang sama."),
        Verdict.EXTEND: _("Ubah: perluas ruang lingkup dengan addendum atau naskah baru."),
        Verdict.STOP: _("Hentikan: jangan diperpanjang."),
    }
    return words[Verdict(last.verdict)] if last and last.verdict else ""
