"""Signs of life, the page of a job, and the admin of the shared floor."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.urls import reverse

from ksd.core import clock, tasks
from ksd.core.jobs import request_job
from ksd.core.liveness import leave_heartbeat
from ksd.core.models import Heartbeat, Job, JobState


@pytest.fixture
def job(cast, handle, sent):
    handle(lambda _job, _report: None)
    payload = {"result_url": "/kalender/"}
    return request_job(kind="uji", key="1", payload=payload, actor=cast.officer, label="PDF naskah KB")


def change(job, **facts):
    Job.objects.filter(pk=job.pk).update(**facts)


@pytest.mark.django_db
def test_health_is_good_only_while_worker_and_beat_give_signs(client):
    assert client.get("/healthz").status_code == 503
    leave_heartbeat("worker")
    leave_heartbeat("beat")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (
        200,
        {"web": True, "worker": True, "beat": True, "database": True},
    )
    with clock.frozen(clock.now() + timedelta(seconds=61)):
        leave_heartbeat("worker")
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"web": True, "worker": True, "beat": False, "database": True}


@pytest.mark.django_db
def test_health_without_a_database_is_told_and_not_a_crash(client, monkeypatch):
    def lost():
        raise DatabaseError("gone")

    monkeypatch.setattr("ksd.core.views.living_parts", lost)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["database"]) == (503, False)


@pytest.mark.django_db
def test_ready_means_the_database_answers(client):
    assert client.get("/readyz").json() == {"ready": True}
    assert client.post("/readyz").status_code == 405


@pytest.mark.django_db
def test_beat_and_worker_each_leave_their_own_sign():
    tasks.beat_is_alive()
    assert set(Heartbeat.objects.values_list("name", flat=True)) == {"beat"}
    tasks.beat_heartbeat()
    assert set(Heartbeat.objects.values_list("name", flat=True)) == {"beat", "worker"}


@pytest.mark.django_db
def test_the_workers_pulse_is_written_every_ten_seconds_not_every_two(monkeypatch):
    moment = [1000.0]
    monkeypatch.setattr("ksd.core.tasks.time.monotonic", lambda: moment[0])
    monkeypatch.setattr("ksd.core.tasks._Pulse.last", 0.0)
    written: list[str] = []
    monkeypatch.setattr("ksd.core.tasks.leave_heartbeat", written.append)
    for moment[0] in (1000.0, 1002.0, 1009.0, 1010.0):
        tasks.worker_is_alive()
    assert written == ["worker", "worker"]


def test_a_job_is_a_page_for_its_asker_and_does_not_exist_for_others(cast, job, signed_in, client):
    url = reverse("core:job", args=[job.public_id])
    assert client.get(url).status_code == 302
    assert signed_in(cast.stranger).get(url).status_code == 404
    answer = signed_in(cast.officer).get(url)
    assert answer.status_code == 200
    assert "PDF naskah KB" in answer.content.decode()
    assert signed_in(cast.officer).post(url).status_code == 405


def test_htmx_gets_the_fragment_that_asks_again_until_the_job_is_over(cast, job, signed_in):
    url = reverse("core:job", args=[job.public_id])
    browser = signed_in(cast.officer)
    change(job, state=JobState.RUNNING, progress=40, message="Menyusun halaman")
    fragment = browser.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert 'hx-trigger="every 1s"' in fragment
    assert "Menyusun halaman" in fragment
    assert fragment.strip() in browser.get(url).content.decode()
    change(job, state=JobState.DONE, progress=100)
    fragment = browser.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "hx-get" not in fragment
    assert 'href="/kalender/"' in fragment


def test_a_failed_job_says_why(cast, job, signed_in):
    change(job, state=JobState.FAILED, error="Pasal 3 merujuk pasal yang tidak ada.")
    text = signed_in(cast.officer).get(reverse("core:job", args=[job.public_id])).content.decode()
    assert "Pasal 3 merujuk pasal yang tidak ada." in text
    assert "hx-get" not in text


def test_the_admin_reads_jobs_and_sends_only_failed_ones_again(cast, job, signed_in, sent):
    browser = signed_in(cast.admin)
    listing = reverse("admin:core_job_changelist")
    assert browser.get(listing, {"q": "naskah"}).status_code == 200
    answer = browser.get(reverse("admin:core_job_change", args=[job.pk]))
    assert answer.status_code == 200
    assert 'name="_save"' not in answer.content.decode()
    assert browser.get(reverse("admin:core_job_add")).status_code == 403
    act = {"action": "send_again", "_selected_action": [job.pk]}
    assert "tidak dapat dikirim ulang" in browser.post(listing, act, follow=True).content.decode()
    change(job, state=JobState.FAILED, attempts=3)
    assert "1 tugas dikirim ulang" in browser.post(listing, act, follow=True).content.decode()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)


@pytest.mark.parametrize("model", ["job", "storedfile", "heartbeat"])
def test_nobody_but_the_admin_reads_the_shared_floor(cast, signed_in, model):
    address = reverse(f"admin:core_{model}_changelist")
    assert signed_in(cast.officer).get(address).status_code in {302, 403}
    assert signed_in(cast.admin).get(address).status_code == 200


AWAY = "Pekerja latar belakang sedang tidak berjalan"


def test_a_waiting_job_says_that_no_worker_runs_and_that_nothing_is_lost(cast, job, signed_in):
    url = reverse("core:job", args=[job.public_id])
    text = signed_in(cast.officer).get(url).content.decode()
    assert AWAY in text
    assert "tetap tersimpan" in text
    leave_heartbeat("worker")
    assert AWAY not in signed_in(cast.officer).get(url).content.decode()
    with clock.frozen(clock.now() + timedelta(seconds=61)):
        assert AWAY in signed_in(cast.officer).get(url).content.decode()


@pytest.mark.parametrize("state", [JobState.RUNNING, JobState.DONE, JobState.FAILED])
def test_a_job_that_does_not_wait_says_nothing_of_the_worker(cast, job, signed_in, state):
    change(job, state=state)
    url = reverse("core:job", args=[job.public_id])
    assert AWAY not in signed_in(cast.officer).get(url).content.decode()
