"""Every source asked once, what is on the agenda already left out, the rest ranked."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ksd.accounts.models import User
from ksd.core import clock
from meetings.models import Meeting
from meetings.services.suggesting.cases import late_reports, overdue_obligations
from meetings.services.suggesting.endings import ending_agreements, unanswered_offers
from meetings.services.suggesting.follow_ups import unfinished_follow_ups
from meetings.services.suggesting.lines import Line, Scope, Source
from meetings.services.suggesting.segments import stuck_segments
from meetings.services.suggesting.weights import weights
from meetings.services.suggesting.wishes import wishes_of_regions


@dataclass(frozen=True)
class SourceRule:
    """A source with its name; equal scores keep the order of the table."""

    code: str
    label: str | Promise
    ask: Source


SOURCES: tuple[SourceRule, ...] = (
    SourceRule("tindak_lanjut", _("Tindak lanjut"), unfinished_follow_ups),
    SourceRule("berakhir", _("Akan berakhir"), ending_agreements),
    SourceRule("usul", _("Usul daerah"), wishes_of_regions),
    SourceRule("tawaran", _("Tawaran"), unanswered_offers),
    SourceRule("kewajiban", _("Kewajiban"), overdue_obligations),
    SourceRule("laporan", _("Laporan"), late_reports),
    SourceRule("segmen", _("Batas daerah"), stuck_segments),
)


def concerned(meeting: Meeting) -> frozenset[int]:
    """The regions a meeting is about: its participants; those who hold it where nobody is named yet."""
    named = frozenset(meeting.participants.order_by().values_list("pk", flat=True))
    return named or frozenset({meeting.organiser_id, meeting.host_id})


def suggest(meeting: Meeting, user: User) -> list[Line]:
    """What this meeting might speak of, the weightiest first; what is on the agenda or set aside left out.

    Only what the person sees, in a fixed number of queries.
    """
    scope = Scope(meeting, user, concerned(meeting), clock.today(), weights())
    there = list(meeting.items.values_list("source", "follow_up"))
    sources, follow_ups = {source for source, _row in there}, {row for _source, row in there if row}
    sources |= set(meeting.set_aside.values_list("source", flat=True))
    lines = [
        (-line.score, rank, line.title, line.key, replace(line, label=str(rule.label)))
        for rank, rule in enumerate(SOURCES)
        for line in rule.ask(scope)
        if line.weight and line.key not in sources and line.follow_up not in follow_ups
    ]
    return [line for *_rank, line in sorted(lines, key=lambda row: row[:4])]
