"""The supervisor: three children, restarted when they die, gone when it stops."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tooling.programs import ROOT, free_port, run, tool

# A stand-in for the site: answers /healthz, and leaves a note of every start.
STAND_IN = """
import http.server, os, pathlib, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b'{}')
    def log_message(self, *words): pass
http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Page).serve_forever()
"""
SLEEPER = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1]).open('a').write(f'{os.getpid()}\\n'); time.sleep(60)"
DRIVER = """
import os, sys
from tools import supervise as s
port, notes, death = int(sys.argv[1]), sys.argv[2], sys.argv[3]
s.HEALTH_PATIENCE, s.LONGEST_WAIT = 20, 0.2
s.prepare.sign_ins = lambda: 'AKUN CONTOH'
last = [sys.executable, '-c', 'raise SystemExit(3)'] if death else [sys.executable, '-c', s.SLEEPER, notes]
web = s.Child('web', [sys.executable, '-c', s.STAND_IN, str(port)], dict(os.environ))
if death:
    web.command = last
family = [web, s.Child('worker', last, dict(os.environ))]
sys.exit(s.Supervisor(family, '127.0.0.1', port).run())
"""


def start(port: int, notes: Path, death: str = "") -> subprocess.Popen[str]:
    """A supervisor over stand-ins."""
    code = DRIVER.replace("s.SLEEPER", repr(SLEEPER)).replace("s.STAND_IN", repr(STAND_IN))
    return subprocess.Popen(
        [sys.executable, "-c", code, str(port), str(notes), death],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """What was said until these words came."""
    said = ""
    assert process.stdout
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"ended without saying {words!r}:\n{said}")


def wait_for(question, patience: float = 10.0) -> None:
    """Ask until the answer is yes."""
    until = time.monotonic() + patience
    while not question():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    """Say whether the process runs; one that only waits to be buried does not."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_the_address_and_the_accounts_and_leaves_nothing_behind(tmp_path, number):
    port = free_port()
    process = start(port, tmp_path / "notes")
    said = read_until(process, "KSD siap")
    assert "AKUN CONTOH" in said
    assert f"http://127.0.0.1:{port}/" in said
    notes = tmp_path / "notes"
    wait_for(lambda: notes.exists() and notes.read_text())  # on a busy machine the worker starts later
    process.send_signal(number)
    rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "berhenti" in rest
    assert not alive(int((tmp_path / "notes").read_text()))


def test_a_child_that_dies_is_started_again(tmp_path):
    notes = tmp_path / "notes"
    process = start(free_port(), notes)
    try:
        read_until(process, "KSD siap")
        wait_for(notes.exists)
        first = int(notes.read_text())
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: len(notes.read_text().split()) == 2)
        assert alive(int(notes.read_text().split()[1]))
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_site_that_cannot_start_ends_with_a_word_about_it(tmp_path):
    process = start(free_port(), tmp_path / "notes", death="ya")
    said, _ = process.communicate(timeout=40)
    assert process.returncode == 1
    assert "tidak dapat dimulai" in said


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_children_do_not_outlive_a_supervisor_that_was_killed(tmp_path):
    notes = tmp_path / "notes"
    process = start(free_port(), notes)
    read_until(process, "KSD siap")
    wait_for(notes.exists)
    process.kill()
    process.communicate(timeout=20)
    wait_for(lambda: not alive(int(notes.read_text())))


def test_a_taken_port_is_named_with_the_way_out(tmp_path):
    supervise = tool("supervise")
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert not supervise.is_free("127.0.0.1", port)
        answer = run(sys.executable, "-m", "tools.supervise", "--port", str(port), KSD_VAR=str(tmp_path))
    assert answer.returncode == 1
    assert f"make run PORT={port + 1}" in answer.stdout


def test_a_second_supervisor_on_the_same_data_is_refused(tmp_path, monkeypatch):
    supervise = tool("supervise")
    monkeypatch.setattr(supervise, "VAR", tmp_path)
    held = supervise.only_one()
    assert held is not None
    assert supervise.only_one() is None
    held.close()
    again = supervise.only_one()
    assert again is not None
    again.close()


def test_what_is_prepared_is_not_prepared_again_until_something_changes(tmp_path, monkeypatch):
    prepare = tool("prepare")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(prepare, "VAR", tmp_path)
    monkeypatch.setattr(prepare, "STAMP", tmp_path / "prepared.json")
    calls: list[object] = []

    def run_once(command: list[str], **_how: object) -> "subprocess.CompletedProcess[str]":
        calls.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(prepare.subprocess, "run", run_once)
    (tmp_path / "ksd.sqlite3").touch()
    assert prepare.prepare()
    assert prepare.prepare()
    assert len(calls) == 1
    (tmp_path / "ksd.sqlite3").unlink()
    assert prepare.prepare()
    assert len(calls) == 2


def test_invented_cases_stay_out_of_a_database_that_is_not_the_embedded_one(monkeypatch):
    prepare = tool("prepare")
    monkeypatch.setenv("DATABASE_URL", "postgres:///kantor")
    monkeypatch.delenv("KSD_DEMO", raising=False)
    assert not prepare.wants_demo()
    monkeypatch.setenv("KSD_DEMO", "1")
    assert prepare.wants_demo()
