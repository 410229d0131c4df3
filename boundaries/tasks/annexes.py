"""The PDF of an annex, made in the background from the data of that moment."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from boundaries.documents.annexes.prints import choice_from, print_annex
from boundaries.models import Annex
from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job, StoredFile
from ksd.core.pdf import render_pdf

ANNEX_JOB = "boundary_annex"
ANNEX_FILE = "lampiran-batas"


@job_handler(ANNEX_JOB)
def make_annex(job: Job, report: Report) -> StoredFile:
    """Gather, lay out, print and store; done twice it prints again what the register says then."""
    report(15, _("Menyusun lembar"))
    annex = Annex.objects.select_related("segment__region_a__parent", "segment__region_b__parent").get(
        pk=job.payload["annex"]
    )
    printed = print_annex(annex.segment, annex.kind, choice_from(annex.choice))
    report(50, _("Membuat PDF"))
    stored = store_bytes(
        content=render_pdf(printed.html),
        name=f"{slugify(f'{annex.get_kind_display()} {annex.segment}')[:90]}.pdf",
        content_type="application/pdf",
        kind=ANNEX_FILE,
        actor=job.created_by,
    )
    Annex.objects.filter(pk=annex.pk).update(digest=printed.digest)
    return stored


@job_viewer(ANNEX_JOB)
def may_see_annex(user: Any, job: Job) -> bool:
    """Whoever may see the segment."""
    return Annex.objects.visible_to(user).filter(pk=job.payload.get("annex")).exists()
