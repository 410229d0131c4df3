"""Refusals are quiet in the log, faults are told with their place, and no value of a variable is ever printed."""

import io
import json
import logging

import pytest
import structlog
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.urls import path

from ksd.core.errors import NotAllowed
from tests.core.trial_urls import handler400, handler403, handler404, handler500
from tests.core.trial_urls import urlpatterns as trial_urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
pytestmark = pytest.mark.urls("tests.core.test_logs")
SECRET = "6472010101800001"


def raising(error):
    def view(_request):
        number_of_a_person = SECRET
        raise error(f"tidak untuk {len(number_of_a_person)}")

    return view


urlpatterns = [
    path("uji/dilarang", raising(PermissionDenied)),
    path("uji/tiada", raising(Http404)),
    path("uji/ditolak-saja", raising(NotAllowed)),
    path("uji/curiga", raising(SuspiciousOperation)),
    path("uji/rusak", raising(ValueError)),
    *trial_urlpatterns,
]


@pytest.fixture
def written(monkeypatch):
    """What the site's own handler writes, filter and format included."""
    (handler,) = [
        one
        for one in logging.getLogger().handlers
        if isinstance(one, logging.StreamHandler)
        and isinstance(one.formatter, structlog.stdlib.ProcessorFormatter)
    ]
    stream = io.StringIO()
    monkeypatch.setattr(handler, "stream", stream)
    return stream.getvalue


@pytest.mark.parametrize(
    ("address", "status"),
    [("/uji/dilarang", 403), ("/uji/tiada", 404), ("/tidak-ada/", 404), ("/uji/ditolak-saja", 403)],
)
def test_a_refusal_leaves_nothing_in_the_log_as_it_is_set(cast, signed_in, written, address, status):
    assert signed_in(cast.officer).get(address).status_code == status
    assert written() == ""


@pytest.mark.parametrize("address", ["/uji/dilarang", "/uji/tiada", "/uji/ditolak-saja"])
def test_at_info_a_refusal_is_lines_without_a_traceback(cast, signed_in, written, monkeypatch, address):
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.INFO)
    try:
        signed_in(cast.officer).get(address)
    finally:
        root.setLevel(before)
    assert address in written()
    assert "Traceback" not in written()
    assert "warning" not in written()
    assert SECRET not in written()


def test_a_suspicious_request_is_one_line(client, written, db):
    assert client.get("/uji/curiga").status_code == 400
    assert "tidak untuk 16" in written()
    assert "Traceback" not in written()


def test_a_fault_of_ours_is_told_with_its_place_but_without_values(client, written, db):
    client.raise_request_exception = False
    assert client.get("/uji/rusak").status_code == 500
    assert "ValueError: tidak untuk 16" in written()
    assert "test_logs.py" in written()
    assert SECRET not in written()
    assert "locals" not in written()


def test_json_lines_tell_the_place_as_text(settings):
    formatter = structlog.stdlib.ProcessorFormatter(
        processor=structlog.processors.JSONRenderer(),
        foreign_pre_chain=settings.LOGGING["formatters"]["line"]["foreign_pre_chain"],
    )
    try:
        raising(ValueError)(None)
    except ValueError as error:
        info = (ValueError, error, error.__traceback__)
    record = logging.LogRecord("ksd", logging.ERROR, __file__, 1, "rusak", (), info)
    line = json.loads(formatter.format(record))
    assert line["event"] == "rusak"
    assert "ValueError: tidak untuk 16" in line["exception"]
    assert SECRET not in json.dumps(line)
