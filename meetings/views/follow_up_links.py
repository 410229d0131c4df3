"""Safe links: making and closing them, and the page whoever holds one reports on, without an account (F90)."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from ksd.accounts.pages import attempt, person
from ksd.core.errors import DomainError
from ksd.core.forms import add_domain_error
from ksd.core.limits import within_limit
from ksd.core.quiet import quiet
from meetings import duties
from meetings.forms.follow_ups import LinkForm, LinkReportForm
from meetings.models import ActLink, FollowUp
from meetings.models.links import LinkAct
from meetings.querysets.follow_ups import OWED
from meetings.services import follow_ups as services
from meetings.services.follow_ups.access import require_state
from meetings.services.links import link_of
from meetings.views.follow_up_access import follow_up_crumbs, follow_up_or_404, require_step

# So many dead links a minute from one address; a living one always opens.
MOST_MISSES = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("shown")
def follow_up_link_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Send a link by e-mail, or show it once for a chat message."""
    row, step = follow_up_or_404(request, public_id), duties.duty_step(duties.REPORT)
    require_step(request, row, step)
    if request.method != "POST":
        require_state(row, step)
    form, status = LinkForm(request.POST or None), 200
    shown: list[str] = []
    if request.method == "POST":
        status = attempt(request, form, partial(_make, request, row, form, shown)) if form.is_valid() else 422
        if status == 200 and not shown:
            messages.success(request, _("Surel berisi tautan lapor sedang dikirim."))
            return redirect(row)
    address = settings.KSD_BASE_URL.rstrip("/") + shown[0] if shown else ""
    context = {
        "follow_up": row,
        "form": form,
        "address": address,
        "crumbs": follow_up_crumbs(row, (_("Tautan lapor"), "")),
    }
    return quiet(render(request, "meetings/follow_ups/link.html", context, status=status))


def _make(request: HttpRequest, row: FollowUp, form: LinkForm, shown: list[str]) -> str:
    """Send or show; a second press of the button is led back to the page of the follow-up."""
    address = form.cleaned_data["email"]
    if address:
        services.mail_link(actor=person(request), follow_up=row, address=address)
    else:
        token = services.make_link(actor=person(request), follow_up=row)
        shown.append(reverse("meetings:follow_up_link", args=[token]))
    return row.get_absolute_url()


@login_required
@require_POST
def follow_up_link_close(request: HttpRequest, public_id: str) -> HttpResponse:
    """Close every unused link."""
    row = follow_up_or_404(request, public_id)
    require_step(request, row, duties.duty_step(duties.REPORT))
    closed = services.close_links(actor=person(request), follow_up=row)
    messages.success(request, _("%(count)s tautan dicabut.") % {"count": closed})
    return redirect(row)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("token")
def follow_up_link(request: HttpRequest, token: str) -> HttpResponse:
    """The one report of a link; opening it changes nothing, so that a preview of the mail does not use it up."""
    link = link_of(token, LinkAct.TINDAK_LANJUT)
    if link is None or link.follow_up is None:
        busy = not within_limit(request, "tautan-lapor", MOST_MISSES)
        return _closed(request, 429 if busy else 404)
    if request.method == "POST":
        return quiet(_take(request, link, link.follow_up))
    if not link.is_alive or link.follow_up.state not in OWED:
        return _closed(request, 410)
    form = LinkReportForm(initial={"progress": link.follow_up.progress})
    return quiet(_page(request, link.follow_up, form, 200))


def _take(request: HttpRequest, link: ActLink, row: FollowUp) -> HttpResponse:
    """Count the report once; a refusal brings back everything typed."""
    form, status = LinkReportForm(request.POST, request.FILES), 422
    if form.is_valid():
        given = form.cleaned_data
        try:
            services.report_by_link(link=link, name=given["name"], data=form.report_given(), key=given["key"])
        except DomainError as error:
            add_domain_error(form, error)
            status = error.status
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return render(request, "meetings/follow_ups/link_thanks.html", {"follow_up": row})
    return _page(request, row if link.is_alive else None, form, status)


def _page(request: HttpRequest, row: FollowUp | None, form: LinkReportForm, status: int) -> HttpResponse:
    """The form; a dead link shows what was typed but nothing of the follow-up any more."""
    return render(
        request, "meetings/follow_ups/link_report.html", {"follow_up": row, "form": form}, status=status
    )


def _closed(request: HttpRequest, status: int) -> HttpResponse:
    return quiet(
        render(request, "meetings/follow_ups/link_closed.html", {"busy": status == 429}, status=status)
    )
