"""The page behind the QR at the door: people put themselves on the list, without an account, on a weak net.

It shows the meeting, its hours and whom it invited by title and body; of who came it tells nothing.
"""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ksd.core.errors import DomainError
from ksd.core.forms import add_domain_error
from ksd.core.limits import limited, within_limit
from ksd.core.quiet import quiet
from meetings.forms.attendance import DoorForm
from meetings.models import MeetingSession
from meetings.services.checking_in import Taken, check_in, door_closed

# A whole hall stands behind one address; so many requests a minute are still people.
PER_MINUTE = 600
MOST_MISSES = 20
# How our script asks; it shows refusals itself.
LIVE = "X-KSD-Live"
NEW, AGAIN = "baru", "sudah"


def often() -> int:
    """How many requests one address may make here within a minute."""
    return PER_MINUTE


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@limited("hadir", often)
def page(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show the form of a session while its door is open; POST puts a person on the list, once."""
    session = MeetingSession.objects.at_door().filter(code=code).first()
    if session is None:
        return _unknown(request)
    if request.method != "POST":
        return _shown(request, session, DoorForm(meeting=session.meeting), 200)
    form = DoorForm(request.POST, meeting=session.meeting)
    taken, status = _take(session, form) if form.is_valid() else (None, 422)
    if LIVE in request.headers:
        return _for_script(form, taken, status)
    if taken is None:
        return _shown(request, session, form, status)
    return quiet(redirect(f"{reverse('checkin:page', args=[code])}?tercatat={AGAIN if taken.again else NEW}"))


def _take(session: MeetingSession, form: DoorForm) -> tuple[Taken | None, int]:
    try:
        return check_in(session=session, data=form.chosen(), sent=form.sent()), 200
    except DomainError as error:
        add_domain_error(form, error)
        return None, error.status
    except ValidationError as error:
        _show(form, error)
        return None, 422


def _show(form: DoorForm, error: ValidationError) -> None:
    """Each message at its field where the form has one, else above the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error.messages)
        return
    for name, messages in error.message_dict.items():
        form.add_error(name if name in form.fields else None, messages)


def _for_script(form: DoorForm, taken: Taken | None, status: int) -> HttpResponse:
    if taken is not None:
        return quiet(JsonResponse({"words": words_of(taken)}))
    errors = [
        str(error) if name == "__all__" else f"{form.fields[name].label or name}: {error}"
        for name, found in form.errors.items()
        for error in found
    ]
    return quiet(JsonResponse({"errors": errors}, status=status))


def words_of(taken: Taken) -> str:
    """What the person at the door is told."""
    if taken.again:
        return _("%(name)s sudah tercatat hadir. Tidak perlu mengisi lagi.") % {"name": taken.row.name}
    at = timezone.localtime(taken.row.at)
    return _("%(name)s tercatat hadir pukul %(hour)s. Terima kasih.") % {
        "name": taken.row.name,
        "hour": f"{at:%H.%M %Z}",
    }


def _shown(request: HttpRequest, session: MeetingSession, form: DoorForm, status: int) -> HttpResponse:
    """The page in one of its states: to be filled in, noted, or closed with the times."""
    closed = door_closed(session)
    context = {
        "session": session,
        "meeting": session.meeting,
        "form": form,
        "closed": closed,
        "refusal": form.non_field_errors() if form.is_bound and closed else (),
        "noted": request.GET.get("tercatat") if request.GET.get("tercatat") in {NEW, AGAIN} else "",
        "address": reverse("checkin:page", args=[session.code]),
    }
    return quiet(render(request, "meetings/checkin/page.html", context, status=status))


def _unknown(request: HttpRequest) -> HttpResponse:
    guessing = not within_limit(request, "hadir-salah", MOST_MISSES)
    return quiet(
        render(request, "meetings/checkin/unknown.html", {"busy": guessing}, status=429 if guessing else 404)
    )
