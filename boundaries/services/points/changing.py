"""A listed point corrected, moved along the list, or taken off it; nothing of its past is lost."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from boundaries.choices import PointAct
from boundaries.geo import measuring
from boundaries.models import BoundaryPoint, Leg, SegmentPoint
from boundaries.services.points.access import locked_listing, note, require_every_segment, require_proposer
from boundaries.services.points.adding import (
    PointData,
    check_place,
    label_taken,
    make_room,
    place_key,
    place_taken,
    store_photo,
)
from boundaries.services.points.placing import surroundings_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm


@transaction.atomic
def change_point(
    *, actor: User, listing: SegmentPoint, data: PointData, reason: str = "", seen: str | None = None
) -> SegmentPoint:
    """Correct a point. A new position needs a reason, keeps the old one and voids what both sides said of it."""
    row = locked_listing(listing)
    require_proposer(actor, row.segment)
    point = BoundaryPoint.objects.select_for_update(of=("self",)).get(pk=row.point_id)
    if seen is not None and seen != point.mark:
        raise StaleForm(
            _("Sementara formulir ini terbuka, posisi titik diubah orang lain."),
            remedy=_("Buka kembali halaman titik, lalu putuskan apakah perubahan masih perlu."),
        )
    require_every_segment(actor, point)
    _check(row, data)
    where = data.where()
    moved = any(getattr(point, name) != where[name] for name in ("lat", "lon", "datum"))
    if moved:
        _move(actor, row, point, where, reason)
    _describe(actor, row, point, data, where, told=moved)
    return row


def _check(row: SegmentPoint, data: PointData) -> None:
    """Refuse a label or a place that another point of the segment has, and a place elsewhere."""
    key = place_key(data.position, data.datum)
    for other in row.segment.listed_points.with_point().exclude(pk=row.pk):
        if other.label.casefold() == data.label.strip().casefold():
            raise label_taken(data.label)
        if place_key(other.point.position, other.point.datum) == key:
            raise place_taken(other.label)
    if not data.label.strip():
        raise label_taken("")
    check_place(data, surroundings_of(row.segment))


def _move(actor: User, row: SegmentPoint, point: BoundaryPoint, where: dict[str, Any], reason: str) -> None:
    if not reason.strip():
        raise DomainError(
            _("Posisi titik berubah; alasannya wajib diisi."),
            remedy=_("Tulis sebabnya, misalnya salah ketik atau pengukuran ulang."),
            status=422,
        )
    old = {name: getattr(point, name) for name in ("lat", "lon", "datum", "as_given")}
    before = point.in_srgi
    for name, value in where.items():
        setattr(point, name, value)
    gap = measuring.distance_m(before.lonlat, point.in_srgi.lonlat)
    point.verdicts.filter(voided_at=None).update(voided_at=clock.now())
    row.point = point
    note(actor, row, PointAct.POSISI, reason.strip(), moved_m=gap, **old)


def _describe(
    actor: User,
    row: SegmentPoint,
    point: BoundaryPoint,
    data: PointData,
    where: dict[str, Any],
    *,
    told: bool,
) -> None:
    """Write the facts; the history tells which of them changed."""
    facts: dict[str, Any] = data.facts() | {"as_given": where["as_given"]}
    changed = [name for name, value in facts.items() if getattr(point, name) != value]
    for name, value in facts.items():
        setattr(point, name, value)
    if data.photo:
        point.photo = store_photo(actor, data.photo)
        changed.append("photo")
    point.save()
    names = [str(getattr(BoundaryPoint._meta.get_field(name), "verbose_name", name)) for name in changed]
    if row.label != data.label.strip():
        names.append(f"{row.label} → {data.label.strip()}")
        row.label = data.label.strip()
        row.save(update_fields=["label"])
    if names and not told:
        note(actor, row, PointAct.KETERANGAN, ", ".join(names))


@transaction.atomic
def move_point(
    *, actor: User, listing: SegmentPoint, after: SegmentPoint | None, first: bool = False
) -> SegmentPoint:
    """Put a point behind another one, at the front, or at the end of its list."""
    row = locked_listing(listing)
    require_proposer(actor, row.segment)
    if after is not None and after.pk == row.pk:
        raise ImpossibleStep(_("Titik tidak dapat diletakkan di belakang dirinya sendiri."))
    row.segment.listed_points.filter(order__gt=row.order).update(order=F("order") - 1)
    behind = after or _last_other(row)
    row.order = make_room(row.segment, behind, 1, first=first)
    row.save(update_fields=["order"])
    note(actor, row, PointAct.URUTAN, _("Urutan %s") % row.order)
    return row


def _last_other(row: SegmentPoint) -> SegmentPoint | None:
    """Behind whom the last of the list stands."""
    return row.segment.listed_points.exclude(pk=row.pk).order_by("-order", "-pk").first()


@transaction.atomic
def drop_point(*, actor: User, listing: SegmentPoint, reason: str) -> None:
    """Take a point off the list of a segment; the point and its history stay."""
    row = locked_listing(listing)
    require_proposer(actor, row.segment)
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tulis mengapa titik ini dilepas."), status=422)
    if Leg.objects.filter(start=row).exists() or Leg.objects.filter(end=row).exists():
        raise ImpossibleStep(
            _("Titik ini ujung sebuah ruas."), remedy=_("Ganti dahulu ujung ruas itu dengan titik lain.")
        )
    note(actor, row, PointAct.DILEPAS, f"{row.label}: {reason.strip()}")
    SegmentPoint.objects.filter(pk=row.pk).delete()
    row.segment.listed_points.filter(order__gt=row.order).update(order=F("order") - 1)
