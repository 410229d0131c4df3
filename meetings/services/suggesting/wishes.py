"""What regions asked for themselves."""

from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.core.words import long_date
from meetings.models import BacklogItem
from meetings.services.suggesting.lines import MOST, REASON, TITLE, Line, Scope, share_of_year, short
from meetings.services.wishes import source_of


def wishes_of_regions(scope: Scope) -> list[Line]:
    """Wishes this meeting may take up, the longest waiting first; one query."""
    rows = BacklogItem.objects.visible_to(scope.user).waiting_for(scope.meeting).select_related("region")
    return [_line(scope, row) for row in rows[:MOST]]


def _line(scope: Scope, row: BacklogItem) -> Line:
    asked = timezone.localtime(row.proposed_at).date()
    days = (scope.day - asked).days
    return Line(
        key=source_of(row),
        title=short(row.title, TITLE),
        reason=short(
            _waited(days)
            % {"region": row.region.full_name, "day": long_date(asked), "days": days, "reason": row.reason},
            REASON,
        ),
        url=row.get_absolute_url(),
        weight=scope.weights["usul"],
        urgency=share_of_year(days),
        case=row.case_id,
        segment=row.segment_id,
        follow_up=row.follow_up_id,
        region=row.region,
    )


def _waited(days: int) -> str:
    """How long a wish waits; the words stay on the agenda, so none of them is true of today only."""
    if days < 1:
        return _("Diusulkan %(region)s pada %(day)s: %(reason)s")
    return _("Diusulkan %(region)s pada %(day)s, %(days)s hari menunggu: %(reason)s")
