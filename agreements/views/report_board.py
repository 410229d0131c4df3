"""Reports across all cases: the list of what to do, the checklist of a province, the recap, the letter that asks."""

import csv
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.reports import asking_letter, recap_letter
from agreements.forms.reports import AskingForm
from agreements.law.periods import Period, period_named
from agreements.models import CaseReport
from agreements.services.acting import not_yours
from agreements.services.reports.checklist import checklist, recap_reports, recap_table, visible_region
from agreements.services.reports.reading import VIEWS, listed, report_counts
from agreements.views.access import crumbs, person
from agreements.views.letters import hand_out
from ksd.accounts.access import may
from ksd.core import clock
from regions.models import Region

PER_PAGE = 20
FIRST_YEAR, LAST_YEAR = 2001, 2100
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@login_required
@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """What has to be reported, checked or received, by this person or others."""
    asked = request.GET.get("lihat", "saya")
    view = asked if asked in VIEWS else "saya"
    page = Paginator(listed(person(request), view).for_list(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "view": view,
        "counts": report_counts(person(request)),
        "page_obj": page,
        "rows": list(page.object_list),
        "crumbs": crumbs((_("Laporan"), "")),
    }
    return render(request, "agreements/reports/list.html", context)


@login_required
@require_safe
def report_checklist(request: HttpRequest) -> HttpResponse:
    """Who reported for which semester: the board of a province."""
    year = _year(request.GET.get("tahun", ""))
    board = checklist(person(request), year, request.GET.get("provinsi", ""))
    context = {
        "board": board,
        "year": year,
        "years": [each for each in (year - 2, year + 2) if FIRST_YEAR <= each <= clock.today().year + 1],
        "crumbs": crumbs((_("Daftar periksa laporan"), "")),
    }
    return render(request, "agreements/reports/checklist.html", context)


def _year(asked: str) -> int:
    this = clock.today().year
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else this
    return min(max(year, FIRST_YEAR), LAST_YEAR)


def _place(request: HttpRequest, code: str, name: str) -> tuple[Region, Period]:
    """The region and semester of the address; a stranger finds nothing."""
    region, period = visible_region(person(request), code), period_named(name)
    if region is None or period is None or not period.half:
        raise Http404(_("Rekapitulasi ini tidak ada."))
    return region, period


def _asks(request: HttpRequest, region: Region) -> bool:
    """Whether this person may ask the region for what is late: the province, of those below it."""
    return region.level > 1 and may(person(request), "agreements.receive", region)


def _late(reports: list[CaseReport]) -> list[CaseReport]:
    return [report for report in reports if report.is_writing and report.is_late]


@login_required
@require_safe
def report_recap(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """All reports of a region on one semester, with what is missing."""
    region, span = _place(request, code, period)
    reports = recap_reports(person(request), region, span)
    context = {
        "region": region,
        "period": span,
        "reports": reports,
        "late": _late(reports),
        "may_ask": _asks(request, region) and bool(_late(reports)),
        "crumbs": _recap_crumbs(region, span),
    }
    return render(request, "agreements/reports/recap.html", context)


def _recap_crumbs(region: Region, span: Period, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return crumbs((_("Laporan"), ""), (f"{region.full_name}, {span.label}", ""), *more)


@login_required
@require_safe
def report_recap_csv(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """The recap as a table for a spreadsheet; cells that would run as formulas are made text."""
    region, span = _place(request, code, period)
    head, rows = recap_table(recap_reports(person(request), region, span))
    name = f"rekap-laporan-{region.code}-{span.code}.csv"
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return response


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell


@login_required
@require_POST
def report_recap_print(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """The recap as PDF (or DOCX), landscape."""
    region, span = _place(request, code, period)
    reports = recap_reports(person(request), region, span)
    head, rows = recap_table(reports)
    article = reports[0].rule.article if reports else ""
    letter = recap_letter(region, span.label, head, rows, article)
    return hand_out(request, letter, _("Rekapitulasi laporan %s") % f"{region.full_name} {span.label}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_ask(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """The letter with which the province asks a kabupaten or kota for late reports, prefilled."""
    region, span = _place(request, code, period)
    if not _asks(request, region) or region.parent is None:
        raise not_yours(str(region.parent or region))
    late = _late(recap_reports(person(request), region, span))
    form, status = AskingForm(request.POST or None), 200
    if request.method == "POST":
        if form.is_valid() and late:
            return _letter(
                request, form, partial(asking_letter, province=region.parent, region=region, reports=late)
            )
        status = 422 if late else 409
    context = {"region": region, "period": span, "late": late, "form": form}
    context["crumbs"] = _recap_crumbs(region, span, (_("Surat permintaan laporan"), ""))
    return render(request, "agreements/reports/ask.html", context, status=status)


def _letter(request: HttpRequest, form: AskingForm, build: Any) -> HttpResponse:
    data = form.cleaned_data
    letter = build(number=data["number"], dated=data["dated"], days=data["days"])
    return hand_out(request, letter, _("Surat permintaan laporan"))
