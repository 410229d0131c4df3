"""Who may propose points, and what has to be locked while they do."""

from django.utils.translation import gettext as _

from boundaries.choices import SETTLED, PointAct
from boundaries.models import BoundaryPoint, PointChange, Segment, SegmentPoint
from boundaries.services.access import may_manage, spoken_for
from boundaries.services.traces import in_indonesian, trace
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, NotAllowed


def may_propose(user: AnyUser, segment: Segment) -> bool:
    """Whether a person may propose points: for one of the sides, or as the province that keeps the record."""
    return may_manage(user, segment) or bool(spoken_for(user, segment))


def require_proposer(actor: AnyUser, segment: Segment) -> None:
    """Raise NotAllowed for who only reads, ImpossibleStep for a side after the decree: then the province records."""
    if not may_propose(actor, segment):
        raise NotAllowed(
            _("Anda tidak berwenang mencatat titik segmen %(segment)s.") % {"segment": segment},
            remedy=_("Mintalah petugas salah satu daerah atau Biro Pemerintahan provinsi mencatatnya."),
        )
    if segment.stage in SETTLED and not may_manage(actor, segment):
        raise ImpossibleStep(
            _(
                "Segmen ini sudah ditetapkan; titiknya tercantum dalam peraturan dan tidak diubah oleh satu daerah."
            ),
            remedy=_("Sampaikan perbaikannya kepada Biro Pemerintahan provinsi."),
        )


def locked(segment: Segment) -> Segment:
    """The segment as it stands, kept from others until the act is done."""
    rows = Segment.objects.select_for_update(of=("self",)).select_related(
        "region_a__parent", "region_b__parent"
    )
    return rows.get(pk=segment.pk)


def locked_listing(listing: SegmentPoint) -> SegmentPoint:
    """A point of a segment as it stands, with its segment locked. Raises ImpossibleStep when it was taken off."""
    segment = locked(listing.segment)
    row = SegmentPoint.objects.with_point().filter(pk=listing.pk, segment=segment).first()
    if row is None:
        raise ImpossibleStep(
            _("Titik “%s” sudah dilepas dari daftar segmen ini.") % listing.label,
            remedy=_("Buka kembali daftar titik."),
        )
    row.segment = segment
    return row


def require_every_segment(actor: User, point: BoundaryPoint) -> None:
    """A node moves for all its segments: where one of them is settled, only the province over it may."""
    for listing in point.listings.select_related("segment__region_a__parent", "segment__region_b__parent"):
        if listing.segment.stage in SETTLED and not may_manage(actor, listing.segment):
            raise ImpossibleStep(
                _("Titik simpul ini juga milik segmen %(segment)s yang sudah ditetapkan.")
                % {"segment": listing.segment},
                remedy=_("Sampaikan perbaikannya kepada Biro Pemerintahan provinsi."),
            )


def note(
    actor: User, listing: SegmentPoint, act: PointAct, text: str = "", *, traced: bool = True, **more: object
) -> PointChange:
    """Write one row of a point's history, and a line of its segment's; a node that moves moves for all its segments."""
    row = PointChange.objects.create(
        point=listing.point, segment=listing.segment, actor=actor, act=act, text=text, **more
    )
    if traced:
        trace(actor=actor, segment=listing.segment, label=_told(row, listing.label), detail=text)
    if act == PointAct.POSISI:
        for other in listing.point.listings.exclude(segment=listing.segment).select_related("segment"):
            where = f"Diubah pada segmen {listing.segment}. {text}"
            trace(actor=actor, segment=other.segment, label=_told(row, other.label), detail=where)
    return row


def _told(row: PointChange, label: str) -> str:
    """What happened to a point, in the stored words of a segment's history."""
    whose = f" ({row.region})" if row.region else ""
    return f"Titik {label}: {in_indonesian(row.get_act_display())}{whose}"
