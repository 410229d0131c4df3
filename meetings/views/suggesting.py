"""The agenda that proposes itself: the ranked list, and what is chosen from it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ksd.accounts.pages import attempt, person
from meetings.forms.wishes import SetAsideForm, SuggestionForm
from meetings.models import Meeting
from meetings.services import require_open
from meetings.services.suggesting import line_of, offer_again, set_aside, suggest, take_suggestions
from meetings.views.access import managed_or_refused
from meetings.views.agenda import agenda_crumbs, agenda_url


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def suggestions(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is stuck, ranked, each with its reason; the ticked ones enter the agenda in this order."""
    meeting = managed_or_refused(request, public_id)
    if request.method != "POST":
        require_open(meeting)
    lines = suggest(meeting, person(request))
    keys = [line.key for line in lines]
    form, status = SuggestionForm(request.POST or None, meeting=meeting, keys=keys), 200
    if request.method == "POST":
        act = partial(_take, request, meeting, form)
        status = attempt(request, form, act, agenda_url(meeting)) if form.is_valid() else 422
        if status == 200:
            return redirect(agenda_url(meeting))
    ticked = request.POST.getlist("chosen")
    context = {
        "meeting": meeting,
        "lines": [(line, line.key in ticked) for line in lines],
        "form": form,
        "aside": meeting.set_aside.select_related("set_by"),
        "crumbs": agenda_crumbs(meeting, (_("Usulan dari yang tersendat"), "")),
    }
    return render(request, "meetings/agenda/suggestions.html", context, status=status)


def _take(request: HttpRequest, meeting: Meeting, form: SuggestionForm) -> None:
    given = form.cleaned_data
    taken = take_suggestions(
        actor=person(request),
        meeting=meeting,
        keys=given["chosen"],
        section=given.get("section"),
        minutes=given["minutes"],
    )
    text = ngettext("%s usulan masuk agenda.", "%s usulan masuk agenda.", len(taken))
    messages.success(request, text % len(taken))


def _list_url(meeting: Meeting) -> str:
    return reverse("meetings:suggestions", args=[meeting.public_id])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion_aside(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    """Ask why, then leave a suggestion out of this meeting."""
    meeting = managed_or_refused(request, public_id)
    form, status, title = SetAsideForm(request.POST or None), 200, ""
    if request.method != "POST":
        require_open(meeting)
        title = line_of(meeting, person(request), key).title
    else:
        act = partial(_set_aside, request, meeting, key, form)
        status = attempt(request, form, act, _list_url(meeting)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Usulan dicatat tidak dibahas pada rapat ini."))
            return redirect(_list_url(meeting))
    crumbs = agenda_crumbs(
        meeting, (_("Usulan dari yang tersendat"), _list_url(meeting)), (_("Tidak dibahas"), "")
    )
    context = {"meeting": meeting, "title": title, "form": form, "back": _list_url(meeting), "crumbs": crumbs}
    return render(request, "meetings/agenda/aside.html", context, status=status)


def _set_aside(request: HttpRequest, meeting: Meeting, key: str, form: SetAsideForm) -> None:
    set_aside(actor=person(request), meeting=meeting, key=key, reason=form.cleaned_data["reason"])


@login_required
@require_POST
def suggestion_again(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Offer a suggestion again that was left out."""
    meeting = managed_or_refused(request, public_id)
    offer_again(actor=person(request), meeting=meeting, kept=pk)
    messages.success(request, _("Usulan ditawarkan lagi."))
    return redirect(_list_url(meeting))
