"""A file store of its own for every test, and a broker that is trusted anew."""

import pytest

from ksd.core.jobs import registry, sending


@pytest.fixture(autouse=True)
def file_store(settings, tmp_path):
    storages = dict(settings.STORAGES)
    storages["default"] = {**storages["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = storages
    return tmp_path / "files"


@pytest.fixture(autouse=True)
def _fresh_broker():
    sending.forget_silence()
    yield
    sending.forget_silence()


@pytest.fixture
def sent(monkeypatch):
    """The job numbers handed to the broker."""
    numbers: list[int] = []

    def remember(job_id: int) -> bool:
        numbers.append(job_id)
        return True

    monkeypatch.setattr("ksd.core.jobs.requesting.send_to_worker", remember)
    monkeypatch.setattr("ksd.core.jobs.sweeping.send_to_worker", remember)
    return numbers


@pytest.fixture
def handle(monkeypatch):
    """Register a handler for jobs of kind "uji" for the length of a test."""

    def register(function, kind="uji"):
        monkeypatch.setitem(registry._handlers, kind, function)
        return function

    return register
