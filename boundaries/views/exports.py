"""Taking geometry out, as far as the person may see it."""

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.forms.exchange import ExportForm
from boundaries.geo.writing import FORMATS
from boundaries.services.exporting import Exported, export, export_line
from boundaries.views.lines import line_of
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.accounts.pages import person
from ksd.core.errors import DomainError
from ksd.core.forms import add_domain_error


@login_required
@require_safe
def export_page(request: HttpRequest) -> HttpResponse:
    """Choose what to take out; with both chosen, the file itself."""
    asked = bool(request.GET.get("bentuk"))
    form = ExportForm(request.GET if asked else None, actor=person(request))
    status = 200
    if asked and form.is_valid():
        chosen = form.cleaned_data
        try:
            made = export(
                actor=person(request), content=chosen["isi"], form=chosen["bentuk"], segment=chosen["segmen"]
            )
        except DomainError as error:
            add_domain_error(form, error)
            status = error.status
        else:
            return _handed_out(request, made)
    elif asked:
        status = 422
    return render(
        request, "boundaries/export.html", {"form": form, "crumbs": crumbs((_("Ekspor"), ""))}, status=status
    )


def _handed_out(request: HttpRequest, made: Exported) -> HttpResponse:
    """The file, or nothing when the browser already has it."""
    etag = f'"{hashlib.sha256(made.content).hexdigest()}"'
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = etag
    found = get_conditional_response(request, etag=etag, response=response)
    return response if found is None else found


@login_required
@require_safe
def line_file(request: HttpRequest, slug: str, pk: int, form: str) -> HttpResponse:
    """One version of one line, in the format asked for."""
    line = line_of(request, segment_of(request, slug), pk)
    if form not in FORMATS:
        raise Http404
    try:
        return _handed_out(request, export_line(line=line, form=form))
    except DomainError as error:
        messages.error(request, str(error))
        return redirect(line)


@login_required
@require_safe
def exchange(request: HttpRequest, slug: str) -> HttpResponse:
    """Files of one segment: in and out."""
    segment = segment_of(request, slug)
    context = {
        "segment": segment,
        "form": ExportForm(initial={"segmen": segment.pk}, actor=person(request)),
        "tabs": tabs_of(segment, "exchange"),
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Impor dan ekspor"), "")),
    }
    return render(request, "boundaries/imports/exchange.html", context)
