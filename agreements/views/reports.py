"""Periodic reports of a case: its list, one report read and written, each party's part, the steps, the print."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.reports import report_letter
from agreements.forms.evaluations import OpenForm
from agreements.forms.reports import PartForm, ReportForm
from agreements.models import Case, CaseReport, Party
from agreements.services.acting import acting_for_party, not_yours
from agreements.services.evaluating import may_open, rounds_of
from agreements.services.health import health_of
from agreements.services.reports.moving import may_take, missing_items
from agreements.services.reports.writing import (
    REPORT,
    prefilled,
    require_writing,
    save_part,
    save_report,
    silent_parties,
)
from agreements.views.access import attempt, case_crumbs, case_or_404, person, see_newest
from agreements.views.letters import hand_out
from agreements.views.tabs import tabs_of
from ksd.accounts.access import acting_region_ids
from ksd.core.errors import NotAllowed


def report_or_404(request: HttpRequest, public_id: str, period: str) -> CaseReport:
    """The report of a visible case on one period."""
    case = case_or_404(request, public_id)
    rows = CaseReport.objects.filter(case=case, period=period).select_related("region__parent", "deadline")
    report = rows.prefetch_related(
        "parts__party__region", "parts__party__partner", "parts__written_by", "steps"
    ).first()
    if report is None:
        raise Http404(_("Laporan periode ini tidak ada."))
    report.case = case
    return report


def report_crumbs(report: CaseReport, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the case through its reports to this page."""
    return case_crumbs(report.case, (str(report), report.get_absolute_url() if more else ""), *more)


@login_required
@require_safe
def reports(request: HttpRequest, public_id: str) -> HttpResponse:
    """Reports, evaluations and health of a case on one page."""
    case = case_or_404(request, public_id)
    rows = CaseReport.objects.filter(case=case).select_related("region__parent", "deadline")
    found = list(rows.order_by("-period_end"))
    for report in found:
        report.case = case
    context = {
        "case": case,
        "rule": case.pack.report_for(case.kind),
        "reports": found,
        "rounds": rounds_of(case),
        "may_open": may_open(person(request), case),
        "health": health_of(case),
        "open_token": OpenForm()["form_token"].value(),
        "tabs": tabs_of(case, "agreements:reports"),
        "crumbs": case_crumbs(case, (_("Laporan & evaluasi"), "")),
    }
    return render(request, "agreements/reports/case.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, public_id: str, period: str) -> HttpResponse:
    """Read one report; its lead writes it here while it is not sent."""
    found = report_or_404(request, public_id, period)
    writes = found.region_id in acting_region_ids(request.user, REPORT)
    if request.method == "POST" and not writes:
        raise not_yours(found.region.full_name)
    if request.method == "POST":
        require_writing(found)
    form, status = None, 200
    if writes and found.is_writing and found.case.state in found.rule.sent_in:
        form = ReportForm(
            request.POST or None, rule=found.rule, words=prefilled(found), revision=found.revision
        )
    if form is not None and request.method == "POST":
        status = _save(request, found, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Laporan tersimpan. Kirim bila sudah lengkap."))
            return redirect(found)
    return render(request, "agreements/reports/report.html", _context(request, found, form), status=status)


def _save(request: HttpRequest, found: CaseReport, form: ReportForm) -> int:
    save = partial(
        save_report,
        actor=person(request),
        report=found,
        items=form.items(),
        seen_revision=form.cleaned_data["seen_revision"],
    )
    status = attempt(request, form, save, found.get_absolute_url())
    if status != 200:
        found.refresh_from_db(fields=["revision"])
        see_newest(form, found.revision)
    return status


def _context(request: HttpRequest, found: CaseReport, form: ReportForm | None) -> dict[str, Any]:
    words = prefilled(found)
    tier = found.next_tier
    takes = may_take(person(request), found)
    return {
        "case": found.case,
        "report": found,
        "contents": [(item.label, words[item.code]) for item in found.rule.items],
        "form": form,
        "tier": tier,
        "takes": takes,
        "may_return": takes and tier is not None and tier.returns,
        "missing": missing_items(found) if found.is_writing else [],
        "silent": silent_parties(found) if found.is_writing else [],
        "own_parts": _own_parts(request, found) if found.is_writing else [],
        "tabs": tabs_of(found.case, "agreements:reports"),
        "crumbs": report_crumbs(found),
    }


def _own_parts(request: HttpRequest, found: CaseReport) -> list[Party]:
    """The parties this person may write for."""
    return [party for party in found.case.acting_parties if _writes_for(request, found.case, party)]


def _writes_for(request: HttpRequest, case: Case, party: Party) -> bool:
    try:
        acting_for_party(person(request), case, party, permission=REPORT)
    except NotAllowed:
        return False
    return True


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_part(request: HttpRequest, public_id: str, period: str, order: int) -> HttpResponse:
    """One party's own part of a joint report."""
    found = report_or_404(request, public_id, period)
    party = next((row for row in found.case.parties.all() if row.order == order), None)
    if party is None:
        raise Http404(_("Pihak ini tidak ada."))
    acting = acting_for_party(person(request), found.case, party, permission=REPORT)
    require_writing(found)
    written = next((part for part in found.parts.all() if part.party_id == party.pk), None)
    initial = {name: getattr(written, name) for name in ("work", "trouble", "remedy")} if written else {}
    form, status = PartForm(request.POST or None, initial=initial), 200
    if request.method == "POST":
        status = _save_part(request, found, party, form)
        if status == 200:
            return redirect(found)
    context = {"report": found, "case": found.case, "party": party, "acting": acting, "form": form}
    context["crumbs"] = report_crumbs(found, (_("Bagian %s") % party.short_name, ""))
    return render(request, "agreements/reports/part.html", context, status=status)


def _save_part(request: HttpRequest, found: CaseReport, party: Party, form: PartForm) -> int:
    if not form.is_valid():
        return 422
    save = partial(save_part, actor=person(request), report=found, party=party, words=form.cleaned_data)
    status = attempt(request, form, save, found.get_absolute_url())
    if status == 200:
        messages.success(request, _("Bagian %s tersimpan.") % party.short_name)
    return status


@login_required
@require_POST
def report_print(request: HttpRequest, public_id: str, period: str) -> HttpResponse:
    """The report as PDF (or DOCX)."""
    found = report_or_404(request, public_id, period)
    letter = report_letter(found, prefilled(found), found.parts.all())
    return hand_out(request, letter, f"{found}: {found.case.title}", case=found.case)
