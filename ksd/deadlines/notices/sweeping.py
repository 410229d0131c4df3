"""Reminding: every milestone once, one message per person, nothing lost by an outage."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import uuid4

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline, DeadlineState, Notice, NoticeLine, Reminder
from ksd.deadlines.nearness import how_near
from ksd.deadlines.notices.matters import Matter, gathered
from ksd.deadlines.notices.telling import new_notice


@transaction.atomic
def sweep_reminders(today: date | None = None) -> int:
    """Claim every milestone that has come and tell the people concerned; return the number of messages.

    What other sources tell on this day (`matter_source`) goes into the same message.

    The rows are locked first, so a second sweep waits and then finds them claimed.
    A milestone nobody can be told of stays unclaimed until its region has somebody.
    """
    day = today or clock.today()
    due = list(
        Reminder.objects.filter(claimed_at=None, due_on__lte=day, deadline__state=DeadlineState.OPEN)
        .select_related("deadline")
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    deadlines = {reminder.deadline_id: reminder.deadline for reminder in due}
    lapsed = {reminder.deadline_id for reminder in due if reminder.days_before < 0}
    audience = _audience(deadlines.values(), lapsed)
    claimed = [reminder.pk for reminder in due if audience[reminder.deadline_id]]
    Reminder.objects.filter(pk__in=claimed, claimed_at=None).update(claimed_at=clock.now())
    own = [
        Matter(user, deadline, _line(deadline, day), deadline.page)
        for deadline in deadlines.values()
        for user in audience[deadline.pk]
    ]
    return _write(_by_person([*own, *gathered(day)]))


def _audience(deadlines: Iterable[Deadline], lapsed: set[int]) -> dict[int, list[User]]:
    """Return whom each deadline concerns; regions and people are asked once per kind of audience.

    A lapse also concerns the regions that only wait for it.
    """
    regions: dict[int, set[int]] = defaultdict(set)
    wanted = {deadline.pk: deadline.audience for deadline in deadlines}
    for links, keys in ((Deadline.regions, set(wanted)), (Deadline.lapse_regions, lapsed)):
        rows = links.through.objects.filter(deadline_id__in=keys)
        for deadline_id, region_id in rows.values_list("deadline_id", "region_id"):
            regions[deadline_id].add(region_id)
    known: dict[tuple[frozenset[int], str], list[User]] = {}
    told: dict[int, list[User]] = {}
    for deadline_id, permission in wanted.items():
        group = (frozenset(regions[deadline_id]), permission)
        if group not in known:
            known[group] = list(recipients(group[0], permissions=[permission]))
        told[deadline_id] = known[group]
    return told


def _by_person(matters: Iterable[Matter]) -> dict[User, list[Matter]]:
    """Return each person with what they are told, the most urgent first."""
    people: dict[User, list[Matter]] = defaultdict(list)
    for matter in sorted(matters, key=lambda row: row.urgency):
        people[matter.user].append(matter)
    return people


def _write(people: dict[User, list[Matter]]) -> int:
    """Write one notice per person with one line per matter."""
    key = f"reminder:{uuid4().hex}"
    notices = Notice.objects.bulk_create([_reminder(user, matters, key) for user, matters in people.items()])
    NoticeLine.objects.bulk_create(
        NoticeLine(notice=notice, deadline=matter.deadline, text=matter.text[:400], link=matter.link)
        for notice, matters in zip(notices, people.values(), strict=True)
        for matter in matters
    )
    return len(notices)


def _reminder(user: User, matters: list[Matter], key: str) -> Notice:
    if len(matters) == 1:
        title, link = matters[0].text, matters[0].link
    else:
        title = _("%(count)s tenggat perlu perhatian Anda") % {"count": len(matters)}
        link = reverse("deadlines:notices")
    return new_notice(user, key=key, kind="reminder", title=title, body="", link=link)


def _line(deadline: Deadline, day: date) -> str:
    """Say how near a deadline is on that day."""
    words = {"title": deadline.title, "date": long_date(deadline.due_on)}
    if deadline.due_on == day:
        return _("%(title)s: jatuh tempo hari ini (%(date)s)") % words
    near = how_near(deadline.due_on, day)
    return _("%(title)s: %(near)s (jatuh tempo %(date)s)") % (words | {"near": near})
