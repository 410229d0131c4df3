"""The page that counts the meetings wanted each year."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ksd.accounts.access import reach
from ksd.core import clock
from meetings.services.yearly import wanted_kinds, year_lines
from meetings.views.access import crumbs
from regions.models import Region

FIRST, LAST = 2000, 2100


@login_required
@require_safe
def yearly(request: HttpRequest) -> HttpResponse:
    """Each region within reach with what it held this year, or the year asked for."""
    year = _year(request.GET.get("tahun", ""))
    regions = (
        Region.objects.current()
        .filter(pk__in=reach(request.user), level__in=(1, 2))
        .order_by("level", "code")
    )
    context = {
        "lines": year_lines(regions, year),
        "rules": wanted_kinds(),
        "year": year,
        "years": [year - 1, year + 1],
        "crumbs": crumbs((_("Rapat wajib tahunan"), "")),
    }
    return render(request, "meetings/yearly.html", context)


def _year(asked: str) -> int:
    """The year of the address, or this one where it names none that makes sense."""
    if asked.isascii() and asked.isdecimal() and len(asked) == 4 and FIRST < int(asked) < LAST:
        return int(asked)
    return clock.today().year
