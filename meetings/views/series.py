"""Pages of series: the list, one form, and the way to the next meeting."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.access import may, own_region_ids, reach
from ksd.accounts.pages import attempt, person
from ksd.core import clock
from meetings.choices import MeetingState
from meetings.forms.series import SeriesForm
from meetings.models import MeetingSeries
from meetings.services import PERMISSION
from meetings.services.series import save_series
from meetings.views.access import crumbs

_SHOW = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    """The series of the regions within reach, with how often they met this year."""
    this_year = Q(meetings__starts_at__year=clock.today().year) & ~Q(
        meetings__state__in=(MeetingState.DITUNDA, MeetingState.DIBATALKAN)
    )
    rows = MeetingSeries.objects.filter(region__in=reach(request.user)).select_related("region")
    counted = rows.annotate(
        this_year=Count("meetings", filter=this_year), last_on=Max("meetings__starts_at")
    ).order_by("-is_active", "region__code", "name")
    context = {
        "rows": counted,
        "own": own_region_ids(request.user, PERMISSION),
        "may_plan": may(request.user, PERMISSION),
        "crumbs": crumbs((_("Seri rapat"), "")),
    }
    return render(request, "meetings/series/list.html", context)


@login_required
@require_http_methods(_SHOW)
def series_new(request: HttpRequest) -> HttpResponse:
    """Make a series."""
    if not may(request.user, PERMISSION):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan merencanakan rapat."))
    return _form_page(request, None, _("Buat seri rapat"))


@login_required
@require_http_methods(_SHOW)
def series_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a series."""
    rows = MeetingSeries.objects.filter(region__in=reach(request.user)).select_related("region")
    series = get_object_or_404(rows, pk=pk)
    if not may(request.user, PERMISSION, series.region):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengurus seri rapat ini."))
    return _form_page(request, series, _("Ubah seri rapat"))


def _form_page(request: HttpRequest, series: MeetingSeries | None, title: str) -> HttpResponse:
    form = SeriesForm(request.POST or None, instance=series, actor=person(request))
    status = 200
    if request.method == "POST":
        act = partial(_save, request, form, series.pk if series else None)
        status = attempt(request, form, act) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Seri rapat disimpan."))
            return redirect("meetings:series")
    way = crumbs((_("Seri rapat"), reverse("meetings:series")), (title, ""))
    context = {"form": form, "title": title, "cancel_url": reverse("meetings:series"), "crumbs": way}
    return render(request, "act_page.html", context, status=status)


def _save(request: HttpRequest, form: SeriesForm, pk: int | None) -> str:
    series = MeetingSeries.objects.get(pk=pk) if pk else None
    save_series(actor=person(request), data=form.data_given(), series=series)
    return reverse("meetings:series")
