"""The list of regions, one region, its emblem."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.core import files
from regions.choices import Level
from regions.filters import RegionFilter, own_filter
from regions.forms import EmblemForm
from regions.models import Region, RegionChange
from regions.services.directory import PERMISSION as DIRECTORY
from regions.services.directory import may_keep, set_emblem
from regions.services.register import PERMISSION as IMPORT
from regions.views.access import home_province, may, region_or_404, require
from regions.views.sheet import region_sheet

PER_PAGE = 25


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of regions to this page."""
    return [(_("Wilayah"), reverse("regions:list")), *more]


@login_required
@require_safe
def region_list(request: HttpRequest) -> HttpResponse:
    """Provinces, regencies and cities, searchable."""
    regions = Region.objects.exclude(level=Level.NEGARA).select_related("parent")
    home = None if request.GET else home_province(request.user)
    found = RegionFilter(request.GET or own_filter(home), queryset=regions, request=request)
    context = {
        "home": home,
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "may_import": may(request.user, IMPORT),
        "crumbs": crumbs(),
    }
    return render(request, "regions/list.html", context)


@login_required
@require_safe
def region_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One region: facts, officials in office today, offices, neighbours, history."""
    try:
        region = region_or_404(code)
    except Http404:
        # A region that moved is found under its old code too.
        moved = RegionChange.objects.filter(what="moved", before=code).select_related("region").first()
        if moved is None:
            raise
        return redirect(moved.region)
    may_manage = may_keep(request.user, region) and not region.has_ended  # type: ignore[arg-type]  # signed in
    context: dict[str, Any] = {
        "region": region,
        "sheet": region_sheet(region),
        "may_manage": may_manage,
        "emblem_form": EmblemForm() if may_manage else None,
        "crumbs": crumbs((region.full_name, "")),
    }
    return render(request, "regions/detail.html", context)


@login_required
@require_http_methods(["POST"])
def emblem(request: HttpRequest, code: str) -> HttpResponse:
    """Replace the emblem; faults come back as messages on the region's page."""
    region = region_or_404(code)
    if not may_keep(request.user, region):  # type: ignore[arg-type]  # signed in
        require(request.user, DIRECTORY, region)
    form = EmblemForm(request.POST, request.FILES)
    try:
        if form.is_valid():
            set_emblem(actor=request.user, region=region, upload=form.cleaned_data["emblem"])  # type: ignore[arg-type]  # signed in
            messages.success(request, _("Lambang %(region)s diperbarui.") % {"region": region})
        for text in form.errors.get("emblem", []):
            messages.error(request, str(text))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(region)


@login_required
@require_safe
def emblem_image(request: HttpRequest, code: str) -> HttpResponseBase:  # noqa: ARG001  the view's shape
    """The emblem of a region as a picture."""
    region = region_or_404(code)
    if region.emblem is None:
        raise Http404(_("Lambang %(region)s belum diunggah.") % {"region": region})
    response: HttpResponseBase = files.file_response(region.emblem, inline=True)
    return response
