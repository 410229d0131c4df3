"""The calendar of meetings, as a month and as a list."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ksd.accounts.access import may, reach
from meetings.filters import CalendarFilter
from meetings.models import Meeting
from meetings.month import MOST, days_of, edges, list_span, month_asked, weeks_span
from meetings.services import PERMISSION
from meetings.views.access import crumbs
from regions.models import Region

MONTH, LIST = "bulan", "daftar"


@login_required
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The meetings of a month the person may see, by region and kind."""
    as_list = request.GET.get("cara") == LIST
    month = month_asked(request.GET.get("bulan", ""))
    span = list_span(month) if as_list else weeks_span(month)
    regions = Region.objects.current().filter(pk__in=reach(request.user), level__in=(1, 2))
    visible = Meeting.objects.visible_to(request.user).on_calendar(*edges(span)).for_list()
    found = CalendarFilter(request.GET, queryset=visible, regions=regions)
    days = days_of(span, found.qs.order_by("starts_at", "pk")[:MOST])
    context = {
        "filter": found,
        "month": month,
        "as_list": as_list,
        "days": [day for day in days if day.meetings] if as_list else days,
        "weekday_names": [WEEKDAYS_ABBR[number] for number in range(7)],
        "any_meeting": any(day.meetings for day in days),
        "ways": _ways(request, span.before, span.after, f"{month:%Y-%m}"),
        "may_plan": may(request.user, PERMISSION),
        "crumbs": crumbs((_("Kalender rapat"), "")),
    }
    return render(request, "meetings/calendar/page.html", context)


def _ways(request: HttpRequest, before: str, after: str, here: str) -> dict[str, str]:
    """Addresses to the months around and to the other view, with the filters kept."""

    def address(**changed: Any) -> str:
        query = request.GET.copy()
        for name, value in changed.items():
            query[name] = value
        return f"?{query.urlencode()}"

    return {
        "before": address(bulan=before),
        "after": address(bulan=after),
        "month": address(bulan=here, cara=MONTH),
        "list": address(bulan=here, cara=LIST),
    }
