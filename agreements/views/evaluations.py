"""Evaluations of a case: a round opened, read, answered form by form, and closed."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.forms.evaluations import AnswerForm, CloseForm, OpenForm
from agreements.law.practice import EvaluationForm, practice
from agreements.models import Case, Evaluation, EvaluationAnswer, Party
from agreements.services.evaluating import (
    acting_in_form,
    answer_form,
    close_evaluation,
    may_answer,
    missing_forms,
    open_evaluation,
)
from agreements.services.evaluation_results import renewal_proposal, summarise
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from agreements.views.tabs import tabs_of
from ksd.core import files
from ksd.core.errors import ImpossibleStep


def _round(request: HttpRequest, public_id: str, pk: int) -> Evaluation:
    """A round of a visible case, with its answers."""
    case = case_or_404(request, public_id)
    rows = Evaluation.objects.filter(case=case).select_related("naskah", "opened_by", "closed_by")
    rows = rows.prefetch_related(
        "answers__party__region", "answers__party__partner", "answers__file", "answers__answered_by"
    )
    found = get_object_or_404(rows, pk=pk)
    found.case = case
    return found


def _crumbs(found: Evaluation, *more: tuple[str, str]) -> list[tuple[str, str]]:
    tab = reverse("agreements:reports", args=[found.case.public_id])
    here = (str(found), found.get_absolute_url() if more else "")
    return case_crumbs(found.case, (_("Laporan & evaluasi"), tab), here, *more)


def _require_open(found: Evaluation) -> None:
    if not found.is_open:
        raise ImpossibleStep(
            _("Evaluasi ini sudah ditutup."), remedy=_("Buka evaluasi baru bila penilaian perlu diulang.")
        )


@login_required
@require_POST
def evaluation_open(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin a round; pressed twice it begins once."""
    case = case_or_404(request, public_id)
    acting_in_form(person(request), case, practice().closing, case.initiator)
    form = OpenForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Formulir ini tidak lengkap. Muat ulang halaman, lalu kirim lagi."))
        return redirect("agreements:reports", case.public_id)

    def begin() -> str:
        return open_evaluation(actor=person(request), case=case).get_absolute_url()

    if attempt(request, form, begin) == 200:
        return redirect(case.evaluations.latest("pk"))
    raise ImpossibleStep(" ".join(map(str, form.non_field_errors())))


@login_required
@require_safe
def evaluation(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One round: who answered, the averages side by side, the conclusion."""
    found = _round(request, public_id, pk)
    closing = may_answer(person(request), found.case, practice().closing, found.case.initiator)
    context = {
        "case": found.case,
        "round": found,
        "summary": summarise(found.answers.all()),
        "slots": _slots(request, found),
        "missing": missing_forms(found),
        "may_close": found.is_open and closing,
        "proposal": renewal_proposal(found.case) if not found.is_open else "",
        "tabs": tabs_of(found.case, "agreements:reports"),
        "crumbs": _crumbs(found),
    }
    return render(request, "agreements/evaluations/round.html", context)


def _slots(request: HttpRequest, found: Evaluation) -> list[dict[str, Any]]:
    """Each form for each party that answers it, with the answer and whether this person may give it."""
    given = {(answer.form, answer.party_id): answer for answer in found.answers.all()}
    return [
        {
            "form": form,
            "party": party,
            "answer": given.get((form.code, party.pk)),
            "may": found.is_open and may_answer(person(request), found.case, form, party),
        }
        for form in practice().forms
        for party in found.case.acting_parties
        if form.side == "any" or party.pk == found.case.initiator.pk
    ]


def _slot(case: Case, code: str, order: int) -> tuple[EvaluationForm, Party]:
    """The form and party of the address; 404 for what does not belong together."""
    form = next((row for row in practice().forms if row.code == code), None)
    party = next((row for row in case.parties.all() if row.order == order), None)
    if form is None or party is None or (form.side == "initiator" and party.pk != case.initiator.pk):
        raise Http404(_("Formulir ini tidak ada."))
    return form, party


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_answer(request: HttpRequest, public_id: str, pk: int, form: str, order: int) -> HttpResponse:
    """Answer one form for one party."""
    found = _round(request, public_id, pk)
    rule, party = _slot(found.case, form, order)
    acting = acting_in_form(person(request), found.case, rule, party)
    _require_open(found)
    given = next((row for row in found.answers.all() if (row.form, row.party_id) == (form, party.pk)), None)
    filled = AnswerForm(request.POST or None, request.FILES or None, form=form, given=given)
    status = _answer(request, found, rule, party, filled) if request.method == "POST" else 200
    if request.method == "POST" and status == 200:
        return redirect(found)
    context = {"round": found, "case": found.case, "rule": rule, "party": party, "acting": acting}
    context |= {"form": filled, "crumbs": _crumbs(found, (rule.label, ""))}
    return render(request, "agreements/evaluations/answer.html", context, status=status)


def _answer(
    request: HttpRequest, found: Evaluation, rule: EvaluationForm, party: Party, form: AnswerForm
) -> int:
    if not form.is_valid():
        return 422
    give = partial(answer_form, actor=person(request), evaluation=found, form=rule.code, party=party)
    status = attempt(
        request, form, partial(_quietly, partial(give, **form.answer())), found.get_absolute_url()
    )
    if status == 200:
        messages.success(request, _("Penilaian tersimpan."))
    return status


def _quietly(act: Any) -> None:
    """Act without an address of its own."""
    act()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_close(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Consolidate and close a round."""
    found = _round(request, public_id, pk)
    acting_in_form(person(request), found.case, practice().closing, found.case.initiator)
    _require_open(found)
    form, status = CloseForm(request.POST or None), 200
    if request.method == "POST":
        status = _close(request, found, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Evaluasi ditutup dengan kesimpulannya."))
            return redirect(found)
    context = {"round": found, "case": found.case, "form": form, "missing": missing_forms(found)}
    context |= {
        "summary": summarise(found.answers.all()),
        "crumbs": _crumbs(found, (_("Tutup evaluasi"), "")),
    }
    return render(request, "agreements/evaluations/close.html", context, status=status)


def _close(request: HttpRequest, found: Evaluation, form: CloseForm) -> int:
    data = form.cleaned_data
    close = partial(close_evaluation, actor=person(request), evaluation=found)
    act = partial(close, verdict=data["verdict"], conclusion=data["conclusion"])
    return attempt(request, form, partial(_quietly, act), found.get_absolute_url())


@login_required
@require_safe
def evaluation_file(request: HttpRequest, public_id: str, pk: int, form: str, order: int) -> HttpResponseBase:
    """The evidence of one answer, for whoever sees the case."""
    found = _round(request, public_id, pk)
    rows = EvaluationAnswer.objects.filter(
        evaluation=found, form=form, party__order=order, file__isnull=False
    )
    answer = get_object_or_404(rows.select_related("file"))
    if answer.file is None:
        raise Http404(_("Jawaban ini tidak mempunyai berkas."))
    response: HttpResponseBase = files.file_response(answer.file, inline=True)
    return response
