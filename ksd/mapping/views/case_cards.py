"""The card of a row about the cases born from it and why it was not carried out."""

from typing import Any

from django.http import HttpRequest

from agreements.models import Case
from ksd.mapping.models import MappingRow
from ksd.mapping.services.access import may_fill
from ksd.mapping.services.outputs.cases import kinds_of_row, may_start


def cases_card(request: HttpRequest, row: MappingRow) -> dict[str, Any] | None:
    """Cases with their links, what may be begun, and the region's reason; nothing for what is not counted."""
    if not row.counts:
        return None
    links = list(row.cases.select_related("case", "created_by"))
    seen = Case.objects.visible_to(request.user).filter(pk__in=[link.case_id for link in links])
    open_to = set(seen.order_by().values_list("pk", flat=True))
    fills = may_fill(request.user, row.region)
    kinds = kinds_of_row(row)
    return {
        "links": [(link, link.case_id in open_to) for link in links],
        "kinds": kinds,
        "may_start": bool(kinds) and may_start(request.user, row),
        "may_link": bool(kinds) and fills,
        "fills": fills,
        "outcome": getattr(row, "outcome", None),
    }
