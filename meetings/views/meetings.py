"""Pages of meetings: the list, one meeting, its form, the steps of its life."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ksd.accounts.access import may
from ksd.accounts.pages import attempt, person
from ksd.core import clock
from meetings import services, workflow
from meetings.filters import MeetingFilter
from meetings.forms import MeetingForm, StepForm
from meetings.models import Meeting, MeetingSeries
from meetings.querysets import organisable
from meetings.services import PERMISSION, may_manage
from meetings.services.yearly import year_warnings
from meetings.sheet import AHEAD, meeting_sheet, tabs
from meetings.views.access import crumbs, managed_or_refused, meeting_or_404, require_manage
from meetings.views.tabs import tabs_of, ways_to
from meetings.workflow import Step

PER_PAGE = 25
# A person belongs to one region or two; the page of yearly meetings counts all within reach.
MOST_WARNINGS = 3
_SHOW = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Result:
    """What came of sending the form of a meeting: a status, and what clashes with it when that was not said yet."""

    status: int = 200
    clashes: Sequence[str] = ()


@login_required
@require_safe
def meeting_list(request: HttpRequest, when: str) -> HttpResponse:
    """The meetings the person may see: to come, past, or all."""
    meetings = Meeting.objects.visible_to(request.user).for_list().at_time(when)
    found = MeetingFilter(request.GET, queryset=meetings)
    context = {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "places": tabs(request),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "may_plan": may(request.user, PERMISSION),
        "yearly": year_warnings(organisable(request.user, PERMISSION)[:MOST_WARNINGS], clock.today().year),
        "crumbs": crumbs(),
    }
    return render(request, "meetings/list.html", context)


@login_required
@require_safe
def meeting_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One meeting: its facts, participants, next steps and history."""
    meeting = meeting_or_404(request, public_id)
    managing = may_manage(request.user, meeting)
    sheet = meeting_sheet(meeting, request.user, managing=managing)
    context = {
        "meeting": meeting,
        "sheet": sheet,
        "steps": [(step, ways_to(meeting, step)) for step in sheet.steps],
        "may_manage": managing,
        "letter_due": services.letter_due(meeting, services.standing_letter(meeting)) if managing else "",
        "tabs": tabs_of(meeting, request.user),
        "crumbs": crumbs((meeting.title, "")),
    }
    return render(request, "meetings/detail.html", context)


def _form_page(
    request: HttpRequest, form: MeetingForm, result: Result, way: list[tuple[str, str]]
) -> HttpResponse:
    """The form, named by the last crumb; cancelling leads to the one before."""
    context = {
        "form": form,
        "clashes": result.clashes,
        "action_label": _("Simpan juga") if result.clashes else "",
        "title": way[-1][0],
        "cancel_url": way[-2][1],
        "crumbs": way,
    }
    return render(request, "meetings/edit.html", context, status=result.status)


def _saved(request: HttpRequest, form: MeetingForm, act: Callable[[], str]) -> Result:
    """Save a valid form, once it was said what else happens on that day."""
    if not form.is_valid():
        return Result(422)
    clashes = [] if form.was_sent(person(request)) else form.clashes_unseen(_clashes(request, form))
    return Result(409, clashes) if clashes else Result(attempt(request, form, act))


def _clashes(request: HttpRequest, form: MeetingForm) -> list[str]:
    """What clashes with the meeting as it is typed, while its day may still be chosen."""
    if form.instance.state not in AHEAD:
        return []
    return services.date_conflicts(form.instance, request.user, form.participants_given())


@login_required
@require_http_methods(_SHOW)
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting."""
    if not may(request.user, PERMISSION):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan merencanakan rapat."))
    form = MeetingForm(request.POST or None, actor=person(request), series=_series_asked(request))
    result = Result()
    if request.method == "POST":
        result = _saved(request, form, partial(_plan, request, form))
        if result.status == 200:
            messages.success(request, _("Rapat direncanakan."))
            return redirect(form.instance)
    return _form_page(request, form, result, crumbs((_("Rencanakan rapat"), "")))


def _series_asked(request: HttpRequest) -> MeetingSeries | None:
    """The series the address asks for (?seri=3), where the person plans for its region."""
    asked = request.GET.get("seri", "")
    rows = MeetingSeries.objects.filter(region__in=organisable(request.user, PERMISSION), is_active=True)
    return rows.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else None


@login_required
@require_POST
def meeting_chair(request: HttpRequest, public_id: str) -> HttpResponse:
    """Name the chair whom the rule of the TKKSD proposes."""
    meeting = managed_or_refused(request, public_id)
    services.take_proposed_chair(actor=person(request), meeting=meeting)
    messages.success(request, _("Pimpinan rapat diisi menurut Keputusan TKKSD."))
    return redirect(meeting)


def _plan(request: HttpRequest, form: MeetingForm) -> str:
    planned = services.plan_meeting(
        actor=person(request), data=form.data_given(), participants=form.participants_given()
    )
    form.instance = planned
    return planned.get_absolute_url()


@login_required
@require_http_methods(_SHOW)
def meeting_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change what was planned."""
    meeting = meeting_or_404(request, public_id)
    require_manage(request, meeting)
    services.require_open(meeting)
    title = meeting.title  # the form writes into its instance, also what it refuses
    # What is sent carries the mark of what its page told; only a fresh page has to ask.
    known = () if request.method == "POST" else services.date_conflicts(meeting, request.user)
    form = MeetingForm(request.POST or None, instance=meeting, actor=person(request), known=known)
    result = Result()
    if request.method == "POST":
        result = _saved(request, form, partial(_change, request, form))
        if result.status == 200:
            messages.success(request, _("Perubahan rapat disimpan."))
            return redirect(meeting)
    way = crumbs((title, meeting.get_absolute_url()), (_("Ubah rapat"), ""))
    return _form_page(request, form, result, way)


def _change(request: HttpRequest, form: MeetingForm) -> str:
    return services.change_meeting(
        actor=person(request),
        meeting=form.instance,
        data=form.data_given(),
        participants=form.participants_given(),
        seen_revision=form.cleaned_data["seen_revision"],
    ).get_absolute_url()


@login_required
@require_http_methods(_SHOW)
def meeting_state(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Show what a step means; on POST take it."""
    meeting = meeting_or_404(request, public_id)
    require_manage(request, meeting)
    step = _known_step(code)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        services.possible_step(meeting, code)
    form = StepForm(request.POST or None, meeting=meeting, step=step)
    status = 200
    if request.method == "POST":
        status = (
            attempt(request, form, partial(_step, request, meeting, form, code)) if form.is_valid() else 422
        )
        if status == 200:
            messages.success(request, _("“%(step)s” tercatat.") % {"step": step.label})
            return redirect(meeting)
    lacks = services.lacking(meeting, step)
    way = crumbs((meeting.title, meeting.get_absolute_url()), (str(step.label), ""))
    context = {"meeting": meeting, "step": step, "form": form, "lacks": lacks, "crumbs": way}
    context["ways"] = ways_to(meeting, step)
    return render(request, "meetings/state.html", context, status=status)


def _known_step(code: str) -> Step:
    """The step of the table; 404 for a word it does not know."""
    try:
        return workflow.step(code)
    except KeyError:
        raise Http404(_("Langkah ini tidak ada.")) from None


def _step(request: HttpRequest, meeting: Meeting, form: StepForm, code: str) -> str:
    services.change_state(
        actor=person(request),
        meeting=meeting,
        code=code,
        reason=form.cleaned_data["reason"],
        seen_state=form.cleaned_data["seen_state"],
    )
    return meeting.get_absolute_url()
