"""What the pages of follow-ups show, gathered in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.core.words import long_date
from meetings.choices import FOLLOW_UP_TONES, OPEN_FOLLOW_UPS
from meetings.duties import AGREED_STATES, DutyStep, label_of, steps_open_to
from meetings.models import Carry, FollowUp, FollowUpEntry
from meetings.querysets import FollowUpQuerySet
from meetings.services.follow_ups import living_links


@dataclass(frozen=True)
class FollowUpSheet:
    """Everything the page of a follow-up prints."""

    facts: list[tuple[str, Any, str]]
    entries: list[tuple[FollowUpEntry, str, str]]
    carries: list[Carry]
    steps: tuple[DutyStep, ...]
    may_report: bool
    links: int


def follow_up_sheet(follow_up: FollowUp, roles: frozenset[str]) -> FollowUpSheet:
    """Gather a follow-up's page; only who may take a step is shown it."""
    agreed = follow_up.decision.meeting.state in AGREED_STATES
    steps = steps_open_to(follow_up.state, roles) if agreed else ()
    may_report = any(step.is_report for step in steps)
    return FollowUpSheet(
        facts=_facts(follow_up),
        entries=[
            (entry, label_of(entry.step), FOLLOW_UP_TONES[entry.state])
            for entry in follow_up.entries.select_related("file")
        ],
        carries=list(follow_up.carries.select_related("meeting").order_by("meeting__starts_at", "pk")),
        steps=tuple(step for step in steps if not step.is_report),
        may_report=may_report,
        links=living_links(follow_up) if may_report else 0,
    )


def _facts(row: FollowUp) -> list[tuple[str, Any, str]]:
    decision = row.decision
    due = long_date(row.due_on) if row.due_on else _("tanpa batas waktu")
    return [
        (_("Rapat"), decision.meeting.title, decision.meeting.get_absolute_url()),
        (_("Butir"), f"{decision.order} ({decision.get_kind_display()})", ""),
        (_("Penanggung jawab"), row.owner_name, row.region.get_absolute_url()),
        (_("Sasaran"), row.target, ""),
        (_("Batas waktu"), due, ""),
        (_("Umur"), _("%(days)s hari sejak rapat") % {"days": row.age}, ""),
        (_("Kendala"), row.obstacle, ""),
        (_("Dilaporkan selesai"), long_date(row.done_on) if row.done_on else "", ""),
        (_("Diverifikasi"), long_date(row.verified_on) if row.verified_on else "", ""),
    ]


def in_order(rows: FollowUpQuerySet) -> FollowUpQuerySet:
    """Unfinished ones first, by their day; those without a day behind them."""
    rank = Case(When(state__in=OPEN_FOLLOW_UPS, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.order_by(rank, F("due_on").asc(nulls_last=True), "pk")


def places(request: HttpRequest, *, judges: bool) -> list[tuple[str, str, bool]]:
    """The links to mine, to be verified and all, with the filters kept; the last says which one is open."""
    kept = request.GET.copy()
    kept.pop("page", None)
    query = f"?{kept.urlencode()}" if kept else ""
    names = [("follow_up_list", _("Daerah saya")), ("follow_up_all", _("Semua"))]
    if judges:
        names.insert(1, ("follow_up_judged", _("Menunggu verifikasi saya")))
    addresses = [(label, reverse(f"meetings:{name}")) for name, label in names]
    return [(label, address + query, address == request.path) for label, address in addresses]
