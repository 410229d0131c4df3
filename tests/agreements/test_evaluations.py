"""An evaluation: each role its own form, consolidated by the secretariat, closed with a conclusion that gates renewal."""

from datetime import date

import pytest

from agreements.law.practice import practice
from agreements.models import Evaluation, OfficeSetting, Proceeding
from agreements.services import evaluating
from agreements.services.evaluation_results import (
    latest_evaluation,
    renewal_findings,
    renewal_proposal,
    summarise,
)
from agreements.services.health import health_of, override_health, withdraw_override
from agreements.services.reports import moving, opening, writing
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from tests import factories
from tests.agreements.playing import Play


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation that is being carried out, with the people who evaluate it."""
    play.to("pelaksanaan")
    return play


def answer(
    play: Play, evaluation: Evaluation, form: str, actor: User, *, rating: int = 4, order: int = 1
) -> None:
    """Answer a form, every criterion alike."""
    asked = practice().asked_of(form)
    evaluating.answer_form(
        actor=actor,
        evaluation=evaluation,
        form=form,
        party=play.parties()[order - 1],
        ratings={row.code: rating for row in asked},
        remarks={},
        verdict="dilanjutkan",
        suggestion="Lanjutkan",
    )


def closed(play: Play, verdict: str = "dilanjutkan") -> Evaluation:
    """A round answered by all who must, and closed."""
    found = evaluating.open_evaluation(actor=play.cast.officer, case=play.case)
    answer(play, found, "pemohon", play.cast.officer)
    answer(play, found, "sekretariat", play.cast.tkksd)
    return evaluating.close_evaluation(
        actor=play.cast.tkksd, evaluation=found, verdict=verdict, conclusion="Berjalan baik"
    )


def test_the_forms_differ_by_role_and_none_poses_as_law() -> None:
    asked = {form.code: {row.code for row in practice().asked_of(form.code)} for form in practice().forms}
    assert set(asked) == {"pemohon", "pd_lokus", "sekretariat"}
    assert len({frozenset(codes) for codes in asked.values()}) == 3
    assert len(practice().criteria) == 11
    assert "dokumen" in asked["sekretariat"] - asked["pemohon"]
    assert all(form.internal for form in practice().forms)
    assert all(row.internal for row in practice().criteria)


def test_each_role_answers_its_own_form(running: Play) -> None:
    found = evaluating.open_evaluation(actor=running.cast.officer, case=running.case)
    answer(running, found, "pd_lokus", running.cast.partner, order=2)
    refused = [
        ("pemohon", running.cast.tkksd, 1),
        ("pd_lokus", running.cast.tkksd, 1),
        ("pd_lokus", running.cast.officer, 2),
        ("sekretariat", running.cast.partner, 2),
        ("pemohon", running.cast.partner, 1),
        ("pemohon", running.cast.stranger, 1),
        ("sekretariat", running.cast.observer, 1),
        ("sekretariat", running.cast.biro, 1),
    ]
    for form, actor, order in refused:
        with pytest.raises(NotAllowed):
            answer(running, found, form, actor, order=order)
    assert [row.form for row in found.answers.all()] == ["pd_lokus"]


def test_every_criterion_is_rated_from_one_to_five(running: Play) -> None:
    found = evaluating.open_evaluation(actor=running.cast.officer, case=running.case)
    for rating in (0, 6):
        with pytest.raises(DomainError, match="1 sampai 5"):
            answer(running, found, "pemohon", running.cast.officer, rating=rating)


def test_one_round_at_a_time(running: Play) -> None:
    evaluating.open_evaluation(actor=running.cast.officer, case=running.case)
    with pytest.raises(ImpossibleStep, match="masih terbuka"):
        evaluating.open_evaluation(actor=running.cast.tkksd, case=running.case)


def test_nothing_is_evaluated_before_it_is_carried_out(play: Play) -> None:
    with pytest.raises(ImpossibleStep, match="saat kerja sama dilaksanakan"):
        evaluating.open_evaluation(actor=play.cast.officer, case=play.case)


def test_a_round_closes_when_the_required_forms_are_there_and_takes_no_more_answers(running: Play) -> None:
    found = evaluating.open_evaluation(actor=running.cast.officer, case=running.case)
    answer(running, found, "pemohon", running.cast.officer)
    with pytest.raises(NotReady, match="Sekretariat TKKSD"):
        evaluating.close_evaluation(
            actor=running.cast.tkksd, evaluation=found, verdict="diperluas", conclusion="x"
        )
    answer(running, found, "sekretariat", running.cast.tkksd, rating=2)
    with pytest.raises(DomainError, match="wajib"):
        evaluating.close_evaluation(
            actor=running.cast.tkksd, evaluation=found, verdict="diperluas", conclusion=" "
        )
    evaluating.close_evaluation(
        actor=running.cast.tkksd, evaluation=found, verdict="diperluas", conclusion="Perluas"
    )
    with pytest.raises(ImpossibleStep, match="sudah ditutup"):
        answer(running, found, "pemohon", running.cast.officer)
    summary = summarise(found.answers.all())
    goal = summary.rows[0]
    assert (goal.by_form, goal.average, goal.disagrees) == ([4.0, None, 2.0], 3.0, True)


def test_an_extension_asks_for_an_evaluation_of_the_last_twelve_months(running: Play) -> None:
    assert [row.severity for row in renewal_findings(running.case)] == ["blocking"]
    found = closed(running)
    assert latest_evaluation(running.case) == found
    assert renewal_findings(running.case) == []
    assert "Lanjutkan" in renewal_proposal(running.case)
    with clock.frozen(date(2027, 11, 22)):
        assert [row.severity for row in renewal_findings(running.case)] == ["blocking"]
        OfficeSetting.objects.create(code="bulan_evaluasi", value="24")
        assert renewal_findings(running.case) == []


def test_a_verdict_to_stop_warns_but_does_not_forbid(running: Play) -> None:
    closed(running, "dihentikan")
    found = renewal_findings(running.case)
    assert [row.severity for row in found] == ["warning"]
    assert not any(row.article for row in found), "it is the office's own rule"


def test_the_same_data_give_the_same_score_and_the_unknown_does_not_count(running: Play) -> None:
    first = health_of(running.case)
    assert [fact.weight for fact in first.facts] == [30, 25, 15, 15, 15]
    assert first.facts[0].reading is None
    with clock.frozen(date(2027, 8, 1)):
        opening.open_all_reports()
        late = health_of(running.case)
        assert late == health_of(running.case)
        assert late.facts[0].percent == 0
        assert late.facts[1].reading is None
        assert late.facts[4].percent == 100, "every other term was kept"
        assert late.score == round(100 * 15 / (30 + 15))


def test_a_report_in_time_is_healthy(running: Play) -> None:
    report = running.case.reports.get()
    words = writing.prefilled(report) | {"permasalahan": "nihil", "upaya": "nihil", "hal_lain": "nihil"}
    writing.save_report(actor=running.cast.officer, report=report, items=words, seen_revision=0)
    moving.take_step(actor=running.cast.officer, report=report, code="dikirim", seen_state="disusun")
    health = health_of(running.case)
    assert health.facts[0].percent == 100
    assert health.health == "sehat"


def test_an_open_dispute_weighs_on_the_health_until_it_is_settled(running: Play) -> None:
    today = factories.TODAY
    matter = Proceeding.objects.create(
        case=running.case,
        code="perselisihan_daerah",
        title="Biaya rujukan",
        step="musyawarah",
        step_since=today,
        opened_on=today,
    )
    assert health_of(running.case).facts[3].percent == 0
    matter.closed_on = today
    matter.save()
    assert health_of(running.case).facts[3].percent == 100


def test_a_word_over_the_health_has_a_reason_a_last_day_and_a_history(running: Play) -> None:
    cast, case = running.cast, running.case
    with pytest.raises(NotAllowed):
        override_health(
            actor=cast.officer, case=case, health="sehat", reason="x", expires_on=date(2026, 12, 1)
        )
    for reason, day in (
        (" ", date(2026, 12, 1)),
        ("Alasan", date(2026, 11, 20)),
        ("Alasan", date(2028, 1, 1)),
    ):
        with pytest.raises(DomainError):
            override_health(actor=cast.biro, case=case, health="sehat", reason=reason, expires_on=day)
    override_health(actor=cast.biro, case=case, health="sehat", reason="Satu", expires_on=date(2026, 12, 1))
    word = override_health(
        actor=cast.head, case=case, health="bermasalah", reason="Dua", expires_on=date(2026, 12, 1)
    )
    assert health_of(case).health == "bermasalah"
    with clock.frozen(date(2026, 12, 2)):
        assert health_of(case).override is None
    withdraw_override(actor=cast.biro, override=word)
    word.refresh_from_db()
    assert health_of(case).override is None
    with pytest.raises(ImpossibleStep):
        withdraw_override(actor=cast.biro, override=word)
    assert case.health_overrides.count() == 2
    assert word.withdrawn_on == factories.TODAY
