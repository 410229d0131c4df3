"""The activities of a yearly plan and their progress."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.plans import MilestoneForm
from agreements.forms.running import ProgressForm
from agreements.models import ActionPlan, Case, Milestone
from agreements.services import milestones as acts
from agreements.services.acting import acting_for_party
from agreements.services.after_signing import MANAGE, parties_of, require_any
from agreements.services.plans import require_drafted
from agreements.views.access import case_or_404, person
from agreements.views.plans import SECTION, plan_or_404
from agreements.views.running_page import form_page, page
from ksd.core.forms import OnceForm

_FORM = ["GET", "HEAD", "POST"]


def _row(case: Case, pk: int) -> Milestone:
    rows = Milestone.objects.filter(plan__naskah__case=case)
    found = get_object_or_404(rows.select_related("plan__naskah", "office"), pk=pk)
    found.plan.naskah.case = case
    found.party = next(party for party in case.parties.all() if party.pk == found.party_id)
    return found


def _plan_crumb(plan: ActionPlan) -> tuple[str, str]:
    return str(plan.year), plan.get_absolute_url()


@login_required
@require_http_methods(_FORM)
def milestone(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One activity with its progress, and the form that adds to it for those who may."""
    case = case_or_404(request, public_id)
    row = _row(case, pk)
    may_act = row.party in parties_of(person(request), case)
    if request.method == "POST":
        acting_for_party(person(request), case, row.party, permission=MANAGE)
        acts.require_running(row)
    form = ProgressForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> None:
        typed = {name: data[name] for name in ("percent", "on", "note", "upload")}
        acts.report_progress(actor=person(request), milestone=row, **typed)

    context = page(case, SECTION, _plan_crumb(row.plan), (row.activity, ""), back=row.get_absolute_url())
    context |= {"row": row, "entries": list(row.entries.select_related("proof")), "may_act": may_act}
    done, template = _("Kemajuan tercatat."), "agreements/running/milestone.html"
    return form_page(request, context, form, act, title=row.activity, done=done, template=template)


@login_required
@require_http_methods(_FORM)
def milestone_add(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Add an activity of one's own party to a plan that is being drawn up."""
    case = case_or_404(request, public_id)
    plan, user = plan_or_404(case, pk), person(request)
    require_any(user, case)
    require_drafted(plan)
    form = MilestoneForm(request.POST or None, case=case, parties=parties_of(user, case))

    def act(data: dict[str, Any]) -> None:
        acts.add_milestone(actor=user, plan=plan, party=data["party"], draft=form.draft())

    title = _("Tambah kegiatan")
    back = plan.get_absolute_url()
    context = page(case, SECTION, _plan_crumb(plan), (title, ""), back=back, intro=str(plan))
    return form_page(request, context, form, act, title=title, done=_("Kegiatan ditambahkan."))


@login_required
@require_http_methods(_FORM)
def milestone_edit(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Change an activity while its plan is being drawn up."""
    case = case_or_404(request, public_id)
    row = _row(case, pk)
    acting_for_party(person(request), case, row.party, permission=MANAGE)
    acts.require_changeable(row)
    form = MilestoneForm(request.POST or None, case=case, parties=[row.party], milestone=row)

    def act(_data: dict[str, Any]) -> None:
        acts.change_milestone(actor=person(request), milestone=row, draft=form.draft())

    title = _("Ubah kegiatan")
    back = row.get_absolute_url()
    context = page(case, SECTION, _plan_crumb(row.plan), (title, ""), back=back, intro=row.party.short_name)
    return form_page(request, context, form, act, title=title, done=_("Tersimpan."))


@login_required
@require_http_methods(_FORM)
def milestone_drop(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Strike an activity out while its plan is being drawn up."""
    case = case_or_404(request, public_id)
    row = _row(case, pk)
    acting_for_party(person(request), case, row.party, permission=MANAGE)
    acts.require_changeable(row)
    form, plan_url = OnceForm(request.POST or None), row.plan.get_absolute_url()

    def act(_data: dict[str, Any]) -> str:
        acts.drop_milestone(actor=person(request), milestone=row)
        return plan_url

    title = _("Coret kegiatan")
    context = page(case, SECTION, _plan_crumb(row.plan), (title, ""), back=row.get_absolute_url())
    context |= {"intro": row.activity, "button": title, "danger": True}
    return form_page(request, context, form, act, title=title, done=_("Kegiatan dicoret."))
