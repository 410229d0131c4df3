"""A job is asked for once, done once, and tells the truth about itself."""

from datetime import timedelta

import pytest

from ksd.core import clock, files
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.jobs import job_viewer, may_view, registry, request_job, requeue_job, run_job, sweep_jobs
from ksd.core.jobs.running import GAVE_UP, Hold, LostLease
from ksd.core.jobs.sweeping import DIED
from ksd.core.models import FormToken, Job, JobState
from tests import factories

pytestmark = pytest.mark.django_db


def ask(key="1", **changes):
    facts = {"kind": "uji", "key": key, "payload": {"n": 1}, "actor": None, "label": "Uji"} | changes
    return request_job(**facts)


def make(job, report):
    report(40, "Menyusun halaman")
    return files.store_bytes(
        content=b"%PDF-", name=f"{job.key}.pdf", content_type="application/pdf", kind="uji"
    )


def test_a_job_is_told_to_the_worker_only_after_the_commit(handle, sent, django_capture_on_commit_callbacks):
    handle(make)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        job = ask()
        assert sent == []
    assert len(callbacks) == 1
    assert sent == [job.pk]


def test_asking_again_while_it_lives_or_is_done_gives_the_same_job(handle, sent):
    handle(make)
    first = ask()
    assert ask() == first
    assert run_job(first.pk)
    again = ask()
    assert (again, again.state) == (first, JobState.DONE)
    assert ask(key="2") != first


def test_a_job_done_has_its_result_and_is_not_done_again(handle):
    handle(make)
    job = ask()
    assert run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.progress, job.attempts, job.lease_until) == (JobState.DONE, 100, 1, None)
    assert job.result is not None
    assert job.result.name == "1.pdf"
    assert job.finished_at == clock.now()
    assert not run_job(job.pk)
    job.refresh_from_db()
    assert job.attempts == 1


def test_nobody_can_ask_for_what_nobody_does():
    with pytest.raises(LookupError, match="tak-dikenal"):
        ask(kind="tak-dikenal")


def test_a_refusal_fails_at_once_with_its_own_words(handle):
    def refuse(_job, _report):
        raise DomainError("Pasal 3 merujuk pasal yang tidak ada.", remedy="Perbaiki rujukan.")

    handle(refuse)
    job = ask()
    assert not run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.FAILED, 1)
    assert job.error == "Pasal 3 merujuk pasal yang tidak ada. Perbaiki rujukan."


def test_an_accident_is_tried_three_times_and_then_told(handle, sent, caplog):
    def stumble(_job, _report):
        raise RuntimeError("kehabisan memori")

    handle(stumble)
    job = ask()
    for attempt in (1, 2):
        assert not run_job(job.pk)
        job.refresh_from_db()
        assert (job.state, job.attempts) == (JobState.QUEUED, attempt)
        assert f"Percobaan ke-{attempt} gagal" in job.message
    assert not run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, GAVE_UP)
    assert "kehabisan memori" in job.detail
    assert not run_job(job.pk)


def test_a_failed_job_asked_for_again_starts_afresh(handle):
    handle(lambda _job, _report: (_ for _ in ()).throw(DomainError("Tidak dapat.")))
    job = ask()
    run_job(job.pk)
    handle(make)
    again = ask(payload={"n": 2})
    assert again == job
    assert (again.state, again.attempts, again.error, again.payload) == (JobState.QUEUED, 0, "", {"n": 2})
    assert run_job(job.pk)


def test_a_worker_that_holds_the_job_keeps_others_away(handle):
    handle(make)
    job = ask()
    Job.objects.filter(pk=job.pk).update(
        state=JobState.RUNNING, attempts=1, lease_until=clock.now() + timedelta(seconds=30)
    )
    assert not run_job(job.pk)
    with clock.frozen(clock.now() + timedelta(seconds=31)):
        assert run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DONE, 2)


