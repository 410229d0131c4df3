"""The money of a cooperation: totals, lines, money spent."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.budgets import BudgetForm, RealisationForm
from agreements.forms.running import ReasonForm
from agreements.models import BudgetLine, Case, Realisation
from agreements.services import budgets as acts
from agreements.services.acting import acting_for_party
from agreements.services.after_signing import MANAGE, parties_of, require_any, require_signed_text
from agreements.services.budget_table import (
    MoneyLine,
    by_party,
    by_source,
    by_year,
    lines_with_spent,
    total,
    totals_by,
)
from agreements.views.access import case_or_404, person
from agreements.views.running_page import form_page, page

SECTION = "agreements:budget"
_FORM = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def budget(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was planned, budgeted and spent: by year, by party, by source, line by line."""
    case = case_or_404(request, public_id)
    lines = lines_with_spent(case)
    context = page(
        case,
        SECTION,
        lines=lines,
        groups=[
            (_("Menurut tahun"), totals_by(lines, by_year)),
            (_("Menurut pihak"), totals_by(lines, by_party)),
            (_("Menurut sumber"), totals_by(lines, by_source)),
        ],
        sum=total("", lines),
        may_write=bool(parties_of(person(request), case)),
    )
    return render(request, "agreements/running/budget.html", context)


def _line(case: Case, pk: int) -> BudgetLine:
    line = get_object_or_404(BudgetLine.objects.filter(case=case), pk=pk)
    line.case = case
    line.party = next(party for party in case.parties.all() if party.pk == line.party_id)
    return line


@login_required
@require_http_methods(_FORM)
def budget_line(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One line with the money spent from it, and the form that adds to it for those who may."""
    case = case_or_404(request, public_id)
    line = _line(case, pk)
    may_act = line.party in parties_of(person(request), case)
    if request.method == "POST":
        acting_for_party(person(request), case, line.party, permission=MANAGE)
    form = RealisationForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> None:
        typed = {name: data[name] for name in ("amount", "on", "note", "upload")}
        acts.realise(actor=person(request), line=line, **typed)
        _warn(request, line)

    context = page(case, SECTION, (line.purpose, ""), back=line.get_absolute_url(), may_act=may_act)
    context["money"] = MoneyLine(line, acts.spent_of(line))
    context["entries"] = list(line.realisations.select_related("proof"))
    done, template = _("Realisasi tercatat."), "agreements/running/budget_line.html"
    return form_page(request, context, form, act, title=line.purpose, done=done, template=template)


def _warn(request: HttpRequest, line: BudgetLine) -> None:
    if MoneyLine(line, acts.spent_of(line)).is_over:
        messages.warning(request, _("Realisasi kini melebihi anggaran baris ini. Periksa angkanya atau DPA."))


@login_required
@require_http_methods(_FORM)
def budget_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Record money of one's own party."""
    case, user = case_or_404(request, public_id), person(request)
    require_any(user, case)
    require_signed_text(case)
    form = BudgetForm(request.POST or None, case=case, parties=parties_of(user, case))

    def act(data: dict[str, Any]) -> str:
        row = acts.add_line(actor=user, case=case, party=data["party"], draft=form.draft())
        return row.get_absolute_url()

    title = _("Tambah anggaran")
    context = page(case, SECTION, (title, ""), back=reverse(SECTION, args=[case.public_id]))
    return form_page(request, context, form, act, title=title, done=_("Tersimpan."))


@login_required
@require_http_methods(_FORM)
def budget_edit(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Correct a line, or write its budget once the DPA is there."""
    case = case_or_404(request, public_id)
    line = _line(case, pk)
    acting_for_party(person(request), case, line.party, permission=MANAGE)
    form = BudgetForm(request.POST or None, case=case, parties=[line.party], line=line)

    def act(data: dict[str, Any]) -> None:
        seen = data["seen_revision"]
        acts.change_line(actor=person(request), line=line, draft=form.draft(), seen_revision=seen)

    title = _("Ubah anggaran")
    context = page(case, SECTION, (title, ""), back=line.get_absolute_url(), intro=line.party.short_name)
    return form_page(request, context, form, act, title=title, done=_("Tersimpan."), newest=line.revision)


@login_required
@require_http_methods(_FORM)
def realisation_void(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a mistaken record of money spent out of the sums."""
    case = case_or_404(request, public_id)
    entry = get_object_or_404(Realisation.objects.filter(line__case=case), pk=pk)
    entry.line = line = _line(case, entry.line_id)
    acting_for_party(person(request), case, line.party, permission=MANAGE)
    acts.require_standing(entry)
    form = ReasonForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        acts.void_realisation(actor=person(request), realisation=entry, reason=data["reason"])

    title = _("Batalkan realisasi")
    intro = _("Catatannya tetap terbaca, tetapi tidak dihitung lagi.")
    context = page(case, SECTION, (title, ""), back=line.get_absolute_url(), intro=intro)
    context |= {"button": title, "danger": True}
    return form_page(request, context, form, act, title=title, done=_("Realisasi dibatalkan."))
