"""Recording an offer that came on paper: first who wrote, then what the letter says."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import Side
from agreements.forms.inbound import (
    InboundForm,
    OfferForm,
    PartnerOfferForm,
    offering_partners,
    offering_regions,
    receiving_regions,
)
from agreements.models import Case, Party
from agreements.services.inbound import ANSWER, inbound_article, record_inbound_offer, same_offer
from agreements.views.access import attempt, crumbs, person
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, NotAllowed
from regions.models import Region

FOUND = 12
SHOWN = 5


def _require_answerer(user: User) -> None:
    """403 for whoever answers no offers."""
    if not may(user, ANSWER):
        raise NotAllowed(
            _("Peran Anda tidak memuat kewenangan mencatat penawaran dari daerah lain."),
            remedy=_("Mintalah petugas kerja sama daerah Anda mencatatnya."),
        )


def _require_other(user: User, offerer: Region) -> None:
    """409 when the only region this person answers for is the one that is said to have written."""
    if not receiving_regions(user).exclude(pk=offerer.pk).exists():
        raise ImpossibleStep(
            _("%s tidak dapat menawarkan kepada dirinya sendiri.") % offerer.full_name,
            remedy=_("Pilih daerah yang menulis surat itu."),
        )


@login_required
@require_safe
def inbound_start(request: HttpRequest) -> HttpResponse:
    """Find who wrote: a region, the neighbours offered first, or an institution among our partners."""
    user = person(request)
    _require_answerer(user)
    words = request.GET.get("cari", "").strip()[:80]
    free = offering_regions()
    home = receiving_regions(user).first()
    near = free.neighbours_of(home) if home else free.none()
    found = list((free.search(words) if words else near)[: FOUND + 1])
    partners = list(offering_partners(user).filter(name__icontains=words)[: FOUND + 1])
    context = {
        "regions": found[:FOUND],
        "partners": partners[:FOUND],
        "more_found": len(found) > FOUND or len(partners) > FOUND,
        "words": words,
        "crumbs": crumbs((_("Penawaran masuk"), "")),
    }
    return render(request, "agreements/inbound/start.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def inbound_new(request: HttpRequest, code: str) -> HttpResponse:
    """Record the offer of this region."""
    user = person(request)
    _require_answerer(user)
    offerer = get_object_or_404(offering_regions(), code=code)
    _require_other(user, offerer)
    return _page(
        request, InboundForm(request.POST or None, request.FILES or None, actor=user, offerer=offerer)
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def inbound_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the offer of this institution."""
    user = person(request)
    _require_answerer(user)
    offerer = get_object_or_404(offering_partners(user), pk=pk)
    return _page(request, PartnerOfferForm(request.POST or None, request.FILES or None, offerer=offerer))


def _page(request: HttpRequest, form: OfferForm) -> HttpResponse:
    status = 200
    if request.method == "POST":
        status = attempt(request, form, partial(_record, request, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Penawaran masuk dicatat. Tenggat tanggapan daerah Anda berjalan."))
            return redirect(form.case)
    context = _context(person(request), form, status)
    return render(request, "agreements/inbound/new.html", context, status=status)


def _record(request: HttpRequest, form: OfferForm) -> str:
    receiver = form.receiving()
    if receiver is None:
        raise ImpossibleStep(_("Daerah yang menerima surat belum dipilih."))
    case = record_inbound_offer(
        actor=person(request), receiver=receiver, offerer=form.offerer, offer=form.offer()
    )
    form.case = case
    return case.get_absolute_url()


def _context(user: User, form: OfferForm, status: int) -> dict[str, Any]:
    offerer = form.offerer
    name = offerer.full_name if isinstance(offerer, Region) else offerer.name
    return {
        "form": form,
        "name": name,
        "article": inbound_article(offerer),
        "twin": _twin(user, form) if status == 409 else None,
        "through_system": _through_system(user, offerer)
        if form.uses_system and isinstance(offerer, Region)
        else [],
        "crumbs": crumbs((_("Penawaran masuk"), ""), (name, "")),
    }


def _twin(user: User, form: OfferForm) -> Case | None:
    """The case that holds the letter already, when this person may see it."""
    data, receiver = form.cleaned_data, form.receiving()
    if receiver is None or not {"number", "dated"} <= data.keys():
        return None
    known = same_offer(receiver=receiver, offerer=form.offerer, number=data["number"], dated=data["dated"])
    return Case.objects.visible_to(user).filter(pk=known.pk).first() if known else None


def _through_system(user: User, offerer: Region) -> list[Case]:
    """The newest offers of that region to ours which this person sees in the system already."""
    theirs = Party.objects.filter(side=Side.INITIATOR, region=offerer).values("case")
    ours = Party.objects.filter(side=Side.PARTNER, region__in=receiving_regions(user)).values("case")
    cases = Case.objects.visible_to(user).filter(pk__in=theirs).filter(pk__in=ours)
    return list(cases.order_by("-pk")[:SHOWN])
