"""Nobody waits on a broker that is dead or mute; the sweep brings the job later."""

import socket
import threading
import time

import pytest
from celery import current_app

from ksd.core.jobs import request_job, sending
from ksd.core.models import Job, JobState


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def mute_port():
    """A server that accepts and never answers."""
    server, held = socket.create_server(("127.0.0.1", 0)), []

    def hold():
        try:
            while True:
                held.append(server.accept()[0])
        except OSError:
            return

    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    yield server.getsockname()[1]
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()
    for caller in held:
        caller.close()


@pytest.fixture
def broker(monkeypatch):
    """Point Celery at a Redis on some port, with the options Redis has in production."""

    def point(port):
        monkeypatch.setitem(current_app.conf, "broker_url", f"redis://127.0.0.1:{port}/0")
        monkeypatch.setitem(current_app.conf, "broker_transport_options", {"visibility_timeout": 3600})

    return point


def ask_and_time(key, run_callbacks):
    started = time.monotonic()
    with run_callbacks(execute=True):
        job = request_job(kind="uji", key=key, payload={}, actor=None, label="Uji")
    return job, time.monotonic() - started


@pytest.mark.django_db
def test_a_dead_broker_costs_a_request_nothing_and_raises_nothing(
    broker, handle, django_capture_on_commit_callbacks
):
    handle(lambda _job, _report: None)
    broker(free_port())
    job, seconds = ask_and_time("mati", django_capture_on_commit_callbacks)
    assert seconds < 10  # Celery alone would try for minutes
    assert Job.objects.get(pk=job.pk).state == JobState.QUEUED


@pytest.mark.django_db
def test_a_mute_broker_costs_one_request_a_moment_and_the_next_nothing(
    broker, mute_port, handle, django_capture_on_commit_callbacks
):
    handle(lambda _job, _report: None)
    broker(mute_port)
    _job, seconds = ask_and_time("bisu-1", django_capture_on_commit_callbacks)
    assert seconds < 10  # Celery alone would try for minutes
    _job, seconds = ask_and_time("bisu-2", django_capture_on_commit_callbacks)
    assert seconds < 1.5
    assert Job.objects.filter(state=JobState.QUEUED).count() == 2


@pytest.mark.django_db
def test_after_half_a_minute_the_broker_is_tried_again(broker, handle, monkeypatch):
    broker(free_port())
    assert not sending.send_to_worker(1)
    tried: list[int] = []
    monkeypatch.setattr(current_app, "send_task", lambda *_args, **_kwargs: tried.append(1))
    assert not sending.send_to_worker(1)
    later = time.monotonic() + sending.QUIET_SECONDS + 1
    monkeypatch.setattr("ksd.core.jobs.sending.time.monotonic", lambda: later)
    assert sending.send_to_worker(1)
    assert tried == [1]
