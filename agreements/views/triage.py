"""Triage before a proposal: its questions, its result, and where a region's ideas were sent."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.triage import TriageForm
from agreements.law.triage import destination, questions
from agreements.models import Case, IntakeTriage
from agreements.querysets import TriageQuerySet
from agreements.services.triage import PROPOSE, record_triage
from agreements.views.access import attempt, crumbs, person
from ksd.accounts.access import may
from ksd.core.errors import NotAllowed
from regions.models import Region

PER_PAGE = 20
# What a year in the address may be; anything else shows all years.
YEARS = range(2000, 2101)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def triage_new(request: HttpRequest) -> HttpResponse:
    """Ask whether an idea is a kerja sama daerah; keep the answer."""
    user = person(request)
    if not may(user, PROPOSE):
        raise NotAllowed(
            _("Peran Anda tidak memuat kewenangan mengusulkan kerja sama."),
            remedy=_(
                "Mintalah petugas kerja sama daerah Anda mengisinya, atau minta admin memeriksa peran Anda."
            ),
        )
    form = TriageForm(request.POST or None, actor=user)
    made: list[IntakeTriage] = []
    status = 200
    if request.method == "POST":
        status = attempt(request, form, partial(_record, request, form, made)) if form.is_valid() else 422
        if status == 200:
            return redirect(made[0])
    context = {"form": form, "crumbs": crumbs((_("Triase usulan"), ""))}
    return render(request, "agreements/triage/new.html", context, status=status)


def _record(request: HttpRequest, form: TriageForm, made: list[IntakeTriage]) -> str:
    given = {name: form.cleaned_data[name] for name in ("region", "office", "title", "reason")}
    made.append(record_triage(actor=person(request), answers=form.answers(), **given))
    return made[0].get_absolute_url()


@login_required
@require_safe
def triage(request: HttpRequest, public_id: str) -> HttpResponse:
    """What one triage came to, and where to go from there."""
    rows = IntakeTriage.objects.visible_to(request.user).select_related(
        "region", "office", "created_by", "case"
    )
    row = get_object_or_404(rows, public_id=public_id)
    mine = may(person(request), PROPOSE, row.region)
    seen = Case.objects.visible_to(request.user).filter(pk=row.case_id).exists() if row.case_id else False
    context = {
        "row": row,
        "asked": [(entry, row.answers[entry.code]) for entry in questions() if entry.code in row.answers],
        "may_begin": mine and row in IntakeTriage.objects.waiting().filter(pk=row.pk),
        "sees_case": seen,
        "crumbs": crumbs((_("Triase usulan"), ""), (row.title, "")),
    }
    return render(request, "agreements/triage/triage.html", context)


@login_required
@require_safe
def triage_list(request: HttpRequest) -> HttpResponse:
    """How many ideas were sent away, where to, by year and office; with the list of all."""
    rows = IntakeTriage.objects.visible_to(request.user)
    year = _year(request.GET.get("tahun", ""))
    of_year = rows.filter(created_at__year=year) if year else rows
    listed = of_year.select_related("region", "office", "created_by")
    context = {
        "page_obj": Paginator(listed, PER_PAGE).get_page(request.GET.get("page")),
        "counts": _counts(of_year),
        "years": list(rows.sent_away().by_year()),
        "year": year,
        "may_propose": may(person(request), PROPOSE),
        "crumbs": crumbs((_("Triase usulan"), "")),
    }
    return render(request, "agreements/triage/list.html", context)


def _year(given: str) -> int | None:
    return (
        int(given)
        if given.isascii() and given.isdigit() and len(given) == 4 and int(given) in YEARS
        else None
    )


def _counts(rows: TriageQuerySet) -> dict[str, Any]:
    """The figures of the page, each from the same rows as the list below it."""
    away = rows.sent_away()
    places = [
        (
            Region(name=row["region__name"], kind=row["region__kind"]).full_name,
            row["office__name"],
            row["count"],
        )
        for row in away.by_place()
    ]
    goals = [
        (destination(row["destination"]), row["destination"], row["count"]) for row in away.by_destination()
    ]
    return {
        "all": rows.count(),
        "away": sum(count for _place, _code, count in goals),
        "destinations": [(place.label if place else code, count) for place, code, count in goals],
        "places": places,
    }
