"""What was promised to a person is done once, though worker and broker die over it."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def play(folder: Path, redis_port: str = "") -> dict[str, object]:
    """Run the bad day in a process, database and queue of its own."""
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}
    }
    environment |= {
        "DJANGO_SETTINGS_MODULE": "ksd.settings",
        "KSD_VAR": str(folder),
        "KSD_JOB_LEASE_SECONDS": "3",
        "KSD_JOB_RESEND_SECONDS": "1",
    }
    if redis_port:
        environment["REDIS_URL"] = f"redis://127.0.0.1:{redis_port}/0"
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.survival_driver", str(folder), redis_port],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def check(outcome):
    jobs = outcome["jobs"]
    assert len(jobs) == 5
    assert {(state, has_result) for state, _attempts, has_result in jobs.values()} == {("done", True)}
    assert outcome["files"] == 5
    assert outcome["killed"]
    assert all(jobs[key][1] == 2 for key in outcome["killed"])
    assert all(attempts <= 2 for _state, attempts, _has_result in jobs.values())


def test_on_files_every_job_is_done_once_though_the_worker_is_killed_and_the_queue_lost(tmp_path):
    check(play(tmp_path))


@pytest.mark.skipif(shutil.which("redis-server") is None, reason="redis-server tidak terpasang")
def test_on_redis_every_job_is_done_once_though_worker_and_redis_are_killed(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    check(play(tmp_path, str(port)))
