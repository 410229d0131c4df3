"""Subscriptions to the calendar: one's own list, and the address calendars ask."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ksd.accounts.pages import attempt, person
from ksd.core.limits import within_limit
from ksd.core.quiet import quiet
from meetings.documents.feed import feed_calendar
from meetings.forms.feeds import FeedForm
from meetings.models import CalendarFeed
from meetings.services import feeds as services
from meetings.views.access import crumbs

# So many dead addresses a minute from one place; a living one always answers, or people behind one proxy shut each other out.
MOST_MISSES = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    """One's own subscriptions; a new one shows its address on this answer only."""
    form = FeedForm(request.POST or None, actor=person(request))
    made: list[str] = []
    status = 200

    def act() -> None:
        region = form.cleaned_data["region"]
        made.append(services.create_feed(actor=person(request), region=region))

    if request.method == "POST":
        here = reverse("meetings:feeds")
        status = attempt(request, form, act, here) if form.is_valid() else 422
    if made:
        form = FeedForm(actor=person(request))
    return _page(request, form, made[0] if made else "", status)


@login_required
@require_POST
def feed_rotate(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one's own subscription a new address, shown on this answer only."""
    feed = get_object_or_404(CalendarFeed, pk=pk, user=person(request))
    token = services.rotate_feed(actor=person(request), feed=feed)
    return _page(request, FeedForm(actor=person(request)), token, 200)


@login_required
@require_POST
def feed_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close one's own subscription."""
    feed = get_object_or_404(CalendarFeed, pk=pk, user=person(request))
    services.revoke_feed(actor=person(request), feed=feed)
    messages.success(request, _("Langganan dicabut; alamatnya tidak berlaku lagi."))
    return redirect("meetings:feeds")


@sensitive_variables("token")
def _page(request: HttpRequest, form: FeedForm, token: str, status: int) -> HttpResponse:
    address = request.build_absolute_uri(reverse("meetings:feed", args=[token])) if token else ""
    context = {
        "form": form,
        "feeds": services.living_feeds(person(request)).select_related("region"),
        "address": address,
        "years": services.LIFETIME.days // 365,
        "crumbs": crumbs((_("Kalender rapat"), reverse("meetings:calendar")), (_("Langganan"), "")),
    }
    return quiet(render(request, "meetings/feeds/page.html", context, status=status))


@require_safe
@sensitive_variables("token")
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of an address, without sign-in; a dead address finds nothing."""
    found = services.feed_of(token)
    if found is None:
        busy = not within_limit(request, "kalender", MOST_MISSES)
        words = _("Alamat kalender ini tidak berlaku. Buat alamat baru pada halaman langganan kalender.")
        status = 429 if busy else 404
        return quiet(HttpResponse(words, content_type="text/plain; charset=utf-8", status=status))
    services.note_reading(found)
    name = _("Rapat KSD: %(region)s") % {"region": found.region} if found.region else _("Rapat KSD")
    meetings = services.meetings_of(found)
    calendar = feed_calendar(name, meetings, lambda row: request.build_absolute_uri(row.get_absolute_url()))
    answer = HttpResponse(calendar, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="rapat-ksd.ics"'
    return quiet(answer)
