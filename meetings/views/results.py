"""The result of a meeting: its points, what is owed for them, what was carried along, and the matrix."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.letters import hand_out
from ksd.accounts.pages import attempt, person
from ksd.core.spreadsheets import XLSX
from meetings.documents.follow_up_matrix import matrix_letter, matrix_sheet
from meetings.duties import AGREED_STATES
from meetings.follow_up_sheet import in_order
from meetings.forms.follow_ups import CarryForm
from meetings.forms.room import DecisionForm
from meetings.models import Decision, FollowUp, Meeting
from meetings.services import decisions, may_manage, require_open
from meetings.services import follow_ups as services
from meetings.services.decisions import may_write
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.tabs import tabs_of

TAB = "meetings:results"
_SHOW = ["GET", "HEAD", "POST"]
MOST_IN_MATRIX = 2000


@login_required
@require_safe
def results(request: HttpRequest, public_id: str) -> HttpResponse:
    """The points with what is owed for each, and what earlier meetings left over."""
    meeting = meeting_or_404(request, public_id)
    managing = may_manage(request.user, meeting)
    owed = FollowUp.objects.for_list().order_by("region__level", "region__code", "pk")
    points = meeting.decisions.filter(dropped_at=None).select_related(
        "case", "segment", "legal_basis", "item"
    )
    context = {
        "points": points.prefetch_related(Prefetch("follow_ups", queryset=owed)),
        "carried": in_order(FollowUp.objects.filter(carries__meeting=meeting).for_list()),
        "may_manage": managing and not meeting.is_locked,
        "may_write": managing and may_write(meeting),
        "may_leave": managing and not meeting.is_locked and meeting.state not in AGREED_STATES,
        **_frame(request, meeting),
    }
    return render(request, "meetings/results/page.html", context)


def _frame(request: HttpRequest, meeting: Meeting, *more: tuple[str, str]) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "tabs": tabs_of(meeting, request.user, TAB),
        "crumbs": meeting_crumbs(meeting, (_("Hasil & tindak lanjut"), ""), *more),
    }


@login_required
@require_POST
def results_matrix(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hand out the matrix of follow-ups as PDF, DOCX or XLSX."""
    meeting = meeting_or_404(request, public_id)
    rows = FollowUp.objects.standing().of_meeting(meeting).for_list()
    rows = rows.prefetch_related("entries__file").order_by(
        "decision__meeting__starts_at", "decision__order", "pk"
    )
    shown = list(rows[:MOST_IN_MATRIX])
    if request.POST.get("bentuk") == "xlsx":
        name = f"matriks-tindak-lanjut-{meeting.public_id}.xlsx"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(matrix_sheet(meeting, shown), content_type=XLSX, headers=disposition)
    return hand_out(request, matrix_letter(meeting, shown), f"Matriks tindak lanjut {meeting.title}")


@login_required
@require_http_methods(_SHOW)
def result_point(request: HttpRequest, public_id: str, point: str = "") -> HttpResponse:
    """Write a point, or change one and who owes what."""
    meeting = managed_or_refused(request, public_id)
    decision = _point(meeting, point) if point else None
    if request.method != "POST":
        decisions.require_writable(meeting)
    form = _point_form(request, meeting, decision)
    status = 200
    if request.method == "POST":
        act = partial(_save, request, meeting, decision, form)
        status = attempt(request, form, act) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Butir rumusan tersimpan."))
            return redirect(TAB, public_id)
    context = {"form": form, "decision": decision, **_frame(request, meeting)}
    return render(request, "meetings/results/point.html", context, status=status)


def _point_form(request: HttpRequest, meeting: Meeting, decision: Decision | None) -> DecisionForm:
    """The form of the room; outside of it nothing is at hand, so no item means none."""
    form = DecisionForm(request.POST or None, actor=request.user, meeting=meeting, decision=decision)
    form.fields["item"].empty_label = "–"  # type: ignore[attr-defined]  # a ModelChoiceField
    return form


def _point(meeting: Meeting, public_id: str) -> Decision:
    return get_object_or_404(meeting.decisions.filter(dropped_at=None), public_id=public_id)


def _save(request: HttpRequest, meeting: Meeting, decision: Decision | None, form: DecisionForm) -> None:
    data, actor = form.data_given(), person(request)
    if decision is None:
        key = form.cleaned_data["form_token"]
        decisions.write_decision(actor=actor, meeting=meeting, data=data, key=key)
    else:
        seen = form.cleaned_data["seen_revision"] or 0
        decisions.change_decision(actor=actor, decision=decision, data=data, seen_revision=seen)


@login_required
@require_POST
def result_point_drop(request: HttpRequest, public_id: str, point: str) -> HttpResponse:
    """Take a point out that nobody has worked on."""
    meeting = managed_or_refused(request, public_id)
    decision = _point(meeting, point)
    decisions.drop_decision(actor=person(request), decision=decision, seen_revision=decision.revision)
    messages.success(request, _("Butir rumusan dicabut."))
    return redirect(TAB, public_id)


@login_required
@require_http_methods(_SHOW)
def results_carry(request: HttpRequest, public_id: str) -> HttpResponse:
    """Tick what earlier meetings left unfinished, to be asked for again."""
    meeting = managed_or_refused(request, public_id)
    if request.method != "POST":
        require_open(meeting)
    left = in_order(FollowUp.objects.carriable_into(meeting).for_list())
    form, status = CarryForm(request.POST or None, rows=left), 200
    if request.method == "POST":
        status = attempt(request, form, partial(_carry, request, meeting, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Tindak lanjut yang dicentang dibawa ke rapat ini."))
            return redirect(TAB, public_id)
    ticked = set(request.POST.getlist("follow_ups"))
    rows = [(row, row.public_id in ticked or not ticked) for row in left]
    context = {"form": form, "rows": rows, **_frame(request, meeting)}
    return render(request, "meetings/results/carry.html", context, status=status)


def _carry(request: HttpRequest, meeting: Meeting, form: CarryForm) -> None:
    given = form.cleaned_data
    services.carry(
        actor=person(request), meeting=meeting, follow_ups=given["follow_ups"], reason=given["reason"]
    )


@login_required
@require_POST
def results_leave(request: HttpRequest, public_id: str, follow_up: str) -> HttpResponse:
    """Undo a carry."""
    meeting = managed_or_refused(request, public_id)
    row = get_object_or_404(FollowUp.objects.filter(carries__meeting=meeting), public_id=follow_up)
    services.leave_behind(actor=person(request), meeting=meeting, follow_up=row)
    messages.success(request, _("Tindak lanjut tidak jadi dibawa ke rapat ini."))
    return redirect(TAB, public_id)
