"""What every act on a berita acara begins and ends with: the lock, the right, the state, the history."""

from django.utils.translation import gettext as _

from boundaries.models import BoundaryMinutes, MinutesEvent
from boundaries.services.checks import require_manager
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep


def locked_minutes(actor: User | None, minutes: BoundaryMinutes) -> BoundaryMinutes:
    """The paper under its lock, for who keeps its segment (no actor: the caller asks itself). Raises NotAllowed."""
    rows = BoundaryMinutes.objects.select_for_update(of=("self",))
    held = rows.select_related("segment__region_a__parent", "segment__region_b__parent", "keeper").get(
        pk=minutes.pk
    )
    if actor is not None:
        require_manager(actor, held.segment)
    return held


def require_draft(minutes: BoundaryMinutes) -> None:
    """Refuse a paper that is signed or given up. Raises ImpossibleStep."""
    if not minutes.is_draft:
        raise ImpossibleStep(
            _("Berita acara ini sudah “%(state)s”.") % {"state": minutes.get_state_display()},
            remedy=_("Muat ulang halaman; yang sudah ditandatangani tidak berubah lagi."),
        )


def write_event(minutes: BoundaryMinutes, actor: User, label: str, note: str) -> None:
    """Keep who did what with the paper, with the paper and with its segment."""
    MinutesEvent.objects.create(minutes=minutes, actor=actor, label=label[:160], note=note)
    trace(actor=actor, segment=minutes.segment, label=f"{minutes.rule.label}: {label}", detail=note)
