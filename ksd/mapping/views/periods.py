"""Pages of mapping periods."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ksd.mapping.models import Period
from ksd.mapping.views.shared import frame, period_of


@login_required
@require_safe
def period_list(request: HttpRequest) -> HttpResponse:
    """Every period the person may see, the newest first."""
    periods = Period.objects.visible_to(request.user).for_list()
    return render(request, "mapping/list.html", {"periods": periods})


@login_required
@require_safe
def period(request: HttpRequest, public_id: str) -> HttpResponse:
    """One period: its forum, its term, who has answered."""
    found = period_of(request, public_id)
    answers = found.answers.select_related("region")
    context = frame(request, found, "period") | {"answers": answers}
    return render(request, "mapping/period.html", context)
