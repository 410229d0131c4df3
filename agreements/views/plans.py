"""Yearly plans: the list, one of them, its confirmation and adjustment."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import NaskahState
from agreements.forms.plans import PlanForm, PlanItemsForm
from agreements.forms.running import SeenReasonForm, SeenRevisionForm
from agreements.models import ActionPlan, Case, Milestone, Naskah, Party
from agreements.services import plans as acts
from agreements.services.acting import acting_for_party
from agreements.services.after_signing import MANAGE, parties_of, require_any, require_signed
from agreements.services.running import newest_percents, percent_of
from agreements.services.running_tables import activities_of
from agreements.views.access import case_or_404, person
from agreements.views.obligations import text_or_404
from agreements.views.running_page import form_page, page
from ksd.core import clock

SECTION = "agreements:plans"
_FORM = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class PlanRow:
    """A plan with how far it has come."""

    plan: ActionPlan
    activities: list[tuple[Milestone, int]]

    @property
    def percent(self) -> int | None:
        """The weighted percent; None without activities."""
        return percent_of((row.weight, percent) for row, percent in self.activities)


def _rows(case: Case) -> list[PlanRow]:
    """Every plan of a case with its activities and their newest progress; three queries."""
    plans = list(ActionPlan.objects.filter(naskah__case=case).select_related("naskah"))
    activities = activities_of(case)
    percents = newest_percents(row.pk for row in activities)
    found = []
    for plan in plans:
        plan.naskah.case = case
        own = [(row, percents.get(row.pk, 0)) for row in activities if row.plan_id == plan.pk]
        found.append(PlanRow(plan, own))
    return found


@login_required
@require_safe
def plans(request: HttpRequest, public_id: str) -> HttpResponse:
    """The plans of every text, newest year first, and where one may be begun."""
    case = case_or_404(request, public_id)
    texts = list(case.naskah.filter(state=NaskahState.SIGNED))
    for text in texts:
        text.case = case
    context = page(
        case,
        SECTION,
        rows=_rows(case),
        texts=[text for text in texts if acts.needs_plan(text)] or texts,
        may_write=bool(parties_of(person(request), case)),
    )
    return render(request, "agreements/running/plans.html", context)


def plan_or_404(case: Case, pk: int) -> ActionPlan:
    """A plan of this case."""
    plan = get_object_or_404(ActionPlan.objects.filter(naskah__case=case).select_related("naskah"), pk=pk)
    plan.naskah.case = case
    return plan


@login_required
@require_safe
def plan(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One plan: its items, its activities with their progress, who confirmed it, how it was adjusted."""
    case = case_or_404(request, public_id)
    found = plan_or_404(case, pk)
    agreed = acts.confirmed_by(found)
    mine, acting = parties_of(person(request), case), case.acting_parties
    context = page(
        case,
        SECTION,
        (str(found.year), ""),
        plan=found,
        row=next(row for row in _rows(case) if row.plan.pk == found.pk),
        items=[(item.label, found.items.get(item.code, "")) for item in acts.items_of(case)],
        words=[
            (party, party.pk in agreed, party in mine)
            for party in case.parties.all()
            if party in acting or party.pk in agreed
        ],
        revisions=list(found.revisions.all()),
        may_write=bool(mine),
    )
    return render(request, "agreements/running/plan.html", context)


@login_required
@require_http_methods(_FORM)
def plan_new(request: HttpRequest, public_id: str, text: str) -> HttpResponse:
    """Begin the plan of a year, on wish from last year's."""
    case = case_or_404(request, public_id)
    naskah, user = text_or_404(case, text), person(request)
    require_any(user, case)
    require_signed(naskah)
    form = _new_form(request, case, naskah)

    def act(data: dict[str, Any]) -> str:
        typed = {"year": data["year"], "copy_last": data.get("copy_last", False)}
        return acts.create_plan(actor=user, naskah=naskah, items=form.items(), **typed).get_absolute_url()

    title = _("Susun rencana aksi")
    context = page(case, SECTION, (title, ""), back=_list(case), intro=str(naskah))
    done = _("Rencana aksi dibuat. Tambahkan kegiatannya, lalu mintakan persetujuan setiap pihak.")
    return form_page(request, context, form, act, title=title, done=done)


