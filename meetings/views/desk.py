"""The secretary's desk on a tablet: search, one tap, a guest, a correction, a line struck out."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import carried_out, confirm
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep
from meetings.forms.attendance import DeskForm, StrikeForm, line_so_far
from meetings.models import Attendance, Invitee, Meeting, MeetingSession
from meetings.services.attending import why_shut
from meetings.services.desk import correct_presence, expected_of, record_presence, strike_presence
from meetings.views.access import managed_or_refused
from meetings.views.attendance import attendance_crumbs, desk_address, line_or_404, session_or_404
from meetings.views.attendance_sheet import desk_of
from meetings.views.invitations import invitee_or_404

_SHOW = ["GET", "HEAD", "POST"]
LONGEST_SEARCH = 100
# The button that notes who is expected, without a form.
ONE_TAP = "langsung"


@login_required
@require_safe
def desk(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Search among the invited and the present of a session, and tick off who comes."""
    meeting = managed_or_refused(request, public_id)
    session = session_or_404(meeting, pk)
    words = request.GET.get("q", "")[:LONGEST_SEARCH]
    context = {
        "meeting": meeting,
        "session": session,
        "desk": desk_of(meeting, session, words),
        "q": words,
        "shut": why_shut(meeting),
        "crumbs": attendance_crumbs(meeting, (_("Meja sekretariat"), "")),
    }
    return render(request, "meetings/attendance/desk.html", context)


@login_required
@require_http_methods(_SHOW)
def invitee_came(request: HttpRequest, public_id: str, pk: int, code: str) -> HttpResponse:
    """Note that an invited person or the delegate came: at once where the name is known, else with a short form."""
    meeting = managed_or_refused(request, public_id)
    session, invitee = session_or_404(meeting, pk), invitee_or_404(meeting, code)
    if request.method == "POST" and ONE_TAP in request.POST and expected_of(invitee).name:
        return _tapped(request, session, invitee)
    expected = vars(expected_of(invitee))
    form = DeskForm(request.POST or None, meeting=meeting, initial=expected)
    return _line_form(request, session, form, invitee, _("Catat kehadiran"))


def _tapped(request: HttpRequest, session: MeetingSession, invitee: Invitee) -> HttpResponse:
    """Present with one press; who presses twice is told so and nothing is written twice."""
    try:
        row = record_presence(actor=person(request), session=session, data=expected_of(invitee))
    except ImpossibleStep as refusal:
        messages.warning(request, f"{refusal.message} {refusal.remedy}".strip())
    else:
        messages.success(request, _("%(name)s tercatat hadir.") % {"name": row.name})
    words = request.POST.get("q", "")[:LONGEST_SEARCH]
    query = f"?{urlencode({'q': words})}" if words else ""
    return redirect(f"{desk_address(session)}{query}#u-{invitee.public_id}")


@login_required
@require_http_methods(_SHOW)
def guest_add(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Note somebody who came without an invitation."""
    meeting = managed_or_refused(request, public_id)
    session = session_or_404(meeting, pk)
    form = DeskForm(request.POST or None, meeting=meeting)
    return _line_form(request, session, form, None, _("Tambah tamu tanpa undangan"))


def _line_form(
    request: HttpRequest, session: MeetingSession, form: DeskForm, invitee: Invitee | None, title: str
) -> HttpResponse:
    def act(_given: dict[str, object]) -> None:
        record_presence(actor=person(request), session=session, data=form.presence(invitee))

    back = desk_address(session)
    done = carried_out(request, form, act, back=back, done=_("Kehadiran tercatat."))
    return _form_page(request, session.meeting, form, title, back=back, done=done)


@login_required
@require_http_methods(_SHOW)
def line_edit(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Put right what a line says."""
    meeting = managed_or_refused(request, public_id)
    row = line_or_404(meeting, pk)
    form = DeskForm(request.POST or None, meeting=meeting, initial=line_so_far(row))

    def act(_given: dict[str, object]) -> None:
        correct_presence(actor=person(request), row=row, data=form.presence(row.invitee))

    back = desk_address(row.session)
    done = carried_out(request, form, act, back=back, done=_("Baris diperbaiki."))
    return _form_page(request, meeting, form, _("Perbaiki baris daftar hadir"), back=back, done=done)


def _form_page(
    request: HttpRequest,
    meeting: Meeting,
    form: DeskForm,
    title: str,
    *,
    back: str,
    done: tuple[HttpResponse | None, int],
) -> HttpResponse:
    response, status = done
    way = attendance_crumbs(meeting, (_("Meja sekretariat"), back), (title, ""))
    context = {"form": form, "title": title, "cancel_url": back, "crumbs": way}
    return response or render(request, "act_page.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def line_strike(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Strike a line out, with the reason."""
    meeting = managed_or_refused(request, public_id)
    row = line_or_404(meeting, pk)
    form = StrikeForm(request.POST or None)
    return confirm(
        request,
        form=form,
        act=lambda given: strike_presence(actor=person(request), row=row, reason=given["reason"]),
        back=desk_address(row.session),
        done=_("Baris dicoret."),
        title=_("Coret dari daftar hadir?"),
        text=_text_of(row),
        consequences=[_("Baris tetap terbaca sebagai dicoret dengan alasannya."), _still_possible()],
        action_label=_("Coret"),
        crumbs=attendance_crumbs(meeting, (_("Coret"), "")),
    )


def _text_of(row: Attendance) -> str:
    return ", ".join(part for part in (row.name, row.title, row.body, row.session.title) if part)


def _still_possible() -> str:
    return _("Orangnya dapat dicatat lagi oleh sekretariat.")
