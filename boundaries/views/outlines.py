"""Layers of outlines, the neighbours computed from them, and the segments still missing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from boundaries.models import RegionLayer
from boundaries.services.importing import keeps_layers
from boundaries.services.layers_in_use import use_layer
from boundaries.services.neighbour_jobs import request_neighbours
from boundaries.services.proposing import create_missing_segments, missing_segments
from boundaries.views.shared import crumbs
from ksd.accounts.pages import person
from ksd.core.errors import NotAllowed

PER_PAGE = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def outlines(request: HttpRequest) -> HttpResponse:
    """The layers of outlines; a POST puts one in use or has the neighbours computed."""
    if request.method == "POST":
        return _act(request)
    layers = RegionLayer.objects.order_by("-in_use", "-loaded_at", "-pk")
    rows = layers.annotate(regions=Count("shapes")).select_related("loaded_by")
    context = {
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "may_keep": keeps_layers(request.user),
        "crumbs": crumbs((_("Lapisan wilayah"), "")),
    }
    return render(request, "boundaries/imports/outlines.html", context)


def _act(request: HttpRequest) -> HttpResponse:
    """One of the two acts."""
    if not keeps_layers(request.user):
        raise NotAllowed(
            _("Anda tidak berwenang mengurus lapisan wilayah."),
            remedy=_("Mintalah Biro Pemerintahan provinsi."),
        )
    act, here = request.POST.get("act", ""), reverse("boundaries:outlines")
    if act == "neighbours":
        job = request_neighbours(actor=person(request), result_url=here)
        return redirect("core:job", job.public_id)
    number = request.POST.get("layer", "")
    if act != "use" or not number.isdecimal() or len(number) > 9:
        raise BadRequest(_("Pilih lapisan yang akan dipakai."))
    layer = use_layer(actor=person(request), layer=get_object_or_404(RegionLayer, pk=int(number)))
    messages.success(request, _("Lapisan “%s” sekarang dipakai.") % layer.name)
    return redirect(here)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Neighbours without a segment, and one button that creates them all."""
    if not keeps_layers(request.user):
        raise NotAllowed(
            _("Anda tidak berwenang menambah segmen batas."), remedy=_("Mintalah Biro Pemerintahan provinsi.")
        )
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        count = create_missing_segments(
            actor=person(request), seen=int(seen) if seen.isdecimal() and len(seen) < 7 else -1
        )
        told = ngettext("%(count)d segmen ditambahkan.", "%(count)d segmen ditambahkan.", count) % {
            "count": count
        }
        messages.success(request, told)
        return redirect("boundaries:list")
    rows = missing_segments(person(request))
    context = {
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "crumbs": crumbs((_("Segmen yang belum terdaftar"), "")),
    }
    return render(request, "boundaries/imports/propose.html", context)
