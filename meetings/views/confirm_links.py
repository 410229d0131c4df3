"""The page of a delegation head without an account: one meeting's rumusan to read, and one word to say about it.

The secret stands only in the address that is opened first; afterwards the browser's session carries the link. It is
used up by the first word; the phone that said it is asked again when a new edition is read out.
"""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ksd.accounts.pages import attempt, person
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.forms import OnceForm, add_domain_error
from ksd.core.limits import within_limit
from ksd.core.quiet import quiet
from meetings.choices import RecordState
from meetings.forms.records import SayForm
from meetings.models import ActLink, Meeting, Record
from meetings.models.links import LinkAct
from meetings.room_page import now_ms
from meetings.services.confirming import (
    Said,
    ask_by_link,
    confirm_by_link,
    delegations,
    delegations_said,
    said_of,
)
from meetings.services.links import link_of
from meetings.services.records import record_of, shown_text
from meetings.views.access import managed_or_refused
from meetings.views.answers import done, refused
from meetings.views.records import changed_since, frame, record_address

SESSION, SPOKEN = "tautan_rumusan", "tautan_rumusan_dipakai"
# So many dead links a minute from one address; a living one always opens, for a whole room sits behind one proxy.
MOST_MISSES = 20


def _closed(http: HttpRequest, status: int = 404, link: ActLink | None = None) -> HttpResponse:
    context = {"busy": status == 429, "used": link is not None and link.used_at is not None}
    return quiet(render(http, "meetings/record/closed.html", context, status=status))


@require_safe
@sensitive_variables("token")
def confirm_enter(request: HttpRequest, token: str) -> HttpResponse:
    """Open a link: the session remembers it, and the address with the secret is left behind."""
    link = link_of(token, LinkAct.KONFIRMASI)
    mine = link is not None and request.session.get(SPOKEN) == link.pk
    if link is None or not (link.is_alive or mine):
        busy = link is None and not within_limit(request, "rumusan", MOST_MISSES)
        return _closed(request, 429 if busy else 404, link)
    ActLink.objects.filter(pk=link.pk, opened_at=None).update(opened_at=clock.now())
    request.session[SESSION] = link.pk
    return quiet(redirect("meetings:confirm"))


def _held(http: HttpRequest) -> ActLink | None:
    """The link this session carries, while it lives or was used up on this very phone."""
    links = ActLink.objects.filter(
        pk=http.session.get(SESSION) or 0, act=LinkAct.KONFIRMASI, revoked_at=None, expires_at__gt=clock.now()
    )
    link = links.select_related("invitee__meeting", "invitee__region", "invitee__office").first()
    return link if link and (link.used_at is None or http.session.get(SPOKEN) == link.pk) else None


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Read the edition that was read out; POST says the word of this delegation."""
    link = _held(request)
    if link is None:
        return _closed(request)
    asked = _asked(link)
    form = SayForm(request.POST or None, said=asked[2], edition=asked[1].edition)
    status = 200
    if request.method == "POST":
        status = _say(request, link, form) if form.is_valid() else 422
        if status == 200:
            return quiet(done(request, reverse("meetings:confirm"), _("Pernyataan delegasi Anda tercatat.")))
    page = partial(_page, request, asked, form)
    return quiet(page(status) if status == 200 else refused(request, form, status, partial(page, status)))


def _page(http: HttpRequest, found: tuple[Meeting, Record, Said], form: SayForm, status: int) -> HttpResponse:
    meeting, record, said = found
    asked = record.state == RecordState.DIKONFIRMASI and said.confirmation is None
    context = {
        "meeting": meeting, "record": record, "said": said, "text": shown_text(record), "now_ms": now_ms(),
        "form": form if asked or status != 200 else None, "changes": changed_since(record, said),
    }  # fmt: skip
    return render(http, "meetings/record/confirm.html", context, status=status)


def _asked(link: ActLink) -> tuple[Meeting, Record, Said]:
    """The meeting, its record and the delegation of a link."""
    invitee = link.invitee
    assert invitee is not None  # noqa: S101  a link of this act has one
    record = record_of(invitee.meeting)
    return invitee.meeting, record, said_of(invitee, record)


def _say(http: HttpRequest, link: ActLink, form: SayForm) -> int:
    try:
        with transaction.atomic():
            confirm_by_link(link=link, word=form.word(), same_phone=http.session.get(SPOKEN) == link.pk)
    except DomainError as error:
        add_domain_error(form, error)
        return error.status
    http.session[SPOKEN] = link.pk
    return 200


@require_safe
def confirm_pulse(request: HttpRequest) -> HttpResponse:
    """Was another edition read out, or the record locked? 204 when not (one query)."""
    links = ActLink.objects.filter(
        pk=request.session.get(SESSION) or 0, act=LinkAct.KONFIRMASI, revoked_at=None
    )
    names = ("invitee__meeting__record__edition", "invitee__meeting__record__state")
    found = links.values_list(*names).first()
    if found is None:
        return _closed(request)
    mark = f"{found[0] or 0}-{found[1] or RecordState.DISUSUN}"
    answer = HttpResponse(status=204) if request.GET.get("mark") == mark else HttpResponse(mark)
    answer["X-KSD-Now"], answer["X-KSD-Mark"] = str(now_ms()), mark
    return quiet(answer)


@login_required
@require_POST
def confirm_links(request: HttpRequest, public_id: str) -> HttpResponse:
    """Make one link for each delegation that has not spoken, shown once as a sheet of QR codes."""
    meeting = managed_or_refused(request, public_id)
    form, sheet = OnceForm(request.POST), []

    def act() -> None:
        sheet.extend(_sheet(request, meeting))

    status = attempt(request, form, act, record_address(meeting)) if form.is_valid() else 422
    context = frame(request, meeting) | {"form": form, "back": record_address(meeting), "sheet": sheet}
    name = "links" if status == 200 else "refused"
    folder = "record" if status == 200 else "room"
    return quiet(render(request, f"meetings/{folder}/{name}.html", context, status=status))


def _sheet(http: HttpRequest, meeting: Meeting) -> list[dict[str, Any]]:
    """Each silent delegation with its fresh address and the QR of it; `delegasi` asks for one alone."""
    one = http.POST.get("delegasi")
    spoken = {row.invitee.pk for row in delegations_said(meeting, record_of(meeting)) if row.confirmation}
    found = []
    for invitee in delegations(meeting):
        if invitee.pk in spoken or (one and invitee.public_id != one):
            continue
        token = ask_by_link(actor=person(http), invitee=invitee)
        address = http.build_absolute_uri(reverse("meetings:confirm_enter", args=[token]))
        found.append({"invitee": invitee, "address": address, "qr": _qr(address)})
    return found


def _qr(address: str) -> str:
    """A QR code as an address an image can carry."""
    import segno

    return str(segno.make(address, error="m", micro=False).png_data_uri(scale=5, border=2))