def _new_form(request: HttpRequest, case: Case, naskah: Naskah) -> PlanForm:
    known = set(naskah.plans.values_list("year", flat=True))
    years = [year for year in acts.years_of(naskah) if year not in known]
    today = clock.today().year
    chosen = today if today in years else (years[0] if years else None)
    return PlanForm(
        request.POST or None,
        items=acts.items_of(case),
        years=years,
        can_copy=bool(known),
        initial={"seen_revision": 0, "year": chosen},
    )


@login_required
@require_http_methods(_FORM)
def plan_items(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Write what the plan says beside its activities."""
    case = case_or_404(request, public_id)
    found = plan_or_404(case, pk)
    require_any(person(request), case)
    acts.require_drafted(found)
    initial = {f"item_{code}": value for code, value in found.items.items()}
    initial["seen_revision"] = found.revision
    form = PlanItemsForm(request.POST or None, items=acts.items_of(case), initial=initial)

    def act(data: dict[str, Any]) -> None:
        typed = {"items": form.items(), "seen_revision": data["seen_revision"]}
        acts.save_items(actor=person(request), plan=found, **typed)

    title = _("Ubah isi rencana aksi")
    context = page(case, SECTION, (title, ""), back=found.get_absolute_url(), intro=str(found))
    return form_page(request, context, form, act, title=title, done=_("Tersimpan."), newest=found.revision)


def _party(case: Case, order: int) -> Party:
    found = next((party for party in case.parties.all() if party.order == order), None)
    if found is None:
        raise Http404
    return found


@login_required
@require_http_methods(_FORM)
def plan_confirm(request: HttpRequest, public_id: str, pk: int, order: int) -> HttpResponse:
    """One party's word on the present revision of a plan."""
    case = case_or_404(request, public_id)
    found, party = plan_or_404(case, pk), _party(case, order)
    acting_for_party(person(request), case, party, permission=MANAGE)
    acts.require_drafted(found)
    form = SeenRevisionForm(request.POST or None, initial={"seen_revision": found.revision})

    def act(data: dict[str, Any]) -> None:
        seen = data["seen_revision"]
        acts.confirm_plan(actor=person(request), plan=found, party=party, seen_revision=seen)

    title = _("Setujui rencana aksi")
    intro = _("Anda menyetujui %(plan)s untuk %(party)s.") % {"plan": found, "party": party.short_name}
    context = page(case, SECTION, (title, ""), back=found.get_absolute_url(), intro=intro, button=title)
    return form_page(request, context, form, act, title=title, done=_("Tercatat."), newest=found.revision)


@login_required
@require_http_methods(_FORM)
def plan_adjust(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Open a fixed plan for its next revision."""
    case = case_or_404(request, public_id)
    found = plan_or_404(case, pk)
    require_any(person(request), case)
    acts.require_fixed(found)
    form = SeenReasonForm(request.POST or None, initial={"seen_revision": found.revision})

    def act(data: dict[str, Any]) -> None:
        typed = {"reason": data["reason"], "seen_revision": data["seen_revision"]}
        acts.adjust_plan(actor=person(request), plan=found, **typed)

    title = _("Sesuaikan rencana aksi")
    intro = _("Rencana yang ditetapkan tetap tersimpan; setiap pihak menyetujui revisi barunya.")
    context = page(case, SECTION, (title, ""), back=found.get_absolute_url(), intro=intro, button=title)
    return form_page(request, context, form, act, title=title, done=_("Tercatat."), newest=found.revision)


def _list(case: Case) -> str:
    return reverse(SECTION, args=[case.public_id])
