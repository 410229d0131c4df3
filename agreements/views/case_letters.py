"""The letters of a case: what this step needs, one paper with its preview, its number and its files."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.documents.letters import from_json
from agreements.forms.correspondence import IssueForm
from agreements.models import Case, IssuedNumber
from agreements.services.case_papers import CasePaper, letter_of, paper_of, papers_of
from agreements.services.issuing_papers import is_many, issue_paper, issued_of
from agreements.services.numbering import next_sample, numbers_here
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from agreements.views.letters import hand_out
from agreements.views.sheet_frame import framed
from agreements.views.tabs import tabs_of

PAGE = "agreements:case_letters"


@login_required
@require_safe
def case_letters(request: HttpRequest, public_id: str) -> HttpResponse:
    """The papers of the case for this person, and the numbers its own side gave."""
    case = case_or_404(request, public_id)
    rows = [_line(case, paper) for paper in papers_of(case, person(request))]
    issued = IssuedNumber.objects.visible_to(request.user).filter(case=case)
    context = {
        "case": case,
        "now": [row for row in rows if row["paper"].now],
        "others": [row for row in rows if not row["paper"].now],
        "issued": issued.select_related("region").order_by("-pk"),
        "tabs": tabs_of(case, PAGE),
        "crumbs": case_crumbs(case, (_("Surat"), "")),
    }
    return render(request, "agreements/correspondence/case.html", context)


def _line(case: Case, paper: CasePaper) -> dict[str, Any]:
    return {"paper": paper, "url": _address(case, paper)}


def _address(case: Case, paper: CasePaper) -> str:
    return reverse("agreements:case_letter", args=[case.public_id, *paper.key])


def _paper_or_404(request: HttpRequest, case: Case, code: str, row: int) -> CasePaper:
    paper = paper_of(case, person(request), code, row)
    if paper is None:
        raise Http404(_("Surat ini tidak diperlukan pada tahap ini, atau bukan untuk Anda."))
    return paper


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_letter(request: HttpRequest, public_id: str, code: str, row: int) -> HttpResponse:
    """One paper: look at it, hand it out as PDF or DOCX, or give it its number."""
    case = case_or_404(request, public_id)
    paper = _paper_or_404(request, case, code, row)
    form = IssueForm(request.POST or None, draft=paper.draft, typed=not numbers_here(paper.sender))
    asked = request.POST.get("bentuk", "")
    standing = _standing(case, paper)
    if asked in ("docx", "pdf") and form.is_valid():
        letter = from_json(standing.words) if standing else _shown(case, paper, form)
        return hand_out(request, letter, paper.draft.label, case)
    status = 200
    if request.method == "POST":
        status = _issue(request, case, paper, form) if asked == "terbit" else 200
        status = status if form.is_valid() or asked == "terbit" else 422
    if status == 200 and asked == "terbit":
        messages.success(
            request, _("Surat bernomor. Unduh, tandatangani, lalu unggah pindaiannya pada langkahnya.")
        )
        return redirect(_address(case, paper))
    return render(
        request, "agreements/correspondence/letter.html", _context(case, paper, form, standing), status=status
    )


def _issue(request: HttpRequest, case: Case, paper: CasePaper, form: IssueForm) -> int:
    if not form.is_valid():
        return 422
    code, row = paper.key

    def act() -> object:
        return issue_paper(actor=person(request), case=case, code=code, row=row, issue=form.issue())

    return attempt(request, form, act, _address(case, paper))


def _standing(case: Case, paper: CasePaper) -> IssuedNumber | None:
    """The number this paper bears, when there can be but one."""
    if is_many(case, paper):
        return None
    return next((row for row in issued_of(case, paper) if row.is_valid and row.words), None)


def _shown(case: Case, paper: CasePaper, form: IssueForm) -> Any:
    asked = form.asked() if form.is_bound and form.is_valid() else {}
    return letter_of(case, paper, asked=asked)[0]


def _context(case: Case, paper: CasePaper, form: IssueForm, standing: IssuedNumber | None) -> dict[str, Any]:
    letter = from_json(standing.words) if standing else _shown(case, paper, form)
    here = numbers_here(paper.sender)
    return {
        "case": case,
        "paper": paper,
        "form": form,
        "standing": standing,
        "issued": issued_of(case, paper),
        "here": here,
        "next": next_sample(paper.sender, paper.draft.code) if here and paper.may_issue else "",
        "sheet": framed(letter, paper.sender),
        "crumbs": case_crumbs(
            case, (_("Surat"), reverse(PAGE, args=[case.public_id])), (paper.draft.label, "")
        ),
    }
