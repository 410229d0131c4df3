"""Pages of rows: the list of a period, one row, its evidence."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from ksd.core.files import file_response
from ksd.mapping.filters import RowFilter
from ksd.mapping.models import MappingRow
from ksd.mapping.services.rows import may_withdraw, may_write
from ksd.mapping.views.row_cards import cards_of
from ksd.mapping.views.row_facts import facts_of
from ksd.mapping.views.shared import frame, period_of, row_crumbs, row_of
from regions.models import Region

PER_PAGE = 50


@login_required
@require_safe
def row_list(request: HttpRequest, public_id: str) -> HttpResponse:
    """The rows of a period the person may read, with their filter."""
    period = period_of(request, public_id)
    rows = MappingRow.objects.visible_to(request.user).filter(period=period).for_list()
    asked = Region.objects.filter(mapping_answers__period=period).order_by("code")
    found = RowFilter(request.GET, queryset=rows, regions=asked)
    context = frame(request, period, "rows", pgettext("pemetaan", "Isian")) | {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
    }
    return render(request, "mapping/rows/list.html", context)


@login_required
@require_safe
def row(request: HttpRequest, public_id: str) -> HttpResponse:
    """One row: what it says, and the cards of whoever has something to say of it."""
    found = row_of(request, public_id)
    context = {
        "row": found,
        "facts": facts_of(found),
        "cards": cards_of(request, found),
        "may_write": may_write(request.user, found),
        "may_withdraw": may_withdraw(request.user, found),
        "crumbs": row_crumbs(found, (found.title, "")),
    }
    return render(request, "mapping/rows/row.html", context)


@login_required
@require_safe
def row_evidence(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The file laid beside the figure."""
    found = row_of(request, public_id)
    if found.evidence_file is None:
        raise Http404(_("Baris ini tidak mempunyai berkas bukti."))
    return file_response(found.evidence_file, inline=True)
