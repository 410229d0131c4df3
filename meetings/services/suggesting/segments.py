"""Boundary segments without a Permendagri that have not moved."""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from boundaries.choices import SETTLED
from boundaries.models import Segment
from ksd.core.words import long_date
from ksd.deadlines.calendar import add_months
from meetings.services.suggesting.lines import MOST, REASON, YEAR, Line, Scope, share_of_year, short

MONTHS = 12


def stuck_segments(scope: Scope) -> list[Line]:
    """Segments of the participants that stand where they stood a year ago, or nobody knows since when; one query."""
    since = add_months(scope.day, -MONTHS)
    rows = (
        Segment.objects.visible_to(scope.user)
        .filter(Q(region_a__in=scope.regions) | Q(region_b__in=scope.regions))
        .filter(Q(stage_since__lt=since) | Q(stage_since=None))
        .exclude(stage__in=SETTLED)
        .for_list()
        .order_by(F("stage_since").asc(nulls_last=True), "pk")[:MOST]
    )
    return [_line(scope, row) for row in rows]


def _line(scope: Scope, row: Segment) -> Line:
    days = (scope.day - row.stage_since).days if row.stage_since else 0
    return Line(
        key=f"segmen:{row.pk}",
        title=_("Segmen batas %(first)s – %(second)s")
        % {"first": row.region_a.full_name, "second": row.region_b.full_name},
        reason=short(_reason(row, days), REASON),
        url=row.get_absolute_url(),
        weight=scope.weights["segmen"],
        # The first year is what brings it here; from the second on it grows.
        urgency=share_of_year(days - YEAR) if days else 0.0,
        segment=row.pk,
    )


def _reason(row: Segment, days: int) -> str:
    stage = row.get_stage_display()
    if row.stage_since is None:
        return _("Pada tahapan “%s”; sejak kapan tidak tercatat.") % stage
    return _("Pada tahapan “%(stage)s” sejak %(day)s, %(days)s hari tanpa gerak.") % {
        "stage": stage,
        "day": long_date(row.stage_since),
        "days": days,
    }
