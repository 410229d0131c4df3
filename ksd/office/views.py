"""The first page and my work."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.services.reports.reading import waiting_count
from ksd.accounts.access import current_memberships, may
from ksd.accounts.models import User
from ksd.office import work

SHOWN = 8


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("only a signed-in person has work")
    return request.user


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show where the work stands: what waits, what ends, how far the cases are."""
    user = _person(request)
    mine = work.waiting_for_me(user)
    terms, ending = list(work.deadlines(user)), list(work.ending_soon(user))
    context = {
        "mine": mine[:SHOWN],
        "mine_count": len(mine),
        "invitations": work.invitations(user)[:SHOWN],
        "others_count": work.others_turn(user).count(),
        "late_count": sum(term.is_overdue for term in terms),
        "deadlines": terms[:SHOWN],
        "ending": ending[:SHOWN],
        "ending_count": len(ending),
        "stages": work.cases_by_stage(user),
        "follow_up_count": work.follow_ups_owed(user).count() + work.follow_ups_to_verify(user).count(),
        "may_propose": may(user, "agreements.propose"),
        "memberships": current_memberships(user).select_related("region"),
    }
    return render(request, "office/home.html", context)


@require_safe
@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """Show what waits for me, what waits for others, and the terms that run."""
    user = _person(request)
    context = {
        "mine": work.waiting_for_me(user),
        "others": work.waiting_for_others(user),
        "invitations": work.invitations(user),
        "run_out": list(work.run_out(user)),
        "deadlines": list(work.deadlines(user)),
        "follow_ups": list(work.follow_ups_owed(user)[: work.MOST_SHOWN]),
        "to_verify": list(work.follow_ups_to_verify(user)[: work.MOST_SHOWN]),
        "reports_waiting": waiting_count(user),
        "may_propose": may(user, "agreements.propose"),
    }
    return render(request, "office/my_work.html", context)
