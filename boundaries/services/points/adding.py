"""Points put into the list of a segment: one, many at once, or a neighbour's as a node."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from boundaries.choices import Datum, PointAct, PointMethod
from boundaries.geo.coordinates import CoordinateError, Position, convert
from boundaries.models import BoundaryPoint, PointChange, PointKind, Segment, SegmentPoint
from boundaries.services.points.access import locked, note, require_proposer
from boundaries.services.points.placing import Surroundings, surroundings_of
from boundaries.services.traces import labels_of, trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.files import IMAGES, store_upload

# What one segment may hold; the longest ones have some hundred points.
MOST_POINTS = 20_000


@dataclass(frozen=True)
class PointData:
    """What is known of a point when it is written down."""

    label: str
    kind: PointKind
    position: Position
    as_given: str = ""
    datum: str = Datum.SRGI2013
    accuracy_m: Decimal | None = None
    height_m: Decimal | None = None
    method: str = PointMethod.TIDAK_DIKETAHUI
    measured_on: date | None = None
    brass_text: str = ""
    place: str = ""
    source: str = ""
    note: str = ""
    photo: "UploadedFile[Any] | None" = None

    def facts(self) -> dict[str, Any]:
        """The fields of the point but its position and photograph."""
        names = (
            "kind",
            "accuracy_m",
            "height_m",
            "method",
            "measured_on",
            "brass_text",
            "place",
            "source",
            "note",
        )
        return {name: getattr(self, name) for name in names}

    def where(self) -> dict[str, Any]:
        """The fields that say where it lies."""
        return {
            "lat": self.position.lat_exact,
            "lon": self.position.lon_exact,
            "datum": self.datum,
            "as_given": self.as_given.strip()[:200],
        }


@transaction.atomic
def add_point(
    *, actor: User, segment: Segment, data: PointData, after: SegmentPoint | None = None, first: bool = False
) -> SegmentPoint:
    """Put a point behind another one, at the front or at the end. Raises NotAllowed, ImpossibleStep or DomainError."""
    return add_points(actor=actor, segment=segment, rows=[data], after=after, first=first)[0]


@transaction.atomic
def add_points(
    *,
    actor: User,
    segment: Segment,
    rows: Sequence[PointData],
    after: SegmentPoint | None = None,
    first: bool = False,
) -> list[SegmentPoint]:
    """Put several points into the list, all or none."""
    row = locked(segment)
    require_proposer(actor, row)
    check_points(row, rows)
    start = make_room(row, after, len(rows), first=first)
    points = BoundaryPoint.objects.bulk_create(
        BoundaryPoint(
            **data.facts(),
            **data.where(),
            photo=store_photo(actor, data.photo),
            added_by=actor,
            added_at=clock.now(),
        )
        for data in rows
    )
    made = SegmentPoint.objects.bulk_create(
        SegmentPoint(segment=row, point=point, label=data.label.strip(), order=order)
        for order, (data, point) in enumerate(zip(rows, points, strict=True), start=start)
    )
    PointChange.objects.bulk_create(
        PointChange(point=one.point, segment=row, actor=actor, act=PointAct.DITAMBAHKAN, text=one.label)
        for one in made
    )
    told = labels_of([one.label for one in made])
    trace(actor=actor, segment=row, label=f"{len(made)} titik ditambahkan", detail=told)
    return made


@transaction.atomic
def list_node(
    *,
    actor: User,
    segment: Segment,
    point: BoundaryPoint,
    label: str,
    after: SegmentPoint | None = None,
    first: bool = False,
) -> SegmentPoint:
    """Take a point of a neighbouring segment into the list: from then on it is their common node."""
    row = locked(segment)
    require_proposer(actor, row)
    sides = {side.pk for side in row.sides}
    if not any(sides & {other.region_a_id, other.region_b_id} for other in point.segments.all()):
        raise ImpossibleStep(_("Titik itu bukan milik segmen yang bertetangga."))
    _require_label(row, label)
    if row.listed_points.filter(point=point).exists():
        raise ImpossibleStep(_("Titik ini sudah ada dalam daftar segmen ini."))
    listing = SegmentPoint.objects.create(
        segment=row, point=point, label=label.strip(), order=make_room(row, after, 1, first=first)
    )
    note(actor, listing, PointAct.SIMPUL, listing.label)
    return listing


def check_points(segment: Segment, rows: Sequence[PointData]) -> None:
    """Refuse what the list cannot hold: a label twice, a place twice, a day to come, a place elsewhere."""
    listed = list(segment.listed_points.with_point())
    if len(listed) + len(rows) > MOST_POINTS:
        raise ImpossibleStep(
            _("Daftar satu segmen memuat paling banyak %s titik.") % MOST_POINTS,
            remedy=_("Periksa apakah segmennya benar."),
        )
    around = surroundings_of(segment)
    names = {row.label.casefold() for row in listed}
    places = {place_key(row.point.position, row.point.datum): row.label for row in listed}
    for data in rows:
        if not data.label.strip() or data.label.strip().casefold() in names:
            raise label_taken(data.label)
        check_place(data, around)
        key = place_key(data.position, data.datum)
        if key in places:
            raise place_taken(places[key])
        names.add(data.label.strip().casefold())
        places[key] = data.label


def check_place(data: PointData, around: Surroundings) -> None:
    """Refuse a position away from the regions, an unknown datum and a day to come."""
    if data.datum not in Datum.values:
        raise DomainError(_("Datum ini tidak dikenal."), remedy=_("Pilih salah satu datum."), status=422)
    if data.measured_on and data.measured_on > clock.today():
        raise DomainError(_("Tanggal pengukuran tidak boleh di masa depan."), status=422)
    try:
        around.check(data.position, data.datum)
    except CoordinateError as error:
        raise DomainError(error.message, remedy=error.remedy, status=422) from error


def label_taken(label: str) -> DomainError:
    """The refusal of an empty label, or of one the segment already has."""
    if not label.strip():
        return DomainError(_("Nama titik kosong."), remedy=_("Tulis misalnya TK 1A."), status=422)
    return ImpossibleStep(
        _("Nama titik “%s” sudah dipakai pada segmen ini.") % label.strip(),
        remedy=_("Pakai nama lain, misalnya dengan huruf di belakangnya: TK 1A."),
    )


def place_key(found: Position, datum: str) -> tuple[float, float]:
    """The same for two positions when they are one point written twice (within a centimetre)."""
    moved = convert(found, datum).position if datum in Datum.values else found
    return round(moved.lat, 7), round(moved.lon, 7)


def place_taken(label: str) -> ImpossibleStep:
    """The refusal of a position that the list already holds."""
    return ImpossibleStep(
        _("Posisi ini sudah tercatat sebagai “%s” pada segmen ini.") % label,
        remedy=_("Periksa apakah titiknya memang lain; bila sama, pakai titik yang sudah ada."),
    )


def store_photo(actor: User, upload: "UploadedFile[Any] | None") -> Any:
    """Keep a photograph; None when there is none. Raises ValidationError for what is no picture."""
    return store_upload(upload=upload, actor=actor, kind="titik", accept=IMAGES) if upload else None


def _require_label(segment: Segment, label: str) -> None:
    taken = segment.listed_points.values_list("label", flat=True)
    if not label.strip() or label.strip().casefold() in {name.casefold() for name in taken}:
        raise label_taken(label)


def make_room(segment: Segment, after: SegmentPoint | None, count: int, *, first: bool = False) -> int:
    """The first of `count` free places behind a point, at the front, or at the end."""
    listed = segment.listed_points
    if first:
        listed.update(order=F("order") + count)
        return 1
    if after is None:
        return (listed.aggregate(last=Max("order"))["last"] or 0) + 1
    here = listed.filter(pk=after.pk).values_list("order", flat=True).first()
    if here is None:
        raise ImpossibleStep(
            _("Titik tempat menyisipkan sudah dilepas dari daftar."), remedy=_("Buka kembali daftar titik.")
        )
    listed.filter(order__gt=here).update(order=F("order") + count)
    return here + 1
