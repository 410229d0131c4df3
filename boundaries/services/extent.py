"""How much of a segment is agreed, and whether its numbers agree with each other."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from boundaries.choices import LegState
from boundaries.models import Leg, Segment
from boundaries.querysets.kilometres import BY_DECREE, BY_LEGS, BY_ROUND
from ksd.core.words import figures

# The length of a segment is kept to a tenth of a kilometre; what is less than that is rounding.
ROUNDING = Decimal("0.1")


@dataclass(frozen=True)
class Extent:
    """Kilometres of a segment: in all, agreed, disputed, and where the two come from. None: nobody knows."""

    total: Decimal | None
    agreed: Decimal | None
    disputed: Decimal | None
    source: str

    @property
    def open(self) -> Decimal | None:
        """Kilometres not agreed and not disputed: nobody spoke of them yet."""
        if self.total is None or self.agreed is None:
            return None
        return max(self.total - self.agreed - (self.disputed or 0), Decimal(0))

    @property
    def percent(self) -> int | None:
        """How much of the whole is agreed, in whole percent, never rounded up to a hundred."""
        if not self.total or self.agreed is None:
            return None
        return min(100, int(self.agreed * 100 / self.total))

    @property
    def said_by(self) -> str:
        """Where the agreed and disputed kilometres come from, in words."""
        words = {
            BY_DECREE: _("Ditetapkan dengan Permendagri"),
            BY_LEGS: _("Jumlah ruas yang dicatat"),
            BY_ROUND: _("Putaran perundingan terakhir"),
        }
        return words.get(self.source, "")


def extent_of(segment: Segment) -> Extent:
    """The kilometres of a segment read `with_km`; any other is asked for again."""
    row = segment if hasattr(segment, "km_source") else Segment.objects.with_km().get(pk=segment.pk)
    values = {name: getattr(row, name) for name in ("agreed_km", "disputed_km", "km_source")}
    return Extent(row.length_km, values["agreed_km"], values["disputed_km"], values["km_source"])


@dataclass(frozen=True)
class LegSums:
    """The legs of a segment added up, held against its length."""

    agreed: Decimal
    disputed: Decimal
    open: Decimal
    disputed_ha: Decimal
    unmeasured: int
    difference: Decimal | None

    @property
    def total(self) -> Decimal:
        """All legs with a length."""
        return self.agreed + self.disputed + self.open

    @property
    def fits(self) -> bool:
        """Whether the legs make up the length of the segment."""
        return self.difference is not None and abs(self.difference) <= ROUNDING and not self.unmeasured


def sums_of(segment: Segment, legs: list[Leg]) -> LegSums:
    """Add up the legs of a segment."""
    km = {
        state: sum((leg.length_km for leg in legs if leg.state == state and leg.length_km), Decimal(0))
        for state in LegState
    }
    total = sum(km.values(), Decimal(0))
    return LegSums(
        agreed=km[LegState.DISEPAKATI],
        disputed=km[LegState.DIPERSELISIHKAN],
        open=km[LegState.BELUM_DIBAHAS],
        disputed_ha=sum((leg.disputed_ha for leg in legs if leg.disputed_ha), Decimal(0)),
        unmeasured=sum(1 for leg in legs if leg.length_km is None),
        difference=total - segment.length_km if segment.length_km is not None else None,
    )


def findings_of(segment: Segment, legs: list[Leg]) -> list[str]:
    """What does not fit between the legs and the segment, each with its mend."""
    if not legs:
        return []
    sums, found = sums_of(segment, legs), []
    if sums.unmeasured:
        found.append(
            _("%d ruas belum berukuran panjang; isi panjangnya agar jumlahnya benar.") % sums.unmeasured
        )
    if sums.difference is None:
        found.append(_("Panjang segmen belum diisi, jadi jumlah ruas tidak dapat dicocokkan."))
    elif abs(sums.difference) > ROUNDING:
        found.append(_difference(sums, sums.difference, segment))
    if segment.is_settled and sums.disputed:
        found.append(
            _(
                "Segmen sudah ditetapkan, tetapi masih ada ruas yang dicatat diperselisihkan; perbarui keadaannya."
            )
        )
    return found


def _difference(sums: LegSums, off: Decimal, segment: Segment) -> str:
    facts = {
        "sum": figures(sums.total),
        "length": figures(segment.length_km or Decimal(0)),
        "off": figures(abs(off)),
    }
    if off < 0:
        return _("Jumlah ruas %(sum)s km, kurang %(off)s km dari panjang segmen %(length)s km.") % facts
    return _("Jumlah ruas %(sum)s km, lebih %(off)s km dari panjang segmen %(length)s km.") % facts
