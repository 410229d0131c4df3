"""What every page about one row needs."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from ksd.mapping.models import MappingRow
from ksd.mapping.services.access import may_manage
from ksd.mapping.views.shared import crumbs


def row_seen(request: HttpRequest, public_id: str) -> MappingRow:
    """A row within the person's scope with what was found of it; a stranger finds nothing."""
    rows = MappingRow.objects.visible_to(request.user).for_list()
    more = ("period__region", "merged_into__region", "triage__verdict_by", "triage__updated_by")
    found = rows.select_related(*more).filter(public_id=public_id).first()
    if found is None:
        raise Http404(_("Tidak ada baris pemetaan itu yang dapat Anda lihat."))
    return found


def row_led(request: HttpRequest, public_id: str) -> MappingRow:
    """A row of a period the person leads; a stranger finds nothing, a reader is refused."""
    row = row_seen(request, public_id)
    if not may_manage(request.user, row.period):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan memimpin pemetaan ini."))
    return row


def row_frame(request: HttpRequest, row: MappingRow, label: str) -> dict[str, Any]:
    """What the head of a page beside the row's own shows."""
    way = [(str(row.period), row.period.get_absolute_url()), (row.title, row.get_absolute_url()), (label, "")]
    return {
        "row": row,
        "period": row.period,
        "may_manage": may_manage(request.user, row.period),
        "crumbs": crumbs(*way),
    }
