"""Legs (ruas) of a segment: added, changed, put into order, removed; the two sides agree leg by leg."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from boundaries.choices import LegState
from boundaries.models import Leg, Segment, SegmentPaper, SegmentPoint
from boundaries.services.traces import kept_by, rewrite, trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import figures

# No decree seen has more legs than this.
MOST = 400


@dataclass(frozen=True)
class LegFacts:
    """One leg as somebody typed it."""

    name: str = ""
    start: SegmentPoint | None = None
    end: SegmentPoint | None = None
    direction: str = ""
    along: str = ""
    lies_a: str = ""
    lies_b: str = ""
    length_km: Decimal | None = None
    disputed_ha: Decimal | None = None
    state: str = LegState.BELUM_DIBAHAS
    agreed_on: date | None = None
    paper: SegmentPaper | None = None
    note: str = ""


@transaction.atomic
def keep_leg(*, actor: User, segment: Segment, facts: LegFacts, leg: Leg | None = None) -> Leg:
    """Add a leg at the end, or change one. Raises NotAllowed, ImpossibleStep, DomainError or ValidationError."""
    row = kept_by(actor, segment)
    _check(row, facts)
    current = _current(row, leg) if leg else _new(row)
    new = current.pk is None
    told = rewrite(current, vars(facts))
    current.full_clean()
    current.save()
    if told:
        label = "Menambahkan ruas" if new else f"Mengubah ruas {_called(current)}"
        trace(actor=actor, segment=row, label=label, detail=told)
    return current


def _new(row: Segment) -> Leg:
    if row.legs.count() >= MOST:
        raise ImpossibleStep(
            _("Segmen ini sudah memuat %d ruas.") % MOST, remedy=_("Gabungkan ruas yang berurutan.")
        )
    last = row.legs.aggregate(last=Max("order"))["last"] or 0
    return Leg(segment=row, order=last + 1)


def _current(row: Segment, leg: Leg) -> Leg:
    """The leg as it stands now. Raises ImpossibleStep when somebody removed it meanwhile."""
    current = row.legs.select_related("start", "end", "paper").filter(pk=leg.pk).first()
    if current is None:
        raise ImpossibleStep(_("Ruas itu sudah dihapus orang lain."), remedy=_("Buka kembali daftar ruas."))
    return current


def _check(row: Segment, facts: LegFacts) -> None:
    if not (facts.name.strip() or (facts.start and facts.end)):
        raise DomainError(
            _("Ruas dikenal dari namanya atau dari kedua titik ujungnya."),
            remedy=_("Isi nama ruas, atau pilih titik awal dan titik akhirnya."),
        )
    if facts.start is not None and facts.start == facts.end:
        raise DomainError(
            _("Ruas berawal dan berakhir di titik yang sama."), remedy=_("Pilih dua titik yang berbeda.")
        )
    if facts.state == LegState.DISEPAKATI and facts.disputed_ha:
        raise DomainError(
            _("Ruas yang disepakati tidak mempunyai luas yang diperselisihkan."),
            remedy=_("Kosongkan luasnya, atau ubah keadaannya."),
        )
    if facts.agreed_on and (facts.state != LegState.DISEPAKATI or facts.agreed_on > clock.today()):
        raise DomainError(
            _("Tanggal kesepakatan hanya untuk ruas yang disepakati, dan tidak di masa depan."),
            remedy=_("Periksa keadaan ruas dan tanggalnya."),
        )
    parts = [*(point.segment_id for point in (facts.start, facts.end) if point)]
    if facts.paper is not None:
        parts.append(facts.paper.segment_id)
    if any(part != row.pk for part in parts):
        raise DomainError(
            _("Titik dan berita acara ruas berasal dari segmen yang sama."),
            remedy=_("Pilih dari daftar segmen ini."),
        )


@transaction.atomic
def move_leg(*, actor: User, leg: Leg, down: bool) -> None:
    """Put a leg one place earlier or later; at the end nothing moves. Raises NotAllowed or ImpossibleStep."""
    row = kept_by(actor, leg.segment)
    _current(row, leg)
    legs = list(row.legs.order_by("order", "pk"))
    place = next(number for number, other in enumerate(legs) if other.pk == leg.pk)
    target = place + (1 if down else -1)
    if 0 <= target < len(legs):
        legs[place], legs[target] = legs[target], legs[place]
        for number, other in enumerate(legs, start=1):
            other.order = number
        Leg.objects.bulk_update(legs, ["order"])
        trace(
            actor=actor,
            segment=row,
            label=f"Memindahkan ruas {_called(legs[target])}",
            detail=f"Urutan {place + 1} → {target + 1}",
        )


@transaction.atomic
def remove_leg(*, actor: User, leg: Leg, reason: str) -> None:
    """Remove a leg; what it said stays in the trace. Raises NotAllowed or ImpossibleStep."""
    row = kept_by(actor, leg.segment)
    current = _current(row, leg)
    length = f"{figures(current.length_km)} km" if current.length_km is not None else "panjang tidak dicatat"
    detail = f"{_called(current)}: {length}, {current.get_state_display()}.\n{reason.strip()}"
    current.delete()
    trace(actor=actor, segment=row, label="Menghapus ruas", detail=detail)


def _called(leg: Leg) -> str:
    return f"{leg.order} ({leg})"
