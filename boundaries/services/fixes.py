"""Positions from the field: received once, then made a point or put aside by the province's office."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from boundaries.choices import Datum, PointMethod
from boundaries.choices.fixes import FixState
from boundaries.geo.coordinates import CoordinateError, Position, dms
from boundaries.models import FieldFix, PointKind, Segment
from boundaries.services.access import may_manage
from boundaries.services.points import PointData, add_point
from boundaries.services.points.access import may_propose
from boundaries.services.points.placing import surroundings_of
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.files import IMAGES, store_upload

# A telephone that knows no better than this knows nothing of a boundary.
WORST_ACCURACY_M = 1_000
MOST_SAMPLES = 100_000
# Telephones' clocks go wrong, though not by more than this.
CLOCK_ERROR = timedelta(minutes=10)
SOURCE = "Posisi telepon genggam, bukan pengukuran geodetik"


@dataclass(frozen=True)
class FixData:
    """What a telephone, or a person's typing, says of a position."""

    kind: str
    position: Position
    key: str
    taken_at: datetime | None = None
    accuracy_m: Decimal | None = None
    spread_m: Decimal | None = None
    samples: int = 0
    note: str = ""
    photo: "UploadedFile[Any] | None" = None


def record_fix(*, actor: User, segment: Segment, data: FixData) -> FieldFix:
    """Receive a position; the same key from the same person is the same position. Raises NotAllowed or DomainError."""
    if not may_propose(actor, segment):
        raise NotAllowed(
            _("Anda tidak berwenang mengirim posisi lapangan segmen %(segment)s.") % {"segment": segment},
            remedy=_("Mintalah petugas salah satu daerah atau Biro Pemerintahan provinsi."),
        )
    known = FieldFix.objects.filter(person=actor, key=data.key).first()
    if known is not None:
        return known
    _check(segment, data)
    try:
        return _write(actor, segment, data)
    except IntegrityError:  # the same sending arrived twice at once
        return FieldFix.objects.get(person=actor, key=data.key)


@transaction.atomic
def _write(actor: User, segment: Segment, data: FixData) -> FieldFix:
    photo = (
        store_upload(upload=data.photo, actor=actor, kind="lapangan", accept=IMAGES) if data.photo else None
    )
    trace(actor=actor, segment=segment, label="Posisi lapangan dikirim", detail=data.note.strip())
    return FieldFix.objects.create(
        segment=segment, kind=data.kind, lat=data.position.lat_exact, lon=data.position.lon_exact,
        accuracy_m=data.accuracy_m, spread_m=data.spread_m, samples=data.samples, note=data.note.strip(),
        photo=photo, person=actor, taken_at=data.taken_at or clock.now(), sent_at=clock.now(), key=data.key,
    )  # fmt: skip


def _check(segment: Segment, data: FixData) -> None:
    """Refuse what cannot be a position at this boundary."""
    try:
        surroundings_of(segment).check(data.position, Datum.WGS84)
    except CoordinateError as error:
        raise DomainError(error.message, remedy=error.remedy, status=422) from error
    if data.accuracy_m is not None and not 0 < data.accuracy_m <= WORST_ACCURACY_M:
        raise DomainError(
            _("Ketelitian alat %(metres)s m tidak berguna bagi batas daerah.") % {"metres": data.accuracy_m},
            remedy=_("Ambil posisi lagi di tempat terbuka, tunggu sampai ketelitiannya membaik."),
            status=422,
        )
    if data.samples > MOST_SAMPLES or (data.spread_m is not None and data.spread_m > WORST_ACCURACY_M):
        raise DomainError(
            _("Bacaan posisi ini terlalu tersebar untuk dirata-ratakan."),
            remedy=_("Berdirilah diam di titiknya, lalu ambil posisi lagi."),
            status=422,
        )
    if data.taken_at is not None and data.taken_at > clock.now() + CLOCK_ERROR:
        raise DomainError(
            _("Waktu pengambilan berada di masa depan."),
            remedy=_("Betulkan jam telepon, lalu ambil posisi lagi."),
            status=422,
        )


@transaction.atomic
def make_point(*, actor: User, fix: FieldFix, kind: PointKind, label: str) -> FieldFix:
    """Put the position at the end of the segment's list of points. Raises NotAllowed, ImpossibleStep or DomainError."""
    row = _open(actor, fix)
    position = Position(float(row.lon), float(row.lat))
    data = PointData(
        label=label, kind=kind, position=position, as_given=dms(row.lat, row.lon), datum=Datum.WGS84,
        accuracy_m=row.accuracy_m, method=PointMethod.SURVEI, measured_on=timezone.localtime(row.taken_at).date(),
        source=SOURCE, note=row.note,
    )  # fmt: skip
    listed = add_point(actor=actor, segment=row.segment, data=data)
    listed.point.photo = row.photo
    listed.point.save(update_fields=["photo"])
    return _decide(actor, row, FixState.DIJADIKAN, point=listed.point)


@transaction.atomic
def put_aside(*, actor: User, fix: FieldFix, reason: str) -> FieldFix:
    """Decide that the position is not used, and why. Raises NotAllowed, ImpossibleStep or DomainError."""
    row = _open(actor, fix)
    if not reason.strip():
        raise DomainError(
            _("Alasan wajib diisi."), remedy=_("Tulis mengapa posisi ini tidak dipakai."), status=422
        )
    trace(actor=actor, segment=row.segment, label="Posisi lapangan tidak dipakai", detail=reason.strip())
    return _decide(actor, row, FixState.DITOLAK, answer=reason.strip())


def _open(actor: User, fix: FieldFix) -> FieldFix:
    """The position as it stands, locked, for who keeps the record."""
    row = FieldFix.objects.select_for_update(of=("self",)).get(pk=fix.pk)
    if not may_manage(actor, row.segment):
        raise NotAllowed(
            _("Posisi lapangan diputuskan oleh Biro Pemerintahan provinsi."),
            remedy=_("Mintalah Biro Pemerintahan provinsi salah satu pihak."),
        )
    if not row.is_open:
        raise ImpossibleStep(
            _("Posisi ini sudah diputuskan: %(state)s.") % {"state": row.get_state_display()},
            remedy=_("Muat ulang halaman segmen."),
        )
    return row


def _decide(actor: User, row: FieldFix, state: str, **facts: Any) -> FieldFix:
    row.state, row.decided_by, row.decided_at = state, actor, clock.now()
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=["state", "decided_by", "decided_at", *facts])
    return row
