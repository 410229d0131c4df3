"""Every step of a follow-up against every state and every person."""

from datetime import date
from itertools import product

import pytest

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from meetings.choices import FollowUpState, MeetingState
from meetings.duties import AGREED_STATES, STEPS, report_step
from meetings.models import FollowUp
from meetings.services.follow_ups import ReportData, decide, report
from tests.meetings.follow_up_rows import agreed, follow_up

pytestmark = pytest.mark.django_db
PROGRESS = {"kendala": 0, "lapor": 40, "selesaikan": 100}
# Who owns the follow-up of Kukar, and who organises the Rakor of the province.
OWNERS, ORGANISERS = ("officer", "tkksd"), ("biro", "head")
OTHERS = ("partner", "stranger", "observer", "admin", "nobody")


def take(step, actor, row):
    if step.is_report:
        data = ReportData(progress=PROGRESS[step.code], text="Sudah dikerjakan (contoh)")
        return report(actor=actor, follow_up=row, data=data)
    return decide(
        actor=actor, follow_up=row, code=step.code, reason="Diperiksa (contoh)", due_on=date(2026, 12, 20)
    )


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_a_step_leaves_only_the_states_of_the_table(cast, step):
    held = agreed(cast)
    actor = cast.biro
    for state in FollowUpState.values:
        row = follow_up(held, cast.kukar, state=state)
        if state in step.sources:
            entry = take(step, actor, row)
            row.refresh_from_db()
            assert row.state == (step.target or state) == entry.state
            assert entry.actor_name == str(actor)
        else:
            with pytest.raises(ImpossibleStep, match="tidak dapat dilakukan"):
                take(step, actor, row)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_a_step_is_taken_only_by_whom_the_table_names(cast, step):
    held = agreed(cast)
    may = {"penanggung_jawab": OWNERS, "penyelenggara": ORGANISERS}
    allowed = {name for who in step.who for name in may[who]}
    for name in (*OWNERS, *ORGANISERS, *OTHERS):
        row = follow_up(held, cast.kukar, state=step.sources[0])
        if name in allowed:
            assert take(step, getattr(cast, name), row)
        else:
            with pytest.raises(NotAllowed, match="bukan wewenang Anda"):
                take(step, getattr(cast, name), row)
            row.refresh_from_db()
            assert row.state == step.sources[0]
            assert not row.entries.exists()


@pytest.mark.parametrize(("step", "state"), list(product(STEPS, MeetingState.values)))
def test_nothing_is_owed_before_the_result_is_agreed_nor_after_a_meeting_called_off(cast, step, state):
    row = follow_up(agreed(cast, state=state), cast.kukar, state=step.sources[0])
    if state in AGREED_STATES and not (step.code == "buka_lagi" and state == "selesai"):
        assert take(step, cast.biro, row)
    else:
        with pytest.raises(ImpossibleStep):
            take(step, cast.biro, row)


def test_a_report_is_named_by_how_far_it_has_come():
    assert [report_step(percent).code for percent in (0, 1, 99, 100)] == [
        "kendala", "lapor", "lapor", "selesaikan",
    ]  # fmt: skip


def test_a_dropped_point_asks_for_nothing(cast):
    row = follow_up(agreed(cast), cast.kukar)
    row.decision.dropped_at = row.created_at
    row.decision.save()
    with pytest.raises(ImpossibleStep, match="butirnya dicabut"):
        take(STEPS[1], cast.officer, row)
    assert not FollowUp.objects.standing().exists()


@pytest.mark.parametrize("code", ["kembalikan", "hentikan", "buka_lagi", "ubah_tenggat"])
def test_a_step_against_the_owner_says_why(cast, code):
    step = next(row for row in STEPS if row.code == code)
    row = follow_up(agreed(cast), cast.kukar, state=step.sources[0])
    with pytest.raises(DomainError, match="Alasan wajib diisi") as refusal:
        decide(actor=cast.biro, follow_up=row, code=code, reason="  ", due_on=date(2026, 12, 20))
    assert refusal.value.status == 422


def test_what_was_returned_has_the_progress_reported_before_it_was_called_done(cast):
    row = follow_up(agreed(cast), cast.kukar)
    for percent in (60, 100):
        report(actor=cast.officer, follow_up=row, data=ReportData(progress=percent, text="Maju (contoh)"))
    row.refresh_from_db()
    assert row.done_on == date(2026, 11, 21)
    decide(actor=cast.biro, follow_up=row, code="kembalikan", reason="Bukti kurang")
    row.refresh_from_db()
    assert (row.state, row.progress) == ("proses", 60)
    assert FollowUp.objects.get(pk=row.pk).done_on is None


def test_a_decision_on_something_that_changed_meanwhile_is_refused(cast):
    row = follow_up(agreed(cast), cast.kukar, state="selesai")
    with pytest.raises(StaleForm, match="berubah"):
        decide(actor=cast.biro, follow_up=row, code="verifikasi", seen_revision=row.revision + 1)


def test_lateness_is_derived_from_the_day_and_never_for_what_is_done(cast):
    held, past = agreed(cast), date(2026, 11, 20)
    late = [
        state
        for state in FollowUpState.values
        if follow_up(held, cast.kukar, state=state, due_on=past).is_late
    ]
    assert late == ["belum", "proses"]
    assert {row.state for row in FollowUp.objects.late()} == {"belum", "proses"}
    row = FollowUp.objects.late()[0]
    assert row.standing_label == "Terlambat 1 hari"
    assert not follow_up(held, cast.kukar, due_on=date(2026, 11, 21)).is_late
    assert not follow_up(held, cast.kukar, due_on=None).is_late
