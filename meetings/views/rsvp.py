"""The page behind the link of an invitation: the invitee answers once, without an account.

Nothing but the meeting's day and place and the holder's own answer is shown; the page is kept by no cache or search engine.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.forms import add_domain_error
from ksd.core.limits import limited, within_limit
from ksd.core.quiet import quiet
from meetings.choices import Answer
from meetings.documents.invitation_calendar import entry_calendar
from meetings.documents.invitations import day_words, hours_words, place_words
from meetings.forms.invitations import AnswerForm
from meetings.models import ActLink, Invitee
from meetings.models.links import LinkAct
from meetings.services.answering import answer_by_link, why_closed
from meetings.services.links import link_of
from meetings.services.standing_letters import standing_letter

# Delegations share an address behind their office; so many requests of one address a minute are still people.
PER_MINUTE = 120
MOST_MISSES = 20


def often() -> int:
    """How many requests one address may make here within a minute."""
    return PER_MINUTE


@never_cache
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
@limited("undangan", often)
def answer(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the invitation with its form; POST answers it, and the link is used up."""
    link = link_of(token, LinkAct.JAWAB)
    if link is None or link.invitee is None:
        return _unknown(request)
    if request.method != "POST":
        _note_opened(link)
        return _page(request, token, link, AnswerForm(), 200)
    form = AnswerForm(request.POST, request.FILES)
    status = _answered(link, form) if form.is_valid() else 422
    if status == 200:
        return quiet(redirect("rsvp:answer", token))
    return _page(request, token, link_of(token, LinkAct.JAWAB) or link, form, status)


@never_cache
@sensitive_variables("token")
@require_safe
@limited("undangan", often)
def entry(request: HttpRequest, token: str) -> HttpResponse:
    """The meeting as a calendar entry, for the holder of a link, used or not, while the meeting stands."""
    link = link_of(token, LinkAct.JAWAB)
    if link is None or link.invitee is None:
        return _unknown(request)
    letter = standing_letter(link.invitee.meeting)
    if letter is None or why_closed(link.invitee, link.invitee.meeting):
        return _page(request, token, link, AnswerForm(), 409)
    headers = {"Content-Disposition": 'attachment; filename="rapat.ics"'}
    return quiet(
        HttpResponse(entry_calendar(letter), content_type="text/calendar; charset=utf-8", headers=headers)
    )


def _unknown(request: HttpRequest) -> HttpResponse:
    guessing = not within_limit(request, "undangan-salah", MOST_MISSES)
    return quiet(
        render(request, "meetings/rsvp/unknown.html", {"busy": guessing}, status=429 if guessing else 404)
    )


def _note_opened(link: ActLink) -> None:
    ActLink.objects.filter(pk=link.pk, opened_at=None).update(opened_at=clock.now())


def _answered(link: ActLink, form: AnswerForm) -> int:
    try:
        answer_by_link(link=link, data=form.data_given())
    except DomainError as error:
        add_domain_error(form, error)
        return error.status
    except ValidationError as error:
        messages: dict[str, Any] = (
            error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        )
        for name, words in messages.items():
            form.add_error(name if name in form.fields else None, words)
        return 422
    return 200


def _page(request: HttpRequest, token: str, link: ActLink, form: AnswerForm, status: int) -> HttpResponse:
    """The invitation in one of its states: to be answered, answered, or closed with the reason."""
    invitee = link.invitee
    if invitee is None:
        return _unknown(request)
    meeting = invitee.meeting
    closed = why_closed(invitee, meeting)
    context = {
        "invitee": invitee,
        "meeting": meeting,
        "when": {
            "day": day_words(meeting.starts_at),
            "hours": hours_words(meeting.starts_at, meeting.ends_at),
            "place": place_words(meeting),
        },
        "form": form if link.is_alive and not closed else None,
        "refusal": form.non_field_errors() if form.is_bound else [],
        "closed": closed,
        "dead": "" if link.is_alive else _why_dead(link, invitee),
        "answered": invitee.answer != Answer.BELUM,
        "token": token,
        "contact": _contact(invitee),
    }
    return quiet(render(request, "meetings/rsvp/answer.html", context, status=status))


def _why_dead(link: ActLink, invitee: Invitee) -> str:
    """Why a link no longer answers."""
    if link.used_at:
        return _("Tautan ini sudah dipakai untuk menjawab, dan hanya berlaku satu kali.")
    if link.revoked_at and invitee.answer != Answer.BELUM:
        return _("Undangan ini sudah dijawab lewat jalan lain; tautan ini ditutup.")
    if link.revoked_at:
        return _(
            "Tautan ini sudah diganti dengan yang lebih baru. Pakailah tautan yang terakhir Anda terima."
        )
    return _("Masa berlaku tautan ini sudah lewat.")


def _contact(invitee: Invitee) -> str:
    """Whom to ask for a new link: the office that invites, with what the directory knows of it."""
    office, region = invitee.meeting.organiser_office, invitee.meeting.organiser
    phone, email = (office.phone, office.email) if office else (region.phone, region.email)
    return " · ".join(part for part in (invitee.meeting.organiser_name, phone, email) if part)
