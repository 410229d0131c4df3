"""The pairs of a row on its own page."""

from typing import Any

from django.http import HttpRequest

from ksd.mapping.models import MappingRow, Match

SHOWN = 5


def match_card(request: HttpRequest, row: MappingRow) -> dict[str, Any] | None:
    """The best pairs of a row the forum sees; nothing for another."""
    if not row.counts:
        return None
    found = (
        Match.objects.filter(period=row.period_id).tied_to(row.public_id).visible_to(request.user).standing()
    )
    best = list(found.open_to_view().for_list()[:SHOWN])
    return {"lines": [(match, match.second if match.first_id == row.pk else match.first) for match in best]}
