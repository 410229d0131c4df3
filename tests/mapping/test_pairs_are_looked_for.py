"""Pairs are looked for once in the background, kept up to date row by row, and never lost by the queue."""

from datetime import timedelta

import pytest

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.jobs import may_view, run_job
from ksd.core.models import Job
from ksd.mapping.models import MappingRow, Match, MatchRow, MatchRun
from ksd.mapping.services.matching.due import DUE_JOB, rescore_row
from ksd.mapping.services.matching.jobs import sweep_matching
from ksd.mapping.services.matching.requesting import RUN_JOB, request_run
from ksd.mapping.services.matching.scoring import due_rows, score_due
from ksd.mapping.services.rows import withdraw_row
from regions.models import Adjacency
from tests.mapping.match_rows import have, looked, need
from tests.mapping.rows import period, row, urusan
from tests.mapping.triage_rows import judged


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def rows(cast, opened):
    return need(cast.partner, opened, cast.kubar), have(cast.officer, opened, cast.kukar)


def pairs_of(opened):
    listed = Match.objects.filter(period=opened, listed=True).order_by("first", "second")
    return [(match.first_id, match.second_id, match.score, match.reasons) for match in listed]


def touch(made, **facts):
    MappingRow.objects.filter(pk=made.pk).update(updated_at=clock.now() + timedelta(minutes=1), **facts)


def test_a_pair_keeps_reasons_that_sum_up_to_its_score(cast, opened, rows):
    (match,) = looked(cast.biro, opened)
    assert (match.first, match.second) == rows
    assert match.score == sum(reason["points"] for reason in match.reasons)
    facts = {reason["code"]: reason["facts"] for reason in match.reasons}
    assert facts["figures"]["share"] == 250.0
    assert facts["priority"] == {"priority": 1}
    run = MatchRun.objects.get()
    assert (run.rows, run.pairs) == (2, 1)
    assert run.finished_at


def test_who_borders_whom_is_read_from_the_register(cast, opened, rows):
    a, b = sorted((cast.kukar, cast.kubar), key=lambda region: region.pk)
    Adjacency.objects.get_or_create(region_a=a, region_b=b, defaults={"source": "contoh"})
    (match,) = looked(cast.biro, opened)
    assert "border" in {reason["code"] for reason in match.reasons}


def test_drafts_and_what_is_no_ksd_have_no_pairs(cast, opened, rows):
    have(cast.officer, opened, cast.kukar, state="draf")
    judged(cast.biro, rows[1], "bukan_ksd", destination="pengadaan", answers={})
    assert looked(cast.biro, opened) == []


def test_only_who_leads_asks_and_one_search_runs_at_a_time(cast, opened, rows):
    with pytest.raises(NotAllowed):
        request_run(actor=cast.officer, period=opened)
    first = request_run(actor=cast.biro, period=opened)
    assert request_run(actor=cast.biro, period=opened) == first
    assert may_view(cast.biro, first)
    assert not may_view(cast.stranger, first)
    assert run_job(first.pk)
    assert not run_job(first.pk)
    assert request_run(actor=cast.biro, period=opened) != first
    assert Job.objects.filter(kind=RUN_JOB).count() == 2


def test_a_period_that_is_over_is_not_searched(cast, opened):
    opened.state = "disepakati"
    with pytest.raises(ImpossibleStep, match="disepakati"):
        request_run(actor=cast.biro, period=opened)


CHANGES = {
    "other matter": {"title": "Mobil jenazah", "figure_name": ""},
    "more": {"figure": 40},
    "other urusan": {"urusan": "sosial"},
    "withdrawn": {"state": "ditarik"},
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("which", [0, 1])
def test_after_one_row_changed_the_pairs_are_those_of_a_whole_search(cast, opened, rows, change, which):
    have(cast.officer, opened, cast.kukar, title="Dokter spesialis anak dan spesialis kandungan")
    need(cast.partner, opened, cast.kubar, title="Dokter spesialis kandungan", figure=2)
    row(cast.partner, opened, cast.kubar, kind="masalah", title="Malaria hutan")
    looked(cast.biro, opened)
    facts = dict(CHANGES[change])
    if "urusan" in facts:
        facts["urusan"] = urusan("sosial", "Sosial", 6)
    touch(rows[which], **facts)
    assert score_due(opened) == 1
    assert due_rows(opened) == []
    one_by_one = pairs_of(opened)
    looked(cast.biro, opened)
    assert pairs_of(opened) == one_by_one


def test_a_new_row_finds_its_pairs_without_a_whole_search(cast, opened, rows):
    looked(cast.biro, opened)
    added = have(cast.biro, opened, cast.kaltim)
    rescore_row(added.pk)
    assert run_job(Job.objects.get(kind=DUE_JOB).pk)
    assert Match.objects.filter(second=added).exists()


def test_withdrawing_a_row_lets_its_pairs_go(cast, opened, rows):
    looked(cast.biro, opened)
    withdraw_row(actor=cast.biro, row=rows[1], reason="Salah tulis")
    assert run_job(Job.objects.get(kind=DUE_JOB).pk)
    assert not Match.objects.exists()
    assert not MatchRow.objects.get(row=rows[1]).listed


def test_a_draft_asks_for_nothing_and_many_changes_ask_once(cast, opened, rows):
    rescore_row(have(cast.officer, opened, cast.kukar, state="draf").pk)
    assert not Job.objects.exists()
    for made in rows:
        rescore_row(made.pk)
    assert Job.objects.filter(kind=DUE_JOB).count() == 1


def test_the_sweep_asks_again_for_what_was_lost(cast, opened, rows):
    sweep_matching()
    assert run_job(Job.objects.get(kind=DUE_JOB).pk)
    assert Match.objects.count() == 1
    sweep_matching()
    assert Job.objects.filter(kind=DUE_JOB).count() == 1
    touch(rows[0], title="Dokter spesialis jiwa")
    sweep_matching()
    assert Job.objects.filter(kind=DUE_JOB).count() == 2


def test_while_everything_is_searched_single_rows_wait(cast, opened, rows):
    request_run(actor=cast.biro, period=opened)
    rescore_row(rows[0].pk)
    assert run_job(Job.objects.get(kind=DUE_JOB).pk)
    assert not Match.objects.exists()
    assert len(due_rows(opened)) == 2
