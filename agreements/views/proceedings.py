"""Disputes, take-overs, consultations, secretariats and aid: on the page of a case, and across cases."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.minutes import minutes_of
from agreements.forms.proceedings import StepForm
from agreements.law.proceedings import ProceedingStep, proceedings_for
from agreements.models import Case, Proceeding, ProceedingEntry
from agreements.services import proceedings as service
from agreements.services.acting import not_yours
from agreements.services.minutes_numbers import book_of, sample_for, struck_out, writing_region
from agreements.views.access import attempt, case_crumbs, case_or_404, crumbs, person
from agreements.views.letters import hand_out
from agreements.views.tabs import tabs_of
from ksd.core import files
from ksd.core.errors import ImpossibleStep

TAB = "agreements:proceedings"
PER_PAGE = 20
_SHOW = ["GET", "HEAD", "POST"]


def _steps(
    case: Case, steps: tuple[ProceedingStep, ...], request: HttpRequest
) -> list[tuple[ProceedingStep, bool]]:
    """The steps that may follow, each with whether this person may take it."""
    return [(step, service.acting_in(person(request), case, step.permission) is not None) for step in steps]


@login_required
@require_safe
def proceedings(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every matter of a case with its steps, and what may be opened."""
    case = case_or_404(request, public_id)
    placed = service.within(case)
    found = case.proceedings.prefetch_related("entries__actor", "entries__file")
    context = {
        "case": case,
        "rows": [(row, _steps(case, service.next_steps(row), request)) for row in found],
        "begin": [
            (rule, step)
            for rule in proceedings_for(case.kind)
            for step, mine in _steps(case, rule.following("", placed), request)
            if mine
        ],
        "struck": struck_out([entry.pk for row in found for entry in row.entries.all()]),
        "tabs": tabs_of(case, TAB),
        "crumbs": case_crumbs(case, (_("Masalah dan pembinaan"), "")),
    }
    return render(request, "agreements/proceedings/case.html", context)


@login_required
@require_http_methods(_SHOW)
def proceeding_new(request: HttpRequest, public_id: str, code: str, step: str) -> HttpResponse:
    """Open a matter with its first step."""
    case = case_or_404(request, public_id)
    rule = next((row for row in proceedings_for(case.kind) if row.code == code), None)
    first = (
        next((row for row in rule.following("", service.within(case)) if row.code == step), None)
        if rule
        else None
    )
    if rule is None or first is None:
        raise Http404(_("Kerja sama ini tidak mengenal urusan itu."))
    sample = _sample(request, case, first)
    form = StepForm(request.POST or None, request.FILES or None, step=first, first=True, sample=sample)
    act = partial(service.open_proceeding, actor=person(request), case=case, code=code, step=step)
    return _answer(request, case=case, matter=rule.label, step=first, form=form, act=act)


@login_required
@require_http_methods(_SHOW)
def proceeding_step(request: HttpRequest, public_id: str, pk: int, step: str) -> HttpResponse:
    """Take the next step of an open matter."""
    case = case_or_404(request, public_id)
    row = get_object_or_404(case.proceedings.select_related("case"), pk=pk)
    rule = next((found for found in row.rule.steps if found.code == step), None)
    if rule is None:
        raise Http404(_("Langkah ini tidak ada."))
    sample = _sample(request, case, rule)
    if rule not in service.next_steps(row):
        raise ImpossibleStep(
            _("“%(step)s” tidak dapat dicatat sesudah “%(now)s”.")
            % {"step": rule.label, "now": row.step_rule.label},
            remedy=_("Buka halaman Masalah dan pembinaan, lalu pilih langkah yang tersedia."),
        )
    form = StepForm(request.POST or None, request.FILES or None, step=rule, seen=row.step, sample=sample)
    act = partial(service.take_step, actor=person(request), proceeding_row=row, step=step)
    return _answer(request, case=case, matter=str(row), step=rule, form=form, act=act, row=row)


def _sample(request: HttpRequest, case: Case, step: ProceedingStep) -> str:
    """The number its minutes would get; refuses whoever may not take the step."""
    acting = service.acting_in(person(request), case, step.permission)
    if acting is None:
        raise not_yours(step.by)
    return sample_for(step, writing_region(person(request), acting.party))


def _answer(
    request: HttpRequest,
    *,
    case: Case,
    matter: str,
    step: ProceedingStep,
    form: StepForm,
    act: "partial[Proceeding]",
    row: Proceeding | None = None,
) -> HttpResponse:
    """Show the form of a step, or take it and go back to the case."""
    status, back = 200, reverse(TAB, args=[case.public_id])
    if request.method == "POST":
        status = 422
        if form.is_valid():
            seen = {"seen_step": form.cleaned_data["seen_step"] or None} if row else {}
            status = attempt(request, form, partial(_done, act, form.values() | seen), back)
        if status == 200:
            messages.success(request, _("Langkah tercatat."))
            return redirect(back)
    trail = case_crumbs(case, (_("Masalah dan pembinaan"), back), (step.label, ""))
    context = {"case": case, "matter": matter, "step": step, "form": form, "crumbs": trail}
    return render(request, "agreements/proceedings/step.html", context, status=status)


def _done(act: "partial[Proceeding]", values: dict[str, Any]) -> None:
    act(**values)


def _entry(request: HttpRequest, public_id: str, pk: int) -> ProceedingEntry:
    case = case_or_404(request, public_id)
    entries = ProceedingEntry.objects.filter(proceeding__case=case).select_related("proceeding", "file")
    entry = get_object_or_404(entries, pk=pk)
    entry.proceeding.case = case
    return entry


@login_required
@require_safe
def proceeding_file(request: HttpRequest, public_id: str, pk: int) -> HttpResponseBase:
    """The paper of one step."""
    entry = _entry(request, public_id, pk)
    if entry.file is None:
        raise Http404(_("Langkah ini tidak mempunyai berkas."))
    response: HttpResponseBase = files.file_response(entry.file, inline=True)
    return response


@login_required
@require_POST
def proceeding_minutes(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """The minutes of one step, prepared for signature."""
    entry = _entry(request, public_id, pk)
    region = book_of(entry) or next(
        party.region for party in entry.proceeding.case.parties.all() if party.region
    )
    if not entry.rule.minutes:
        raise Http404(_("Langkah ini tidak memakai berita acara."))
    return hand_out(request, minutes_of(entry, region), entry.rule.paper, entry.proceeding.case)


@login_required
@require_safe
def proceeding_list(request: HttpRequest) -> HttpResponse:
    """Every matter within the person's scope; the open ones unless asked for all."""
    rows = Proceeding.objects.visible_to(request.user).select_related("case")
    everything = request.GET.get("semua") == "1"
    rows = rows.prefetch_related("case__parties__region", "case__parties__partner")
    page = Paginator(rows if everything else rows.open(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "everything": everything, "crumbs": crumbs((_("Masalah dan pembinaan"), ""))}
    return render(request, "agreements/proceedings/list.html", context)
