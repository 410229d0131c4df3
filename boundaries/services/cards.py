"""The public card of a segment: stage, kilometres, next step, regulation, what evidence is public; nothing restricted."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from boundaries.models import Evidence, Segment
from boundaries.services.extent import Extent, extent_of
from boundaries.workflow.stages import Entry, steps_from
from ksd.core.templatetags.core import angka, tanggal


@dataclass(frozen=True)
class Card:
    """What anybody may know of a segment; no line, no file, no name of a person, and of evidence only what is public."""

    name: str
    kind: str
    stage: str
    tone: str
    since: date | None
    extent: Extent
    next_step: Entry | None
    next_label: str
    regulations: tuple[tuple[str, str, str], ...]
    evidence: tuple[tuple[str, str], ...]
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
        evidence=tuple((str(row), _about(row)) for row in segment.evidence.public().select_related("region")),
        verified=segment.verified,
    )


def _about(row: Evidence) -> str:
    """What a piece of public evidence is, who brought it, how old and how fit it is; its file stays in the register."""
    parts = [str(row.get_kind_display()), _("diajukan %s") % row.region]
    if row.year or row.on:
        parts.append(str(row.year) if row.year else tanggal(row.on))
    if row.scale:
        parts += [f"1:{angka(row.scale)}", str(row.get_fitness_display())]
    return " · ".join(parts)


def published_segment(first: str, second: str) -> Segment | None:
    """The segment of two codes whose card is published; None for any other."""
    rows = Segment.objects.published().for_list().with_km()
    return rows.of_codes(first, second).first()
