"""Pages of the boundary register: the list, the same as a sheet, one segment, its history."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.documents.register_sheet import register_sheet
from boundaries.filters import SegmentFilter
from boundaries.services.nodes import nodes_of
from boundaries.services.svg_maps import svg_map
from boundaries.views.found import found_in
from boundaries.views.maps import map_of
from boundaries.views.segment_page import everything_of, history_of, summary_of
from boundaries.views.shared import crumbs, frame, segment_of
from boundaries.workflow.stages import steps_from
from ksd.core import clock
from ksd.core.mentions import mentions_of
from ksd.core.spreadsheets import XLSX

PER_PAGE = 50


def _query(request: HttpRequest, found: SegmentFilter) -> str:
    """The filter as a querystring, without the page."""
    query: Any = request.GET.copy()
    for name in [name for name in query if name not in found.form.fields]:
        del query[name]
    text: str = query.urlencode()
    return text


@login_required
@require_safe
def segment_list(request: HttpRequest) -> HttpResponse:
    """The segments the person may see, with their sums; the map above them takes the same filter."""
    found = found_in(request)
    totals = found.qs.totals()
    context = {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "totals": totals,
        "oldest_days": (clock.today() - totals.oldest).days if totals.oldest else None,
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "query": _query(request, found),
        "drawn": map_of(request, found.qs),
        "crumbs": crumbs(),
    }
    return render(request, "boundaries/list.html", context)


@login_required
@require_safe
def segment_sheet(request: HttpRequest) -> HttpResponse:
    """The same segments as XLSX."""
    headers = {"Content-Disposition": 'attachment; filename="segmen-batas.xlsx"'}
    return HttpResponse(register_sheet(found_in(request).qs), content_type=XLSX, headers=headers)


@login_required
@require_safe
def segment_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One segment: its facts, what may follow, its nodes, where else it is treated, the history of its stages."""
    segment = segment_of(request, slug)
    if segment.slug != slug:
        return redirect(segment)
    context = frame(request, segment, "detail") | {
        **summary_of(segment),
        "bases": segment.bases.select_related("regulation"),
        "history": history_of(segment),
        "following": steps_from(segment.stage, segment.kind),
        "nodes": nodes_of(request.user, segment),
        "svg": svg_map([segment]),
        "mentions": mentions_of(request.user, segment),
    }
    return render(request, "boundaries/detail.html", context)


@login_required
@require_safe
def segment_history(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that was ever written down about a segment, who and when."""
    segment = segment_of(request, slug)
    entries = everything_of(request.user, segment)
    context = frame(request, segment, "history", _("Riwayat")) | {
        "page_obj": Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    }
    return render(request, "boundaries/history.html", context)
