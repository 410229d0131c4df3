"""Plays a bad day with a real worker: asks for jobs, kills the worker -9, loses the queue, starts again.

Run by test_job_survives in a process, database and queue of its own; prints what became of the jobs as JSON.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]
WORKER = [sys.executable, "-m", "celery", "-A", "ksd", "worker", "-c", "2", "-l", "warning"]
JOBS, LIMIT = 5, 180


class EveryTableAtOnce(dict[str, None]):
    """Stands for "no migrations": tables are made as the models are now."""

    def __contains__(self, _app: object) -> bool:
        return True

    def __missing__(self, _app: str) -> None:
        return None


def start_worker() -> "subprocess.Popen[bytes]":
    """Start a worker as leader of a process group of its own."""
    command = [*WORKER, "-I", "tests.core.survival_jobs"]
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, stdout=sys.stderr)


def start_redis(port: str, folder: Path) -> "subprocess.Popen[bytes]":
    """Start a Redis that forgets everything when it dies."""
    command = ["redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    time.sleep(0.5)
    return server


def wait_for(condition: Callable[[], bool], meanwhile: Callable[[], object] = bool) -> None:
    """Wait until something holds; do something each half second meanwhile."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit("menunggu terlalu lama")
        meanwhile()
        time.sleep(0.5)


def stop(process: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    """End a process this driver started, with its children when it leads a group."""
    if process.poll() is None:
        if os.getpgid(process.pid) == process.pid:
            os.killpg(process.pid, how)
        else:
            process.send_signal(how)
    process.wait(timeout=30)


def main(folder: Path, redis_port: str) -> None:
    """Play the day and print what became of the jobs."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from ksd.core.jobs import request_job, sweep_jobs
    from ksd.core.jobs.sending import forget_silence
    from ksd.core.models import Job, StoredFile
    from tests.core import survival_jobs  # noqa: F401  registers the handler

    settings.MIGRATION_MODULES = EveryTableAtOnce()
    call_command("migrate", run_syncdb=True, verbosity=0)
    running = Job.objects.filter(state="running", progress__gte=10)
    redis = start_redis(redis_port, folder) if redis_port else None
    worker = start_worker()
    try:
        for number in range(JOBS):
            request_job(kind="uji_lambat", key=f"k{number}", payload={}, actor=None, label=f"Uji {number}")
        wait_for(running.exists)
        killed = sorted(running.values_list("key", flat=True))
        stop(worker, signal.SIGKILL)
        if redis:
            stop(redis, signal.SIGKILL)
            redis = start_redis(redis_port, folder)
        else:
            shutil.rmtree(folder / "queue" / "messages")
            (folder / "queue" / "messages").mkdir()
        forget_silence()
        worker = start_worker()
        wait_for(lambda: Job.objects.filter(state="done").count() == JOBS, sweep_jobs)
    finally:
        stop(worker, signal.SIGKILL)
        if redis:
            stop(redis, signal.SIGKILL)
    jobs = {job.key: [job.state, job.attempts, job.result_id is not None] for job in Job.objects.all()}
    print(json.dumps({"killed": killed, "jobs": jobs, "files": StoredFile.objects.count()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
