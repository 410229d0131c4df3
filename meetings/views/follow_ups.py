"""Pages of follow-ups: the list, one with its history, a report, a step of the organiser, the proofs."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.access import may
from ksd.accounts.pages import attempt, person
from ksd.core.files import file_response
from meetings import duties
from meetings.follow_up_filter import FollowUpFilter
from meetings.follow_up_sheet import follow_up_sheet, in_order, places
from meetings.forms.follow_ups import DutyForm, ReportForm
from meetings.models import FollowUp
from meetings.services import PERMISSION
from meetings.services import follow_ups as services
from meetings.services.follow_ups.access import require_state
from meetings.views.access import crumbs
from meetings.views.follow_up_access import follow_up_crumbs, follow_up_or_404, require_step

PER_PAGE = 25
_SHOW = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def follow_up_list(request: HttpRequest, whose: str) -> HttpResponse:
    """The follow-ups of the person's regions, those that wait for a verification, or all the person may see."""
    rows = FollowUp.objects.visible_to(request.user).agreed().for_list()
    if whose == "mine":
        rows = rows.answered_by(request.user)
    elif whose == "judged":
        rows = rows.judged_by(request.user).filter(state="selesai")
    found = FollowUpFilter(request.GET, queryset=in_order(rows), request=request)
    context = {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "places": places(request, judges=may(request.user, PERMISSION)),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "crumbs": crumbs((_("Tindak lanjut"), "")),
    }
    return render(request, "meetings/follow_ups/list.html", context)


@login_required
@require_safe
def follow_up(request: HttpRequest, public_id: str) -> HttpResponse:
    """One follow-up: its facts, what may be done now, and its history."""
    row = follow_up_or_404(request, public_id)
    context = {
        "follow_up": row,
        "sheet": follow_up_sheet(row, services.roles_of(request.user, row)),
        "crumbs": follow_up_crumbs(row),
    }
    return render(request, "meetings/follow_ups/page.html", context)


@login_required
@require_http_methods(_SHOW)
def follow_up_report(request: HttpRequest, public_id: str) -> HttpResponse:
    """Report how far it has come."""
    row, step = follow_up_or_404(request, public_id), duties.duty_step(duties.REPORT)
    require_step(request, row, step)
    if request.method != "POST":
        require_state(row, step)
    form = ReportForm(
        request.POST or None,
        request.FILES or None,
        initial={"progress": row.progress, "obstacle": row.obstacle},
    )
    status = 200
    if request.method == "POST":
        status = attempt(request, form, partial(_report, request, row, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Laporan tersimpan."))
            return redirect(row)
    context = {"follow_up": row, "form": form, "crumbs": follow_up_crumbs(row, (_("Laporkan kemajuan"), ""))}
    return render(request, "meetings/follow_ups/report.html", context, status=status)


def _report(request: HttpRequest, row: FollowUp, form: ReportForm) -> str:
    services.report(
        actor=person(request), follow_up=row, data=form.report_given(), key=form.cleaned_data["form_token"]
    )
    return row.get_absolute_url()


@login_required
@require_http_methods(_SHOW)
def follow_up_step(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Show what a step of the organiser means; on POST take it."""
    row, step = follow_up_or_404(request, public_id), _judging_step(code)
    require_step(request, row, step)
    if request.method != "POST":
        require_state(row, step)
    form = DutyForm(request.POST or None, follow_up=row, step=step)
    status = 200
    if request.method == "POST":
        status = (
            attempt(request, form, partial(_decide, request, row, form, code)) if form.is_valid() else 422
        )
        if status == 200:
            messages.success(request, _("“%(step)s” tercatat.") % {"step": step.label})
            return redirect(row)
    context = {
        "follow_up": row,
        "step": step,
        "form": form,
        "crumbs": follow_up_crumbs(row, (str(step.label), "")),
    }
    return render(request, "meetings/follow_ups/step.html", context, status=status)


def _judging_step(code: str) -> duties.DutyStep:
    """The organiser's step of this name; 404 for a report or a word the table does not know."""
    try:
        step = duties.duty_step(code)
    except KeyError:
        step = None
    if step is None or step.is_report:
        raise Http404(_("Langkah ini tidak ada."))
    return step


def _decide(request: HttpRequest, row: FollowUp, form: DutyForm, code: str) -> str:
    given: dict[str, Any] = form.cleaned_data
    services.decide(
        actor=person(request),
        follow_up=row,
        code=code,
        reason=given["reason"],
        due_on=given.get("due_on"),
        seen_revision=given["seen_revision"],
    )
    return row.get_absolute_url()


@login_required
@require_safe
def follow_up_proof(request: HttpRequest, public_id: str, pk: int) -> HttpResponseBase:
    """The file that proves a report, for all who read the follow-up."""
    row = follow_up_or_404(request, public_id)
    entry = get_object_or_404(row.entries.filter(file__isnull=False).select_related("file"), pk=pk)
    if entry.file is None:
        raise Http404
    return file_response(entry.file, inline=True)
