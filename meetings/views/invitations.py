"""The page "Undangan" of a meeting, and the list of invitees behind it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import carried_out, confirm
from ksd.accounts.pages import person
from ksd.core.files import file_response
from meetings.forms.invitations import ChooseForm, InviteeForm
from meetings.models import Invitee, Meeting
from meetings.services.access import may_manage
from meetings.services.answering import answers_by
from meetings.services.candidates import candidates_for
from meetings.services.invitees import (
    change_invitee,
    copy_invitees,
    earlier_meeting,
    invite_chosen,
    invite_one,
    is_inviting,
    move_invitee,
    require_inviting,
    strike_out,
)
from meetings.services.taking_back import last_mail
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.invitation_sheet import invitation_sheet
from meetings.views.tabs import tabs_of

_SHOW = ["GET", "HEAD", "POST"]
PAGE = "meetings:invitations"


def page_of(meeting: Meeting) -> str:
    """The address of the page."""
    return reverse(PAGE, args=[meeting.public_id])


def invitation_crumbs(meeting: Meeting, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way through the page "Undangan"."""
    return meeting_crumbs(meeting, (_("Undangan"), page_of(meeting) if more else ""), *more)


def _list_of(request: HttpRequest, public_id: str) -> Meeting:
    """The meeting whose list is to change; no form is opened that would be refused when sent."""
    meeting = managed_or_refused(request, public_id)
    if request.method != "POST":
        require_inviting(meeting)
    return meeting


def invitee_or_404(meeting: Meeting, code: str) -> Invitee:
    """A line of this meeting's list."""
    found = get_object_or_404(meeting.invitees.for_list(), public_id=code)
    found.meeting = meeting
    return found


@login_required
@require_safe
def invitations(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who is invited, by which letter, and what they answered; for a region its own invitations."""
    meeting = meeting_or_404(request, public_id)
    managing = may_manage(request.user, meeting)
    context = {
        "meeting": meeting,
        "sheet": invitation_sheet(meeting, person(request), managing=managing),
        "managing": managing,
        "changeable": managing and is_inviting(meeting),
        "earlier": earlier_meeting(meeting) if managing else None,
        "tabs": tabs_of(meeting, request.user, PAGE),
        "crumbs": invitation_crumbs(meeting),
    }
    return render(request, "meetings/invitations/page.html", context)


@login_required
@require_http_methods(_SHOW)
def invitees_choose(request: HttpRequest, public_id: str) -> HttpResponse:
    """Tick whom to invite from each participating region."""
    meeting = _list_of(request, public_id)
    groups, back = candidates_for(meeting), page_of(meeting)
    form = ChooseForm(request.POST if request.method == "POST" else None, groups=groups)

    def act(given: dict[str, Any]) -> None:
        _say_added(request, len(invite_chosen(actor=person(request), meeting=meeting, keys=given["keys"])))

    response, status = carried_out(request, form, act, back=back)
    way = invitation_crumbs(meeting, (_("Pilih undangan"), ""))
    context = {"meeting": meeting, "groups": groups, "form": form, "crumbs": way, "cancel_url": back}
    return response or render(request, "meetings/invitations/choose.html", context, status=status)


def _say_added(request: HttpRequest, count: int) -> None:
    words = ngettext("%d undangan ditambahkan.", "%d undangan ditambahkan.", count) % count
    messages.success(request, words if count else _("Semuanya sudah ada dalam daftar."))


@login_required
@require_http_methods(_SHOW)
def invitee_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write a line of the list by hand."""
    meeting = _list_of(request, public_id)
    form = InviteeForm(request.POST or None, meeting=meeting)

    def act(_given: dict[str, Any]) -> None:
        invite_one(actor=person(request), meeting=meeting, data=form.data_given())

    done = carried_out(request, form, act, back=page_of(meeting), done=_("Undangan ditambahkan."))
    return _line_form(request, meeting, form, _("Tambah undangan"), done)


@login_required
@require_http_methods(_SHOW)
def invitee_edit(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Correct a line of the list."""
    meeting = _list_of(request, public_id)
    invitee = invitee_or_404(meeting, code)
    form = InviteeForm(request.POST or None, meeting=meeting, instance=invitee)

    def act(_given: dict[str, Any]) -> None:
        change_invitee(actor=person(request), invitee=invitee, data=form.data_given())

    done = carried_out(request, form, act, back=page_of(meeting), done=_("Undangan diubah."))
    return _line_form(request, meeting, form, _("Ubah undangan"), done)


def _line_form(
    request: HttpRequest,
    meeting: Meeting,
    form: InviteeForm,
    title: str,
    done: tuple[HttpResponse | None, int],
) -> HttpResponse:
    response, status = done
    way = invitation_crumbs(meeting, (title, ""))
    context = {"form": form, "title": title, "cancel_url": page_of(meeting), "crumbs": way}
    return response or render(request, "act_page.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def invitee_strike(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Ask, then strike a line out."""
    meeting = _list_of(request, public_id)
    invitee = invitee_or_404(meeting, code)
    mail = last_mail(invitee)
    told = _("Suratnya sudah terbit; beri tahu sendiri yang bersangkutan.")
    if mail is not None:
        told = _("Surel penarikan dikirim ke %s, dan rapat dihapus dari kalendernya.") % mail.email
    return confirm(
        request,
        act=lambda _given: strike_out(actor=person(request), invitee=invitee),
        back=page_of(meeting),
        done=_("Undangan dicoret."),
        title=_("Coret undangan ini?"),
        text=invitee.label,
        consequences=[
            _("Barisnya tetap terbaca sebagai dicoret, dan tautan jawabannya ditutup."),
            *([told] if invitee.invited_by_letter_id else []),
        ],
        action_label=_("Coret"),
        crumbs=invitation_crumbs(meeting, (_("Coret undangan"), "")),
    )


@login_required
@require_POST
def invitee_move(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Let a line change places with its neighbour."""
    meeting = managed_or_refused(request, public_id)
    invitee = invitee_or_404(meeting, code)
    move_invitee(actor=person(request), invitee=invitee, up=request.POST.get("arah") != "turun")
    return redirect(f"{page_of(meeting)}#daftar")


@login_required
@require_POST
def invitees_copy(request: HttpRequest, public_id: str) -> HttpResponse:
    """Copy the list of the meeting before."""
    meeting = managed_or_refused(request, public_id)
    _say_added(request, len(copy_invitees(actor=person(request), meeting=meeting)))
    return redirect(page_of(meeting))


@login_required
@require_safe
def invitee_mandate(request: HttpRequest, public_id: str, code: str) -> FileResponse:
    """The letter of assignment of a delegate: for the secretariat and the region itself."""
    meeting = meeting_or_404(request, public_id)
    invitee = invitee_or_404(meeting, code)
    if not answers_by(person(request), invitee) or invitee.mandate_file is None:
        raise Http404
    return file_response(invitee.mandate_file, inline=True)
