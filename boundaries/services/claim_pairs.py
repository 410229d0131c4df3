"""The two claims of a segment that are laid over each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _
from shapely import LineString

from boundaries.choices import LineRole
from boundaries.geo.errors import GeometryError
from boundaries.models import BoundaryLine, Segment
from ksd.core.errors import DomainError

# Beyond this the pages of a browser would wait too long; the command line takes more.
MOST_VERTICES = 60_000


@dataclass(frozen=True)
class ClaimPair:
    """One claim of each side, as rows and as lines."""

    first: BoundaryLine
    second: BoundaryLine

    @property
    def lines(self) -> tuple[LineString, LineString]:
        """Both as geometry."""
        return line_of(self.first), line_of(self.second)


@contextmanager
def told() -> Iterator[None]:
    """Whatever the geometry refuses, said as a refusal of the register."""
    try:
        yield
    except GeometryError as error:
        raise DomainError(str(error.message), remedy=error.remedy) from None


def line_of(row: BoundaryLine) -> LineString:
    """A stored line as geometry."""
    return LineString(row.vertices)


def claims_of(segment: Segment) -> list[BoundaryLine]:
    """Every claim of the segment, the newest first; those replaced too, for a choice between versions."""
    rows = BoundaryLine.objects.shared_of(segment).filter(role=LineRole.KLAIM, withdrawal=None)
    return list(
        rows.select_related("region", "round", "replaced_by", "withdrawal").order_by(
            "-drawn_at", "-version", "-pk"
        )
    )


def studies_of(segment: Segment) -> list[BoundaryLine]:
    """The lines studied by the province or the ministry that stand, the newest first."""
    roles = (LineRole.KAJIAN_PROVINSI, LineRole.KAJIAN_KEMENDAGRI)
    rows = BoundaryLine.objects.shared_of(segment).standing().filter(role__in=roles)
    return list(rows.order_by("-drawn_at", "-pk"))


def pair_of(
    segment: Segment, first: str = "", second: str = "", claims: list[BoundaryLine] | None = None
) -> ClaimPair | None:
    """The claims asked for by their numbers, else the newest each side stands by; None while a side stands by none."""
    rows = claims_of(segment) if claims is None else claims
    chosen = [
        _chosen([row for row in rows if row.region_id == side.pk], said)
        for side, said in zip(segment.sides, (first, second), strict=True)
    ]
    if chosen[0] is None or chosen[1] is None:
        return None
    if sum(row.vertex_count for row in chosen if row) > MOST_VERTICES:
        raise DomainError(
            _("Kedua klaim terlalu rapat untuk dihitung di halaman ini."),
            remedy=_("Pakai perintah `manage.py overlay`, atau sederhanakan garisnya."),
        )
    return ClaimPair(chosen[0], chosen[1])


def _chosen(rows: list[BoundaryLine], said: str) -> BoundaryLine | None:
    asked = next((row for row in rows if str(row.pk) == said), None)
    return asked or next((row for row in rows if row.stands), None)
