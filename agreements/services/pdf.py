"""Asking for the PDF of a text; the same words asked for twice are printed once."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.printed import fingerprint_of, html_of, is_final
from agreements.models import Naskah, NaskahVersion
from agreements.services.acting import not_yours
from agreements.services.issuing import issue_text
from agreements.tasks import PDF_JOB
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.jobs import request_job
from ksd.core.models import Job, JobState

# Where the page of a text shows its files.
FILES_ANCHOR = "#berkas"
# The query makes the browser fetch the page anew when the link is pressed on that very page.
RESULT_ANCHOR = f"?berkas=baru{FILES_ANCHOR}"


def require_words(naskah: Naskah) -> None:
    """Refuse to print a text that was never typed here: the old paper itself is the document."""
    if naskah.from_archive:
        raise ImpossibleStep(
            _("Naskah ini dicatat dari arsip; isinya tidak diketik di sini."),
            remedy=_("Buka pindaian naskah aslinya."),
        )


@transaction.atomic
def request_naskah_pdf(*, actor: User, naskah: Naskah, version: NaskahVersion | None = None) -> Job:
    """Ask for the PDF of a version (the newest); a finished or running job of the same content is returned.

    Raises NotAllowed when the person may not read the text.
    """
    if not Naskah.objects.visible_to(actor).filter(pk=naskah.pk).exists():
        raise not_yours(naskah.case.initiator.short_name)
    require_words(naskah)
    version = version or naskah.versions.order_by("-number")[:1].get()
    fingerprint = fingerprint_of(html_of(naskah, version))
    final = is_final(naskah, version)
    text = _("PDF %(text)s versi %(number)d") if final else _("PDF draf %(text)s versi %(number)d")
    label = text % {"text": naskah.rule.label, "number": version.number}
    issued = issue_text(actor=actor, naskah=naskah, version=version, final=final, fingerprint=fingerprint)
    return request_job(
        kind=PDF_JOB,
        key=f"{naskah.pk}-{fingerprint}",
        payload={
            "naskah": naskah.pk,
            "version": version.number,
            "fingerprint": fingerprint,
            "issued": issued.pk,
            "draft": not final,
            "title": naskah.title,
            "result_url": f"{naskah.get_absolute_url()}{RESULT_ANCHOR}",
        },
        actor=actor,
        label=label,
    )


def pdf_jobs(naskah: Naskah) -> list[Job]:
    """Every PDF asked for of a text, newest first."""
    jobs = Job.objects.filter(kind=PDF_JOB, key__startswith=f"{naskah.pk}-")
    return list(jobs.select_related("result", "created_by").order_by("-created_at", "-pk"))


def finished_pdf(naskah: Naskah, public_id: UUID) -> Job | None:
    """One finished PDF of exactly this text, or None."""
    jobs = Job.objects.filter(kind=PDF_JOB, key__startswith=f"{naskah.pk}-", state=JobState.DONE)
    return jobs.select_related("result").filter(public_id=public_id, result__isnull=False).first()
