"""What earlier meetings decided and nobody finished: the late ones first, and those never touched."""

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ksd.core.words import long_date
from meetings.law import rules
from meetings.models import FollowUp
from meetings.services.subjects import visible_follow_ups
from meetings.services.suggesting.lines import MOST, REASON, TITLE, Line, Scope, share_of_year, short

SOURCE = "tindak_lanjut"


def unfinished_follow_ups(scope: Scope) -> list[Line]:
    """Open follow-ups of the participants from meetings before this one; one query."""
    silent = FollowUp.objects.untouched().filter(pk=OuterRef("pk"))
    rows = (
        visible_follow_ups(scope.user)
        .owed()
        .filter(region__in=scope.regions, decision__meeting__starts_at__lt=scope.meeting.starts_at)
        .exclude(decision__meeting=scope.meeting)
        .exclude(
            ~Q(decision__meeting__organiser=scope.meeting.organiser_id),
            decision__meeting__kind__in=_kinds_within(),
        )
        .annotate(is_silent=Exists(silent))
        .order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST]
    )
    return [_line(scope, row) for row in rows]


def _kinds_within() -> list[str]:
    """Kinds of meetings held within one region: what they leave over is nobody else's agenda."""
    return [row.code for row in rules() if row.within]


def _line(scope: Scope, row: FollowUp) -> Line:
    late = (scope.day - row.due_on).days if row.due_on and row.due_on < scope.day else 0
    silent = getattr(row, "is_silent", False)
    weight = scope.weights["tindak_lanjut_lewat" if late else "tindak_lanjut"]
    return Line(
        key=f"{SOURCE}:{row.pk}",
        title=short(
            _("Tindak lanjut %(region)s: %(what)s") % {"region": row.region.full_name, "what": row}, TITLE
        ),
        reason=short(_reason(row, late, silent=silent), REASON),
        url=row.get_absolute_url(),
        weight=weight + (scope.weights["tindak_lanjut_diam"] if silent and weight else 0),
        urgency=share_of_year(late),
        case=row.decision.case_id,
        segment=row.decision.segment_id,
        follow_up=row.pk,
    )


def _reason(row: FollowUp, late: int, *, silent: bool) -> str:
    return _("%(region)s, butir %(order)s %(meeting)s: %(standing)s; %(progress)s.") % {
        "region": row.region.full_name,
        "order": row.decision.order,
        "meeting": row.decision.meeting.title,
        "standing": _standing(row, late),
        "progress": _("belum pernah dilaporkan") if silent else _("kemajuan %s%%") % row.progress,
    }


def _standing(row: FollowUp, late: int) -> str:
    if row.due_on is None:
        return _("tanpa batas waktu")
    day = long_date(row.due_on)
    if not late:
        return _("batas waktu %s") % day
    text = ngettext("lewat %(days)s hari dari batas %(day)s", "lewat %(days)s hari dari batas %(day)s", late)
    return text % {"days": late, "day": day}
