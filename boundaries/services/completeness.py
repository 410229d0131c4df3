"""What a segment has of its documents and what is missing, per region; warnings, never a bar."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from boundaries.choices import DISPUTE, MAIN_LINE, MinutesState, SignerState, Stage
from boundaries.law import ChecklistItem, checklist
from boundaries.models import BoundaryMinutes, MissingPaper, Segment, SegmentPaper
from regions.models import Region

SIGNED = frozenset({MinutesState.DITANDATANGANI, MinutesState.DISAHKAN, MinutesState.TERCANTUM})


@dataclass
class Cell:
    """One document of one region (or, region: none, of both): what there is, or why there is none."""

    region: Region | None
    papers: list[SegmentPaper] = field(default_factory=list)
    minutes: list[BoundaryMinutes] = field(default_factory=list)
    missing: MissingPaper | None = None

    @property
    def is_there(self) -> bool:
        """Whether a paper was put in, or its berita acara is signed."""
        return bool(self.papers) or any(row.state in SIGNED for row in self.minutes)

    @property
    def is_open(self) -> bool:
        """Whether nobody has put it in or said why not."""
        return not self.is_there and self.missing is None


@dataclass
class Row:
    """One line of the checklist."""

    item: ChecklistItem
    cells: list[Cell]

    @property
    def is_open(self) -> bool:
        """Whether something of it is missing without a reason."""
        return any(cell.is_open for cell in self.cells)


@dataclass(frozen=True)
class Finding:
    """Something that is not complete; a warning with its source, and whether that source was read."""

    text: str
    source: str
    verified: bool


def minutes_of(segment: Segment) -> list[BoundaryMinutes]:
    """The berita acara of a segment, also those that name it beside others, newest first; two queries."""
    rows = BoundaryMinutes.objects.filter(Q(segment=segment) | Q(pk__in=segment.shared_minutes.values("pk")))
    found = rows.select_related(
        "segment__region_a__parent", "segment__region_b__parent", "round", "paper__file"
    )
    return list(found.prefetch_related("signers__region"))


def papers_of(segment: Segment) -> list[SegmentPaper]:
    """The documents not withdrawn, newest first; one query."""
    return list(segment.papers.filter(dropped_at=None).select_related("region", "file", "added_by"))


def is_disputed(segment: Segment) -> bool:
    """Whether the two sides ever came to a dispute."""
    return segment.stage in DISPUTE or segment.changes.filter(to_stage__in=DISPUTE).exists()


def checklist_of(
    segment: Segment, papers: Iterable[SegmentPaper], minutes: Iterable[BoundaryMinutes]
) -> list[Row]:
    """Every document of the checklist with what there is of it."""
    kept, deeds, disputed = list(papers), list(minutes), is_disputed(segment)
    said = list(segment.missing_papers.select_related("region", "recorded_by"))
    items = [item for item in checklist() if disputed or not item.in_dispute]
    return [
        Row(item, [_cell(item, side, kept, deeds, said) for side in _owners(item, segment)]) for item in items
    ]


def _owners(item: ChecklistItem, segment: Segment) -> tuple[Region | None, ...]:
    return segment.sides if item.per_region else (None,)


def _cell(
    item: ChecklistItem, region: Region | None, papers: list[SegmentPaper],
    minutes: list[BoundaryMinutes], said: list[MissingPaper],
) -> Cell:  # fmt: skip
    own = [row for row in papers if item.kind and row.kind == item.kind]
    if region is not None:
        own = [row for row in own if row.region_id in (None, region.pk)]
    mine = region.pk if region else None
    return Cell(
        region,
        own,
        [row for row in minutes if row.form in item.forms and row.state != MinutesState.DIBATALKAN],
        next((row for row in said if row.item == item.code and row.region_id == mine), None),
    )


def findings(segment: Segment) -> list[Finding]:
    """What the stage reached (and those before it) should have and has not: "belum lengkap", never a bar."""
    minutes = minutes_of(segment)
    rows = checklist_of(segment, papers_of(segment), minutes)
    return [*_lacking(segment, rows), *_unsigned(minutes)]


def findings_among(segment: Segment, rows: list[Row], minutes: list[BoundaryMinutes]) -> list[Finding]:
    """The same from what a page has read already."""
    return [*_lacking(segment, rows), *_unsigned(minutes)]


def _lacking(segment: Segment, rows: list[Row]) -> list[Finding]:
    due = [row for row in rows if row.is_open and _is_due(row.item, segment.stage)]
    return [
        Finding(_named(row.item, cell), row.item.source, row.item.verified)
        for row in due
        for cell in row.cells
        if cell.is_open
    ]


def _named(item: ChecklistItem, cell: Cell) -> str:
    return f"{item.label}: {cell.region}" if cell.region else item.label


def _is_due(item: ChecklistItem, stage: str) -> bool:
    """Whether a segment at this stage should have the document by now."""
    if stage in DISPUTE:
        branch = list(DISPUTE)
        return item.in_dispute and branch.index(Stage(item.stage)) <= branch.index(Stage(stage))
    if stage not in MAIN_LINE:
        return False
    return not item.in_dispute and item.place <= MAIN_LINE.index(Stage(stage))


def _unsigned(minutes: Iterable[BoundaryMinutes]) -> list[Finding]:
    """Berita acara that wait for somebody who must sign."""
    return [
        Finding(
            _("%(form)s: %(party)s belum menandatangani") % {"form": row.rule.title, "party": signer.party},
            signer.article,
            signer.verified,
        )
        for row in minutes
        if row.is_draft
        for signer in row.signers.all()
        if signer.must and signer.state != SignerState.MENANDATANGANI
    ]
