"""The page of one point of the result: written in full, changed, moved up, taken out."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ksd.accounts.pages import attempt, person
from meetings.forms.room import DecisionForm, SeenForm
from meetings.models import Decision, Meeting
from meetings.services.decisions import change_decision, drop_decision, raise_decision
from meetings.views.access import managed_or_refused
from meetings.views.answers import done, refused
from meetings.views.room import frame, room_address, show_newer, write

_SHOW = ["GET", "HEAD", "POST"]
_ACTS = {"cabut": drop_decision, "naik": raise_decision}


def _row(meeting: Meeting, decision: str) -> Decision:
    rows = Decision.objects.select_related("meeting", "item", "case", "segment", "legal_basis", "written_by")
    return get_object_or_404(rows, meeting=meeting, public_id=decision, dropped_at=None)


@login_required
@require_http_methods(_SHOW)
def decision_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write a point with everything it may name."""
    meeting = managed_or_refused(request, public_id)
    form = DecisionForm(request.POST or None, meeting=meeting, actor=request.user)
    status = 200
    if request.method == "POST":
        act = partial(write, request, meeting, form)
        status = attempt(request, form, act, room_address(meeting)) if form.is_valid() else 422
        if status == 200:
            return done(request, room_address(meeting), _("Butir disimpan."))
    context = frame(request, meeting) | {"form": form, "row": None, "newer": None}
    return render(request, "meetings/room/decision.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def decision(request: HttpRequest, public_id: str, decision: str) -> HttpResponse:
    """Change a point; what somebody else wrote meanwhile is shown beside it."""
    meeting = managed_or_refused(request, public_id)
    row = _row(meeting, decision)
    form = DecisionForm(request.POST or None, meeting=meeting, actor=request.user, decision=row)
    status, newer = 200, None
    if request.method == "POST":
        act = partial(_change, request, row, form)
        status = attempt(request, form, act, room_address(meeting)) if form.is_valid() else 422
        if status == 200:
            return done(request, room_address(meeting), _("Butir disimpan."))
        newer = show_newer(form, row)
    context = frame(request, meeting) | {
        "form": form,
        "row": row,
        "newer": newer,
        "seen": SeenForm(initial={"seen_revision": row.revision}),
    }
    return render(request, "meetings/room/decision.html", context, status=status)


def _change(http: HttpRequest, row: Decision, form: DecisionForm) -> None:
    seen = form.cleaned_data["seen_revision"] or 0
    change_decision(actor=person(http), decision=row, data=form.data_given(), seen_revision=seen)


@login_required
@require_POST
def decision_act(request: HttpRequest, public_id: str, decision: str, act: str) -> HttpResponse:
    """Take a point out, or let it move up one number."""
    meeting = managed_or_refused(request, public_id)
    row = _row(meeting, decision)
    if act not in _ACTS:
        raise Http404
    form = SeenForm(request.POST)
    status = 422
    if form.is_valid():
        move = partial(
            _ACTS[act], actor=person(request), decision=row, seen_revision=form.cleaned_data["seen_revision"]
        )
        status = attempt(request, form, move, room_address(meeting))
        if status == 200:
            return done(request, room_address(meeting), _("Butir rumusan diperbarui."))
    return refused(request, form, status, partial(_refused, request, meeting, form, status))


def _refused(http: HttpRequest, meeting: Meeting, form: SeenForm, status: int) -> HttpResponse:
    context = frame(http, meeting) | {"form": form, "back": room_address(meeting)}
    return render(http, "meetings/room/refused.html", context, status=status)
