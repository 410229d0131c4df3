"""The KAK of a meeting: its page and its paper."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.views.letters import hand_out
from ksd.accounts.pages import attempt, person
from ksd.core.errors import ImpossibleStep
from meetings import services
from meetings.documents.plans import plan_letter
from meetings.forms.plans import PlanForm
from meetings.models import Meeting
from meetings.services.plans import plan_of, write_plan
from meetings.views.access import managed_or_refused, meeting_crumbs
from meetings.views.tabs import tabs_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, public_id: str) -> HttpResponse:
    """The KAK as a form; of a closed meeting as it was written."""
    meeting = managed_or_refused(request, public_id)
    if request.method == "POST":
        services.require_open(meeting)
    form = PlanForm(request.POST or None, instance=plan_of(meeting))
    status, stored = 200, list[tuple[str, str]]()
    if request.method == "POST":
        status = attempt(request, form, partial(_write, request, meeting, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("KAK disimpan."))
            return redirect("meetings:plan", meeting.public_id)
        if status == 409:
            stored = form.compare_with(plan_of(meeting))
    context = {"meeting": meeting, "form": form, "stored": stored} | _frame(request, meeting)
    return render(request, "meetings/plan.html", context, status=status)


def _frame(request: HttpRequest, meeting: Meeting) -> dict[str, Any]:
    """What the page shows around its form."""
    return {
        "written": plan_of(meeting).pk is not None,
        "tabs": tabs_of(meeting, request.user, "meetings:plan"),
        "crumbs": meeting_crumbs(meeting, (_("KAK"), "")),
    }


def _write(request: HttpRequest, meeting: Meeting, form: PlanForm) -> None:
    write_plan(
        actor=person(request),
        meeting=meeting,
        data=form.data_given(),
        seen_revision=form.cleaned_data["seen_revision"],
    )


@login_required
@require_POST
def plan_paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """The KAK as PDF or DOCX; a closed meeting's too."""
    meeting = managed_or_refused(request, public_id)
    written = plan_of(meeting)
    if written.pk is None:
        raise ImpossibleStep(_("KAK rapat ini belum ditulis."), remedy=_("Tulis dan simpan dahulu."))
    return hand_out(request, plan_letter(meeting, written), f"KAK {meeting.title}")
