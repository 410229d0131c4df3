"""Regions side by side: choosing them, their figures and bars, the same as XLSX."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.documents.letters import Drawing
from ksd.accounts.pages import person
from ksd.mapping.documents.charts import lying_bars
from ksd.mapping.documents.comparison_sheet import comparison_xlsx
from ksd.mapping.services.comparison import (
    MOST,
    Comparison,
    comparison_of,
    regions_chosen,
    regions_named,
)
from ksd.mapping.services.years import newest_mapped, year_asked, years_of
from ksd.mapping.views.asked import code_asked, sheet
from ksd.mapping.views.shared import crumbs
from regions.models import Region


def _asked(request: HttpRequest) -> tuple[list[Region], int]:
    """The regions chosen and the year; what is no code is left out."""
    codes = [code for code in map(code_asked, request.GET.getlist("daerah")) if code]
    return regions_chosen(codes), year_asked(request.GET.get("tahun", ""), newest_mapped(person(request)))


def _query(regions: list[Region], year: int, **more: str) -> str:
    """The address of the same choice."""
    pairs = [("daerah", row.code) for row in regions]
    return urlencode([*pairs, ("tahun", year), *more.items()])


@login_required
@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Up to six regions side by side, each with the same figures."""
    (chosen, year), user = _asked(request), person(request)
    text = request.GET.get("cari", "")
    found = regions_named(text, chosen) if len(chosen) < MOST else []
    compared = comparison_of(user, chosen, year)
    context: dict[str, Any] = {
        "comparison": compared,
        "chosen": [(row, _query([one for one in chosen if one != row], year)) for row in chosen],
        "found": [(row, _query([*chosen, row], year)) for row in found],
        "text": text[:60],
        "is_full": len(chosen) >= MOST,
        "years": sorted({*years_of(user), year}, reverse=True),
        "charts": charts_of(compared) if len(chosen) > 1 else [],
        "query": _query(chosen, year),
        "crumbs": crumbs((_("Perbandingan daerah"), "")),
    }
    return render(request, "mapping/comparison/page.html", context)


def charts_of(compared: Comparison) -> list[tuple[str, Drawing]]:
    """The measures people would rather look at, as bars; those nobody has a figure for are left out."""
    drawn = []
    for measure, cells in compared.lines:
        rows = [(row.region.full_name, value) for row, value in cells if value is not None]
        bars = lying_bars(str(measure.label), rows, measure.unit) if measure.drawn else None
        if bars is not None:
            drawn.append((str(measure.label), bars))
    return drawn


@login_required
@require_safe
def comparison_sheet(request: HttpRequest) -> HttpResponse:
    """The same figures as XLSX."""
    chosen, year = _asked(request)
    compared = comparison_of(person(request), chosen, year)
    lines = (
        (f"{measure.label}{measure.unit and f' ({measure.unit.strip()})'}", *(value for _row, value in cells))
        for measure, cells in compared.lines
    )
    content = comparison_xlsx(year, [row.region.full_name for row in compared.figures], lines)
    return sheet(content, f"perbandingan-daerah-{year}")
