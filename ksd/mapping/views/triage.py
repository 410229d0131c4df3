"""The page on which a row is tested and found to be something."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.pages import attempt, person
from ksd.core.errors import NotAllowed
from ksd.mapping.forms.comments import RowCommentForm
from ksd.mapping.forms.triage import RowTriageForm
from ksd.mapping.law.wajib import verdicts
from ksd.mapping.models import MappingRow, Period, RowTriage
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.bordering import borders_of
from ksd.mapping.services.comments import voice_of
from ksd.mapping.services.consolidation import first_untested, neighbours
from ksd.mapping.services.suggesting import suggestions
from ksd.mapping.services.triage import record_test
from ksd.mapping.views.one_row import row_frame, row_led, row_seen
from ksd.mapping.views.shared import period_of

MOST_EVENTS = 20


def saved_triage(row: MappingRow) -> RowTriage | None:
    """What was found of a row; None before anybody looked."""
    return getattr(row, "triage", None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def triage(request: HttpRequest, public_id: str) -> HttpResponse:
    """The test of one row: read by every participant, filled in by who leads the period."""
    row = (row_led if request.method == "POST" else row_seen)(request, public_id)
    form, status = _form(request, row), 200
    if request.method == "POST":
        status = _save(request, row, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Uji baris “%s” disimpan.") % row)
            return redirect(_onwards(request, row))
    if status == 409:
        row = row_seen(request, public_id)
        form = _held_against_newest(request, row, form)
    return render(request, "mapping/triage/triage.html", _context(request, row, form), status=status)


def _form(request: HttpRequest, row: MappingRow) -> RowTriageForm:
    return RowTriageForm(request.POST or None, triage=saved_triage(row), finding=borders_of(row))


def _held_against_newest(request: HttpRequest, row: MappingRow, refused: RowTriageForm) -> RowTriageForm:
    """What was typed beside what another person saved first; sent again, it revises that with its reason."""
    form = _form(request, row)
    form.show_newer(saved_triage(row))
    for error in refused.non_field_errors():
        form.add_error(None, error)
    return form


def _save(request: HttpRequest, row: MappingRow, form: RowTriageForm) -> int:
    kept, seen = form.given(), form.cleaned_data["seen"]

    def act() -> str:
        record_test(actor=person(request), row=row, given=kept, seen=seen)
        return reverse("mapping:triage", args=[row.public_id])

    return attempt(request, form, act)


def _onwards(request: HttpRequest, row: MappingRow) -> str:
    """Back to the row, or on to the next one that nobody tested."""
    if "lanjut" in request.POST:
        return reverse("mapping:triage_next", args=[row.period.public_id]) + f"?sesudah={row.public_id}"
    return reverse("mapping:triage", args=[row.public_id])


def _context(request: HttpRequest, row: MappingRow, form: RowTriageForm) -> dict[str, Any]:
    saved = saved_triage(row)
    frame = row_frame(request, row, _("Uji kerja sama wajib"))
    before, after = neighbours(row) if frame["may_manage"] else (None, None)
    return frame | {
        "form": form,
        "triage": saved,
        "may_test": frame["may_manage"] and row.counts and not row.period.is_over,
        "verdicts": verdicts(),
        "suggestions": suggestions(
            row, saved.given if saved else _data_alone(form), saved.screening if saved else {}, request.user
        ),
        "before": before,
        "after": after,
        "merged": list(row.merged.select_related("region").order_by("region__code", "pk")),
        "events": row.events.select_related("actor")[:MOST_EVENTS],
        "comments": row.comments.select_related("region"),
        "comment_form": RowCommentForm(),
        "voice": voice_of(person(request), row.period),
    }


def _data_alone(form: RowTriageForm) -> dict[str, str]:
    """What the data of borders answers before anybody does."""
    return {
        entry["question"].code: str(form.finding.answer)
        for entry in form.asked()
        if entry["question"].prefill
    }


@login_required
@require_safe
def triage_next(request: HttpRequest, public_id: str) -> HttpResponse:
    """Go on to the next row nobody tested, after the one named; to the consolidation when there is none."""
    period = period_of(request, public_id)
    if not may_manage(request.user, period):
        raise NotAllowed(_("Peran Anda tidak memuat kewenangan memimpin pemetaan ini."))
    row = _after(request, period) or first_untested(period)
    if row is None:
        messages.info(request, _("Semua baris yang dikirim sudah diuji."))
        return redirect("mapping:consolidation", period.public_id)
    return redirect("mapping:triage", row.public_id)


def _after(request: HttpRequest, period: Period) -> MappingRow | None:
    named = request.GET.get("sesudah", "")[:16]
    here = period.rows.select_related("urusan", "region").filter(public_id=named).first() if named else None
    return neighbours(here)[1] if here else None
