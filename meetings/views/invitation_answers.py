"""Answering an invitation with an account, and a fresh link for who is reached by other ways."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from agreements.views.refusing import carried_out
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep
from meetings.choices import AnsweredBy
from meetings.forms.invitations import AccountAnswerForm, answer_so_far
from meetings.models import Invitee
from meetings.notices.invitations import whatsapp_text
from meetings.services.answering import answer_by_account, answers_by, fresh_link, why_closed
from meetings.views.access import managed_or_refused, meeting_or_404
from meetings.views.invitations import invitation_crumbs, invitee_or_404, page_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitee_answer(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Answer for the own region, or note what an invitee told the secretariat."""
    meeting = meeting_or_404(request, public_id)
    invitee = invitee_or_404(meeting, code)
    through = _through_or_refused(request, invitee)
    files = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AccountAnswerForm(*files, initial=answer_so_far(invitee))

    def act(_given: dict[str, Any]) -> None:
        answer_by_account(actor=person(request), invitee=invitee, data=form.data_given())

    response, status = carried_out(request, form, act, back=page_of(meeting), done=_("Jawaban tercatat."))
    context = {
        "meeting": meeting, "invitee": invitee, "form": form, "noting": through == AnsweredBy.SEKRETARIAT,
        "cancel_url": page_of(meeting), "crumbs": invitation_crumbs(meeting, (_("Jawab undangan"), "")),
    }  # fmt: skip
    return response or render(request, "meetings/invitations/answer.html", context, status=status)


def _through_or_refused(request: HttpRequest, invitee: Invitee) -> str:
    """403 for who may only read; 409 for an invitation that is closed, but a form sent twice meets its first result."""
    through = answers_by(person(request), invitee)
    if not through:
        raise PermissionDenied(_("Undangan ini dijawab petugas daerah yang diundang atau sekretariat rapat."))
    closed = why_closed(invitee, invitee.meeting)
    if closed and request.method != "POST":
        raise ImpossibleStep(closed, remedy=_("Buka halaman Undangan untuk melihat jawabannya."))
    return through


@never_cache
@login_required
@sensitive_variables("url")
@require_POST
def invitee_link(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Make a new link and show it once, with words to copy into another messenger."""
    meeting = managed_or_refused(request, public_id)
    invitee = invitee_or_404(meeting, code)
    url = fresh_link(actor=person(request), invitee=invitee)
    context = {
        "meeting": meeting,
        "invitee": invitee,
        "url": url,
        "words": whatsapp_text(invitee, meeting, url),
        "back": page_of(meeting),
        "crumbs": invitation_crumbs(meeting, (_("Tautan jawaban"), "")),
    }
    return render(request, "meetings/invitations/link.html", context)
