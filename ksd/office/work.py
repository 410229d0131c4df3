"""What the first page and the inbox show, gathered in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from agreements.law.loading import all_kinds, latest
from agreements.models import Case, Naskah, Party
from agreements.models.case import ELSEWHERE
from agreements.querysets import CaseQuerySet, is_turn_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import Deadline
from meetings.follow_up_sheet import in_order
from meetings.models import FollowUp, Invitee
from meetings.querysets import FollowUpQuerySet

SOON_DAYS = 90
MOST_SHOWN = 200


@dataclass(frozen=True)
class Waiting:
    """A case and whom it waits for."""

    case: Case
    holders: list[Party]
    days: int

    @property
    def names(self) -> str:
        """The parties whose turn it is, or who else the case waits for."""
        elsewhere = ELSEWHERE.get(self.case.state_rule.turn, "")
        return ", ".join(str(party.awaited) for party in self.holders) or str(elsewhere)

    @property
    def days_label(self) -> str:
        """How long it has waited, as people say it."""
        return ngettext("%d hari", "%d hari", self.days) % self.days if self.days else gettext("hari ini")


def open_cases(user: User) -> CaseQuerySet:
    """The cases the person sees that have not come to an end."""
    closed = [state.code for pack in _packs() for state in pack.states if state.terminal]
    return Case.objects.visible_to(user).exclude(state__in=closed)


def _packs() -> list[Any]:
    return [latest(code) for code in dict.fromkeys(kind.family.lower() for kind in all_kinds())]


def waiting_for_me(user: User) -> list[Waiting]:
    """Cases that wait for what the person may do, longest first."""
    cases = open_cases(user).waiting_for_user(user).for_list()
    rows = [_waiting(case, [party for party in _holders(case) if is_turn_of(user, party)]) for case in cases]
    return sorted(rows, key=lambda row: -row.days)


def others_turn(user: User) -> CaseQuerySet:
    """Open cases that wait for somebody else: another party, another role, or somebody who is no party."""
    elsewhere = [state.code for pack in _packs() for state in pack.states if state.turn in ELSEWHERE]
    awaited = Party.objects.filter(case=OuterRef("pk"), turn_since__isnull=False)
    waiting = open_cases(user).filter(Q(Exists(awaited)) | Q(state__in=elsewhere))
    return waiting.exclude(pk__in=Case.objects.waiting_for_user(user).values("pk"))


def waiting_for_others(user: User) -> list[Waiting]:
    """The cases that wait for somebody else, longest first; at most two hundred of them."""
    cases = others_turn(user).for_list().order_by("state_since", "pk")[:MOST_SHOWN]
    return sorted((_waiting(case, _holders(case)) for case in cases), key=lambda row: -row.days)


def _holders(case: Case) -> list[Party]:
    return [party for party in case.parties.all() if party.turn_since]


def _waiting(case: Case, holders: list[Party]) -> Waiting:
    since = min((party.turn_since for party in holders if party.turn_since), default=case.state_since)
    return Waiting(case, holders, (clock.today() - since).days)


def deadlines(user: User) -> QuerySet[Deadline]:
    """Running terms that concern the person's regions and end within ninety days or have passed."""
    until = clock.today() + timedelta(days=SOON_DAYS)
    return (
        Deadline.objects.visible_to(user)
        .open()
        .filter(due_on__lte=until)
        .select_related("responsible_region")
        .order_by("due_on", "pk")
    )


def ending_soon(user: User) -> QuerySet[Naskah]:
    """Texts in force that end within ninety days; an addendum ends with its text and is not told twice."""
    rows = Naskah.objects.visible_to(user).ending_within(SOON_DAYS).filter(addendum=None)
    return rows.select_related("case").order_by("ends_on", "pk")


def run_out(user: User) -> CaseQuerySet:
    """Cases whose texts have all ended but that nobody closed: to be ended or extended."""
    return Case.objects.visible_to(user).run_out().for_list().order_by("state_since", "pk")


def follow_ups_owed(user: User) -> FollowUpQuerySet:
    """What meetings asked of the person's regions and is not done yet, by its day."""
    return in_order(FollowUp.objects.agreed().owed().answered_by(user).for_list())


def follow_ups_to_verify(user: User) -> FollowUpQuerySet:
    """What was reported done to the meetings the person organises."""
    return in_order(FollowUp.objects.agreed().in_standing("selesai").judged_by(user).for_list())


def invitations(user: User) -> list[Invitee]:
    """Invitations to meetings that the person may still answer for a region, the nearest meeting first."""
    return list(Invitee.objects.awaiting(user)[:MOST_SHOWN])


@dataclass(frozen=True)
class StageCount:
    """How many open cases stand in one stage."""

    label: str
    count: int
    share: int
    url: str


def cases_by_stage(user: User) -> list[StageCount]:
    """Open cases counted by the stage they stand in, in the order of the law."""
    counts: Counter[str] = Counter()
    order: dict[str, tuple[int, str]] = {}
    rows = open_cases(user).order_by().values_list("pack_code", "state")
    for code, state in rows:
        pack = latest(code)
        stage = pack.stage(pack.state(state).stage)
        counts[stage.code] += 1
        order.setdefault(stage.code, (stage.order, stage.label))
    most = max(counts.values(), default=1)
    ranked = sorted(counts, key=lambda stage: order[stage])
    address = reverse("agreements:case_list")
    return [
        StageCount(
            order[code][1], counts[code], round(100 * counts[code] / most), f"{address}?standing=tahap.{code}"
        )
        for code in ranked
    ]
