"""The PDF of a PKS through the whole pipeline, against bare warm WeasyPrint of the same HTML."""

import io
from dataclasses import replace
from functools import partial

from pypdf import PdfReader

from agreements.documents.printed import html_of
from agreements.documents.stamp import stamp_of, stamped
from agreements.models import IssuedFile, Naskah
from agreements.naskah.structure import Annex, from_json
from agreements.services.naskah import newest_version, save_version
from agreements.services.pdf import request_naskah_pdf
from ksd.accounts.models import User
from ksd.core.jobs import run_job
from ksd.core.models import Job, JobState
from ksd.core.pdf import render_pdf
from tools.bench import Figure, fastest
from tools.bench._stage import set_stage

ROUNDS = 9
BOUND = 1.10


def measure() -> list[Figure]:
    """The shortest time of each way, by turns."""
    set_stage()
    asker = User.objects.get(username="biro")
    text = long_text(asker)
    job = request_naskah_pdf(actor=asker, naskah=text)
    mark = stamp_of(IssuedFile.objects.get(pk=job.payload["issued"]))
    html = stamped(html_of(text, newest_version(text)), mark)
    pages = _pages(render_pdf(html))
    ways = partial(_pipeline, text, asker), partial(render_pdf, html)
    ours, bare = fastest(ROUNDS, *ways, before=partial(_forget, text))
    note = f"{pages} halaman, {ours:.2f} s dibanding {bare:.2f} s, tercepat dari {ROUNDS} putaran"
    return [Figure("pks_pipeline", ours / bare, BOUND, note)]


def long_text(asker: User) -> Naskah:
    """A PKS with an annex of forty rows, as long as real ones are: eight to ten pages."""
    text = Naskah.objects.visible_to(asker).filter(kind="pks", state="disusun").order_by("pk")[:1].get()
    newest = newest_version(text)
    rows = tuple(
        (str(row), f"Kegiatan ukur {row}", "Samarinda", "2027", "Para pihak") for row in range(1, 41)
    )
    annex = Annex("RENCANA AKSI", table=(("No.", "Kegiatan", "Lokasi", "Tahun", "Pelaksana"), *rows))
    body = replace(from_json(newest.body), annexes=(annex,))
    save_version(actor=asker, naskah=text, body=body, seen_number=newest.number)
    return text


def _pipeline(text: Naskah, asker: User) -> None:
    """Gather, template, render, store, state, notice: everything a worker does for one PDF."""
    job = request_naskah_pdf(actor=asker, naskah=text)
    run_job(job.pk)
    job.refresh_from_db()
    if job.state != JobState.DONE:
        raise RuntimeError(f"the PDF was not made: {job.error}")


def _forget(text: Naskah) -> None:
    """What was issued once is not printed again: forget it, or nothing would be measured."""
    IssuedFile.objects.filter(naskah=text).delete()
    Job.objects.all().delete()


def _pages(content: bytes) -> int:
    return len(PdfReader(io.BytesIO(content)).pages)
