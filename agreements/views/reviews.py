"""The TKKSD's review of one proposal: who is asked, what each says, the result for the decision."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.forms.teams import AssignForm, ReviewForm
from agreements.models import Case, Review
from agreements.querysets import sees_all
from agreements.services import reviews as service
from agreements.services.acting import not_yours
from agreements.services.teams import current_team
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from agreements.views.tabs import tabs_of
from ksd.accounts.access import may
from ksd.core.forms import OnceForm

TAB = "agreements:reviews"


def _case(request: HttpRequest, public_id: str) -> Case:
    """A case whose review the person may read: the initiator's own side; 404 for its partners."""
    case = case_or_404(request, public_id)
    if not sees_all(request.user, case):
        raise Http404(_("Telaah ini milik daerah pemrakarsa."))
    return case


def _page(
    request: HttpRequest, case: Case, form: AssignForm | None = None, status: int = 200
) -> HttpResponse:
    user, home = person(request), case.initiator.region
    under = service.is_under_review(case)
    may_assign = under and home is not None and may(user, service.TEAM, home)
    rows = case.reviews.filter(withdrawn_at=None).select_related("reviewer", "office", "assigned_by")
    context: dict[str, Any] = {
        "case": case,
        "rows": rows,
        "points": service.consolidated(case),
        "team": current_team(home),
        "under_review": under,
        "form": form or (AssignForm(case=case) if may_assign else None),
        "may_assign": may_assign,
        "may_conclude": under and home is not None and may(user, service.REVIEW, home),
        "once": OnceForm(),
        "tabs": tabs_of(case, TAB),
        "crumbs": case_crumbs(case, (_("Telaah"), "")),
    }
    return render(request, "agreements/teams/reviews.html", context, status=status)


@login_required
@require_safe
def reviews(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who is asked, who has answered, and the points side by side."""
    return _page(request, _case(request, public_id))


@login_required
@require_POST
def review_assign(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask members for their review."""
    case = _case(request, public_id)
    if not may(person(request), service.TEAM, case.initiator.region):
        raise not_yours(case.initiator.short_name)
    form = AssignForm(request.POST, case=case)
    status = 422
    if form.is_valid():
        ask = partial(service.assign_reviews, actor=person(request), case=case, **form.assignment())
        status = attempt(request, form, ask, reverse(TAB, args=[case.public_id]))
    if status == 200:
        messages.success(request, _("Telaah ditugaskan; mereka diberi tahu."))
        return redirect(TAB, case.public_id)
    return _page(request, case, form, status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Read one review; its reviewer writes it here, saved as a draft or sent."""
    case = _case(request, public_id)
    found = get_object_or_404(case.reviews.select_related("reviewer", "office"), pk=pk)
    mine = found.reviewer_id == person(request).pk
    if request.method == "POST" and not mine:
        raise not_yours(found.reviewer.get_full_name())
    form = _review_form(request, case, found) if mine and not found.submitted_at else None
    status = 200
    if request.method == "POST":
        status = _submit(request, found, form or _review_form(request, case, found))
        if status == 200:
            messages.success(request, _("Telaah tersimpan."))
            return redirect(TAB, case.public_id)
    crumbs = case_crumbs(case, (_("Telaah"), reverse(TAB, args=[case.public_id])), (str(found.reviewer), ""))
    context: dict[str, Any] = {"case": case, "review": found, "form": form, "said": _said(case, found)}
    context |= {"crumbs": crumbs, "tabs": tabs_of(case, TAB)}
    return render(request, "agreements/teams/review.html", context, status=status)


def _review_form(request: HttpRequest, case: Case, found: Review) -> ReviewForm:
    points = service.points_of(case)
    return ReviewForm(request.POST or None, points=points, given=found.fields, conclusion=found.conclusion)


def _submit(request: HttpRequest, found: Review, form: ReviewForm) -> int:
    if not form.is_valid():
        return 422
    submit = partial(
        service.submit_review,
        actor=person(request),
        review=found,
        fields=form.judged(),
        conclusion=form.cleaned_data["conclusion"],
        final="kirim" in request.POST,
    )
    return attempt(request, form, submit, reverse(TAB, args=[found.case.public_id]))


@dataclass(frozen=True)
class Said:
    """One point of a review as it is read."""

    label: str
    judged: str
    remark: str


def _said(case: Case, found: Review) -> list[Said]:
    return [
        Said(
            item.label,
            dict(item.choices).get(found.fields.get(item.code, ""), ""),
            found.fields.get(f"{item.code}_catatan", ""),
        )
        for item in service.points_of(case)
    ]


@login_required
@require_POST
def review_withdraw(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take an unanswered assignment back."""
    case = _case(request, public_id)
    service.withdraw_review(actor=person(request), review=get_object_or_404(case.reviews, pk=pk))
    messages.success(request, _("Penugasan ditarik."))
    return redirect(TAB, case.public_id)


@login_required
@require_POST
def review_result(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write the consolidated reviews into the team's paper and go there to finish it."""
    case = _case(request, public_id)
    service.write_result(actor=person(request), case=case)
    rule = service.review_paper(case)
    messages.success(request, _("Hasil telaah disusun dari semua penelaah. Periksa, lalu lengkapi."))
    return redirect("agreements:paper", case.public_id, rule.code if rule else "")
