"""The trace every act on the record of a segment leaves."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from boundaries.models import Segment, SegmentTrace
from boundaries.services.access import may_manage
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotAllowed


def trace(*, actor: User, segment: Segment, label: str, detail: str = "") -> SegmentTrace:
    """Write down who did what to the record of a segment; stored words are plain Indonesian."""
    return SegmentTrace.objects.create(
        segment=segment, actor=actor, label=label[:250], detail=detail, at=clock.now()
    )


def locked(segment: Segment) -> Segment:
    """The segment held against others until this act ends."""
    rows = Segment.objects.select_for_update(of=("self",)).select_related("region_a", "region_b")
    return rows.get(pk=segment.pk)


def kept_by(actor: User, segment: Segment) -> Segment:
    """The locked segment of whoever keeps its record. Raises NotAllowed."""
    row = locked(segment)
    if not may_manage(actor, row):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah catatan segmen %(segment)s.") % {"segment": row},
            remedy=_("Mintalah Biro Pemerintahan provinsi salah satu pihak mencatatnya."),
        )
    return row


def changes(pairs: Iterable[tuple[str, object, object]]) -> str:
    """What changed, a line each: "Panjang: 10 → 12"; nothing for what stayed."""
    lines = [f"{label}: {_shown(old)} → {_shown(new)}" for label, old, new in pairs if old != new]
    return "\n".join(lines)


def _shown(value: object) -> str:
    return "–" if value in (None, "") else str(value)
