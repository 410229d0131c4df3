"""The PDF of a text, made in the background."""

from typing import Any

from django.utils.translation import gettext as _

from agreements.documents.printed import file_name, fingerprint_of, html_of
from agreements.documents.stamp import stamp_of, stamped
from agreements.models import IssuedFile, Naskah
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core.errors import StaleForm
from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job, StoredFile
from ksd.core.pdf import render_pdf
from ksd.deadlines.services import notify

PDF_JOB = "naskah_pdf"
PDF_FILE = "naskah-pdf"
DRAFT = "agreements.draft"


@job_handler(PDF_JOB)
def make_naskah_pdf(job: Job, report: Report) -> StoredFile:
    """Gather, lay out, print, store and tell; done twice it leaves one file of the same words and one notice."""
    report(10, _("Menyusun halaman"))
    texts = Naskah.objects.select_related("case", "parent").prefetch_related("case__parties__region")
    naskah = texts.get(pk=job.payload["naskah"])
    version = naskah.versions.get(number=job.payload["version"])
    issued = IssuedFile.objects.get(pk=job.payload["issued"])
    if issued.file is not None:
        return issued.file
    html = html_of(naskah, version)
    _require_same(job, html)
    report(40, _("Membuat PDF"))
    content = render_pdf(stamped(html, stamp_of(issued)))
    stored = store_bytes(
        content=content,
        name=file_name(naskah, version),
        content_type="application/pdf",
        kind=PDF_FILE,
        actor=job.created_by,
    )
    _tell(job, naskah)
    return IssuedFile.objects.settle(issued.pk, stored)


def _require_same(job: Job, html: str) -> None:
    """Refuse to print other words than those asked for."""
    if fingerprint_of(html) != job.payload["fingerprint"]:
        raise StaleForm(
            _("Naskah atau data para pihak berubah sesudah PDF ini diminta."),
            remedy=_("Buka halaman naskah, periksa isinya, lalu minta PDF sekali lagi."),
        )


def _tell(job: Job, naskah: Naskah) -> None:
    """Tell the asker and the drafters, each once, where the file is."""
    case = naskah.case
    drafters = recipients(
        [party.region_id or 0 for party in (case.keeper, case.initiator)], permissions=[DRAFT]
    )
    users = User.objects.filter(pk__in={*drafters.values_list("pk", flat=True), job.created_by_id or 0})
    notify(
        users=users,
        key=f"naskah-pdf-{job.public_id}",
        kind="berkas",
        title=_("%s siap diunduh") % job.label,
        body=naskah.title,
        link=job.result_url,
        email=False,
    )


@job_viewer(PDF_JOB)
def may_see_naskah_pdf(user: Any, job: Job) -> bool:
    """Whoever may read the text may watch its PDF being made."""
    return Naskah.objects.visible_to(user).filter(pk=job.payload.get("naskah")).exists()
