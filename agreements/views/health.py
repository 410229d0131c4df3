"""The health of cooperations: the list for whoever watches over them, and a person's word on one."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.choices import Health
from agreements.forms.evaluations import OverrideForm
from agreements.law import loading
from agreements.models import Case, CaseReport, HealthOverride
from agreements.services.acting import not_yours
from agreements.services.health import FACTS, health_in_bulk, health_of, override_health, withdraw_override
from agreements.services.practice import chosen
from agreements.views.access import attempt, case_crumbs, case_or_404, crumbs, person
from agreements.views.tabs import tabs_of
from ksd.accounts.access import may

PER_PAGE = 20
MOST = 2000
WORST_FIRST = (Health.RED, Health.AMBER, Health.UNKNOWN, Health.GREEN)


def _watched(request: HttpRequest) -> list[Case]:
    """The cooperations being carried out that this person sees."""
    states = {
        state for code in loading.codes() for rule in loading.latest(code).reports for state in rule.opens_in
    }
    return list(Case.objects.visible_to(request.user).filter(state__in=states).for_list()[:MOST])


@login_required
@require_safe
def health_list(request: HttpRequest) -> HttpResponse:
    """Cooperations by health, the worst first; the weights stand on the page."""
    asked = request.GET.get("keadaan", "")
    cases = _watched(request)
    found = health_in_bulk(cases)
    rows = [(case, found[case.pk]) for case in cases if asked in ("", found[case.pk].health)]
    rows.sort(key=lambda row: (WORST_FIRST.index(row[1].health), row[1].score or 0, row[0].title))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    counts = [(row, sum(each.health == row for each in found.values())) for row in WORST_FIRST]
    context = {
        "page_obj": page,
        "rows": list(page.object_list),
        "counts": [(row.value, row.label, count) for row, count in counts],
        "asked": asked,
        "weights": _weights(),
        "crumbs": crumbs((_("Kesehatan kerja sama"), "")),
    }
    return render(request, "agreements/health/list.html", context)


def _weights() -> list[tuple[str, str]]:
    values = chosen([fact.setting for fact in FACTS])
    return [(str(fact.label), values[fact.setting]) for fact in FACTS]


def _require(request: HttpRequest, case: Case) -> None:
    if not may(request.user, "agreements.receive", case.initiator.region):
        raise not_yours(_("Biro Pemerintahan provinsi"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def health_override(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every fact with its rows and the history of words over it; the Biro may set one."""
    case = case_or_404(request, public_id)
    form, status = None, 200
    if request.method == "POST":
        _require(request, case)
    if may(request.user, "agreements.receive", case.initiator.region):
        form = OverrideForm(request.POST or None)
    if request.method == "POST" and form is not None:
        status = _override(request, case, form) if form.is_valid() else 422
        if status == 200:
            return redirect("agreements:health_override", case.public_id)
    context = {
        "case": case,
        "health": health_of(case),
        "reports": _reports(case),
        "history": case.health_overrides.select_related("set_by"),
        "form": form,
        "tabs": tabs_of(case, "agreements:reports"),
        "crumbs": case_crumbs(case, (_("Kesehatan kerja sama"), "")),
    }
    return render(request, "agreements/health/case.html", context, status=status)


def _reports(case: Case) -> list[CaseReport]:
    found = list(CaseReport.objects.filter(case=case).select_related("region__parent", "deadline"))
    for report in found:
        report.case = case
    return found


def _override(request: HttpRequest, case: Case, form: OverrideForm) -> int:
    data = form.cleaned_data
    word = partial(override_health, actor=person(request), case=case, health=data["health"])

    def act() -> None:
        word(reason=data["reason"], expires_on=data["expires_on"])

    status = attempt(request, form, act, request.path)
    if status == 200:
        messages.success(request, _("Penetapan tersimpan; penilaian hitungan tetap tampil di sampingnya."))
    return status


@login_required
@require_POST
def health_withdraw(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """End a word over the health before its day."""
    case = case_or_404(request, public_id)
    word = get_object_or_404(HealthOverride.objects.filter(case=case), pk=pk)
    word.case = case
    withdraw_override(actor=person(request), override=word)
    messages.success(request, _("Penetapan dicabut."))
    return redirect("agreements:health_override", case.public_id)
