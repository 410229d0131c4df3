"""Sessions of a meeting, and the page with the QR that hangs at their door."""

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import carried_out, confirm
from ksd.accounts.pages import person
from meetings.documents.invitations import day_words, hours_words, place_words
from meetings.forms.attendance import SessionForm
from meetings.models import Meeting, MeetingSession
from meetings.services.sessions import add_session, change_session, drop_session, prepare_sessions
from meetings.views.access import managed_or_refused
from meetings.views.attendance import attendance_crumbs, page_of, session_or_404

_SHOW = ["GET", "HEAD", "POST"]


@login_required
@require_POST
def sessions_prepare(request: HttpRequest, public_id: str) -> HttpResponse:
    """Make the usual sessions, or move them to the meeting's new date."""
    meeting = managed_or_refused(request, public_id)
    prepare_sessions(actor=person(request), meeting=meeting)
    messages.success(request, _("Sesi disiapkan menurut jadwal rapat."))
    return redirect(page_of(meeting))


@login_required
@require_http_methods(_SHOW)
def session_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a session with a list of its own."""
    meeting = managed_or_refused(request, public_id)
    form = SessionForm(request.POST or None)

    def act(_given: dict[str, object]) -> None:
        add_session(actor=person(request), meeting=meeting, data=form.data_given())

    done = carried_out(request, form, act, back=page_of(meeting), done=_("Sesi ditambahkan."))
    return _form_page(request, meeting, form, _("Tambah sesi"), done)


@login_required
@require_http_methods(_SHOW)
def session_edit(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Change a session's name, hours or door."""
    meeting = managed_or_refused(request, public_id)
    session = session_or_404(meeting, pk)
    form = SessionForm(request.POST or None, instance=session)

    def act(_given: dict[str, object]) -> None:
        change_session(actor=person(request), session=session, data=form.data_given())

    done = carried_out(request, form, act, back=page_of(meeting), done=_("Sesi diubah."))
    return _form_page(request, meeting, form, _("Ubah sesi"), done)


def _form_page(
    request: HttpRequest,
    meeting: Meeting,
    form: SessionForm,
    title: str,
    done: tuple[HttpResponse | None, int],
) -> HttpResponse:
    response, status = done
    way = attendance_crumbs(meeting, (title, ""))
    context = {"form": form, "title": title, "cancel_url": page_of(meeting), "crumbs": way}
    return response or render(request, "act_page.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def session_drop(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Ask, then take a session away on whose list nobody is."""
    meeting = managed_or_refused(request, public_id)
    session = session_or_404(meeting, pk)
    return confirm(
        request,
        act=lambda _given: drop_session(actor=person(request), session=session),
        back=page_of(meeting),
        done=_("Sesi dihapus."),
        title=_("Hapus sesi ini?"),
        text=session.title,
        consequences=[_("QR pintu sesi ini tidak berlaku lagi.")],
        action_label=_("Hapus sesi"),
        crumbs=attendance_crumbs(meeting, (_("Hapus sesi"), "")),
    )


@login_required
@require_safe
def session_door(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """The page to print and hang at the door: a QR, the address beneath it, and nothing else."""
    meeting = managed_or_refused(request, public_id)
    session = session_or_404(meeting, pk)
    address = door_address(session)
    context = {
        "meeting": meeting,
        "session": session,
        "address": address,
        "qr": segno.make(address, error="q", micro=False).svg_data_uri(scale=8, border=2),
        "when": (day_words(session.starts_at), hours_words(session.starts_at, session.ends_at)),
        "place": place_words(meeting) if not meeting.link else meeting.place,
        "back": page_of(meeting),
    }
    return render(request, "meetings/attendance/door.html", context)


def door_address(session: MeetingSession) -> str:
    """The whole address behind the QR."""
    return f"{settings.KSD_BASE_URL.rstrip('/')}{reverse('checkin:page', args=[session.code])}"
