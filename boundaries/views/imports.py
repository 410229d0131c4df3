"""Bringing files in: choose what it is, upload, look at the preview, apply all of it or nothing."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.choices import ImportContent, ImportState
from boundaries.forms.exchange import GeometryForm, LineForm, OutlinesForm, PointsForm, segments_of
from boundaries.models import GeoImport, Segment
from boundaries.services import importing
from boundaries.views.shared import crumbs
from ksd.accounts.pages import attempt, person
from ksd.core.errors import DomainError
from ksd.core.models import Job

PER_PAGE = 20
FORMS: dict[str, type[GeometryForm]] = {
    ImportContent.TITIK: PointsForm, ImportContent.GARIS: LineForm, ImportContent.GARIS_LUAR: OutlinesForm,
}  # fmt: skip
CRUMB = gettext_lazy("Impor")


@login_required
@require_safe
def import_list(request: HttpRequest) -> HttpResponse:
    """What may be imported, and the imports so far."""
    rows = GeoImport.objects.visible_to(request.user).for_list()
    context = {
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "may_segments": segments_of(person(request)).exists(),
        "may_layers": importing.keeps_layers(request.user),
        "crumbs": crumbs((str(CRUMB), "")),
    }
    return render(request, "boundaries/imports/list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_new(request: HttpRequest, content: str) -> HttpResponse:
    """Upload a file of one kind; an upload only makes a preview."""
    _require_any(request, content)
    make = FORMS[content]
    form = make(request.POST or None, request.FILES or None, actor=person(request), initial=_initial(request))
    status = 200
    if request.method == "POST":
        status = attempt(request, form, lambda: _upload(request, content, form)) if form.is_valid() else 422
        if status == 200:
            return redirect(_leads_to(request))
    label = ImportContent(content).label
    context = {
        "form": form,
        "label": label,
        "crumbs": crumbs((str(CRUMB), reverse("boundaries:imports")), (str(label), "")),
    }
    return render(request, "boundaries/imports/new.html", context, status=status)


def _require_any(request: HttpRequest, content: str) -> None:
    """Whether the person may import anything of this kind at all."""
    layers = content == ImportContent.GARIS_LUAR
    if not (importing.keeps_layers(request.user) if layers else segments_of(person(request)).exists()):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengimpor berkas ini."))


def _initial(request: HttpRequest) -> dict[str, Any]:
    """The segment named in the address."""
    first, _dash, second = request.GET.get("segmen", "").partition("-")
    found = (
        Segment.objects.visible_to(request.user).of_codes(first[:13], second[:13]).first() if second else None
    )
    return {"segment": found.pk} if found else {}


def _upload(request: HttpRequest, content: str, form: GeometryForm) -> str:
    imported = importing.upload_geometry(actor=person(request), content=content, **form.given())
    request.session["boundaries_last_import"] = imported.pk
    return imported.get_absolute_url()


def _leads_to(request: HttpRequest) -> str:
    """The preview, or the work in the background that makes it."""
    imported = GeoImport.objects.get(pk=request.session.pop("boundaries_last_import"))
    return _address(imported)


def _address(imported: GeoImport) -> str:
    job = (
        Job.objects.filter(kind="boundaries_import", key__startswith=f"{imported.pk}:")
        .order_by("-pk")
        .first()
    )
    if imported.state == ImportState.DIBACA and job is not None:
        return reverse("core:job", args=[job.public_id])
    return imported.get_absolute_url()


def _import_of(request: HttpRequest, pk: int) -> GeoImport:
    """An import the person may look at."""
    rows = GeoImport.objects.visible_to(request.user).select_related(
        "file", "uploaded_by", "closed_by", "segment__region_a__parent", "segment__region_b__parent", "layer"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(_("Tidak ada impor yang dapat Anda lihat di sini."))
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was found in one file; only a confirming POST applies or drops it."""
    imported = _import_of(request, pk)
    refusal: DomainError | None = None
    if request.method == "POST":
        refusal = _decide(request, imported)
        if refusal is None:
            return redirect(_address(GeoImport.objects.get(pk=pk)))
    head, *rows = imported.rows or [[]]
    context = {
        "imported": imported, "head": head, "sample": rows, "refusal": refusal,
        "is_layer": imported.content == ImportContent.GARIS_LUAR,
        "job_url": "" if (address := _address(imported)) == imported.get_absolute_url() else address,
        "crumbs": crumbs((str(CRUMB), reverse("boundaries:imports")), (str(imported), "")),
    }  # fmt: skip
    return render(
        request, "boundaries/imports/detail.html", context, status=refusal.status if refusal else 200
    )


def _decide(request: HttpRequest, imported: GeoImport) -> DomainError | None:
    """Apply or drop; a refusal comes back to the page."""
    act = request.POST.get("act", "")
    if act not in {"apply", "cancel"}:
        raise BadRequest(_("Pilih menerapkan atau membatalkan impor."))
    try:
        if act == "cancel":
            importing.cancel_geometry(actor=person(request), imported=imported)
            messages.success(request, _("Impor dibatalkan; tidak ada yang berubah."))
        else:
            accept, use = (request.POST.get(name) == "ya" for name in ("accept", "use"))
            importing.apply_geometry(actor=person(request), imported=imported, accept=accept, use=use)
            messages.success(request, _("Impor diterapkan seluruhnya."))
    except DomainError as error:
        return error
    return None


@login_required
@require_safe
def import_drawing(request: HttpRequest, pk: int) -> HttpResponse:
    """The drawing of a preview."""
    imported = _import_of(request, pk)
    if not imported.drawing:
        raise Http404
    response = HttpResponse(imported.drawing, content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    response["Cache-Control"] = "private, no-cache"
    return response
