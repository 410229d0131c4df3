"""Acts on pillars: recorded, inspected, planned; and what the plan of a segment asks for."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import PillarState, PointAct
from boundaries.geo import measuring
from boundaries.geo.coordinates import Position
from boundaries.models import Pillar, PillarInspection, PillarPlan, Segment, SegmentPoint
from boundaries.services.access import may_manage
from boundaries.services.office import office_number
from boundaries.services.points.access import locked, locked_listing, may_propose, note
from boundaries.services.points.adding import store_photo
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.words import figures
from ksd.deadlines.calendar import add_months

DISTANCE, MONTHS = "km_per_pilar", "bulan_periksa_pilar"
# The kinds a plan counts; those between them only make the line denser.
MAIN = ("PBU", "PABU")


@dataclass(frozen=True)
class PillarData:
    """What is known of a pillar."""

    size: str = ""
    set_on: date | None = None
    set_by: str = ""
    note: str = ""
    photo: "UploadedFile[Any] | None" = None


@dataclass(frozen=True)
class InspectionData:
    """What a visit found; the position found may be left out."""

    on: date
    state: str
    inspector: str
    found: Position | None = None
    as_given: str = ""
    note: str = ""
    photo: "UploadedFile[Any] | None" = None


@dataclass(frozen=True)
class Density:
    """How many main pillars a segment is to have and has; nothing planned without its length."""

    km_per_pillar: Decimal
    own: bool
    basis: str
    planned: int | None
    standing: int


@transaction.atomic
def keep_pillar(*, actor: User, listing: SegmentPoint, data: PillarData) -> Pillar:
    """Record or correct the pillar of a point. Raises NotAllowed, ImpossibleStep (no pillar stands at such a point)."""
    row = locked_listing(listing)
    _require_keeper(actor, row.segment)
    if not row.point.kind.has_pillar:
        raise ImpossibleStep(
            _("%s tidak berupa pilar.") % row.point.kind.name,
            remedy=_("Ubah jenis titiknya bila di sana memang berdiri pilar."),
        )
    _not_to_come(data.set_on)
    pillar, _made = Pillar.objects.get_or_create(point=row.point)
    if data.set_on and pillar.inspections.filter(on__lt=data.set_on).exists():
        raise DomainError(_("Pilar sudah diperiksa sebelum tanggal pemasangan itu."), status=422)
    pillar.size, pillar.set_on, pillar.set_by, pillar.note = data.size, data.set_on, data.set_by, data.note
    pillar.photo = store_photo(actor, data.photo) or pillar.photo
    pillar.save()
    note(actor, row, PointAct.PILAR, data.size)
    return pillar


@transaction.atomic
def inspect_pillar(*, actor: User, listing: SegmentPoint, data: InspectionData) -> PillarInspection:
    """Write down a visit; the pillar stands as its latest visit found it, whenever that is written down."""
    row = locked_listing(listing)
    _require_keeper(actor, row.segment)
    pillar = Pillar.objects.select_for_update().filter(point=row.point).first()
    if pillar is None:
        raise ImpossibleStep(
            _("Pilar titik ini belum dicatat."), remedy=_("Catat data pilarnya lebih dahulu.")
        )
    _not_to_come(data.on)
    if pillar.set_on and data.on < pillar.set_on:
        raise DomainError(_("Pemeriksaan tidak mungkin sebelum pilar dipasang."), status=422)
    if data.state not in PillarState.values or not data.state:
        raise DomainError(_("Keadaan pilar ini tidak dikenal."), status=422)
    visit = PillarInspection.objects.create(
        pillar=pillar, on=data.on, state=data.state, inspector=data.inspector.strip(), note=data.note.strip(),
        photo=store_photo(actor, data.photo), by=actor, at=clock.now(), **_found(row, data),
    )  # fmt: skip
    latest = pillar.inspections.order_by("-on", "-pk").first() or visit
    pillar.state, pillar.inspected_on = latest.state, latest.on
    pillar.save(update_fields=["state", "inspected_on"])
    note(actor, row, PointAct.DIPERIKSA, f"{visit.get_state_display()}, {visit.inspector}")
    return visit


def _found(row: SegmentPoint, data: InspectionData) -> dict[str, Any]:
    """Where the pillar was found (SRGI2013) and how far from its point."""
    if data.found is None:
        return {}
    gap = measuring.distance_m(row.point.in_srgi.lonlat, data.found.lonlat)
    return {
        "lat": data.found.lat_exact, "lon": data.found.lon_exact, "as_given": data.as_given.strip()[:200], "offset_m": gap,
    }  # fmt: skip


@transaction.atomic
def plan_pillars(*, actor: User, segment: Segment, km_per_pillar: Decimal | None, basis: str = "") -> None:
    """Set the distance between main pillars of one segment; none goes back to the office's own."""
    row = locked(segment)
    if not may_manage(actor, row):
        raise NotAllowed(
            _("Anda tidak berwenang menetapkan rencana pilar segmen ini."),
            remedy=_("Mintalah Biro Pemerintahan provinsi menetapkannya."),
        )
    if km_per_pillar is None:
        if PillarPlan.objects.filter(segment=row).delete()[0]:
            trace(actor=actor, segment=row, label="Rencana pilar kembali ke jarak umum")
        return
    if not Decimal("0.05") <= km_per_pillar <= 500:
        raise DomainError(_("Jarak antarpilar di antara 0,05 dan 500 km."), status=422)
    PillarPlan.objects.update_or_create(
        segment=row,
        defaults={"km_per_pillar": km_per_pillar, "basis": basis.strip(), "by": actor, "at": clock.now()},
    )
    label = f"Rencana pilar: satu pilar utama setiap {figures(km_per_pillar)} km"
    trace(actor=actor, segment=row, label=label, detail=basis.strip())


def density_of(segment: Segment) -> Density:
    """Planned main pillars by the length of the segment, and those recorded as set and not lost."""
    plan = PillarPlan.objects.filter(segment=segment).first()
    distance = plan.km_per_pillar if plan else Decimal(office_number(DISTANCE) or 5)
    planned = None
    if segment.length_km is not None:
        planned = int((Decimal(segment.length_km) / distance).quantize(Decimal(1), ROUND_HALF_UP))
    main = segment.listed_points.filter(point__kind__code__in=MAIN, point__pillar__isnull=False)
    standing = main.exclude(point__pillar__state=PillarState.HILANG).count()
    return Density(distance, plan is not None, plan.basis if plan else "", planned, standing)


def unseen_before() -> date:
    """The first day on which an inspection still counts as recent."""
    return add_months(clock.today(), -office_number(MONTHS))


def may_keep(user: Any, segment: Segment) -> bool:
    """Whether a person may record pillars and visits: either side, also after the decree, and the province."""
    return may_propose(user, segment)


def _require_keeper(actor: User, segment: Segment) -> None:
    if not may_keep(actor, segment):
        raise NotAllowed(
            _("Anda tidak berwenang mencatat pilar segmen %(segment)s.") % {"segment": segment},
            remedy=_("Mintalah petugas salah satu daerah atau Biro Pemerintahan provinsi mencatatnya."),
        )


def _not_to_come(day: date | None) -> None:
    if day and day > clock.today():
        raise DomainError(_("Tanggal tidak boleh di masa depan."), status=422)
