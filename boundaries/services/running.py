"""Letting the deadlines of an event run: by the rules in force that day, for whoever owes something."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse

from boundaries.choices import OWED_BY, Owing, TermUnit
from boundaries.models import BoundaryEvent, BoundaryTerm
from boundaries.services.access import MANAGE, STATE
from boundaries.services.checks import provinces_of
from ksd.accounts.models import User
from ksd.core.language import in_indonesian
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import TERM_MILESTONES, cancel_deadlines, meet_deadline, start_deadline
from regions.models import Region

PREFIX = "batas."
UNREAD = "Ketentuan ini belum diverifikasi dalam naskah peraturan."
NO_EFFECT = "Aplikasi tidak menerapkan akibat apa pun; orang yang menindaklanjutinya."


def rules_of(event: BoundaryEvent) -> list[BoundaryTerm]:
    """The rules that begin with this event, for its kind of segment, in force on its day."""
    rows = BoundaryTerm.objects.filter(event=event.kind, level__in=["", event.segment.kind])
    best: dict[str, BoundaryTerm] = {}
    for row in sorted(rows, key=lambda row: (bool(row.level), row.pk)):
        if row.is_valid(event.on):
            best[row.code] = row
    return list(best.values())


def owing(event: BoundaryEvent) -> list[Region]:
    """The regions that owe something: both sides, or the province that helps or waits."""
    if OWED_BY.get(event.kind) == Owing.SISI:
        return list(event.segment.sides)
    return provinces_of(event.segment)


@in_indonesian
def run_event(actor: User | None, event: BoundaryEvent) -> int:
    """Start (or count anew) what runs from an open event; rules that are empty start nothing. Returns how many run."""
    answered = set(event.answers.values_list("region_id", flat=True))
    started: set[str] = set()
    for term in rules_of(event):
        if term.amount is None or term.unit == TermUnit.COUNT:
            continue
        for region in owing(event):
            if region.pk not in answered:
                started.add(_start(actor, event, term, region).code)
    stale = _running(event).exclude(code__in=started).values_list("code", flat=True)
    cancel_deadlines(actor=actor, subject=event, codes=list(stale))
    return len(started)


def _running(event: BoundaryEvent) -> "QuerySet[Deadline]":
    return Deadline.objects.of(event).open()


def _start(actor: User | None, event: BoundaryEvent, term: BoundaryTerm, region: Region) -> Deadline:
    provinces = provinces_of(event.segment)
    owed = OWED_BY[event.kind]
    return start_deadline(
        actor=actor,
        subject=event,
        code=f"{PREFIX}{term.code}.{region.pk}",
        title=f"{term.label}: {event.segment}",
        base_date=event.on,
        base_label=str(event)[:200],
        length=term.amount or 1,
        unit=term.unit,
        day_type=term.day_type,
        legal_basis=term.source,
        explanation="" if term.verified else UNREAD,
        responsible_region=region,
        responsible_label="Menteri Dalam Negeri" if owed == Owing.MENTERI else "",
        on_lapse=NO_EFFECT,
        link=reverse("boundaries:terms_of", args=[event.segment.slug]),
        regions=[region],
        lapse_regions=[each for each in provinces if each != region],
        audience=STATE if owed == Owing.SISI else MANAGE,
        remind_days=TERM_MILESTONES,
    )


def end_for(actor: User, event: BoundaryEvent, region: Region, on: date) -> None:
    """Note that a region answered in its terms."""
    suffix = f".{region.pk}"
    for code in _running(event).values_list("code", flat=True):
        if code.endswith(suffix):
            meet_deadline(actor=actor, subject=event, code=code, on=on)


def running_of_events(events: "QuerySet[BoundaryEvent]") -> dict[int, list[Deadline]]:
    """The deadlines of these events by event, the nearest first; one query."""
    kind = ContentType.objects.get_for_model(BoundaryEvent)
    rows = Deadline.objects.filter(content_type=kind, object_id__in=events.order_by().values("pk"))
    found: dict[int, list[Deadline]] = {}
    for row in rows.select_related("responsible_region").order_by("due_on", "pk"):
        found.setdefault(row.object_id, []).append(row)
    return found
