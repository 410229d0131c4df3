"""What the comparison reads from the database: rows of one urusan, the ground, past cooperation, weights."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from agreements.choices import NaskahState
from agreements.models import Naskah, Party
from boundaries.models import RegionShape
from ksd.mapping.matching.engine import Setting
from ksd.mapping.matching.ground import Ground, ground
from ksd.mapping.matching.rows import FORMS, Row
from ksd.mapping.matching.weights import DEFAULTS, Weights
from ksd.mapping.models import MappingRow, MatchWeights, Period
from regions.choices import Level
from regions.models import Adjacency, Region

KINDS = tuple(sorted({kind for form in FORMS for kind in (form.first, form.second)}))
FIELDS = (
    "pk", "region_id", "kind", "urusan_id", "title", "description", "figure_name", "figure", "figure_unit",
    "priority", "has_goals", "budgeted", "partner_region_id", "updated_at",
)  # fmt: skip


@dataclass(frozen=True)
class Terrain:
    """Everything a comparison needs besides the rows of its urusan, read once a run."""

    ground: Ground
    past: dict[int, dict[tuple[int, int], int]]
    weights: Weights

    def setting(self, urusan: int) -> Setting:
        """What the comparison of one urusan rests on."""
        return Setting(self.ground, self.past.get(urusan, {}), self.weights)


def matchable(period: Period) -> "QuerySet[MappingRow]":
    """Rows of a period that may be set beside each other: the one place that says which.

    Sent, not merged, not withdrawn, and not found to be no cooperation (bukan KSD).
    """
    return MappingRow.objects.filter(period=period, kind__in=KINDS).eligible()


def rows_of(period: Period, urusan: int) -> tuple[list[Row], dict[int, datetime]]:
    """The rows of one urusan as they are compared, and when each last changed."""
    goals = MappingRow.goals.through.objects.filter(mappingrow_id=OuterRef("pk"))
    found = matchable(period).filter(urusan=urusan).annotate(has_goals=Exists(goals)).order_by("pk")
    rows, seen = [], {}
    for values in found.values_list(*FIELDS).iterator(chunk_size=5000):
        rows.append(_row(values))
        seen[values[0]] = values[-1]
    return rows, seen


def _row(values: tuple[object, ...]) -> Row:
    pk, region, kind, urusan, title, told, name, figure, unit, priority, goals, budgeted, wish, _at = values
    return Row(
        id=pk, region=region, kind=kind, urusan=urusan, title=title, description=told, figure_name=name,
        figure=None if figure is None else float(figure), unit=unit, priority=priority, goals=int(goals),
        budgeted=budgeted, wish=wish,
    )  # type: ignore[arg-type]  # fmt: skip  # as FIELDS names them


def terrain_of(period: Period) -> Terrain:
    """The regions of a period as they lie, what they did together, and the leader's weights."""
    regions = set(matchable(period).order_by().values_list("region", flat=True).distinct())
    parents = dict(
        Region.objects.filter(pk__in=regions, level=Level.KABKOTA, parent__isnull=False).values_list(
            "pk", "parent"
        )
    )
    lying = ground(regions, _borders(regions | set(parents.values())), parents, dict(_centres(regions)))
    return Terrain(lying, _past(regions), weights_of(period.region))


def _borders(regions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Borders of these regions and of those below them: a province borders whom its own border."""
    near = Q(region_a__in=regions) | Q(region_a__parent__in=regions)
    yield from Adjacency.objects.filter(near).values_list("region_a", "region_b")


def _centres(regions: set[int]) -> Iterator[tuple[int, tuple[float, float]]]:
    """The middle of each outline in the layer in use: longitude and latitude."""
    shapes = RegionShape.objects.filter(layer__in_use=True, region__in=regions)
    for region, west, south, east, north in shapes.values_list("region", "west", "south", "east", "north"):
        yield region, ((west + east) / 2, (south + north) / 2)


def _past(regions: set[int]) -> dict[int, dict[tuple[int, int], int]]:
    """By urusan: how many cooperations two regions have signed together."""
    signed = Exists(Naskah.objects.filter(case=OuterRef("case"), state=NaskahState.SIGNED))
    parties = Party.objects.filter(signed, region__in=regions)
    rows = parties.order_by().values_list("case", "case__urusan", "region").distinct()
    by_case: dict[tuple[int, int], list[int]] = {}
    for case, urusan, region in rows:
        if urusan is not None and region is not None:
            by_case.setdefault((case, urusan), []).append(region)
    past: dict[int, dict[tuple[int, int], int]] = {}
    for (_case, urusan), together in by_case.items():
        worked = past.setdefault(urusan, {})
        for pair in ((a, b) for a in together for b in together if a < b):
            worked[pair] = worked.get(pair, 0) + 1
    return past


def newest_weights(region: Region) -> MatchWeights | None:
    """The weights a region last saved."""
    return MatchWeights.objects.filter(region=region).order_by("-revision").first()


def weights_of(region: Region) -> Weights:
    """The weights that count for mappings this region leads."""
    row = newest_weights(region)
    if row is None:
        return Weights()
    return Weights(
        DEFAULTS | {code: int(row.points[code]) for code in DEFAULTS if code in row.points}, row.threshold
    )
