"""One list of all points and pillars, across segments, on the page and as XLSX."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.documents.points_sheet import MOST_ROWS, points_sheet
from boundaries.filters import PointFilter
from boundaries.models import SegmentPoint
from boundaries.services.pillars import unseen_before
from boundaries.views.point_lines import NOTATIONS, lines_of, notation_of
from boundaries.views.shared import crumbs
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.spreadsheets import XLSX

PER_PAGE = 50


def _found(request: HttpRequest) -> PointFilter:
    return PointFilter(request.GET, queryset=SegmentPoint.objects.visible_to(request.user))


@login_required
@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """The points of every segment the person may see, with their sums."""
    found, notation = _found(request), notation_of(request)
    pages = Paginator(found.qs.for_list().in_order(), PER_PAGE)
    totals = found.qs.totals(unseen_before())
    pages.__dict__["count"] = totals.rows
    page = pages.get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page_obj": page,
        "lines": list(lines_of(page, notation)),
        "totals": totals,
        "notation": notation,
        "notations": NOTATIONS.items(),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "crumbs": crumbs((_("Titik dan pilar"), "")),
    }
    return render(request, "boundaries/points/list.html", context)


@login_required
@require_safe
def points_file(request: HttpRequest) -> HttpResponse:
    """The same list as XLSX."""
    found = _found(request).qs
    if found.count() > MOST_ROWS:
        raise ImpossibleStep(
            _("Daftar ini lebih dari %s titik.") % MOST_ROWS, remedy=_("Saring daftarnya, lalu unduh lagi.")
        )
    return sheet_response(points_sheet(found.for_list().in_order()), "titik-batas")


def sheet_response(content: bytes, name: str) -> HttpResponse:
    """An XLSX to save, named with the day."""
    disposition = f'attachment; filename="{name}-{clock.today():%Y%m%d}.xlsx"'
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})
