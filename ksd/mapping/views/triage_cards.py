"""What a row's page shows of its test and of what the regions say."""

from typing import Any

from django.http import HttpRequest

from ksd.accounts.pages import person
from ksd.mapping.choices import RowState
from ksd.mapping.forms.comments import RowCommentForm
from ksd.mapping.models import MappingRow
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.comments import voice_of


def triage_card(request: HttpRequest, row: MappingRow) -> dict[str, Any] | None:
    """What the row was found to be and what it was merged with; nothing for a draft."""
    if row.state == RowState.DRAF:
        return None
    return {
        "triage": getattr(row, "triage", None),
        "merged": list(row.merged.select_related("region").order_by("region__code", "pk")),
        "may_manage": may_manage(request.user, row.period),
        "period": row.period,
    }


def comments_card(request: HttpRequest, row: MappingRow) -> dict[str, Any] | None:
    """What the regions say, and one's own remark; nothing for a draft."""
    if row.state == RowState.DRAF:
        return None
    return {
        "comments": row.comments.select_related("region"),
        "comment_form": RowCommentForm(),
        "voice": voice_of(person(request), row.period),
    }
