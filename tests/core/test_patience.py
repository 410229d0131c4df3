"""A request gives up on mute services, and says so kindly."""

import signal
import threading
import time

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from ksd.core.busy import busy_page
from ksd.core.middleware import PatienceMiddleware, drop_connections
from ksd.core.patience import PatienceLost, patience

pytestmark = [pytest.mark.urls("tests.core.trial_urls"), pytest.mark.django_db]


def test_a_page_that_waits_too_long_is_answered_503_with_what_to_do(client, settings):
    settings.KSD_REQUEST_PATIENCE = 0.3
    started = time.monotonic()
    answer = client.get("/uji/lambat")
    assert time.monotonic() - started < 2
    assert answer.status_code == 503
    assert answer["Retry-After"] == "15"
    assert "Layanan sedang sibuk" in answer.content.decode()


def test_a_database_that_is_away_is_the_same_friendly_page(client):
    answer = client.get("/uji/basis-data")
    assert answer.status_code == 503
    assert "Layanan sedang sibuk" in answer.content.decode()


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_lost_before_the_view_is_friendly_too(client, monkeypatch, error, settings):
    def lost(_self, _request):
        raise error("connection refused")

    monkeypatch.setattr("django.middleware.locale.LocaleMiddleware.process_request", lost)
    client.raise_request_exception = False
    answer = client.get("/kalender/")
    assert answer.status_code == 503
    assert "Layanan sedang sibuk" in answer.content.decode()


def test_the_friendly_page_needs_neither_database_nor_template(monkeypatch, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert busy_page().status_code == 503

    def broken(*_args):
        raise OSError("templates are gone")

    monkeypatch.setattr("ksd.core.busy.loader.render_to_string", broken)
    assert "muat ulang halaman ini" in busy_page().content.decode()


def test_the_alarm_and_the_handler_of_others_are_given_back():
    rang = []
    before = signal.signal(signal.SIGALRM, lambda *_: rang.append("theirs"))
    signal.setitimer(signal.ITIMER_REAL, 0.6)
    try:
        with pytest.raises(PatienceLost), patience(0.1):
            time.sleep(5)
        assert rang == []
        deadline = time.monotonic() + 3
        while not rang and time.monotonic() < deadline:
            time.sleep(0.05)
        assert rang == ["theirs"]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_quick_request_leaves_no_alarm_behind(client):
    client.get("/healthz")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_outside_the_main_thread_requests_run_without_alarm(settings):
    settings.KSD_REQUEST_PATIENCE = 0.1
    answers: list[object] = []

    def view(_request):
        time.sleep(0.3)
        return HttpResponse("selesai")

    def call():
        answers.append(PatienceMiddleware(view)(RequestFactory().get("/")).content)

    thread = threading.Thread(target=call)
    thread.start()
    thread.join()
    assert answers == [b"selesai"]


def test_interrupted_connections_are_closed_unless_a_transaction_still_holds_them(monkeypatch):
    class Connection:
        def __init__(self, busy):
            self.in_atomic_block, self.closed = busy, False

        def close(self):
            self.closed = True

    free, busy = Connection(False), Connection(True)
    monkeypatch.setattr("ksd.core.middleware.connections.all", lambda **_only: [free, busy])
    drop_connections()
    assert (free.closed, busy.closed) == (True, False)
