"""The public card of a segment: stage, kilometres, next step, regulation; nothing that is restricted."""

from dataclasses import dataclass
from datetime import date

from boundaries.models import Segment
from boundaries.services.extent import Extent, extent_of
from boundaries.workflow.stages import Entry, steps_from


@dataclass(frozen=True)
class Card:
    """What anybody may know of a segment; no line, no evidence, no document, no name of a person."""

    name: str
    kind: str
    stage: str
    tone: str
    since: date | None
    extent: Extent
    next_step: Entry | None
    next_label: str
    regulations: tuple[tuple[str, str, str], ...]
    verified: bool


def card_of(segment: Segment) -> Card:
    """The card of a segment read `with_km`."""
    steps = () if segment.is_settled else steps_from(segment.stage, segment.kind)
    following = steps[0] if steps else None
    settling = segment.bases.settling()
    return Card(
        name=str(segment),
        kind=str(segment.kind.label),
        stage=segment.get_stage_display(),
        tone=segment.tone,
        since=segment.stage_since,
        extent=extent_of(segment),
        next_step=following,
        next_label=following.label if following else "",
        regulations=tuple(
            (row.regulation.citation, row.regulation.title, row.regulation.gazette) for row in settling
        ),
        verified=segment.verified,
    )


def published_segment(first: str, second: str) -> Segment | None:
    """The segment of two codes whose card is published; None for any other."""
    rows = Segment.objects.published().for_list().with_km()
    return rows.of_codes(first, second).first()
