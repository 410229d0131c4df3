"""The yearly report of a TKKSD: figures from the register, the team's words, the letter, the day it was handed over."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.documents.team_report import team_report_letter
from agreements.forms.team_reports import TeamReportForm, TeamReportSendForm
from agreements.models import Team, TeamReport
from agreements.services.acting import not_yours
from agreements.services.team_reports import (
    ARTICLE,
    LONGEST_AGO,
    WORDS,
    save_team_report,
    send_team_report,
    shown_figures,
)
from agreements.services.teams import TEAM
from agreements.views.access import attempt, crumbs, person, see_newest
from agreements.views.letters import hand_out
from ksd.accounts.access import may
from ksd.core import clock
from ksd.core.errors import ImpossibleStep

_SHOW = ["GET", "HEAD", "POST"]


def _report(request: HttpRequest, code: str, year: int) -> TeamReport:
    """The report, or one not yet begun, of a region whose team is within the person's reach; else 404."""
    known = TeamReport.objects.visible_to(request.user).select_related("region")
    report = known.filter(region__code=code, year=year).first()
    if report is not None:
        return report
    team = Team.objects.visible_to(request.user).select_related("region").filter(region__code=code).first()
    if team is None or not clock.today().year - LONGEST_AGO <= year <= clock.today().year:
        raise Http404
    return TeamReport(region=team.region, year=year)


def _require(request: HttpRequest, report: TeamReport) -> None:
    """403 for whoever does not keep the team, then 409 for a report handed over."""
    if not may(person(request), TEAM, report.region):
        raise not_yours(report.region.full_name)
    if report.is_sent:
        raise ImpossibleStep(
            _("Laporan ini sudah disampaikan dengan nomor %s.") % report.number,
            remedy=_("Laporan yang sudah disampaikan tidak diubah."),
            article=ARTICLE,
        )


@login_required
@require_http_methods(_SHOW)
def team_report(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Show the report; save the team's words."""
    report = _report(request, code, year)
    form, status = TeamReportForm(request.POST or None, report=report), 200
    if request.method == "POST":
        _require(request, report)
        status = _save(request, form, report) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Laporan tersimpan."))
            return redirect(report.get_absolute_url())
        see_newest(form, _report(request, code, year).revision)
    return render(request, "agreements/teams/report.html", _context(request, report, form), status=status)


def _save(request: HttpRequest, form: TeamReportForm, report: TeamReport) -> int:
    words = {name: form.cleaned_data[name] for name in WORDS}
    seen = form.cleaned_data["seen_revision"]
    act = partial(
        save_team_report,
        actor=person(request),
        region=report.region,
        year=report.year,
        words=words,
        seen_revision=seen,
    )
    return attempt(request, form, act, report.get_absolute_url())


def _context(request: HttpRequest, report: TeamReport, form: TeamReportForm) -> dict[str, Any]:
    this_year = clock.today().year
    return {
        "report": report,
        "form": form,
        "figures": shown_figures(report),
        "years": list(range(this_year, this_year - LONGEST_AGO - 1, -1)),
        "article": ARTICLE,
        "may_write": may(person(request), TEAM, report.region) and not report.is_sent,
        "crumbs": crumbs((_("TKKSD"), reverse("agreements:team_list")), (str(report), "")),
    }


@login_required
@require_http_methods(_SHOW)
def team_report_send(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Note number and day of the letter with which the report was handed over."""
    report = _report(request, code, year)
    _require(request, report)
    form, status = TeamReportSendForm(request.POST or None), 200
    if request.method == "POST":
        status = _send(request, form, report) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Laporan dicatat sudah disampaikan kepada Kepala Daerah."))
            return redirect(report.get_absolute_url())
    way = [(_("TKKSD"), reverse("agreements:team_list")), (str(report), report.get_absolute_url())]
    title = _("Catat penyampaian laporan")
    context = {"form": form, "title": title, "crumbs": crumbs(*way, (title, ""))}
    return render(request, "agreements/teams/form.html", context, status=status)


def _send(request: HttpRequest, form: TeamReportSendForm, report: TeamReport) -> int:
    act = partial(
        send_team_report,
        actor=person(request),
        region=report.region,
        year=report.year,
        number=form.cleaned_data["number"],
        on=form.cleaned_data["on"],
    )
    return attempt(request, form, act, report.get_absolute_url())


@login_required
@require_POST
def team_report_letter_file(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The report as a letter, PDF or DOCX."""
    report = _report(request, code, year)
    return hand_out(request, team_report_letter(report, shown_figures(report)), str(report))
