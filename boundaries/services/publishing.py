"""The card of a segment that anybody may read: switched on and off by whoever keeps the record."""

from django.db import transaction

from boundaries.models import Segment
from boundaries.services.traces import kept_by, trace
from ksd.accounts.models import User


@transaction.atomic
def publish_card(*, actor: User, segment: Segment, published: bool) -> Segment:
    """Publish the card of a segment or take it back; the same again changes nothing. Raises NotAllowed."""
    row = kept_by(actor, segment)
    if row.published != published:
        row.published = published
        row.save(update_fields=["published"])
        label = "Menerbitkan kartu umum" if published else "Menarik kartu umum"
        trace(actor=actor, segment=row, label=label)
    return row
