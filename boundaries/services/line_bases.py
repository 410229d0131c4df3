"""On which document each stretch of a claim rests."""

from dataclasses import dataclass
from itertools import pairwise

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import EvidenceLevel
from boundaries.geo import measuring
from boundaries.models import BoundaryLine, Evidence, LineEvidence, SegmentPoint
from boundaries.services.evidence import require_voice
from boundaries.services.line_notices import told
from boundaries.services.traces import trace
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep

# A vertex this near to a listed point of the segment is that point.
SAME_PLACE_M = 1.0


@dataclass(frozen=True)
class Stretch:
    """Part of a line between two vertices (counted from 1) with what it rests on; no base where it rests on nothing."""

    first: int
    last: int
    length_m: float
    base: LineEvidence | None = None
    readable: bool = True

    @property
    def title(self) -> str:
        """The document in words; nothing of what the reader may not see."""
        if self.base is None:
            return _("tanpa dasar")
        if not self.readable:
            return _("dokumen terbatas")
        if self.base.evidence.dropped_at is not None:
            return _("%(title)s (sudah ditarik)") % {"title": self.base.evidence}
        return str(self.base.evidence)

    @property
    def is_bare(self) -> bool:
        """Whether nothing that stands carries it."""
        return self.base is None or self.base.evidence.dropped_at is not None


def stretches(line: BoundaryLine, user: AnyUser) -> list[Stretch]:
    """The whole line in order, the gaps named; two queries."""
    bases = list(line.bases.filter(dropped_at=None).select_related("evidence").order_by("first"))
    readable = set(
        Evidence.objects.visible_to(user)
        .filter(pk__in=[row.evidence_id for row in bases])
        .values_list("pk", flat=True)
    )
    reached = _reached(line.vertices)
    found, at = [], 0
    for row in bases:
        if row.first > at:
            found.append(_stretch(reached, at, row.first))
        found.append(_stretch(reached, row.first, row.last, row, row.evidence_id in readable))
        at = row.last
    if at < len(reached) - 1:
        found.append(_stretch(reached, at, len(reached) - 1))
    return found


def _stretch(
    reached: list[float], first: int, last: int, base: LineEvidence | None = None, readable: bool = True
) -> Stretch:
    return Stretch(first + 1, last + 1, reached[last] - reached[first], base, readable)


def _reached(vertices: list[list[float]]) -> list[float]:
    """Metres from the start at every vertex."""
    found = [0.0]
    for a, b in pairwise(vertices):
        found.append(found[-1] + measuring.distance_m((a[0], a[1]), (b[0], b[1])))
    return found


@transaction.atomic
def state_base(
    *, actor: User, line: BoundaryLine, evidence: Evidence, start: str, end: str, note: str = ""
) -> LineEvidence:
    """Say on what a stretch of a claim rests; `start` and `end` are vertex numbers from 1 or labels of points.

    Raises NotAllowed, ImpossibleStep for a claim replaced meanwhile or an overlapping stretch, DomainError.
    """
    row = _locked(actor, line)
    first, last = vertex_of(row, start), vertex_of(row, end)
    if first >= last:
        raise _refusal(
            _("Bentang berjalan dari titik yang lebih awal ke titik sesudahnya."),
            _("Isi titik awal yang lebih kecil daripada titik akhir."),
        )
    if evidence.segment_id != row.segment_id or evidence.dropped_at is not None:
        raise ImpossibleStep(_("Bukti ini tidak berlaku pada segmen ini."), remedy=_("Pilih bukti lain."))
    taken = row.bases.filter(dropped_at=None, first__lt=last, last__gt=first).first()
    if taken is not None:
        raise ImpossibleStep(
            _("Bentang ini bertumpuk dengan titik %(first)s–%(last)s yang sudah punya dasar.")
            % {"first": taken.first + 1, "last": taken.last + 1},
            remedy=_("Hapus bentang itu dahulu, atau pilih titik di luarnya. Titik ujung boleh sama."),
        )
    base = LineEvidence.objects.create(
        line=row, evidence=evidence, first=first, last=last, note=note.strip(), author=actor, at=clock.now()
    )
    _trace(actor, base, "dinyatakan")
    return base


def _trace(actor: User, base: LineEvidence, act: str) -> None:
    """On the history of the segment, which the other side reads too: what one side keeps to itself is not named."""
    secret = base.evidence.level == EvidenceLevel.SENDIRI
    where = f"Titik {base.first + 1}–{base.last + 1}: "
    detail = where + ("dokumen terbatas" if secret else str(base.evidence))
    trace(actor=actor, segment=base.line.segment, label=f"Dasar {told(base.line)} {act}", detail=detail)


@transaction.atomic
def drop_base(*, actor: User, base: LineEvidence) -> None:
    """Take back what was said of a stretch; the claim itself stays."""
    _locked(actor, base.line)
    standing = LineEvidence.objects.filter(pk=base.pk, dropped_at=None)
    if standing.update(dropped_at=clock.now(), dropped_by=actor):
        _trace(actor, base, "dihapus")


def _locked(actor: User, line: BoundaryLine) -> BoundaryLine:
    rows = BoundaryLine.objects.select_for_update(of=("self",))
    row = rows.select_related("region", "segment__region_a", "segment__region_b").get(pk=line.pk)
    if row.region is None:
        raise ImpossibleStep(_("Garis ini bukan klaim salah satu pihak."))
    require_voice(actor, row.segment, row.region)
    newer = BoundaryLine.objects.filter(replaces=row).first()
    if newer is not None:
        raise ImpossibleStep(
            _("Klaim ini sudah digantikan versi %(version)s.") % {"version": newer.version},
            remedy=_("Nyatakan dasarnya pada versi yang berlaku."),
        )
    return row


def vertex_of(line: BoundaryLine, said: str) -> int:
    """The place of a vertex, counted from 0, by its number (from 1) or the label of a listed point. Raises DomainError."""
    said = said.strip()
    if said.isdecimal() and len(said) < 10:
        number = int(said)
        if not 1 <= number <= len(line.vertices):
            raise _refusal(
                _("Titik %(said)s tidak ada: garis ini berjumlah %(count)s titik.")
                % {"said": said, "count": len(line.vertices)},
                _("Isi angka antara 1 dan jumlah titiknya."),
            )
        return number - 1
    listed = (
        SegmentPoint.objects.filter(segment=line.segment, label__iexact=said).select_related("point").first()
    )
    if listed is None:
        raise _refusal(
            _("Titik “%(said)s” tidak dikenal.") % {"said": said[:40]},
            _("Isi nomor titik pada garis, atau nama titik yang ada dalam daftar titik segmen ini."),
        )
    return _nearest(line, listed)


def _nearest(line: BoundaryLine, listed: SegmentPoint) -> int:
    place = (float(listed.point.lon), float(listed.point.lat))
    apart = [measuring.distance_m(place, (xy[0], xy[1])) for xy in line.vertices]
    found = min(range(len(apart)), key=apart.__getitem__)
    if apart[found] > SAME_PLACE_M:
        raise _refusal(
            _(
                "Titik %(label)s tidak terletak pada garis ini; titik garis terdekat nomor %(number)s, %(apart)s m darinya."
            )
            % {"label": listed.label, "number": found + 1, "apart": round(apart[found])},
            _("Pakai nomor titik garis."),
        )
    return found


def _refusal(message: str, remedy: str) -> DomainError:
    return DomainError(message, remedy=remedy, status=422)