def test_a_worker_that_lost_its_lease_neither_reports_nor_finishes(handle):
    finished = []

    def slow(job, report):
        # Meanwhile the lease ran out and another worker took the second attempt.
        Job.objects.filter(pk=job.pk).update(attempts=2)
        with pytest.raises(LostLease):
            report(50, "Masih mengerjakan")
        finished.append(job.pk)

    handle(slow)
    job = ask()
    assert not run_job(job.pk)
    job.refresh_from_db()
    assert finished == [job.pk]
    assert (job.state, job.attempts, job.progress) == (JobState.RUNNING, 2, 0)


def test_a_report_lengthens_the_lease_and_shows_how_far_it_is(handle, settings):
    settings.KSD_JOB_LEASE_SECONDS = 60
    job = ask_running(handle)
    with clock.frozen(clock.now() + timedelta(seconds=50)):
        Hold(job).report(140, "Hampir selesai")
        job.refresh_from_db()
        assert (job.progress, job.message) == (99, "Hampir selesai")
        assert job.lease_until == clock.now() + timedelta(seconds=60)


def ask_running(handle):
    handle(make)
    job = ask()
    Job.objects.filter(pk=job.pk).update(
        state=JobState.RUNNING, attempts=1, lease_until=clock.now() + timedelta(seconds=60)
    )
    job.refresh_from_db()
    return job


def test_the_sweep_sends_what_nobody_took_but_not_what_was_just_sent(handle, sent):
    handle(make)
    old = ask()
    with clock.frozen(clock.now() + timedelta(seconds=11)):
        fresh = ask(key="2")
        assert sweep_jobs() == 1
        assert sent == [old.pk]
        assert sweep_jobs() == 0
    with clock.frozen(clock.now() + timedelta(seconds=23)):
        assert sweep_jobs() == 2
        assert sorted(sent) == [old.pk, old.pk, fresh.pk]


def test_the_sweep_sends_a_job_whose_worker_died_and_gives_up_after_the_third(handle, sent):
    job = ask_running(handle)
    with clock.frozen(clock.now() + timedelta(seconds=61)):
        assert sweep_jobs() == 1
        Job.objects.filter(pk=job.pk).update(attempts=3)
        assert sweep_jobs() == 0
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, DIED)


def test_the_sweep_stops_at_once_when_the_broker_is_away(handle, monkeypatch):
    handle(make)
    tried: list[int] = []

    def away(job_id: int) -> bool:
        tried.append(job_id)
        return False

    monkeypatch.setattr("ksd.core.jobs.sweeping.send_to_worker", away)
    for key in "abc":
        ask(key=key)
    with clock.frozen(clock.now() + timedelta(seconds=11)):
        assert sweep_jobs() == 0
    assert len(tried) == 1


def test_the_sweep_forgets_form_tokens_after_a_month(cast):
    FormToken.objects.create(user=cast.officer, token="lama", used_at=clock.now() - timedelta(days=31))
    FormToken.objects.create(user=cast.officer, token="baru", used_at=clock.now())
    sweep_jobs()
    assert list(FormToken.objects.values_list("token", flat=True)) == ["baru"]


def test_only_a_failed_job_can_be_sent_again_by_hand(handle, sent, cast):
    handle(make)
    job = ask()
    with pytest.raises(ImpossibleStep, match="menunggu giliran"):
        requeue_job(job=job, actor=cast.admin)
    Job.objects.filter(pk=job.pk).update(state=JobState.FAILED)
    assert requeue_job(job=job, actor=cast.admin).state == JobState.QUEUED


def test_a_job_is_seen_by_its_asker_and_by_whom_its_kind_admits(cast, handle, monkeypatch):
    monkeypatch.setattr(registry, "_viewers", {})
    handle(make)
    job = ask(actor=cast.officer)
    assert may_view(cast.officer, job)
    assert not may_view(cast.partner, job)
    job_viewer("uji")(lambda user, _job: user.username == "petugas.kubar")
    assert may_view(cast.partner, job)
    assert not may_view(cast.stranger, job)
    assert not may_view(None, job)


def test_a_job_of_nobody_is_seen_by_nobody_without_a_rule(handle):
    handle(make)
    assert not may_view(factories.person("seseorang"), ask())
