"""One annex of a segment as it is printed: its HTML, its name, and the digest of the data it is made from."""

from dataclasses import asdict, dataclass
from typing import Any

from agreements.documents.letters import Letter, letter_html
from boundaries.choices import AnnexKind
from boundaries.documents.annexes.bases import bases_of
from boundaries.documents.annexes.checks import findings
from boundaries.documents.annexes.decree import Decree, decree_of
from boundaries.documents.annexes.decree_print import decree_html
from boundaries.documents.annexes.facts import FROM_POINTS, LineFacts, SegmentFacts, digest_of
from boundaries.documents.annexes.gather import facts_of, outlines_of, turned
from boundaries.documents.annexes.lists import coordinate_letter, leg_letter
from boundaries.documents.maps.drawing import draw, sheets_of
from boundaries.documents.maps.plan import Choice, Plan
from boundaries.documents.maps.printing import map_html
from boundaries.models import Segment
from ksd.core import clock
from ksd.core.words import long_date

# The fields of SegmentFacts each kind of print shows.
_READS = {
    AnnexKind.KOORDINAT: ("spots",),
    AnnexKind.URAIAN: ("spots", "courses"),
    AnnexKind.RANCANGAN: ("spots", "courses", "agreed_paper", "approved_by_centre", "map_words"),
    AnnexKind.PETA: ("spots", "layer", "stage_label"),
}


@dataclass(frozen=True)
class Printed:
    """A finished print before it becomes PDF."""

    html: str
    digest: str


def line_of(facts: SegmentFacts, choice: Choice) -> LineFacts | None:
    """The line asked for, else the weightiest, else the points in their order."""
    if choice.line:
        return facts.line(choice.line)
    unclaimed = [line for line in facts.lines if line.role != "klaim"]
    return unclaimed[0] if unclaimed else facts.line(FROM_POINTS)


def plan_of(segment: Segment, facts: SegmentFacts, choice: Choice, line: LineFacts) -> Plan:
    """The map of a choice, its line turned so that the first region lies on the left."""
    outlines = outlines_of(segment, facts)
    towards, _reversed = turned(line, outlines)
    claims = (
        tuple(row for row in facts.lines if row.role == "klaim" and row.pk != line.pk)
        if choice.claims
        else ()
    )
    return Plan(facts, towards, choice, outlines, claims, long_date(clock.today()))


def digest(kind: str, facts: SegmentFacts, choice: Choice) -> str:
    """The fingerprint of what a print of this kind and choice would show now."""
    parts = _READS[AnnexKind(kind)]
    own = digest_of(facts, *parts)
    if kind != AnnexKind.PETA:
        return own
    line = line_of(facts, choice)
    claims = [str(row.pk) for row in facts.lines if row.role == "klaim"] if choice.claims else []
    return digest_of(
        SegmentFacts(**{**facts.__dict__, "name": f"{own}|{line and (line.pk, line.role)}|{claims}"})
    )


def print_annex(segment: Segment, kind: str, choice: Choice) -> Printed:
    """Gather and lay out; the worker makes a PDF of it."""
    facts = facts_of(segment)
    if kind == AnnexKind.PETA:
        return Printed(_map(segment, facts, choice), digest(kind, facts, choice))
    if kind == AnnexKind.RANCANGAN:
        return Printed(decree_html(draft_of(segment, facts)), digest(kind, facts, choice))
    return Printed(letter_html(letter_of(segment, facts, kind)), digest(kind, facts, choice))


def letter_of(segment: Segment, facts: SegmentFacts, kind: str) -> Letter:
    """The list of coordinates or the description of legs."""
    province = segment.region_a.parent or segment.region_a
    if kind == AnnexKind.KOORDINAT:
        return coordinate_letter(facts, province)
    return leg_letter(facts, province, findings(facts))


def draft_of(segment: Segment, facts: SegmentFacts) -> Decree:
    """The draft regulation."""
    return decree_of(facts, bases_of(segment), facts.map_words)


def _map(segment: Segment, facts: SegmentFacts, choice: Choice) -> str:
    line = line_of(facts, choice)
    if line is None:
        msg = "a map without a line is refused when it is asked for"
        raise ValueError(msg)
    plan = plan_of(segment, facts, choice, line)
    return map_html(
        [draw(sheet) for sheet in sheets_of(plan)], choice.layout, f"Peta batas daerah {facts.name}"
    )


def choice_from(data: dict[str, Any]) -> Choice:
    """A choice kept with a print."""
    known = {name: data[name] for name in asdict(Choice()) if name in data}
    return Choice(**known)


def choice_data(choice: Choice) -> dict[str, Any]:
    """A choice to keep with a print."""
    return asdict(choice)
