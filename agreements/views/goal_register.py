"""The register of goals each region keeps: RPJMD, RKPD, Renstra."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.goals import GoalForm
from agreements.models import Goal
from agreements.services.acting import not_yours
from agreements.services.after_signing import MANAGE
from agreements.services.goals import require_keeper, save_goal
from agreements.views.access import crumbs, person
from agreements.views.running_page import form_page
from ksd.accounts.access import acting_region_ids, may

PER_PAGE = 20
LIST = "agreements:goal_list"
FORM = "agreements/goals/form.html"
_FORM = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def goal_list(request: HttpRequest) -> HttpResponse:
    """Goals within the person's scope."""
    user = person(request)
    goals = Goal.objects.visible_to(user).select_related("region").prefetch_related("targets")
    rows = goals.annotate(used=Count("links")).order_by("region__code", "document", "title", "pk")
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    mine = acting_region_ids(user, MANAGE)
    context = {
        "page_obj": found,
        "rows": [(goal, goal.region_id in mine) for goal in found.object_list],
        "may_write": may(user, MANAGE),
        "crumbs": crumbs((_("Sasaran daerah"), "")),
    }
    return render(request, "agreements/goals/list.html", context)


@login_required
@require_http_methods(_FORM)
def goal_new(request: HttpRequest) -> HttpResponse:
    """Record a goal of one's own region."""
    user = person(request)
    if not may(user, MANAGE):
        raise not_yours(_("daerah mana pun"))
    form = GoalForm(request.POST or None, actor=user)

    def act(data: dict[str, Any]) -> None:
        save_goal(actor=user, region=data["region"], draft=form.draft(), targets=data["targets"])

    title = _("Catat sasaran daerah")
    return form_page(request, _context(title), form, act, title=title, done=_("Tersimpan."), template=FORM)


@login_required
@require_http_methods(_FORM)
def goal_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a goal, or add a year's target."""
    user = person(request)
    goals = Goal.objects.visible_to(user).select_related("region").prefetch_related("targets")
    goal = get_object_or_404(goals, pk=pk)
    require_keeper(user, goal.region)
    form = GoalForm(request.POST or None, actor=user, goal=goal)

    def act(data: dict[str, Any]) -> None:
        typed = {"targets": data["targets"], "seen_revision": data["seen_revision"]}
        save_goal(actor=user, region=goal.region, goal=goal, draft=form.draft(), **typed)

    title, newest = _("Ubah sasaran daerah"), goal.revision
    context = _context(title) | {"intro": goal.region.full_name}
    return form_page(
        request, context, form, act, title=title, done=_("Tersimpan."), template=FORM, newest=newest
    )


def _context(title: str) -> dict[str, Any]:
    back = reverse(LIST)
    return {"back": back, "crumbs": crumbs((_("Sasaran daerah"), back), (title, ""))}
