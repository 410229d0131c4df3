"""The PDF of a letter, made in the background from the words it was asked for with."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from agreements.documents.letters import from_json, letter_html
from agreements.documents.stamp import stamp_of, stamped
from agreements.models import Case, IssuedFile
from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job, StoredFile
from ksd.core.pdf import render_pdf

LETTER_JOB = "letter_pdf"
LETTER_FILE = "letter-pdf"


@job_handler(LETTER_JOB)
def make_letter_pdf(job: Job, report: Report) -> StoredFile:
    """Lay out, print and store; the letter itself travels in the job, so that done twice it says the same."""
    report(20, _("Menyusun halaman"))
    issued = IssuedFile.objects.get(pk=job.payload["issued"])
    if issued.file is not None:
        return issued.file
    letter = from_json(job.payload["letter"])
    html = letter_html(letter)
    report(50, _("Membuat PDF"))
    stored = store_bytes(
        content=render_pdf(stamped(html, stamp_of(issued))),
        name=f"{slugify(letter.subject)[:80] or 'surat'}.pdf",
        content_type="application/pdf",
        kind=LETTER_FILE,
        actor=job.created_by,
    )
    return IssuedFile.objects.settle(issued.pk, stored)


@job_viewer(LETTER_JOB)
def may_see_letter(user: Any, job: Job) -> bool:
    """Whoever asked for it, while still within reach of its case."""
    case = job.payload.get("case")
    return job.created_by_id == user.pk and (
        case is None or Case.objects.visible_to(user).filter(pk=case).exists()
    )
