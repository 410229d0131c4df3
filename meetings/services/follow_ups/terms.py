"""When a follow-up is due, and whom that is said to; caught up with in every sweep of the reminders."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import ngettext

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core.language import in_indonesian
from ksd.deadlines.models import Deadline
from ksd.deadlines.notices import Matter
from ksd.deadlines.services import cancel_deadlines, matter_source, meet_deadline, notify, start_deadline
from meetings.choices import FollowUpState
from meetings.models import FollowUp, Meeting
from meetings.querysets import FollowUpQuerySet
from meetings.querysets.follow_ups import OWED
from meetings.services.access import ANSWERING

TERM = "rapat.tindak_lanjut"
REMIND = (14, 7, 1, 0)


def watch_term(actor: User | None, follow_up: FollowUp) -> None:
    """Remind the owner while something is owed by a day; note when it was done, stop where nothing is owed."""
    if follow_up.state in OWED and follow_up.due_on is not None:
        _start(actor, follow_up, follow_up.due_on)
    elif follow_up.done_on is not None and follow_up.state != FollowUpState.DIHENTIKAN:
        meet_deadline(actor=actor, subject=follow_up, code=TERM, on=follow_up.done_on)
    else:
        cancel_deadlines(actor=actor, subject=follow_up, codes=[TERM])


def _start(actor: User | None, follow_up: FollowUp, due: date) -> None:
    meeting = follow_up.decision.meeting
    base = min(timezone.localtime(meeting.starts_at).date(), due - timedelta(days=1))
    start_deadline(
        actor=actor,
        subject=follow_up,
        code=TERM,
        title=f"Tindak lanjut {meeting.title[:70]}: {follow_up}",
        base_date=base,
        base_label=f"{meeting.title[:190]}",
        length=(due - base).days,
        explanation=f"Batas waktu butir {follow_up.decision.order} rumusan rapat: {follow_up.decision.text}",
        responsible_region=follow_up.region,
        responsible_label=follow_up.owner_name[:200],
        on_lapse="Tampil sebagai “terlambat” bagi penyelenggara dan dalam rapor sampai dilaporkan selesai.",
        link=follow_up.get_absolute_url(),
        regions=[follow_up.region],
        lapse_regions=[] if meeting.organiser == follow_up.region else [meeting.organiser],
        audience=ANSWERING,
        remind_days=REMIND,
    )


@transaction.atomic
def hand_over(*, actor: User, meeting: Meeting) -> int:
    """Start the terms of a meeting whose result is agreed and tell every owner once; how many regions owe something."""
    rows = list(FollowUp.objects.agreed().owed().of_meeting(meeting).for_list())
    for row in rows:
        watch_term(actor, row)
    by_region: dict[int, list[FollowUp]] = {}
    for row in rows:
        by_region.setdefault(row.region_id, []).append(row)
    for region, owed in by_region.items():
        _tell(meeting, region, owed)
    return len(by_region)


@in_indonesian
def _tell(meeting: Meeting, region: int, owed: list[FollowUp]) -> None:
    title = ngettext(
        "%(count)s tindak lanjut untuk daerah Anda dari %(meeting)s",
        "%(count)s tindak lanjut untuk daerah Anda dari %(meeting)s",
        len(owed),
    )
    notify(
        users=recipients([region], permissions=[ANSWERING]),
        key=f"rapat:{meeting.pk}:tindak-lanjut:{region}",
        kind="meeting",
        title=title % {"count": len(owed), "meeting": meeting.title},
        body="\n".join(f"- {row}" for row in owed),
        link=meeting.get_absolute_url(),
    )


@matter_source
def keep_terms(_day: date) -> Iterable[Matter]:
    """Start the terms nobody started and stop those nobody owes any more; the sweep itself then tells of them."""
    for row in _without_term().for_list()[:200]:
        watch_term(None, row)
    gone = _orphans().values_list("object_id", flat=True)
    for row in FollowUp.objects.filter(pk__in=gone)[:200]:
        cancel_deadlines(actor=None, subject=row, codes=[TERM])
    return ()


def _without_term() -> FollowUpQuerySet:
    kind = ContentType.objects.get_for_model(FollowUp)
    running = Deadline.objects.open().filter(
        content_type=kind, code=TERM, object_id=OuterRef("pk"), computed_on=OuterRef("due_on")
    )
    return FollowUp.objects.agreed().owed().filter(~Exists(running), due_on__isnull=False)


def _orphans() -> "QuerySet[Deadline]":
    kind = ContentType.objects.get_for_model(FollowUp)
    owed = FollowUp.objects.agreed().owed().filter(due_on__isnull=False).order_by().values("pk")
    return Deadline.objects.open().filter(content_type=kind, code=TERM).exclude(object_id__in=owed)
