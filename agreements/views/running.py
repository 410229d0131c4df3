"""How a cooperation runs: the overview, the page on paper, the tables to take away, the proofs."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agreements.models import Case, ObligationEntry, ProgressEntry, Realisation
from agreements.services.after_signing import has_signed_text
from agreements.services.budget_table import lines_with_spent, total
from agreements.services.running import newest_percents, plan_percents, summary_of
from agreements.services.running_findings import running_findings
from agreements.services.running_tables import TABLES, activities_of, csv_of, obligations_of
from agreements.views.access import case_or_404
from agreements.views.lacking import Lack
from agreements.views.running_page import TAB, page
from ksd.core import clock
from ksd.core.files import file_response

# Kinds of record that keep a proof, and the way from each to its case.
PROOFS: dict[str, tuple[Any, str]] = {
    "kewajiban": (ObligationEntry, "obligation__naskah__case"),
    "kegiatan": (ProgressEntry, "milestone__plan__naskah__case"),
    "realisasi": (Realisation, "line__case"),
}


@login_required
@require_safe
def running(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is late, what is missing, and the figures of the cooperation."""
    case = case_or_404(request, public_id)
    context = page(
        case,
        TAB,
        signed=has_signed_text(case),
        summary=summary_of(case),
        years=sorted(plan_percents(case).items(), reverse=True),
        year=clock.today().year,
        lacks=_lacks(case),
    )
    return render(request, "agreements/running/overview.html", context)


def _lacks(case: Case) -> list[Lack]:
    return [
        Lack(row.message, row.remedy, row.article, row.place, warning=row.severity != "blocking")
        for row in running_findings(case)
    ]


@login_required
@require_safe
def running_print(request: HttpRequest, public_id: str) -> HttpResponse:
    """Everything on one page, made for paper."""
    case = case_or_404(request, public_id)
    activities, lines = activities_of(case), lines_with_spent(case)
    percents = newest_percents(row.pk for row in activities)
    context = page(
        case,
        TAB,
        summary=summary_of(case),
        today=clock.today(),
        obligations=obligations_of(case),
        activities=[(row, percents.get(row.pk, 0)) for row in activities],
        lines=lines,
        sum=total("", lines),
    )
    return render(request, "agreements/running/print.html", context)


@login_required
@require_safe
def running_csv(request: HttpRequest, public_id: str, table: str) -> HttpResponse:
    """One table to open in a spreadsheet."""
    case = case_or_404(request, public_id)
    if table not in TABLES:
        raise Http404
    response = HttpResponse(csv_of(TABLES[table](case)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{table}-{case.public_id}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@login_required
@require_safe
def running_proof(request: HttpRequest, public_id: str, kind: str, pk: int) -> HttpResponseBase:
    """The file that proves a fulfilment, a progress or an expense, for all who read the case."""
    case = case_or_404(request, public_id)
    if kind not in PROOFS:
        raise Http404
    model, way = PROOFS[kind]
    rows = model.objects.filter(**{way: case}, proof__isnull=False).select_related("proof")
    return file_response(get_object_or_404(rows, pk=pk).proof, inline=True)
