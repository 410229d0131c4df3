"""What the record and the other side are told when a line is stated, replaced or taken back."""

from decimal import Decimal

from django.utils.translation import gettext as _

from boundaries.choices import LineRole
from boundaries.models import BoundaryLine
from boundaries.services.access import STATE
from boundaries.services.traces import in_indonesian, trace
from ksd.accounts.access import own_region_ids, recipients
from ksd.accounts.models import User
from ksd.core.words import figures
from ksd.deadlines.notices import notify


def tell_stated(actor: User, line: BoundaryLine, *, source: str = "") -> None:
    """A new version: on the history of the segment, and to whoever it concerns. Compromises have a desk of their own."""
    if line.role == LineRole.KOMPROMI:
        return
    act = "Versi baru garis dinyatakan" if line.replaces_id else "Garis dinyatakan"
    length = f"Panjang {figures(round(Decimal(line.length_m) / 1000, 3))} km, {line.vertex_count} titik."
    detail = "\n".join(part for part in (length, line.reason, source) if part)
    trace(actor=actor, segment=line.segment, label=f"{act}: {told(line)}", detail=detail)
    title = _("Versi %(version)s menggantikan: %(line)s") if line.replaces_id else _("Garis baru: %(line)s")
    _tell(actor, line, "stated", title % {"version": line.version, "line": line}, line.reason)


def tell_withdrawn(actor: User, line: BoundaryLine, reason: str) -> None:
    """A line taken back: the same people learn of it, with the reason."""
    trace(actor=actor, segment=line.segment, label=f"Garis ditarik: {told(line)}", detail=reason)
    _tell(actor, line, "withdrawn", _("Garis ditarik: %(line)s") % {"line": line}, reason)


def told(line: BoundaryLine) -> str:
    """A line in the stored words of the history: what it is, whose, which version."""
    whose = f" {line.region}" if line.region else ""
    name = f" “{line.name}”" if line.name else ""
    return f"{in_indonesian(line.get_role_display())}{whose}{name} versi {line.version}"


def _tell(actor: User, line: BoundaryLine, act: str, title: str, why: str) -> None:
    """The officers of both sides, but nobody of a side about what it did itself."""
    if not line.shared:
        return
    own = own_region_ids(actor, STATE)
    sides = [side.pk for side in line.segment.sides if side.pk not in own]
    notify(
        users=recipients(sides, permissions=[STATE]).exclude(pk=actor.pk),
        key=f"boundary-line-{line.pk}-{act}",
        kind="boundary_line",
        title=title[:200],
        body=" ".join(part for part in (_("Segmen %(segment)s.") % {"segment": line.segment}, why) if part),
        link=line.get_absolute_url(),
    )
