"""The whole site as `make run` starts it: on SQLite and files, and on PostgreSQL and Redis in the second pass."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tooling.programs import ROOT, free_port

PATIENCE = 300.0


def ask(address: str) -> tuple[int, str]:
    """Status and words of a page; 0 while nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  our own loopback
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[tuple[str, subprocess.Popen[bytes], Path]]:
    """A site with a data folder of its own and no demo data."""
    folder, port = tmp_path_factory.mktemp("var"), free_port()
    environment = {**os.environ, "KSD_VAR": str(folder), "KSD_DEMO": "0"}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.supervise", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
    yield f"http://127.0.0.1:{port}", process, folder / "log"
    if process.poll() is None:
        process.kill()
        process.wait()


def test_it_answers_once_web_worker_and_beat_are_up(site):
    address, process, log = site
    until, status, words = time.monotonic() + PATIENCE, 0, ""
    while status != 200:
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < until, f"{words}\n{log.read_text()[-3000:]}"
        status, words = ask(f"{address}/healthz")
        time.sleep(0.2)
    parts = json.loads(words)
    assert {name for name, up in parts.items() if up} >= {"web", "worker", "beat", "database"}


def test_the_sign_in_page_is_served_with_its_style_sheet(site):
    address, _process, _log = site
    status, page = ask(f"{address}/akun/login/")
    assert status == 200
    assert "<form" in page
    assert ask(f"{address}/static/tabler/tabler.min.css")[0] == 200
    assert ask(f"{address}/static/icons.svg")[0] == 200


def test_it_stops_in_good_order(site):
    _address, process, log = site
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    assert "Traceback" not in log.read_text()
