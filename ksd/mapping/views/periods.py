"""Pages of mapping periods: the list and one period."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ksd.accounts.access import may, own_region_ids
from ksd.mapping.filters import PeriodFilter
from ksd.mapping.models import Period
from ksd.mapping.services.access import FILL, MANAGE
from ksd.mapping.services.needs import lacking
from ksd.mapping.services.progress import progress_of
from ksd.mapping.views.shared import crumbs, frame, period_of
from meetings.models import Meeting

PER_PAGE = 25


@login_required
@require_safe
def period_list(request: HttpRequest) -> HttpResponse:
    """Every period the person may see, the newest first."""
    periods = Period.objects.visible_to(request.user).for_list()
    found = PeriodFilter(request.GET, queryset=periods)
    context = {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "may_lead": may(request.user, MANAGE),
        "crumbs": crumbs(),
    }
    return render(request, "mapping/list.html", context)


@login_required
@require_safe
def period(request: HttpRequest, public_id: str) -> HttpResponse:
    """One period: its forum, its term, who has answered, what may follow."""
    found = period_of(request, public_id)
    context = frame(request, found, "period")
    progress = progress_of(found)
    mine = own_region_ids(request.user, FILL)
    context |= {
        "progress": progress,
        "meeting": Meeting.objects.visible_to(request.user).filter(mapping_periods=found).first(),
        "mine": [row for row in progress.regions if row.answer.region_id in mine],
        "following": [(step, lacking(found, step)) for step in found.steps] if context["may_manage"] else [],
        "events": found.events.select_related("actor", "region")[:30],
    }
    return render(request, "mapping/period.html", context)
