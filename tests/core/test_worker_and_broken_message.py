"""A real worker goes on working though somebody left an empty message in its folder."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEND = """
import django
django.setup()
from ksd.celery import app
app.send_task('tests.core.survival_jobs.leave_a_note', args=('{note}',), ignore_result=True)
"""


def wait_for(path, worker, patience=200.0):
    until = time.monotonic() + patience
    while not path.exists():
        assert worker.poll() is None, "pekerja berhenti"
        assert time.monotonic() < until, "menunggu terlalu lama"
        time.sleep(0.1)


def test_a_real_worker_survives_an_empty_message(tmp_path):
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}
    }
    environment |= {"DJANGO_SETTINGS_MODULE": "ksd.settings", "KSD_VAR": str(tmp_path)}
    inbox = tmp_path / "queue" / "messages"
    inbox.mkdir(parents=True)
    (inbox / "0_sebelum.celery.msg").touch()
    log = (tmp_path / "log").open("w+")
    command = [sys.executable, "-m", "celery", "-A", "ksd", "worker", "-c", "1", "-l", "warning"]
    command += ["-I", "tests.core.survival_jobs"]
    worker = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        for number in range(3):
            (inbox / f"0_{number}.celery.msg").touch()
            (inbox / f"0_{number}x.celery.msg").write_text('{"body": "')
            note = tmp_path / f"note{number}"
            subprocess.run(
                [sys.executable, "-c", SEND.format(note=note)],
                cwd=ROOT,
                env=environment,
                check=True,
                timeout=200,
            )
            wait_for(note, worker)
        log.seek(0)
        assert "Unrecoverable" not in log.read()
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(timeout=30)
        log.close()
