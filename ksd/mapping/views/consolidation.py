"""The consolidation of a period: every row sent, by urusan, with what was found of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ksd.mapping.filters.consolidation import UNTESTED, ConsolidationFilter
from ksd.mapping.models import MappingRow
from ksd.mapping.services.consolidation import tally
from ksd.mapping.views.shared import frame, period_of

PER_PAGE = 50


@login_required
@require_safe
def consolidation(request: HttpRequest, public_id: str) -> HttpResponse:
    """Rows of every region side by side, filtered and in order."""
    period = period_of(request, public_id)
    found = ConsolidationFilter(request.GET, queryset=period.rows.counted(), request=request, period=period)
    rows: Any = found.qs
    page = Paginator(rows.in_order().for_list().select_related("triage"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = frame(request, period, "consolidation") | {
        "filter": found,
        "page_obj": page,
        "groups": _groups(list(page.object_list), rows),
        "tally": tally(period),
        "untested_code": UNTESTED,
        "is_filtered": any(value for name, value in request.GET.items() if name != "page"),
    }
    return render(request, "mapping/consolidation/consolidation.html", context)


def _groups(page: list[MappingRow], rows: "QuerySet[MappingRow]") -> list[dict[str, Any]]:
    """The rows of a page under their urusan, each with how many there are on all pages."""
    merged = _merged(page)
    shown: dict[int, list[dict[str, Any]]] = {}
    for row in page:
        line = {"row": row, "triage": getattr(row, "triage", None), "merged": merged.get(row.pk, ())}
        shown.setdefault(row.urusan_id, []).append(line)
    counted = rows.filter(urusan__in=shown).order_by().values("urusan").annotate(number=Count("pk"))
    counts = {entry["urusan"]: entry["number"] for entry in counted}
    return [
        {"urusan": lines[0]["row"].urusan, "lines": lines, "count": counts[key]}
        for key, lines in shown.items()
    ]


def _merged(page: list[MappingRow]) -> dict[int, list[MappingRow]]:
    """Rows that were merged into those of a page, by the row that was kept."""
    found: dict[int, list[MappingRow]] = {}
    into = MappingRow.objects.filter(merged_into__in=[row.pk for row in page]).select_related("region")
    for row in into.order_by("region__code", "pk"):
        found.setdefault(row.merged_into_id or 0, []).append(row)
    return found
