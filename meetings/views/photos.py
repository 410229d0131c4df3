"""Photographs of a meeting."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.views.refusing import carried_out
from ksd.accounts.pages import person
from meetings.choices import MeetingFileKind
from meetings.forms.reports import PhotoForm
from meetings.models import Meeting, MeetingFile
from meetings.services import may_manage
from meetings.services.minutes import HELD
from meetings.services.photos import add_photo, drop_photo, photos_of
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404, require_manage
from meetings.views.tabs import tabs_of


def _url(meeting: Meeting) -> str:
    return reverse("meetings:photos", args=[meeting.public_id])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest, public_id: str) -> HttpResponse:
    """The photographs, for everybody who reads the meeting; POST adds one."""
    meeting = meeting_or_404(request, public_id)
    if request.method == "POST":
        require_manage(request, meeting)
    form = PhotoForm(request.POST or None, request.FILES or None)

    def act(given: dict[str, Any]) -> None:
        add_photo(actor=person(request), meeting=meeting, upload=given["file"], caption=given["caption"])

    response, status = carried_out(request, form, act, back=_url(meeting), done=_("Foto ditambahkan."))
    managing = may_manage(request.user, meeting)
    context = {
        "meeting": meeting,
        "photos": photos_of(meeting),
        "form": form if managing and (meeting.state in HELD or form.is_bound) else None,
        "may_manage": managing,
        "tabs": tabs_of(meeting, request.user, "meetings:photos"),
        "crumbs": meeting_crumbs(meeting, (_("Foto"), "")),
    }
    return response or render(request, "meetings/photos/page.html", context, status=status)


@login_required
@require_POST
def photo_drop(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a photograph off the meeting."""
    meeting = managed_or_refused(request, public_id)
    rows = MeetingFile.objects.filter(meeting=meeting, kind=MeetingFileKind.FOTO, dropped_at=None)
    row = get_object_or_404(rows.select_related("meeting", "file"), pk=pk)
    drop_photo(actor=person(request), file=row)
    messages.success(request, _("Foto “%s” dihapus.") % row)
    return redirect(_url(meeting))
