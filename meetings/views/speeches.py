"""The speeches of a meeting: one page for all who see it, forms for who manages it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ksd.accounts.pages import attempt, person
from ksd.core.files import file_response
from meetings import services
from meetings.forms.plans import SpeechForm
from meetings.models import Meeting, Speech
from meetings.services.speeches import drop_speech, save_speech
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.tabs import tabs_of

_SHOW = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def speeches(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who speaks, who reads it out, and what is said."""
    meeting = meeting_or_404(request, public_id)
    context = {
        "meeting": meeting,
        "speeches": meeting.speeches.select_related("file", "item"),
        "may_write": services.may_manage(request.user, meeting) and not meeting.is_locked,
        "tabs": tabs_of(meeting, request.user, "meetings:speeches"),
        "crumbs": meeting_crumbs(meeting, (_("Sambutan"), "")),
    }
    return render(request, "meetings/speeches/list.html", context)


@login_required
@require_http_methods(_SHOW)
def speech_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Note a speech."""
    meeting = managed_or_refused(request, public_id)
    return _form_page(request, meeting, None, _("Catat sambutan"))


@login_required
@require_http_methods(_SHOW)
def speech_edit(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Change a speech."""
    meeting = managed_or_refused(request, public_id)
    speech = get_object_or_404(meeting.speeches, pk=pk)
    return _form_page(request, meeting, speech, _("Ubah sambutan"))


def _form_page(request: HttpRequest, meeting: Meeting, speech: Speech | None, title: str) -> HttpResponse:
    services.require_open(meeting)
    back = reverse("meetings:speeches", args=[meeting.public_id])
    form = SpeechForm(request.POST or None, request.FILES or None, instance=speech, meeting=meeting)
    status = 200
    if request.method == "POST":
        act = partial(_save, request, meeting, speech.pk if speech else None, form)
        status = attempt(request, form, act, back) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Sambutan disimpan."))
            return redirect(back)
    way = meeting_crumbs(meeting, (_("Sambutan"), back), (title, ""))
    context = {"form": form, "title": title, "cancel_url": back, "crumbs": way}
    return render(request, "act_page.html", context, status=status)


def _save(request: HttpRequest, meeting: Meeting, pk: int | None, form: SpeechForm) -> None:
    save_speech(
        actor=person(request),
        meeting=meeting,
        data=form.data_given(),
        speech=get_object_or_404(meeting.speeches, pk=pk) if pk else None,
        upload=form.cleaned_data["upload"],
    )


@login_required
@require_POST
def speech_drop(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a speech off the meeting."""
    meeting = managed_or_refused(request, public_id)
    speech = get_object_or_404(meeting.speeches, pk=pk)
    drop_speech(actor=person(request), meeting=meeting, speech=speech)
    messages.success(request, _("Sambutan dihapus."))
    return redirect("meetings:speeches", meeting.public_id)


@login_required
@require_safe
def speech_file(request: HttpRequest, public_id: str, pk: int) -> FileResponse:
    """The file of a speech, for all who see the meeting."""
    meeting = meeting_or_404(request, public_id)
    speech = get_object_or_404(meeting.speeches.select_related("file"), pk=pk)
    if speech.file is None:
        raise Http404
    return file_response(speech.file)
