"""The trace every act on the record of a segment leaves."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from boundaries.models import Segment, SegmentTrace
from boundaries.services.access import may_manage
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotAllowed
from ksd.core.language import INDONESIAN
from ksd.core.words import figures, long_date

# A line of the history names so many points; the list of points has them all.
MOST_NAMED = 12


def trace(*, actor: User, segment: Segment, label: str, detail: str = "") -> SegmentTrace:
    """Write down who did what to the record of a segment; stored words are plain Indonesian."""
    return SegmentTrace.objects.create(
        segment=segment, actor=actor, label=label[:250], detail=detail, at=clock.now()
    )


def in_indonesian(label: object) -> str:
    """A word of a closed list as it is stored, whatever language the person reads."""
    with override(INDONESIAN):
        return str(label)


def labels_of(labels: Sequence[str]) -> str:
    """The names of points in one line, shortened where there are many."""
    more = f" … dan {len(labels) - MOST_NAMED} lagi" if len(labels) > MOST_NAMED else ""
    return ", ".join(labels[:MOST_NAMED]) + more


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
    lines = [
        f"{label}: {_shown(old)} → {_shown(new)}" for label, old, new in pairs if _shown(old) != _shown(new)
    ]
    return "\n".join(lines)


def rewrite(row: models.Model, values: dict[str, Any]) -> str:
    """Write the values over the row, unsaved, and tell what changed in words; of a new row everything filled in."""
    new, pairs = row.pk is None, []
    for name, value in values.items():
        before = None if new else _words(row, name)
        setattr(row, name, value)
        label = str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # all plain fields
        pairs.append((label[:1].upper() + label[1:], before, _words(row, name)))
    return changes(pairs)


def _words(row: models.Model, name: str) -> str:
    """A value as people read it."""
    value = getattr(row, name)
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return figures(value)
    if isinstance(value, date):
        return long_date(value)
    shown = getattr(row, f"get_{name}_display", None)
    return str(shown() if shown else value)


def _shown(value: object) -> str:
    return "–" if value in (None, "") else str(value)
