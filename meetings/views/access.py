"""How a view of a meeting finds its rows and says no."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import Meeting
from meetings.services import may_manage


def meeting_or_404(http: HttpRequest, public_id: str) -> Meeting:
    """A meeting within the person's scope; a stranger finds nothing."""
    return get_object_or_404(Meeting.objects.visible_to(http.user).for_list(), public_id=public_id)


def managed_or_refused(http: HttpRequest, public_id: str) -> Meeting:
    """A meeting this person manages: 404 for a stranger, 403 for a mere reader."""
    meeting = meeting_or_404(http, public_id)
    require_manage(http, meeting)
    return meeting


def require_manage(http: HttpRequest, meeting: Meeting) -> None:
    """403 for a person who may read the meeting but not act on it."""
    if not may_manage(http.user, meeting):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengurus rapat ini."))


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of meetings to this page."""
    return [(_("Rapat koordinasi"), reverse("meetings:list")), *more]


def meeting_crumbs(meeting: Meeting, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list through the meeting to this page."""
    return crumbs((meeting.title, meeting.get_absolute_url()), *more)
