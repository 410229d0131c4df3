"""Five hundred drafts asked for at once: real workers finish them all, each once, about as fast as their number promises."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from agreements.models import IssuedFile, Naskah, NaskahVersion
from agreements.services.naskah import newest_version
from agreements.services.pdf import request_naskah_pdf
from ksd.accounts.models import User
from ksd.core.jobs import sweep_jobs
from ksd.core.models import Job, JobState
from ksd.deadlines.models import Notice
from tools.bench import Figure
from tools.bench._stage import set_stage

DRAFTS = int(os.environ.get("KSD_BENCH_DRAFTS", "500"))
ALONE = max(20, DRAFTS // 10)
WORKERS = max(2, min(4, os.cpu_count() or 2))
# At least 0.85 of what so many workers promise.
BOUND = 1 / 0.85
PATIENCE = 1800
ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Figure]:
    """One worker's rate on some drafts, then all workers on all of them; lost and doubled ones are counted."""
    if connection.vendor != "postgresql":
        return []  # a test database in memory is nobody else's
    set_stage()
    asker = User.objects.get(username="biro")
    text = Naskah.objects.visible_to(asker).filter(kind="pks", state="disusun").order_by("pk")[:1].get()
    alone = _rate(text, asker, ALONE, workers=1)
    together = _rate(text, asker, DRAFTS, workers=WORKERS)
    astray = _astray(text)
    note = f"{DRAFTS} draf, {WORKERS} pekerja: {together:.2f}/s; satu pekerja {alone:.2f}/s"
    return [
        Figure("draft_batch", WORKERS * alone / together, BOUND, note),
        Figure("draft_batch_astray", float(astray), 0.0, "draf yang hilang atau ganda"),
    ]


def _rate(text: Naskah, asker: User, number: int, *, workers: int) -> float:
    """Drafts finished in a second, from the first to the last, workers already warm."""
    Job.objects.all().delete()
    IssuedFile.objects.filter(naskah=text).delete()
    Notice.objects.all().delete()
    versions = _versions(text, number)
    with _workers(workers):
        for version in versions:
            request_naskah_pdf(actor=asker, naskah=text, version=version)
        begin = time.monotonic()
        swept = begin
        while Job.objects.exclude(state__in=(JobState.DONE, JobState.FAILED)).exists():
            if time.monotonic() - begin > PATIENCE:
                raise RuntimeError("the workers did not finish")
            if time.monotonic() - swept > 15:
                sweep_jobs()
                swept = time.monotonic()
            time.sleep(0.2)
    times = Job.objects.filter(state=JobState.DONE).values_list("started_at", "finished_at")
    begun = [began for began, _ended in times if began]
    span = max(ended for _began, ended in times if ended) - min(begun)
    return len(times) / float(span.total_seconds())


def _versions(text: Naskah, number: int) -> list[NaskahVersion]:
    """So many saved wordings: each prints its own number, so that each is a file of its own."""
    newest = newest_version(text)
    return NaskahVersion.objects.bulk_create(
        NaskahVersion(
            naskah=text, number=newest.number + step, body=newest.body, sha256=newest.sha256, author=newest.author
        )
        for step in range(1, number + 1)
    )  # fmt: skip


def _astray(text: Naskah) -> int:
    """Drafts without exactly one finished job, one issued file, one attempt, and one notice to each person."""
    done = Job.objects.filter(state=JobState.DONE, result__isnull=False, attempts=1).count()
    files = IssuedFile.objects.ready().filter(naskah=text)
    issued, tokens = files.count(), files.values("sha256").distinct().count()
    notices = Notice.objects.filter(key__startswith="naskah-pdf-").values("user", "key")
    doubled = notices.count() - notices.distinct().count()
    return abs(DRAFTS - done) + abs(DRAFTS - issued) + abs(DRAFTS - tokens) + doubled


@contextmanager
def _workers(number: int) -> Iterator[None]:
    """A real worker with so many children on the database of this measure, ended afterwards."""
    database = connection.settings_dict
    host = str(database["HOST"]).replace("/", "%2F")
    address = (
        f"postgresql://{database['USER']}:{database['PASSWORD']}@{host}:{database['PORT']}/{database['NAME']}"
    )
    command = [sys.executable, "-m", "celery", "-A", "ksd", "worker", "-c", str(number), "-l", "error"]
    worker = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": address, "KSD_VAR": str(settings.KSD_ESIGN_FOLDER.parent)},
        start_new_session=True,
    )
    try:
        time.sleep(20)  # children read their fonts before the first draft
        yield
    finally:
        os.killpg(worker.pid, signal.SIGTERM)
        worker.wait(timeout=60)
