"""The files of an issued Berita Acara, printed once from its frozen words: whoever asks later gets the same bytes."""

import hashlib
import json
from typing import Any

from django.utils.translation import gettext as _

from agreements.documents.letters import from_json, letter_docx, letter_html
from agreements.documents.stamp import stamp_of, stamped
from agreements.models import IssuedFile
from agreements.services.issuing import issue_letter
from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job, StoredFile
from ksd.core.pdf import render_pdf
from ksd.core.uploads import DOCX_TYPE, PDF_TYPE
from ksd.mapping.models import MappingMinutes

MINUTES_JOB = "mapping_minutes"
FILE = "pemetaan-ba-cetak"


@job_handler(MINUTES_JOB)
def print_minutes(job: Job, report: Report) -> StoredFile:
    """Make PDF and DOCX; of two workers the first one's files count."""
    paper = MappingMinutes.objects.select_related("pdf", "created_by").get(pk=job.payload["minutes"])
    if paper.pdf is not None:
        return paper.pdf
    report(20, _("Menyusun halaman"))
    letter = from_json(paper.words)
    mark = hashlib.sha256(json.dumps(paper.words, sort_keys=True).encode()).hexdigest()
    issued = issue_letter(actor=paper.created_by, letter=letter, case=None, fingerprint=mark)
    report(50, _("Membuat PDF"))
    name = f"berita-acara-pemetaan-{paper.public_id}"
    pdf = store_bytes(
        content=render_pdf(stamped(letter_html(letter), stamp_of(issued))), name=f"{name}.pdf",
        content_type=PDF_TYPE, kind=FILE, actor=paper.created_by,
    )  # fmt: skip
    docx = store_bytes(
        content=letter_docx(letter),
        name=f"{name}.docx",
        content_type=DOCX_TYPE,
        kind=FILE,
        actor=paper.created_by,
    )
    MappingMinutes.objects.filter(pk=paper.pk, pdf=None).update(pdf=pdf, docx=docx)
    paper.refresh_from_db()
    kept: StoredFile | None = paper.pdf
    return IssuedFile.objects.settle(issued.pk, kept or pdf)


@job_viewer(MINUTES_JOB)
def may_see_minutes(user: Any, job: Job) -> bool:
    """Whoever may read the paper."""
    return MappingMinutes.objects.visible_to(user).filter(pk=job.payload["minutes"]).exists()
