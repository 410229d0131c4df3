"""One paper of a case: written in revisions, read by whom it concerns, its blank form and its file."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.documents.docx_form import build_form
from agreements.forms.papers import PaperForm
from agreements.law.loading import document_rule
from agreements.law.schema import DocumentKind
from agreements.models import Case, CaseDocument
from agreements.services.documents import documents_in_hand, known_facts, save_document
from agreements.services.issuing_papers import issued_letter_of
from agreements.services.precheck import document_findings, is_editable
from agreements.views.access import attempt, case_crumbs, case_or_404, person, see_newest
from agreements.views.lacking import lacks_of
from ksd.core import files

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _rule(case: Case, kind: str) -> DocumentKind:
    rules = (rule for rule in case.pack.documents_for(case.kind) if rule.code == kind)
    rule = next(rules, None)
    if rule is None and case.documents.filter(kind=kind).exists():
        return document_rule(case.pack, kind)
    if rule is None:
        raise Http404(_("Kerja sama ini tidak memakai dokumen itu."))
    return rule


def _revisions(request: HttpRequest, case: Case, kind: str) -> list[CaseDocument]:
    """The revisions this person may read, newest first."""
    rows = CaseDocument.objects.readable_by(request.user, case).filter(kind=kind)
    return list(rows.select_related("file", "recorded_by").order_by("-revision"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    """Read a paper, or write its next revision."""
    case = case_or_404(request, public_id)
    rule = _rule(case, kind)
    revisions = _revisions(request, case, kind)
    writable = kind in documents_in_hand(case, person(request))
    if not writable and not revisions:
        raise Http404(_("Dokumen ini belum ada atau bukan untuk Anda."))
    current = next((row for row in revisions if row.is_current), None)
    form, status = None, 200
    if writable or request.method == "POST":
        form = _form(request, case, rule, current)
        status = _save(request, case, form) if request.method == "POST" else 200
        if request.method == "POST" and status == 200:
            messages.success(request, _("%s tersimpan sebagai revisi baru.") % rule.label)
            return redirect("agreements:paper", case.public_id, kind)
    context = _context(case, rule, revisions, form if writable else None)
    return render(request, "agreements/cases/paper.html", context, status=status)


def _form(request: HttpRequest, case: Case, rule: DocumentKind, current: CaseDocument | None) -> PaperForm:
    """The form of the paper, filled from the register; one kept once per event begins anew after it was used."""
    used = bool(rule.many and current and current.events.exists())
    typed = (request.POST or None, request.FILES or None)
    facts, issued = known_facts(case), issued_letter_of(case, person(request), rule.code)
    return PaperForm(*typed, rule=rule, current=current, known=facts, blank=used, issued=issued)


def _save(request: HttpRequest, case: Case, form: PaperForm) -> int:
    """Save the next revision; a form that came too late shows the newest number to be sent again."""
    if not form.is_valid():
        return 422
    number, dated = form.letter()
    save = partial(
        save_document,
        actor=person(request),
        case=case,
        kind=form.rule.code,
        fields=form.items(),
        number=number,
        dated=dated,
        upload=form.upload_given(),
        seen_revision=form.cleaned_data["seen_revision"],
    )
    status = attempt(request, form, save, request.path)
    if status != 200:
        see_newest(form, form.initial["seen_revision"])
    return status


def _context(
    case: Case, rule: DocumentKind, revisions: list[CaseDocument], form: PaperForm | None
) -> dict[str, Any]:
    current = next((row for row in revisions if row.is_current), None)
    steps = reverse("agreements:proposal", args=[case.public_id, "dokumen"])
    return {
        "case": case,
        "rule": rule,
        "revisions": revisions,
        "current": current,
        "contents": [(item.label, _shown(item.choices, current, item.code)) for item in rule.fields],
        "form": form,
        "lacks": lacks_of(case, document_findings(case, rule)) if form is not None else [],
        "back_url": steps if form is not None and is_editable(case) else case.get_absolute_url(),
        "crumbs": case_crumbs(case, (rule.label, "")),
    }


def _shown(choices: tuple[tuple[str, str], ...], current: CaseDocument | None, code: str) -> str:
    value = str(current.fields.get(code, "")) if current else ""
    return dict(choices).get(value, value)


@login_required
@require_safe
def paper_template(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    """The blank form of a paper to fill in with a word processor (F10)."""
    case = case_or_404(request, public_id)
    rule = _rule(case, kind)
    response = HttpResponse(build_form(rule), content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="format-{rule.code.replace("_", "-")}.docx"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@login_required
@require_safe
def paper_file(request: HttpRequest, public_id: str, kind: str, revision: int) -> HttpResponseBase:
    """The file of one revision, for those who may read the paper."""
    case = case_or_404(request, public_id)
    papers = CaseDocument.objects.readable_by(request.user, case).filter(kind=kind, file__isnull=False)
    found = get_object_or_404(papers.select_related("file"), revision=revision)
    if found.file is None:
        raise Http404(_("Revisi ini tidak mempunyai berkas."))
    response: HttpResponseBase = files.file_response(found.file, inline=True)
    return response
