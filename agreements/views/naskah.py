"""Pages of one text: the page itself, an older version, its beginning, its PDF."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.freezing import words_of, words_sha256
from agreements.documents.printed import is_being_written, sheet_of
from agreements.forms.naskah import BeginForm
from agreements.law.schema import NaskahKind
from agreements.models import Case, IssuedFile
from agreements.services.issuing import note_download
from agreements.services.naskah import create_naskah, require_drafter
from agreements.services.pdf import FILES_ANCHOR, finished_pdf, request_naskah_pdf, require_words
from agreements.views.access import case_crumbs, case_or_404, person
from agreements.views.refusing import carried_out
from agreements.views.text_page import page_of, reading, text_crumbs, text_or_404, version_or_404
from ksd.core.files import file_response
from ksd.core.models import JobState


@login_required
@require_safe
def naskah(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show one text: where it stands, whose turn it is, who agreed, what it says."""
    text = text_or_404(request, public_id)
    return render(request, "agreements/texts/naskah.html", page_of(request, text))


@login_required
@require_safe
def naskah_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Show one saved version as it reads, without acts."""
    text = text_or_404(request, public_id)
    version = get_object_or_404(text.versions.select_related("author"), number=number)
    read = reading(text, version)
    context = {
        "naskah": text,
        "version": version,
        **read,
        "words_sha256": words_sha256(read["sheet"]),
        "kept": bool(version.frozen) and not is_being_written(text, version),
        "can_edit": False,
        "crumbs": text_crumbs(text, (_("Versi %d") % version.number, "")),
    }
    return render(request, "agreements/texts/version.html", context)


@login_required
@require_safe
def naskah_words(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Hand out the words of a version as plain text, of which its hash is taken."""
    text = text_or_404(request, public_id)
    require_words(text)
    version = get_object_or_404(text.versions, number=number)
    name = f"{text.kind}-{text.public_id}-versi-{version.number}.txt"
    return HttpResponse(
        words_of(sheet_of(text, version)).encode("utf-8", "surrogatepass"),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _kind_or_404(case: Case, kind: str) -> NaskahKind:
    try:
        return case.pack.naskah_kind(kind)
    except KeyError:
        raise Http404 from None


@login_required
@require_http_methods(["GET", "POST"])
def naskah_new(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    """Begin a KB or PKS from the clause library."""
    case = case_or_404(request, public_id)
    rule = _kind_or_404(case, kind)
    require_drafter(person(request), case)
    years = min(case.proposed_years, rule.max_years or case.proposed_years)
    form = BeginForm(request.POST or None, rule=rule, initial={"title": case.title, "years": years})

    def act(data: dict[str, Any]) -> str:
        typed = {name: data[name] for name in ("title", "years", "place")}
        begun = create_naskah(actor=person(request), case=case, kind=kind, **typed)
        return begun.get_absolute_url()

    done = _("Naskah disusun dari pustaka klausul. Periksa setiap bagiannya.")
    response, status = carried_out(request, form, act, back="", done=done)
    title = _("Susun %s") % rule.label
    crumbs = case_crumbs(case, (title, ""))
    context = {"form": form, "case": case, "rule": rule, "title": title, "crumbs": crumbs}
    return response or render(request, "agreements/texts/new.html", context, status=status)


@login_required
@require_POST
def naskah_pdf(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for the PDF of a version; the page then shows how far it is."""
    text = text_or_404(request, public_id)
    version = version_or_404(text, request.POST.get("version", "")) or text.agreed_version
    job = request_naskah_pdf(actor=person(request), naskah=text, version=version)
    if job.state == JobState.DONE:
        messages.info(request, _("PDF dengan isi yang sama sudah ada; unduh dari daftar berkas."))
    else:
        messages.success(
            request, _("PDF sedang dibuat. Halaman ini boleh ditutup; Anda diberi tahu bila selesai.")
        )
    return redirect(f"{text.get_absolute_url()}{FILES_ANCHOR}")


@login_required
@require_safe
def naskah_file(request: HttpRequest, public_id: str, job: UUID) -> FileResponse:
    """Hand out a stored PDF of a text the person may read."""
    text = text_or_404(request, public_id)
    done = finished_pdf(text, job)
    if done is None or done.result is None:
        raise Http404
    issued = IssuedFile.objects.filter(naskah=text, file=done.result).first()
    if issued is not None:
        note_download(actor=person(request), issued=issued)
    return file_response(done.result, inline="unduh" not in request.GET)
