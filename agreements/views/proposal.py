"""A proposal from its first line to its submission: guided steps, each saved as a draft."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.forms.proposal import CaseStartForm, PartyAddForm
from agreements.models import IntakeTriage
from agreements.services.proposal import PROPOSE, add_party, remove_party, start_case
from agreements.services.triage import link_triage
from agreements.views import proposal_steps
from agreements.views.access import attempt, case_or_404, crumbs, person
from agreements.views.proposal_steps import proposal_url
from ksd.accounts.access import may
from ksd.core.errors import NotAllowed

_SHOW = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(_SHOW)
def case_new(request: HttpRequest) -> HttpResponse:
    """Begin a proposal: for which region, which kind, about what."""
    user = person(request)
    if not may(user, PROPOSE):
        raise NotAllowed(
            _("Peran Anda tidak memuat kewenangan mengusulkan kerja sama."),
            remedy=_(
                "Mintalah petugas kerja sama daerah Anda membuat usulan, atau minta admin memeriksa peran Anda."
            ),
        )
    asked = _triage(request)
    form = CaseStartForm(request.POST or None, actor=user, initial=_known(asked))
    status = 200
    if request.method == "POST":
        status = attempt(request, form, partial(_start, request, form, asked)) if form.is_valid() else 422
        if status == 200:
            return redirect(proposal_url(form.case, "data"))
    context = {"form": form, "asked": asked, "crumbs": crumbs((_("Usulan baru"), ""))}
    return render(request, "agreements/proposal/new.html", context, status=status)


def _triage(request: HttpRequest) -> IntakeTriage | None:
    """The triage the proposal goes on from, when the address names one that waits for it."""
    rows = IntakeTriage.objects.visible_to(request.user).waiting().select_related("region")
    return rows.filter(public_id=request.GET.get("triase", "")[:16]).first()


def _known(asked: IntakeTriage | None) -> dict[str, Any]:
    return {"region": asked.region_id, "title": asked.title} if asked else {}


def _start(request: HttpRequest, form: CaseStartForm, asked: IntakeTriage | None) -> str:
    given = {name: form.cleaned_data[name] for name in ("region", "kind", "title")}
    form.case = start_case(actor=person(request), **given)
    if asked and asked.region_id == given["region"].pk:
        link_triage(actor=person(request), triage=asked, case=form.case)
    return proposal_url(form.case, "data")


@login_required
@require_http_methods(_SHOW)
def proposal(request: HttpRequest, public_id: str, step: str) -> HttpResponse:
    """One step of the proposal; leaving it saves the draft."""
    case = case_or_404(request, public_id)
    page = proposal_steps.PAGES.get(step)
    if page is None:
        raise Http404(_("Langkah usulan ini tidak ada."))
    proposal_steps.require_writer(person(request), case)
    return page(case, request)


@login_required
@require_POST
def party_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Invite one region or third party."""
    case = case_or_404(request, public_id)
    back = proposal_url(case, "pihak")
    form = PartyAddForm(request.POST, actor=person(request), case=case)
    status = 422
    if form.is_valid():
        given: dict[str, Any] = {name: form.cleaned_data[name] for name in ("region", "partner")}
        status = attempt(request, form, partial(add_party, actor=person(request), case=case, **given), back)
    if status == 200:
        messages.success(request, _("Mitra ditambahkan."))
        return redirect(back)
    proposal_steps.require_writer(person(request), case)
    return proposal_steps.parties(case, request, refused=form, status=status)


@login_required
@require_POST
def party_remove(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a partner off the proposal."""
    case = case_or_404(request, public_id)
    party = get_object_or_404(case.parties, pk=pk)
    remove_party(actor=person(request), case=case, party=party)
    messages.success(request, _("%s dikeluarkan dari usulan.") % party.short_name)
    return redirect(proposal_url(case, "pihak"))
