"""The PDF of a PKS through the whole pipeline, against bare warm WeasyPrint of the same HTML."""

import gc
import io
import statistics
import time
from collections.abc import Callable

from pypdf import PdfReader

from agreements.documents.printed import html_of
from agreements.models import Naskah
from agreements.services.naskah import newest_version
from agreements.services.pdf import request_naskah_pdf
from ksd.accounts.models import User
from ksd.core.jobs import run_job
from ksd.core.models import Job, JobState
from ksd.core.pdf import render_pdf
from tools.bench import Figure
from tools.bench._stage import set_stage

ROUNDS = 9
BOUND = 1.10


def measure() -> list[Figure]:
    """Median of the ratios round by round, the two ways taking turns to go first."""
    set_stage()
    text = Naskah.objects.filter(kind="pks", state="ditandatangani").order_by("pk")[:1].get()
    asker = User.objects.get(username="biro")
    html = html_of(text, newest_version(text))
    pages = _pages(render_pdf(html))
    ratios = []
    for number in range(ROUNDS):
        ways = [lambda: _pipeline(text, asker), lambda: render_pdf(html)]
        first, second = (ways[0], ways[1]) if number % 2 else (ways[1], ways[0])
        times = {id(way): _seconds(way) for way in (first, second)}
        ratios.append(times[id(ways[0])] / times[id(ways[1])])
    note = f"{pages} halaman, {ROUNDS} putaran, kisaran {min(ratios):.2f}-{max(ratios):.2f}"
    return [Figure("pks_pipeline", statistics.median(ratios), BOUND, note)]


def _pipeline(text: Naskah, asker: User) -> None:
    """Gather, template, render, store, state, notice: everything a worker does for one PDF."""
    Job.objects.all().delete()
    job = request_naskah_pdf(actor=asker, naskah=text)
    run_job(job.pk)
    job.refresh_from_db()
    if job.state != JobState.DONE:
        raise RuntimeError(f"the PDF was not made: {job.error}")


def _seconds(way: Callable[[], object]) -> float:
    gc.collect()
    begin = time.perf_counter()
    way()
    return time.perf_counter() - begin


def _pages(content: bytes) -> int:
    return len(PdfReader(io.BytesIO(content)).pages)
