"""Goals: what a cooperation contributes to them, and the register each region keeps."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.goals import GoalReportForm, LinkGoalForm
from agreements.models import Case, CaseGoal, Goal, GoalReport
from agreements.services import goals as acts
from agreements.services.acting import acting_for_party
from agreements.services.after_signing import MANAGE, parties_of, require_any
from agreements.services.running import is_reached
from agreements.views.access import case_or_404, person
from agreements.views.running_page import form_page, page
from ksd.core.forms import OnceForm

SECTION = "agreements:running_goals"
_FORM = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def running_goals(request: HttpRequest, public_id: str) -> HttpResponse:
    """The goals the cooperation serves, what it aimed at and reached in each year."""
    case = case_or_404(request, public_id)
    mine = {party.region_id for party in parties_of(person(request), case) if party.region_id}
    links = case.goal_links.select_related("goal__region").prefetch_related("reports", "goal__targets")
    rows = [(link, _years(link), link.goal.region_id in mine) for link in links]
    context = page(case, SECTION, rows=rows, may_write=bool(mine))
    return render(request, "agreements/running/goals.html", context)


def _years(link: CaseGoal) -> list[tuple[GoalReport, bool]]:
    """The newest report of every year, and whether it meets its target."""
    newest: dict[int, GoalReport] = {}
    for report in link.reports.all():
        newest.setdefault(report.year, report)
    lower = link.goal.lower_is_better
    return [(row, is_reached(row.target, row.achieved, lower=lower)) for row in newest.values()]


def _link(case: Case, pk: int) -> CaseGoal:
    links = case.goal_links.select_related("goal__region").prefetch_related("goal__targets")
    link = get_object_or_404(links, pk=pk)
    link.case = case
    return link


def _back(case: Case) -> str:
    return reverse(SECTION, args=[case.public_id])


@login_required
@require_http_methods(_FORM)
def goal_link(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say that the cooperation serves a goal of one's own region."""
    case, user = case_or_404(request, public_id), person(request)
    require_any(user, case)
    regions = [party.region_id for party in parties_of(user, case) if party.region_id]
    free = Goal.objects.filter(region__in=regions).exclude(links__case=case)
    form = LinkGoalForm(request.POST or None, goals=free)

    def act(data: dict[str, Any]) -> None:
        acts.link_goal(actor=user, case=case, goal=data["goal"])

    title = _("Tautkan sasaran")
    intro = (
        ""
        if free.exists()
        else _("Belum ada sasaran yang dapat dipilih. Catat dahulu dalam daftar sasaran daerah.")
    )
    context = page(case, SECTION, (title, ""), back=_back(case), intro=intro, button=title)
    return form_page(request, context, form, act, title=title, done=_("Sasaran ditautkan."))


@login_required
@require_http_methods(_FORM)
def goal_report(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Record what the cooperation aimed at and reached in a year."""
    case = case_or_404(request, public_id)
    link = _link(case, pk)
    acting_for_party(person(request), case, acts.party_of(case, link.goal), permission=MANAGE)
    form = GoalReportForm(request.POST or None, link=link)

    def act(data: dict[str, Any]) -> None:
        typed = {name: data[name] for name in ("year", "target", "achieved", "note")}
        acts.report_goal(actor=person(request), link=link, **typed)

    title = _("Catat capaian")
    context = page(case, SECTION, (title, ""), back=_back(case), intro=f"{link.goal} ({link.goal.unit})")
    return form_page(request, context, form, act, title=title, done=_("Capaian tercatat."))


@login_required
@require_http_methods(_FORM)
def goal_unlink(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a goal off the cooperation while nothing was reported on it."""
    case = case_or_404(request, public_id)
    link = _link(case, pk)
    acting_for_party(person(request), case, acts.party_of(case, link.goal), permission=MANAGE)
    acts.require_unreported(link)
    form = OnceForm(request.POST or None)

    def act(_data: dict[str, Any]) -> None:
        acts.unlink_goal(actor=person(request), link=link)

    title = _("Lepas sasaran")
    context = page(case, SECTION, (title, ""), back=_back(case), intro=str(link.goal))
    context |= {"button": title, "danger": True}
    return form_page(request, context, form, act, title=title, done=_("Sasaran dilepas."))
