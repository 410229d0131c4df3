"""Partners that are not regions: registered once by a region, used in its proposals."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.partners import PartnerForm
from agreements.models import Case, Partner
from agreements.services.partners import save_partner
from agreements.services.proposal import PROPOSE
from agreements.views.access import attempt, crumbs, person
from agreements.views.proposal_steps import proposal_url
from ksd.accounts.access import may
from ksd.core import files
from ksd.core.errors import NotAllowed
from regions.models import Region

_SHOW = ["GET", "HEAD", "POST"]


def _require(request: HttpRequest, region: Region | None) -> None:
    if not may(person(request), PROPOSE, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah data mitra ini."),
            remedy=_("Mintalah petugas kerja sama daerah yang mendaftarkannya."),
        )


def _back(request: HttpRequest) -> str:
    """The proposal or the inbound offer the person came from, or the list."""
    if request.GET.get("asal") == "masuk":
        return reverse("agreements:inbound_start")
    case = Case.objects.visible_to(request.user).filter(public_id=request.GET.get("usulan", "")).first()
    return proposal_url(case, "pihak") if case else reverse("agreements:case_list")


def _page(request: HttpRequest, partner: Partner, title: str) -> HttpResponse:
    form = PartnerForm(request.POST or None, request.FILES or None, instance=partner, actor=person(request))
    back, status = _back(request), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            save = partial(
                save_partner,
                actor=person(request),
                partner=partner,
                data=form.given(),
                logo=form.logo_given(),
            )
            status = attempt(request, form, save, back)
        if status == 200:
            messages.success(request, _("%s tersimpan.") % form.cleaned_data["name"])
            return redirect(back)
    context = {
        "form": form,
        "partner": partner,
        "title": title,
        "back_url": back,
        "crumbs": crumbs((title, "")),
    }
    return render(request, "agreements/cases/partner.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def partner_new(request: HttpRequest) -> HttpResponse:
    """Register a third party or a body of the state."""
    _require(request, None)
    return _page(request, Partner(), _("Daftarkan mitra"))


@login_required
@require_http_methods(_SHOW)
def partner_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the record of a third party."""
    partners = Partner.objects.visible_to(request.user).select_related("region", "logo")
    partner = get_object_or_404(partners, pk=pk)
    _require(request, partner.region)
    return _page(request, partner, _("Data mitra"))


@login_required
@require_safe
def partner_logo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The logo of a third party as a picture."""
    partner = get_object_or_404(Partner.objects.visible_to(request.user).select_related("logo"), pk=pk)
    if partner.logo is None:
        raise Http404(_("Logo mitra belum diunggah."))
    response: HttpResponseBase = files.file_response(partner.logo, inline=True)
    return response
