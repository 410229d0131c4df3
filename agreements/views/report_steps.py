"""The steps of a report: into the next hands, or back to be mended."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.reports import ReturnForm, StepForm
from agreements.law.schema import Tier
from agreements.models import CaseReport
from agreements.services.acting import not_yours
from agreements.services.reports.moving import may_take, return_report, take_step
from agreements.views.access import attempt, person
from agreements.views.reports import report_crumbs, report_or_404
from ksd.core.errors import ImpossibleStep


def _tier_or_refusal(request: HttpRequest, report: CaseReport, code: str) -> Tier:
    """The step with this code: 404 when the report knows none, 403 for others, 409 when it is not its turn."""
    tier = next((row for row in report.way if row.code == code), None)
    if tier is None:
        raise Http404(_("Langkah ini tidak ada."))
    if report.next_tier == tier and not may_take(person(request), report):
        raise not_yours(f"{tier.actor}, {report.region.full_name}")
    if report.next_tier != tier:
        raise _not_now(report)
    return tier


def _not_now(report: CaseReport) -> ImpossibleStep:
    return ImpossibleStep(
        _("Langkah ini tidak dapat dilakukan: laporan kini “%s”.") % report.state_label,
        remedy=_("Buka halaman laporan untuk melihat langkah yang tersedia."),
        article=report.rule.article,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_step(request: HttpRequest, public_id: str, period: str, code: str) -> HttpResponse:
    """Take a report into its next hands, on its day."""
    report = report_or_404(request, public_id, period)
    tier = _tier_or_refusal(request, report, code)
    form, status = StepForm(request.POST or None, state=report.state), 200
    if request.method == "POST":
        status = _take(request, report, tier, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Tercatat: %s.") % tier.done)
            return redirect(report)
    context = {"report": report, "case": report.case, "tier": tier, "form": form, "danger": False}
    context["crumbs"] = report_crumbs(report, (tier.label, ""))
    return render(request, "agreements/reports/step.html", context, status=status)


def _take(request: HttpRequest, report: CaseReport, tier: Tier, form: StepForm) -> int:
    take = partial(
        take_step,
        actor=person(request),
        report=report,
        code=tier.code,
        seen_state=form.cleaned_data["seen_state"],
        on=form.cleaned_data["on"],
        note=form.cleaned_data["note"],
    )

    def act() -> None:
        take()

    return attempt(request, form, act, report.get_absolute_url())


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_return(request: HttpRequest, public_id: str, period: str) -> HttpResponse:
    """Return a report to be mended, with the reason."""
    report = report_or_404(request, public_id, period)
    tier = report.next_tier
    if tier is not None and not may_take(person(request), report):
        raise not_yours(f"{tier.actor}, {report.region.full_name}")
    if tier is None or not tier.returns:
        raise _not_now(report)
    form, status = ReturnForm(request.POST or None, state=report.state), 200
    if request.method == "POST":
        status = _return(request, report, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Laporan dikembalikan untuk diperbaiki."))
            return redirect(report)
    context = {"report": report, "case": report.case, "tier": tier, "form": form, "danger": True}
    context["crumbs"] = report_crumbs(report, (_("Kembalikan laporan"), ""))
    return render(request, "agreements/reports/step.html", context, status=status)


def _return(request: HttpRequest, report: CaseReport, form: ReturnForm) -> int:
    data = form.cleaned_data
    seen, reason = data["seen_state"], data["reason"]
    send_back = partial(return_report, actor=person(request), report=report, seen_state=seen, reason=reason)

    def act() -> None:
        send_back()

    return attempt(request, form, act, report.get_absolute_url())
