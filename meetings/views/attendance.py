"""The page "Kehadiran" of a meeting: its sessions, who came, who is missing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import Attendance, Meeting, MeetingSession
from meetings.services.access import may_manage
from meetings.views.access import meeting_crumbs, meeting_or_404
from meetings.views.attendance_sheet import attendance_sheet
from meetings.views.tabs import tabs_of

PAGE = "meetings:attendance"


@login_required
@require_safe
def attendance(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who came to each session, and counts per delegation; telephone and NIP stay with the organiser."""
    meeting = meeting_or_404(request, public_id)
    managing = may_manage(request.user, meeting)
    sheet = attendance_sheet(meeting)
    context = {
        "meeting": meeting,
        "sheet": sheet,
        "managing": managing,
        "changeable": managing and not sheet.shut,
        "tabs": tabs_of(meeting, request.user, PAGE),
        "crumbs": attendance_crumbs(meeting),
    }
    return render(request, "meetings/attendance/page.html", context)


def page_of(meeting: Meeting) -> str:
    """The address of the page."""
    return reverse(PAGE, args=[meeting.public_id])


def desk_address(session: MeetingSession) -> str:
    """The address of the desk of a session."""
    return reverse("meetings:attendance_desk", args=[session.meeting.public_id, session.pk])


def attendance_crumbs(meeting: Meeting, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way through the page "Kehadiran"."""
    return meeting_crumbs(meeting, (_("Kehadiran"), page_of(meeting) if more else ""), *more)


def session_or_404(meeting: Meeting, pk: int) -> MeetingSession:
    """A session of this meeting."""
    found = get_object_or_404(meeting.sessions.all(), pk=pk)
    found.meeting = meeting
    return found


def line_or_404(meeting: Meeting, pk: int) -> Attendance:
    """A line of one of this meeting's lists."""
    rows = Attendance.objects.of_meeting(meeting).for_list()
    found = get_object_or_404(rows, pk=pk)
    found.session.meeting = meeting
    return found
