"""The log of the negotiation: rounds, what each side held, how many kilometres were agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from boundaries.models import BoundaryLine, Round, RoundPosition, Segment, SegmentPaper
from boundaries.services.access import may_speak_for
from boundaries.services.traces import changes, kept_by, locked, rewrite, trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, NotAllowed
from ksd.core.words import figures
from regions.models import Region


@dataclass(frozen=True)
class RoundFacts:
    """One round as somebody typed it."""

    on: date
    forum: str
    place: str = ""
    meeting: str = ""
    agreed_km: Decimal | None = None
    disputed_km: Decimal | None = None
    outcome: str = ""
    next_step: str = ""
    paper: SegmentPaper | None = None


@dataclass(frozen=True)
class Position:
    """What one side held; an empty text takes nothing away."""

    region: Region
    text: str
    line: BoundaryLine | None = None


@transaction.atomic
def keep_round(
    *,
    actor: User,
    segment: Segment,
    facts: RoundFacts,
    positions: Iterable[Position] = (),
    round: Round | None = None,
) -> Round:
    """Write down a round under the next number, or correct one. Raises NotAllowed, DomainError or ValidationError."""
    row = kept_by(actor, segment)
    _check(row, facts)
    current = row.rounds.select_related("paper").get(pk=round.pk) if round else _new(row, actor)
    is_new = current.pk is None
    facts_told = rewrite(current, vars(facts))
    current.full_clean(exclude=["written_by"])
    current.save()
    told = [facts_told, *(_hold(actor, current, position) for position in positions)]
    detail = "\n".join(part for part in told if part)
    if detail:
        label = f"Mencatat putaran {current.number}" if is_new else f"Memperbarui putaran {current.number}"
        trace(actor=actor, segment=row, label=label, detail=detail)
    return current


def _new(row: Segment, actor: User) -> Round:
    last = row.rounds.aggregate(last=Max("number"))["last"] or 0
    return Round(segment=row, number=last + 1, written_by=actor, written_at=clock.now())


def _check(row: Segment, facts: RoundFacts) -> None:
    if facts.on > clock.today():
        raise DomainError(
            _("Putaran dicatat sesudah berlangsung; tanggalnya tidak di masa depan."),
            remedy=_("Isi tanggal pertemuannya."),
        )
    told = (facts.agreed_km or Decimal(0)) + (facts.disputed_km or Decimal(0))
    if row.length_km is not None and told > row.length_km:
        raise DomainError(
            _(
                "Yang disepakati dan diperselisihkan berjumlah %(sum)s km, melebihi panjang segmen %(length)s km."
            )
            % {"sum": figures(told), "length": figures(row.length_km)},
            remedy=_("Periksa kedua angkanya, atau perbaiki panjang segmen."),
        )
    if facts.paper is not None and facts.paper.segment_id != row.pk:
        raise DomainError(
            _("Berita acara itu bukan dokumen segmen ini."), remedy=_("Pilih dari daftar dokumen segmen ini.")
        )


@transaction.atomic
def state_position(*, actor: User, round: Round, position: Position) -> RoundPosition | None:
    """Let one side say what it held in a round. Raises NotAllowed or DomainError."""
    row = locked(round.segment)
    if not may_speak_for(actor, row, position.region):
        raise NotAllowed(
            _("Anda tidak mewakili %(region)s.") % {"region": position.region},
            remedy=_("Posisi dicatat petugas daerah itu sendiri atau Biro Pemerintahan."),
        )
    if not position.text.strip():
        raise DomainError(
            _("Posisi belum ditulis."), remedy=_("Tulis garis dan alasan yang dipegang daerah.")
        )
    told = _hold(actor, round, position)
    if told:
        trace(actor=actor, segment=row, label=f"Menyatakan posisi pada putaran {round.number}", detail=told)
    return round.positions.filter(region=position.region).first()


def _hold(actor: User, round: Round, position: Position) -> str:
    """Write one side's position and tell what is new about it."""
    _check_position(round, position)
    current = round.positions.filter(region=position.region).first()
    text = position.text.strip()
    if not text or (current and (current.text, current.line) == (text, position.line)):
        return ""
    before = current.text if current else ""
    RoundPosition.objects.update_or_create(
        round=round,
        region=position.region,
        defaults={"text": text, "line": position.line, "written_by": actor, "written_at": clock.now()},
    )
    return changes([(f"Posisi {position.region}", before, text)]) or f"Garis posisi {position.region} diganti"


def _check_position(round: Round, position: Position) -> None:
    if position.region.pk not in (round.segment.region_a_id, round.segment.region_b_id):
        raise DomainError(
            _("%(region)s bukan pihak segmen ini.") % {"region": position.region},
            remedy=_("Pilih salah satu dari kedua daerah."),
        )
    if position.line is not None and position.line.segment_id != round.segment_id:
        raise DomainError(
            _("Garis itu bukan garis segmen ini."), remedy=_("Pilih dari daftar garis segmen ini.")
        )
