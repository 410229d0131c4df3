"""The page for the field: where am I, take a position, send it; and what the office makes of it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.forms.fixes import FixDecisionForm, FixForm
from boundaries.models import FieldFix, Segment
from boundaries.services.access import may_manage
from boundaries.services.fixes import make_point, put_aside, record_fix
from boundaries.services.points.access import may_propose
from boundaries.views.maps import map_of_one
from boundaries.views.shared import crumbs, segment_of
from ksd.accounts.pages import attempt, person
from ksd.core.errors import DomainError
from ksd.core.files import file_response
from ksd.core.forms import add_domain_error


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a position at the boundary with a telephone, or type it; without a net it waits on the device."""
    segment = segment_of(request, slug)
    if not may_propose(request.user, segment):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengirim posisi lapangan segmen ini."))
    form = FixForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = _receive(request, segment, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Posisi lapangan diterima dan menunggu keputusan Biro."))
            return redirect("boundaries:field", segment.slug)
    context = {
        "segment": segment,
        "form": form,
        "drawn": map_of_one(segment),
        "mine": fixes_of(segment).filter(person=person(request))[:10],
        "crumbs": _crumbs(segment, _("Posisi lapangan")),
    }
    return render(request, "boundaries/field.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide_fix(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The province's office makes a point of a position, or puts it aside."""
    segment = segment_of(request, slug)
    fix = get_object_or_404(fixes_of(segment), pk=pk)
    if not may_manage(request.user, segment):
        raise PermissionDenied(_("Posisi lapangan diputuskan oleh Biro Pemerintahan provinsi."))
    form = FixDecisionForm(request.POST or None)
    status = 200
    if request.method == "POST":
        back = reverse("boundaries:segment_map", args=[segment.slug])
        status = (
            attempt(request, form, partial(_decide, request, form, fix), back) if form.is_valid() else 422
        )
        if status == 200:
            messages.success(request, _("Keputusan atas posisi lapangan dicatat."))
            return redirect(back)
    context = {"segment": segment, "fix": fix, "form": form, "crumbs": _crumbs(segment, _("Putuskan posisi"))}
    return render(request, "boundaries/fix.html", context, status=status)


@login_required
@require_safe
def fix_photo(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """The photograph of a position."""
    fix = get_object_or_404(fixes_of(segment_of(request, slug)), pk=pk)
    if fix.photo is None:
        raise Http404(_("Posisi ini tidak berfoto."))
    return file_response(fix.photo, inline=True)


def fixes_of(segment: Segment) -> "QuerySet[FieldFix]":
    """The positions of a segment with all a line of them shows."""
    return segment.fixes.select_related("person", "photo", "point", "decided_by")


def _crumbs(segment: Segment, here: str) -> list[tuple[str, str]]:
    address = reverse("boundaries:segment_map", args=[segment.slug])
    return crumbs((str(segment), segment.get_absolute_url()), (_("Peta"), address), (here, ""))


def _receive(request: HttpRequest, segment: Segment, form: FixForm) -> int:
    """A repeated sending is received once; a refusal goes back to the form."""
    try:
        record_fix(actor=person(request), segment=segment, data=form.given())
    except DomainError as error:
        add_domain_error(form, error, "coordinate" if error.status == 422 else None)
        return error.status
    except ValidationError as error:
        form.add_error("photo", error.messages)
        return 422
    return 200


def _decide(request: HttpRequest, form: FixDecisionForm, fix: FieldFix) -> None:
    given = form.cleaned_data
    if given["decision"] == "titik":
        make_point(actor=person(request), fix=fix, kind=given["kind"], label=given["label"])
    else:
        put_aside(actor=person(request), fix=fix, reason=given["reason"])
