"""Who lives but gives no sign of it is started again."""

import json
import os
import sys
import time

import pytest

from tests.tooling.programs import tool

signs = tool("signs")
ALL = {"web": True, "worker": True, "beat": True, "database": True}


def answer(**parts):
    return json.dumps({**ALL, **parts})


def silent(known, now, started=0.0):
    return [name for name in ("web", "worker", "beat") if known.is_silent(name, started, now)]


def test_a_worker_without_a_sign_is_silent_after_half_a_minute_more():
    known = signs.Signs()
    known.note(200, answer(), 1000.0)
    known.note(503, answer(worker=False), 1029.0)
    assert silent(known, 1029.0) == []
    known.note(503, answer(worker=False), 1031.0)
    assert silent(known, 1031.0) == ["worker"]


def test_a_fresh_process_has_a_minute_and_a_half_for_its_first_sign():
    known = signs.Signs()
    known.note(503, answer(worker=False), 1085.0)
    assert silent(known, 1085.0, started=1000.0) == []
    assert silent(known, 1091.0, started=1000.0) == ["worker"]


def test_a_web_that_does_not_answer_is_silent_and_the_others_are_not_blamed():
    known = signs.Signs()
    known.note(200, answer(), 1000.0)
    known.note(0, "web belum menjawab", 1091.0)
    assert silent(known, 1091.0) == ["web"]


@pytest.mark.parametrize(
    "words", [answer(worker=False, beat=False, database=False), "<p>sibuk</p>", "{}", "[]"]
)
def test_nobody_is_blamed_for_a_database_that_is_away(words):
    known = signs.Signs()
    known.note(200, answer(), 1000.0)
    known.note(503, words, 1100.0)
    assert silent(known, 1100.0) == []


def test_a_silent_child_is_replaced_and_told_in_one_line(capsys):
    supervise = tool("supervise")
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    child = supervise.Child("worker", sleeper, dict(os.environ))
    supervisor = supervise.Supervisor([child], "127.0.0.1", 9)
    child.start()
    first = child.process
    child.started -= 200
    supervisor.signs.note(200, answer(), time.monotonic() - 100)
    starts = []

    def start():
        starts.append(child.name)
        supervisor.stopping.set()

    child.start = start
    supervisor.watch()
    assert starts == ["worker"]
    assert first.poll() is not None
    first.stdout.close()
    said = capsys.readouterr().out.strip().splitlines()
    assert len(said) == 1
    assert "worker hidup tetapi tidak memberi tanda" in said[0]
