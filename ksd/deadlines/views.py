"""Pages of deadlines, notices and the calendar."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ksd.accounts.models import User
from ksd.core.errors import DomainError, NotAllowed
from ksd.core.forms import add_domain_error
from ksd.deadlines import services
from ksd.deadlines.explanation import explain
from ksd.deadlines.forms import OverrideForm
from ksd.deadlines.models import Deadline, Notice
from ksd.deadlines.services.overriding import may_override, require_override
from ksd.deadlines.standing import standings
from ksd.deadlines.tables import year_view

HOME = "/"


def _person(request: HttpRequest) -> User:
    return cast("User", request.user)


@login_required
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """List a person's notices, unread first."""
    rows = (
        Notice.objects.visible_to(_person(request))
        .prefetch_related("lines")
        .order_by(F("read_at").asc(nulls_first=True), "-created_at", "-pk")
    )
    page = Paginator(rows, 20).get_page(request.GET.get("page"))
    crumbs = [(_("Beranda"), HOME), (_("Pemberitahuan"), "")]
    return render(request, "deadlines/notices.html", {"page_obj": page, "crumbs": crumbs})


@login_required
@require_POST
def read_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one notice read and go to what it is about."""
    notice = get_object_or_404(Notice.objects.visible_to(_person(request)), pk=pk)
    services.mark_read(actor=_person(request), notice=notice)
    to = notice.link if request.POST.get("open") else ""
    own = bool(to) and url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()})
    return redirect(to if own else reverse("deadlines:notices"))


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything read."""
    count = services.mark_all_read(actor=_person(request))
    text = ngettext(
        "%(count)s pemberitahuan ditandai dibaca.", "%(count)s pemberitahuan ditandai dibaca.", count
    )
    messages.success(request, text % {"count": count})
    return redirect("deadlines:notices")


@login_required
@require_safe
def calendar_page(request: HttpRequest) -> HttpResponse:
    """Show a year's holidays and the open deadlines within the person's reach."""
    mine = Deadline.objects.visible_to(_person(request)).open().select_related("responsible_region")
    page = Paginator(mine, 20).get_page(request.GET.get("page"))
    context = {
        "year": year_view(request.GET.get("tahun", "")),
        "page_obj": page,
        "crumbs": [(_("Beranda"), HOME), (_("Kalender"), "")],
    }
    return render(request, "deadlines/calendar.html", context)


@login_required
@require_safe
def deadline_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one deadline and how its day was counted."""
    deadline = _visible(request, pk)
    return _show(request, deadline, OverrideForm(deadline=deadline))


@login_required
@require_POST
def override(request: HttpRequest, pk: int) -> HttpResponse:
    """Set another due date."""
    deadline = _visible(request, pk)
    require_override(_person(request), deadline)
    form = OverrideForm(request.POST, deadline=deadline)
    if form.is_valid():
        try:
            services.override_deadline(actor=_person(request), deadline=deadline, **form.cleaned_data)
        except NotAllowed:
            raise
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Jatuh tempo ditetapkan dan pengingat disesuaikan."))
            return redirect("deadlines:deadline", pk=pk)
    return _show(request, deadline, form, status=422)


def _visible(request: HttpRequest, pk: int) -> Deadline:
    rows = Deadline.objects.select_related("responsible_region", "overridden_by")
    return get_object_or_404(rows.visible_to(_person(request)), pk=pk)


def _show(request: HttpRequest, deadline: Deadline, form: OverrideForm, status: int = 200) -> HttpResponse:
    person = _person(request)
    context = {
        "deadline": deadline,
        "explanation": explain(deadline),
        "standing": standings([(deadline.title, deadline)])[0],
        "changes": deadline.changes.select_related("actor"),
        "form": form if deadline.is_open and may_override(person, deadline) else None,
        "crumbs": [
            (_("Beranda"), HOME),
            (_("Kalender"), reverse("deadlines:calendar")),
            (deadline.title, ""),
        ],
    }
    return render(request, "deadlines/deadline.html", context, status=status)
