"""Pages of meetings: the list, one meeting, its form, the steps of its life."""

from collections.abc import Callable
from functools import partial
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.forms import OnceForm, add_domain_error, remember_result
from meetings import services, workflow
from meetings.filters import MeetingFilter
from meetings.forms import MeetingForm, StepForm
from meetings.models import Meeting
from meetings.services import PERMISSION, may_manage
from meetings.sheet import meeting_sheet, tabs
from meetings.workflow import Step

PER_PAGE = 25
_SHOW = ["GET", "HEAD", "POST"]


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Rapat koordinasi"), reverse("meetings:list")), *more]


def _meeting(request: HttpRequest, public_id: str) -> Meeting:
    """A meeting within the person's scope; a stranger finds nothing."""
    return get_object_or_404(Meeting.objects.visible_to(request.user).for_list(), public_id=public_id)


def _require_manage(request: HttpRequest, meeting: Meeting) -> None:
    """403 for a person who may read the meeting but not act on it."""
    if not may_manage(request.user, meeting):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengurus rapat ini."))


def _attempt(request: HttpRequest, form: OnceForm, act: Callable[[], Meeting]) -> int:
    """Act once with a valid form: 200 when done, else the status of the refusal now shown at the form."""
    person = cast(User, request.user)
    try:
        with transaction.atomic():
            form.claim(person)
            remember_result(form.cleaned_data["form_token"], person, act().get_absolute_url())
    except AlreadyDone:
        raise
    except DomainError as error:
        add_domain_error(form, error)
        return error.status
    except ValidationError as error:
        form.add_error(None, error)
        return 422
    return 200


@login_required
@require_safe
def meeting_list(request: HttpRequest, when: str) -> HttpResponse:
    """The meetings the person may see: to come, past, or all."""
    meetings = Meeting.objects.visible_to(request.user).for_list().at_time(when)
    found = MeetingFilter(request.GET, queryset=meetings)
    context = {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "tabs": tabs(request),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "may_plan": may(request.user, PERMISSION),
        "crumbs": _crumbs(),
    }
    return render(request, "meetings/list.html", context)


@login_required
@require_safe
def meeting_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One meeting: its facts, participants, next steps and history."""
    meeting = _meeting(request, public_id)
    managing = may_manage(request.user, meeting)
    context = {
        "meeting": meeting,
        "sheet": meeting_sheet(meeting, managing=managing),
        "may_manage": managing,
        "crumbs": _crumbs((meeting.title, "")),
    }
    return render(request, "meetings/detail.html", context)


def _form_page(
    request: HttpRequest, form: MeetingForm, status: int, crumbs: list[tuple[str, str]]
) -> HttpResponse:
    """The form, named by the last crumb; cancelling leads to the one before."""
    context = {
        "form": form,
        "title": crumbs[-1][0],
        "cancel_url": crumbs[-2][1],
        "crumbs": crumbs,
    }
    return render(request, "meetings/form.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting."""
    if not may(request.user, PERMISSION):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan merencanakan rapat."))
    form = MeetingForm(request.POST or None, actor=cast(User, request.user))
    status = 200
    if request.method == "POST":
        status = _attempt(request, form, partial(_plan, request, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Rapat direncanakan."))
            return redirect(form.instance)
    return _form_page(request, form, status, _crumbs((_("Rencanakan rapat"), "")))


def _plan(request: HttpRequest, form: MeetingForm) -> Meeting:
    planned = services.plan_meeting(
        actor=cast(User, request.user), data=form.data_given(), participants=form.participants_given()
    )
    form.instance = planned
    return planned


@login_required
@require_http_methods(_SHOW)
def meeting_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change what was planned."""
    meeting = _meeting(request, public_id)
    _require_manage(request, meeting)
    services.require_open(meeting)
    title = meeting.title  # the form writes into its instance, also what it refuses
    form = MeetingForm(request.POST or None, instance=meeting, actor=cast(User, request.user))
    status = 200
    if request.method == "POST":
        status = _attempt(request, form, partial(_change, request, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Perubahan rapat disimpan."))
            return redirect(meeting)
    way = _crumbs((title, meeting.get_absolute_url()), (_("Ubah rapat"), ""))
    return _form_page(request, form, status, way)


def _change(request: HttpRequest, form: MeetingForm) -> Meeting:
    return services.change_meeting(
        actor=cast(User, request.user),
        meeting=form.instance,
        data=form.data_given(),
        participants=form.participants_given(),
        seen_revision=form.cleaned_data["seen_revision"],
    )


@login_required
@require_http_methods(_SHOW)
def meeting_state(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Show what a step means; on POST take it."""
    meeting = _meeting(request, public_id)
    _require_manage(request, meeting)
    step = _known_step(code)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        services.possible_step(meeting, code)
    form = StepForm(request.POST or None, meeting=meeting, step=step)
    status = 200
    if request.method == "POST":
        status = (
            _attempt(request, form, partial(_step, request, meeting, form, code)) if form.is_valid() else 422
        )
        if status == 200:
            messages.success(request, _("“%(step)s” tercatat.") % {"step": step.label})
            return redirect(meeting)
    lacks = services.lacking(meeting, step)
    crumbs = _crumbs((meeting.title, meeting.get_absolute_url()), (str(step.label), ""))
    context = {"meeting": meeting, "step": step, "form": form, "lacks": lacks, "crumbs": crumbs}
    return render(request, "meetings/state.html", context, status=status)


def _known_step(code: str) -> Step:
    """The step of the table; 404 for a word it does not know."""
    try:
        return workflow.step(code)
    except KeyError:
        raise Http404(_("Langkah ini tidak ada.")) from None


def _step(request: HttpRequest, meeting: Meeting, form: StepForm, code: str) -> Meeting:
    services.change_state(
        actor=cast(User, request.user),
        meeting=meeting,
        code=code,
        reason=form.cleaned_data["reason"],
        seen_state=form.cleaned_data["seen_state"],
    )
    return meeting
