"""Forms of the directory: offices and officials."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.core import files
from regions.forms import OfficeForm, OfficialForm
from regions.models import Office, Official, Region
from regions.services.directory import (
    PERMISSION,
    add_office,
    add_official,
    change_office,
    change_official,
    may_keep,
)
from regions.views.access import region_or_404, require
from regions.views.register import crumbs

_SHOW = ["GET", "HEAD", "POST"]


def _page(request: HttpRequest, form: OfficeForm | OfficialForm, region: Region, title: str) -> HttpResponse:
    context = {
        "form": form,
        "region": region,
        "title": title,
        "crumbs": crumbs((region.full_name, region.get_absolute_url()), (title, "")),
    }
    status = 422 if form.errors else 200
    return render(request, "regions/directory_form.html", context, status=status)


def _done(request: HttpRequest, form: OfficeForm | OfficialForm, act: Callable[[], object]) -> bool:
    """Act once; a refusal of the input goes back to the form."""
    try:
        with transaction.atomic():
            form.claim(request.user, form.instance.region.get_absolute_url())  # type: ignore[arg-type]  # signed in
            act()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, _("%(name)s disimpan.") % {"name": form.cleaned_data["name"]})
    return True


def _require_keeper(request: HttpRequest, region: Region) -> None:
    if not may_keep(request.user, region):  # type: ignore[arg-type]  # signed in
        require(request.user, PERMISSION, region)


def _office(request: HttpRequest, office: Office, title: str) -> HttpResponse:
    region = office.region
    _require_keeper(request, region)
    form = OfficeForm(request.POST or None, instance=office)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {
            "actor": request.user,
            "data": form.data_given(),
            "urusan": form.urusan_given(),
        }
        act = partial(change_office, office=office) if office.pk else partial(add_office, region=region)
        if _done(request, form, partial(act, **given)):
            return redirect(region)
    return _page(request, form, region, title)


@login_required
@require_http_methods(_SHOW)
def office_add(request: HttpRequest, code: str) -> HttpResponse:
    """Add an office to a region."""
    return _office(request, Office(region=region_or_404(code)), _("Tambah perangkat daerah"))


@login_required
@require_http_methods(_SHOW)
def office_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct or close an office."""
    office = get_object_or_404(Office.objects.select_related("region"), pk=pk)
    return _office(request, office, _("Ubah perangkat daerah"))


def _official(request: HttpRequest, official: Official, title: str) -> HttpResponse:
    region = official.region
    _require_keeper(request, region)
    form = OfficialForm(request.POST or None, request.FILES or None, instance=official)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {
            "actor": request.user,
            "data": form.data_given(),
            "mandate": form.mandate_given(),
        }
        act = (
            partial(change_official, official=official)
            if official.pk
            else partial(add_official, region=region)
        )
        if _done(request, form, partial(act, **given)):
            return redirect(region)
    return _page(request, form, region, title)


@login_required
@require_http_methods(_SHOW)
def official_add(request: HttpRequest, code: str) -> HttpResponse:
    """Record an official of a region."""
    return _official(request, Official(region=region_or_404(code)), _("Tambah pejabat"))


@login_required
@require_http_methods(_SHOW)
def official_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an official or end a term."""
    official = get_object_or_404(Official.objects.select_related("region"), pk=pk)
    return _official(request, official, _("Ubah pejabat"))


@login_required
@require_safe
def mandate(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The mandate file, for those who keep the directory of that region."""
    official = get_object_or_404(Official.objects.select_related("region", "mandate_file"), pk=pk)
    require(request.user, PERMISSION, official.region)
    if official.mandate_file is None:
        raise Http404(_("Surat keputusan/perintah belum diunggah."))
    response: HttpResponseBase = files.file_response(official.mandate_file)
    return response
