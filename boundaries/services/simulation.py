"""What one compromise line would mean: land, things and villages, given and got by each side."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from shapely import LineString, MultiPolygon, get_coordinates

from boundaries.geo import starters
from boundaries.geo.balance import Balance, balance
from boundaries.geo.measuring import area_m2
from boundaries.models import BoundaryLine, Segment
from boundaries.services.claim_pairs import ClaimPair, line_of, told
from boundaries.services.inside import Land, Layers, box_of
from ksd.accounts.access import AnyUser
from regions.models import Region

# What a person can type, paste or draw by hand; a surveyor's line is a claim or a study.
MOST_VERTICES = 5_000


@dataclass(frozen=True)
class Share:
    """What one side gets and gives under the line."""

    region: Region
    gets: Land
    gives: Land
    beyond_m2: float
    lost_m2: float
    gap_m2: float

    @property
    def net_m2(self) -> float:
        """What it gets of the overlap less what it gives."""
        return self.gets.area_m2 - self.gives.area_m2


@dataclass(frozen=True)
class Weighing:
    """The whole effect of one line on one pair of claims."""

    segment: Segment
    pair: ClaimPair
    balance: Balance
    layers: Layers

    @cached_property
    def shares(self) -> list[Share]:
        """Both sides, the first first."""
        a, b = self.segment.sides
        held = self.balance
        to_a = self._land(
            _("Menjadi bagian %(region)s") % {"region": a}, "to-a", held.overlap.first, held.overlap.first_m2
        )
        to_b = self._land(
            _("Menjadi bagian %(region)s") % {"region": b},
            "to-b",
            held.overlap.second,
            held.overlap.second_m2,
        )
        over_a, over_b = area_m2(held.beyond_first), area_m2(held.beyond_second)
        return [
            Share(a, to_a, to_b, over_a, over_b, held.gap.first_m2),
            Share(b, to_b, to_a, over_b, over_a, held.gap.second_m2),
        ]

    @cached_property
    def residual(self) -> Land:
        """Land that the line decides for neither, since its ends do not reach those of the claims."""
        held = self.balance.overlap
        return self._land(_("Tidak diputus oleh garis ini"), "residual", held.residual, held.residual_m2)

    def _land(self, label: str, kind: str, area: MultiPolygon, square_metres: float) -> Land:
        return Land(label, kind, area, square_metres, self.layers.inside(area))

    @property
    def total_m2(self) -> float:
        """The sum of the balance, which is the overlap."""
        return self.shares[0].gets.area_m2 + self.shares[1].gets.area_m2 + self.residual.area_m2

    @property
    def has_residual(self) -> bool:
        """Whether anything worth a word is left undecided."""
        return self.residual.area_m2 >= 1

    @cached_property
    def villages_cut(self) -> list[str]:
        """Villages the line runs through."""
        return self.layers.villages_cut(self.balance.line)


def layers_around(user: AnyUser, pair: ClaimPair) -> Layers:
    """The layers a person may see around both claims, read once for any number of lines."""
    return Layers(user, box_of(pair.lines))


def weigh(segment: Segment, pair: ClaimPair, line: LineString, layers: Layers) -> Weighing:
    """Weigh a line against both claims; no query. Raises DomainError where they cannot be laid over each other."""
    with told():
        return Weighing(segment, pair, balance(*pair.lines, line), layers)


@dataclass(frozen=True)
class Starter:
    """A line to begin with."""

    code: str
    label: str


def starters_of(segment: Segment, studies: list[BoundaryLine]) -> list[Starter]:
    """What a compromise may begin from."""
    a, b = segment.sides
    found = [
        Starter("tengah", _("Garis tengah kedua klaim (dihitung)")),
        Starter("klaim_a", _("Klaim %(region)s") % {"region": a}),
        Starter("klaim_b", _("Klaim %(region)s") % {"region": b}),
        Starter("ikut_a", _("Ikuti klaim %(region)s sampai titik ke-n, lalu klaim lain") % {"region": a}),
        Starter("ikut_b", _("Ikuti klaim %(region)s sampai titik ke-n, lalu klaim lain") % {"region": b}),
    ]
    return [*found, *(Starter(f"kajian_{row.pk}", str(row)) for row in studies)]


def starter_line(code: str, pair: ClaimPair, studies: list[BoundaryLine], number: int) -> LineString | None:
    """The geometry of a starter; None for an unknown code."""
    a, b = pair.lines
    makers = {
        "tengah": lambda: starters.middle_line(a, b),
        "klaim_a": lambda: a,
        "klaim_b": lambda: b,
        "ikut_a": lambda: starters.follow_until(a, b, number),
        "ikut_b": lambda: starters.follow_until(b, a, number),
        **{f"kajian_{row.pk}": (lambda row=row: line_of(row)) for row in studies},
    }
    return makers[code]() if code in makers else None


def typed(line: LineString) -> str:
    """A line as a person would type it: latitude and longitude, one vertex per row."""
    return "\n".join(f"{lat:.9f}, {lon:.9f}" for lon, lat in get_coordinates(line))
