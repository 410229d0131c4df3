"""Plan beside realisation, and the goals rows and cases serve."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.views.letters import hand_out
from ksd.accounts.access import acting_region_ids
from ksd.core.spreadsheets import XLSX
from ksd.mapping.documents.outputs.realisation import realisation_xlsx
from ksd.mapping.models import Period
from ksd.mapping.services.access import FILL
from ksd.mapping.services.outputs.goals import goals_of
from ksd.mapping.services.outputs.realisation import Comparison, Fate, comparison_of
from ksd.mapping.services.outputs.realisation_papers import comparison_letter, told_of
from ksd.mapping.views.outputs import region_asked
from ksd.mapping.views.shared import frame, period_of

PER_PAGE = 50


@login_required
@require_safe
def realisation(request: HttpRequest, public_id: str) -> HttpResponse:
    """What became of each row, counted per region and urusan."""
    period = period_of(request, public_id)
    region = region_asked(period, request.GET.get("daerah", ""))
    comparison = comparison_of(request.user, period, region)
    context = frame(request, period, "realisation", _("Rencana dan realisasi")) | {
        "comparison": comparison,
        "region": region,
        "regions": period.regions.order_by("level", "code"),
        "fates": [fate.label for fate in Fate],
        "tables": _tables(comparison),
        "page_obj": Paginator(comparison.rows, PER_PAGE).get_page(request.GET.get("page")),
        "filled": acting_region_ids(request.user, FILL),
    }
    return render(request, "mapping/realisation/page.html", context)


def _tables(comparison: Comparison) -> list[tuple[str, list[tuple[str, list[int], int]]]]:
    """Counts per region and urusan as a page prints them."""
    groups = [(_("Daerah"), comparison.by_region()), (_("Urusan"), comparison.by_urusan())]
    return [
        (name, [(heading, [count[fate.value] for fate in Fate], count.total()) for heading, count in rows])
        for name, rows in groups
    ]


@login_required
@require_POST
def realisation_paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """The comparison as PDF or DOCX."""
    period = period_of(request, public_id)
    letter = comparison_letter(request.user, period, region_asked(period, request.POST.get("daerah", "")))
    return hand_out(request, letter, letter.subject)


@login_required
@require_safe
def realisation_sheet(request: HttpRequest, public_id: str) -> HttpResponse:
    """The comparison as XLSX."""
    period = period_of(request, public_id)
    region = region_asked(period, request.GET.get("daerah", ""))
    content = realisation_xlsx(f"Realisasi {period.year}", told_of(request.user, period, region))
    return _sheet(content, period, region)


def _sheet(content: bytes, period: Period, region: Any) -> HttpResponse:
    name = slugify(f"rencana-realisasi {period.year} {region.full_name if region else ''}")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.xlsx"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=XLSX, headers=headers)


@login_required
@require_safe
def goals(request: HttpRequest, public_id: str) -> HttpResponse:
    """Which rows and cases serve which goal."""
    period = period_of(request, public_id)
    context = frame(request, period, "realisation", _("Sasaran rencana daerah"))
    return render(
        request, "mapping/realisation/goals.html", context | {"served": goals_of(request.user, period)}
    )
