"""The list of cooperations, and the page of one."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.filters import CaseFilter
from agreements.models import Case
from agreements.services.archive import MANAGE
from agreements.services.inbound import ANSWER
from agreements.services.proposal import PROPOSE
from agreements.views.access import case_crumbs, case_or_404, crumbs, person
from agreements.views.rows import case_rows
from agreements.views.sheet import case_sheet
from agreements.views.tabs import tabs_of
from ksd.accounts.access import may
from ksd.core.mentions import mentions_of

PER_PAGE = 20


@login_required
@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Cooperations within the person's scope, filtered and in order."""
    user = person(request)
    found = CaseFilter(request.GET, queryset=Case.objects.visible_to(user), request=request)
    page = Paginator(found.qs.for_list(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page_obj": page,
        "rows": case_rows(page.object_list, user),
        "may_propose": may(user, PROPOSE),
        "may_answer": may(user, ANSWER),
        "may_manage": may(user, MANAGE),
        "is_filtered": any(value for name, value in request.GET.items() if name not in {"page", "order"}),
        "crumbs": crumbs(),
    }
    return render(request, "agreements/cases/list.html", context)


@login_required
@require_safe
def case(request: HttpRequest, public_id: str) -> HttpResponse:
    """One cooperation: who, what, where it stands, whose turn, until when, what to do next."""
    found = case_or_404(request, public_id)
    context = {
        "case": found,
        "sheet": case_sheet(found, person(request)),
        "mentions": mentions_of(request.user, found),
        "tabs": tabs_of(found),
        "crumbs": case_crumbs(found),
    }
    return render(request, "agreements/cases/case.html", context)
