"""Uploading the register: form and history, preview, apply or cancel."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from regions.choices import ImportState
from regions.forms import ImportForm
from regions.models import RegionImport
from regions.register_diff import is_suspicious
from regions.services.register import PERMISSION, apply_import, cancel_import, preview_import
from regions.views.access import may, require
from regions.views.register import crumbs

PER_PAGE = 20
_ACTS = {"apply": apply_import, "cancel": cancel_import}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_register(request: HttpRequest) -> HttpResponse:
    """The upload form with the history below; an upload only makes a preview."""
    require(request.user, PERMISSION)
    form = ImportForm(request.POST or None, request.FILES or None, actor=request.user)  # type: ignore[arg-type]  # signed in
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                form.claim(request.user)  # type: ignore[arg-type]  # signed in
                return redirect(preview_import(actor=request.user, **form.given()))  # type: ignore[arg-type]  # signed in
        except ValidationError as error:
            form.add_error("upload", error)
    history = RegionImport.objects.select_related("uploaded_by", "scope", "file")
    context = {
        "form": form,
        "page_obj": Paginator(history, PER_PAGE).get_page(request.GET.get("page")),
        "crumbs": crumbs((_("Impor daftar wilayah"), "")),
    }
    status = 422 if form.errors else 200
    return render(request, "regions/import.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The differences of one upload; only a confirming POST applies or cancels them."""
    require(request.user, PERMISSION)
    rows = RegionImport.objects.select_related("uploaded_by", "closed_by", "scope", "file")
    upload = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        require(request.user, PERMISSION, upload.scope)
        act = _ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise BadRequest(_("Pilih menerapkan atau membatalkan impor."))
        done = act(actor=request.user, upload=upload)  # type: ignore[arg-type]  # signed in
        applied = done.state == ImportState.APPLIED
        messages.success(request, _("Perubahan diterapkan.") if applied else _("Impor dibatalkan."))
        return redirect(done)
    context = {
        "upload": upload,
        "is_preview": upload.state == ImportState.PREVIEW,
        "may_apply": may(request.user, PERMISSION, upload.scope),
        "many_end": is_suspicious(upload.diff),
        "crumbs": crumbs((_("Impor daftar wilayah"), "../"), (upload.source, "")),
    }
    return render(request, "regions/import_detail.html", context)
