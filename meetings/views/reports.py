"""The page of the report: written from the facts, numbered, handed out with its annexes."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.models import IssuedFile
from agreements.services.issuing import note_download
from agreements.views.letters import hand_out
from agreements.views.refusing import carried_out, confirm
from ksd.accounts.pages import person
from ksd.core.files import file_response
from ksd.core.jobs import may_view
from meetings.forms.minutes import SignForm
from meetings.forms.reports import ReportForm
from meetings.models import Meeting, MeetingReport
from meetings.services.minutes import require_held
from meetings.services.reports import (
    PAPER,
    annexes_of,
    finished_report,
    is_issued,
    issue_report,
    lacking_to_issue,
    paper_of_report,
    report_of,
    request_report,
    require_unissued,
    still_missing,
    write_report,
)
from meetings.views.access import managed_or_refused, meeting_crumbs
from meetings.views.tabs import tabs_of

_SHOW = ["GET", "HEAD", "POST"]


def report_url(meeting: Meeting) -> str:
    """The page of the report."""
    return reverse("meetings:report", args=[meeting.public_id])


def _frame(http: HttpRequest, meeting: Meeting, *way: tuple[str, str]) -> dict[str, Any]:
    crumb = (_("Laporan"), report_url(meeting) if way else "")
    return {
        "meeting": meeting,
        "tabs": tabs_of(meeting, http.user, "meetings:report"),
        "crumbs": meeting_crumbs(meeting, crumb, *way),
    }


@login_required
@require_safe
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    """The report as it stands, its annexes and those missing."""
    meeting = managed_or_refused(request, public_id)
    row = report_of(meeting)
    context = _frame(request, meeting) | {
        "report": row,
        "issued": is_issued(row),
        "annexes": annexes_of(meeting),
        "without": "" if is_issued(row) else _without(still_missing(meeting)),
        "lacks": [] if is_issued(row) else lacking_to_issue(row),
    }
    return render(request, "meetings/report/page.html", context)


@login_required
@require_http_methods(_SHOW)
def report_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write the report."""
    meeting = managed_or_refused(request, public_id)
    row = report_of(meeting)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_held(meeting)
        require_unissued(row)
    form = ReportForm(request.POST or None, report=row)

    def act(_given: dict[str, Any]) -> None:
        write_report(
            actor=person(request), meeting=meeting, data=form.data_given(), seen=form.cleaned_data["seen"]
        )

    response, status = carried_out(request, form, act, back=report_url(meeting), done=_("Laporan disimpan."))
    newer = form.newer(report_of(meeting)) if status == 409 else []
    context = _frame(request, meeting, (_("Tulis laporan"), "")) | {"form": form, "newer": newer}
    return response or render(request, "meetings/report/edit.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def report_issue(request: HttpRequest, public_id: str) -> HttpResponse:
    """Number the report for good."""
    meeting = managed_or_refused(request, public_id)
    row = report_of(meeting)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_unissued(row)
    form = SignForm(request.POST or None, meeting=meeting, kind=PAPER, initial={"seen": row.revision})
    return confirm(
        request,
        form=form,
        act=lambda given: _issued(request, meeting, given),
        back=report_url(meeting),
        done=_("Laporan bernomor dan siap dicetak dengan lampirannya."),
        title=_("Terbitkan laporan?"),
        text=meeting.title,
        consequences=_consequences(meeting, row, form),
        action_label=_("Terbitkan"),
        tone="primary",
        crumbs=_frame(request, meeting, (_("Terbitkan laporan"), ""))["crumbs"],
    )  # fmt: skip


def _consequences(meeting: Meeting, row: MeetingReport, form: SignForm) -> list[str]:
    """What follows from the number, what is lacking, and which annexes are missing."""
    number = [_("Nomor berikutnya dari buku nomor: %s.") % form.sample] if form.sample else []
    fixed = _("Laporan memperoleh nomor dan isinya tidak dapat diubah lagi.")
    without = _without(still_missing(meeting))
    return [fixed, *number, *lacking_to_issue(row), *([without] if without else [])]


def _without(missing: list[str]) -> str:
    """What it means to issue now: the report goes on saying so, whatever is finished later."""
    if not missing:
        return ""
    return _(
        "Laporan akan menyebut ini “belum ada” untuk seterusnya, juga bila kelak selesai: %(missing)s."
    ) % {"missing": "; ".join(missing)}


def _issued(http: HttpRequest, meeting: Meeting, given: dict[str, Any]) -> None:
    issue_report(
        actor=person(http), meeting=meeting, seen=given["seen"], number=given.get("typed", ""),
        again=bool(given.get("again")),
    )  # fmt: skip


@login_required
@require_POST
def report_paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """The report alone as DOCX, or with every annex as one PDF made by the worker."""
    meeting = managed_or_refused(request, public_id)
    if request.POST.get("bentuk") == "docx":
        return hand_out(request, paper_of_report(meeting, report_of(meeting)), _("Laporan rapat"))
    job = request_report(actor=person(request), meeting=meeting)
    return redirect(reverse("core:job", args=[job.public_id]))


@login_required
@require_safe
def report_file(request: HttpRequest, public_id: str, fingerprint: str) -> FileResponse:
    """Hand out a bound report to the person who asked for it."""
    meeting = managed_or_refused(request, public_id)
    job = finished_report(person(request), meeting, fingerprint)
    if job is None or job.result is None or not may_view(request.user, job):
        raise Http404
    issued = IssuedFile.objects.filter(file=job.result, asked_by=person(request)).first()
    if issued is not None:
        note_download(actor=person(request), issued=issued)
    return file_response(job.result, inline="unduh" not in request.GET)
