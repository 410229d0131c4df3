"""Files of the items of an agenda."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ksd.accounts.pages import attempt, person
from ksd.core.files import file_response
from meetings.forms.agenda import FileForm
from meetings.models import AgendaItem, Meeting, MeetingFile
from meetings.services import may_manage, require_open
from meetings.services.files import PERSONAL, add_file, drop_file
from meetings.views.access import managed_or_refused, meeting_or_404
from meetings.views.agenda import agenda_crumbs, item_or_404


def _file_or_404(meeting: Meeting, pk: int) -> MeetingFile:
    rows = MeetingFile.objects.filter(meeting=meeting, dropped_at=None)
    return get_object_or_404(rows.select_related("file", "item", "meeting"), pk=pk)


def _files_url(meeting: Meeting, item: AgendaItem) -> str:
    return reverse("meetings:item_files", args=[meeting.public_id, item.public_id])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def item_files(request: HttpRequest, public_id: str, item: str) -> HttpResponse:
    """The files of one item; POST adds one."""
    meeting = managed_or_refused(request, public_id)
    row = item_or_404(meeting, item)
    if request.method != "POST":
        require_open(meeting)
    form, status = FileForm(request.POST or None, request.FILES or None), 200
    if request.method == "POST":
        act = partial(_add, request, row, form)
        status = attempt(request, form, act, _files_url(meeting, row)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Berkas ditambahkan."))
            return redirect(_files_url(meeting, row))
    context = {
        "meeting": meeting,
        "item": row,
        "files": row.files.filter(dropped_at=None).exclude(kind__in=PERSONAL).select_related("file"),
        "form": form,
        "crumbs": agenda_crumbs(meeting, (_("Berkas acara"), "")),
    }
    return render(request, "meetings/agenda/files.html", context, status=status)


def _add(request: HttpRequest, item: AgendaItem, form: FileForm) -> None:
    given = form.cleaned_data
    add_file(
        actor=person(request), item=item, upload=given["file"], kind=given["kind"], caption=given["caption"]
    )


@login_required
@require_safe
def meeting_file(request: HttpRequest, public_id: str, pk: int) -> HttpResponseBase:
    """Hand out a file of the meeting; mandates only to those who manage it."""
    meeting = meeting_or_404(request, public_id)
    row = _file_or_404(meeting, pk)
    if row.kind in PERSONAL and not may_manage(request.user, meeting):
        raise Http404
    return file_response(row.file, inline=True)


@login_required
@require_POST
def file_drop(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a file off an item."""
    meeting = managed_or_refused(request, public_id)
    row = _file_or_404(meeting, pk)
    if row.item is None:
        raise Http404
    drop_file(actor=person(request), file=row)
    messages.success(request, _("“%s” dihapus dari acara.") % row)
    return redirect(_files_url(meeting, row.item))
