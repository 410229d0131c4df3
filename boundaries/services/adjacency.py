"""Which regions border each other, computed from a layer of outlines and kept in the table of neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from boundaries.geo.coverage import torn_pairs
from boundaries.geo.edges import Edges, edges_of
from boundaries.geo.neighbours import Contact, neighbours_of
from boundaries.models import RegionLayer, RegionShape
from boundaries.services.importing.around import outline_of
from boundaries.services.importing.rights import keeps_layers
from ksd.accounts.models import User
from ksd.core.errors import NotAllowed, NotReady
from regions.choices import Level
from regions.models import Adjacency, Region

# Rows that begin so are ours: written again, and removed when the layer no longer shows them.
MARK = "Dihitung dari lapisan"
# Coast and rim: a region with less of it than this has neighbours all around.
LEAST_RIM_M = 50.0


@dataclass(frozen=True)
class Meeting:
    """Two regions that meet, the smaller code first, and the geodesic length of what they share."""

    first: Region
    second: Region
    shared_m: float
    contact: Contact

    @property
    def kind(self) -> str:
        """Inside one province or between two."""
        return "dalam_provinsi" if self.first.parent_id == self.second.parent_id else "antar_provinsi"

    @property
    def is_border(self) -> bool:
        """A border of 0.1 km or more, not only a corner."""
        return self.contact is Contact.BORDER


@dataclass(frozen=True)
class Computed:
    """All meetings of a layer, and the regions whose neighbours are all known by it."""

    layer: RegionLayer
    meetings: tuple[Meeting, ...]
    complete: frozenset[int]

    @property
    def borders(self) -> list[Meeting]:
        """The meetings that are borders."""
        return [meeting for meeting in self.meetings if meeting.is_border]


@dataclass(frozen=True)
class Saved:
    """What saving changed in the table of neighbours."""

    added: int
    updated: int
    removed: int
    kept: int
    complete: int


def layer_in_use() -> RegionLayer:
    """The layer in use; NotReady when there is none."""
    layer = RegionLayer.objects.filter(in_use=True).first()
    if layer is None:
        raise NotReady(
            _("Belum ada lapisan wilayah yang dipakai."),
            remedy=_("Impor garis luar wilayah, lalu tandai sebagai lapisan yang dipakai."),
        )
    return layer


def compute_adjacency(layer: RegionLayer) -> Computed:
    """Every meeting of two regions of the layer, at its full detail."""
    shapes = list(
        RegionShape.objects.filter(layer=layer).select_related("region__parent").order_by("region__code")
    )
    outlines = [outline_of(shape) for shape in shapes]
    regions = [shape.region for shape in shapes]
    if not outlines:
        return Computed(layer, (), frozenset())
    edges = edges_of(outlines)
    meetings = tuple(
        Meeting(regions[pair.first], regions[pair.second], pair.shared_m, pair.contact)
        for pair in neighbours_of(outlines, edges)
    )
    known = {(meeting.first.pk, meeting.second.pk) for meeting in meetings if meeting.is_border}
    torn = ((regions[one].pk, regions[other].pk) for one, other in torn_pairs(outlines))
    doubtful = {region for pair in torn if pair not in known for region in pair}
    return Computed(layer, meetings, _complete(regions, edges) - doubtful)


def _complete(regions: list[Region], edges: Edges) -> frozenset[int]:
    """All of them when the layer holds every living region; else those without any rim that could border on others.

    The caller leaves out two that run side by side without a common edge: a border may hide in the gap.
    """
    held = {region.pk for region in regions}
    if not Region.objects.current().regencies().exclude(pk__in=held).exists():
        return frozenset(held)
    rim = [0.0] * len(regions)
    rows = (~edges.matched).nonzero()[0]
    for owner, metres in zip(edges.owner[rows].tolist(), edges.length_m(rows).tolist(), strict=True):
        rim[owner] += metres
    return frozenset(region.pk for region, metres in zip(regions, rim, strict=True) if metres < LEAST_RIM_M)


@transaction.atomic
def save_adjacency(*, actor: User | None, computed: Computed) -> Saved:
    """Write the borders into the table of neighbours; what people or other sources wrote there stays.

    No actor: the command line, whose user owns the machine.
    """
    if actor is not None and not keeps_layers(actor):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah tabel perbatasan."),
            remedy=_("Mintalah Biro Pemerintahan provinsi."),
        )
    source = f"{MARK} “{computed.layer.name}” ({computed.layer.source})"[:250]
    wanted = _wanted(computed.borders)
    known = {(row.region_a_id, row.region_b_id): row for row in Adjacency.objects.select_for_update()}
    ours = {pair: row for pair, row in known.items() if row.source.startswith(MARK) and not row.verified}
    added = [
        Adjacency(region_a_id=pair[0], region_b_id=pair[1], shared_km=km, source=source)
        for pair, km in wanted.items()
        if pair not in known
    ]
    Adjacency.objects.bulk_create(added, batch_size=500)
    changed = [_again(row, wanted[pair], source) for pair, row in ours.items() if pair in wanted]
    Adjacency.objects.bulk_update(changed, ["shared_km", "source"], batch_size=500)
    stale = [row.pk for pair, row in ours.items() if pair not in wanted]
    Adjacency.objects.filter(pk__in=stale).delete()
    return Saved(
        len(added), len(changed), len(stale), len(known) - len(ours), _mark_complete(computed.complete)
    )


def _again(row: Adjacency, km: Decimal, source: str) -> Adjacency:
    row.shared_km, row.source = km, source
    return row


def _wanted(borders: Iterable[Meeting]) -> dict[tuple[int, int], Decimal]:
    """Kilometres by pair of keys: regencies and cities, and the provinces they make neighbours."""
    metres: dict[tuple[int, int], float] = {}
    for border in borders:
        pairs = [(border.first.pk, border.second.pk)]
        if (
            border.first.parent_id != border.second.parent_id
            and border.first.parent_id
            and border.second.parent_id
        ):
            pairs.append((border.first.parent_id, border.second.parent_id))
        for one, other in pairs:
            pair = (min(one, other), max(one, other))
            metres[pair] = metres.get(pair, 0.0) + border.shared_m
    return {pair: Decimal(length / 1000).quantize(Decimal("0.1")) for pair, length in metres.items()}


def _mark_complete(complete: frozenset[int]) -> int:
    """Tell that the list of neighbours is whole; a province's is when all its regencies' are. Never taken back here."""
    marked = Region.objects.filter(pk__in=complete, neighbours_complete=False).update(
        neighbours_complete=True
    )
    unfinished = Region.objects.current().regencies().filter(neighbours_complete=False)
    whole = (
        Region.objects.current()
        .filter(Q(level=Level.PROVINSI), children__in=complete)
        .exclude(pk__in=unfinished.values("parent"))
    )
    return marked + Region.objects.filter(pk__in=whole.values("pk"), neighbours_complete=False).update(
        neighbours_complete=True
    )
