"""Handing out a letter: as DOCX at once, as PDF when the worker has printed it."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from agreements.documents.letters import Letter, letter_docx
from agreements.models import Case, IssuedFile
from agreements.services.issuing import note_download
from agreements.services.letters import finished_letter, request_letter_pdf
from agreements.views.access import person
from ksd.core.files import file_response
from ksd.core.jobs import may_view

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_POST
def hand_out(request: HttpRequest, letter: Letter, label: str, case: Case | None = None) -> HttpResponse:
    """Answer a POST that asks for a letter: `bentuk=docx` downloads it, anything else shows its PDF being made."""
    if request.POST.get("bentuk") == "docx":
        name = f"{slugify(letter.subject)[:80] or 'surat'}.docx"
        return HttpResponse(
            letter_docx(letter),
            content_type=DOCX,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    job = request_letter_pdf(actor=person(request), letter=letter, label=label, case=case)
    return redirect(reverse("core:job", args=[job.public_id]))


@login_required
@require_safe
def letter_file(request: HttpRequest, fingerprint: str) -> FileResponse:
    """Hand out a printed letter to the person who asked for it."""
    job = finished_letter(person(request), fingerprint)
    if job is None or job.result is None or not may_view(request.user, job):
        raise Http404
    issued = IssuedFile.objects.filter(file=job.result, asked_by=person(request)).first()
    if issued is not None:
        note_download(actor=person(request), issued=issued)
    return file_response(job.result, inline="unduh" not in request.GET)
