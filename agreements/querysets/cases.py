"""Named questions about cases."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from agreements.choices import Direction, NaskahState
from agreements.law import loading
from agreements.law.schema import Arrow
from agreements.querysets.extensions import resting_states
from agreements.querysets.rows import keeping, rows
from ksd.accounts.access import acting_region_ids, own_region_ids, reach
from ksd.deadlines.models import Deadline

if TYPE_CHECKING:
    from agreements.models import Case  # noqa: F401  named as text below

# What a case may wait for somebody to do.
AWAITED_FOR = (
    "agreements.propose",
    "agreements.review",
    "agreements.offer",
    "agreements.answer",
    "agreements.draft",
    "agreements.approve",
    "agreements.sign",
    "agreements.dprd",
    "agreements.manage",
)


def is_turn_of(user: Any, party: Any) -> bool:
    """Whether the case waits for this person: for the party's region, in a role that may do what is awaited."""
    if not (party.turn_since and party.turn_permission):
        return False
    return party.region_id in acting_region_ids(user, party.turn_permission)


def orders_from_above() -> list[Arrow]:
    """The acts of the newest packs that the region above the parties may take."""
    return [row for code in loading.codes() for row in loading.latest(code).arrows if row.above]


def _awaits_order(arrow: Arrow, user: Any) -> Q:
    """Cases reported to a region in which this person may order, and that got no order since (Pasal 8 ayat (6))."""
    above = own_region_ids(user, arrow.above)
    elsewhere = rows("Party").filter(case=OuterRef("pk")).exclude(region__parent__in=above)
    ordered = rows("CaseEvent").filter(case=OuterRef("pk"), arrow=arrow.code)
    return Q(~Exists(elsewhere), ~Exists(ordered), state__in=arrow.sources)


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by scope, turn and person."""

    def visible_to(self, user: Any) -> "CaseQuerySet":
        """Cases of a party in the user's reach; a partner sees a case once it was shared. One WHERE clause."""
        mine = rows("Party").filter(case=OuterRef("pk"), shared_at__isnull=False, region__in=reach(user))
        return self.filter(Exists(mine))

    def run_within_reach_of(self, user: Any) -> "CaseQuerySet":
        """Cases kept by a region in the user's reach: nothing of them is kept from that user."""
        own = rows("Party").filter(keeping(), case=OuterRef("pk"), region__in=reach(user))
        return self.filter(Exists(own))

    def with_own_side(self, user: Any) -> "CaseQuerySet":
        """Each case with `is_own_side`: whether the user's reach holds the region that keeps it."""
        own = rows("Party").filter(keeping(), case=OuterRef("pk"), region__in=reach(user))
        return self.annotate(is_own_side=Exists(own))

    def for_list(self) -> "CaseQuerySet":
        """Everything one line of a list shows, in a fixed number of queries."""
        parties = rows("Party").select_related("region", "partner")
        return self.prefetch_related(models.Prefetch("parties", parties))

    def for_page(self) -> "CaseQuerySet":
        """Everything every page of one case shows."""
        return self.select_related("office", "created_by").prefetch_related(
            "parties__region", "parties__partner", "urusan", "answers__answered_by"
        )

    def with_next_due(self) -> "CaseQuerySet":
        """Each case with the day of its nearest running term, None when nothing runs."""
        tracks = rows("DprdTrack").filter(case=OuterRef(OuterRef("pk"))).values("pk")
        kinds = ContentType.objects.get_for_models(self.model, tracks.model)
        own = Q(content_type=kinds[self.model], object_id=OuterRef("pk"))
        at_dprd = Q(content_type=kinds[tracks.model], object_id__in=tracks)
        terms = Deadline.objects.open().filter(own | at_dprd).order_by("due_on")
        return self.annotate(next_due=Subquery(terms.values("due_on")[:1]))

    def waiting_for_user(self, user: Any) -> "CaseQuerySet":
        """Cases that wait for what this person may do for a region of theirs."""
        roles = [(code, acting_region_ids(user, code)) for code in AWAITED_FOR]
        mine = [Q(turn_permission=code, region_id__in=regions) for code, regions in roles if regions]
        awaited = [_awaits_order(row, user) for row in orders_from_above() if own_region_ids(user, row.above)]
        if mine:
            turn = rows("Party").filter(reduce(or_, mine), case=OuterRef("pk"), turn_since__isnull=False)
            awaited.append(Q(Exists(turn)))
            asking = dict(roles)["agreements.dprd"]
            silent = rows("DprdTrack").latest().deemable()
            awaited.append(Q(Exists(silent.filter(case=OuterRef("pk"), party__region__in=asking))))
        return self.visible_to(user).filter(reduce(or_, awaited)) if awaited else self.none()

    def offered(self, direction: str) -> "CaseQuerySet":
        """Cases by who offered: inbound are those recorded as such and those of kinds a partner begins (Pasal 31)."""
        begun = [row.code for row in loading.all_kinds() if row.initiative == "partner"]
        came = Q(direction=Direction.IN) | Q(kind__in=begun)
        return self.filter(came if direction == Direction.IN else ~came)

    def run_out(self) -> "CaseQuerySet":
        """Cases still carried out although the last day of every signed text has passed: to be closed or extended."""
        texts = rows("Naskah").filter(case=OuterRef("pk"))
        resting = self.filter(state__in=resting_states())
        return resting.filter(Exists(texts.filter(state=NaskahState.SIGNED)), ~Exists(texts.alive()))

    def marks(self) -> dict[int, tuple[bool, bool]]:
        """For each case whether it ran out unclosed, and whether a PKS of it outlives its KB; one query."""
        texts = rows("Naskah").filter(case=OuterRef("pk"))
        told = self.order_by().annotate(
            signed=Exists(texts.filter(state=NaskahState.SIGNED)),
            living=Exists(texts.alive()),
            outlives=Exists(texts.outliving_parent()),
        )
        resting = resting_states()
        return {
            key: (signed and not living and state in resting, outlives)
            for key, state, signed, living, outlives in told.values_list(
                "pk", "state", "signed", "living", "outlives"
            )
        }

    def with_outliving_text(self) -> "CaseQuerySet":
        """Cases with a PKS that goes on after its KB has ended."""
        return self.filter(Exists(rows("Naskah").filter(case=OuterRef("pk")).outliving_parent()))

    def search(self, text: str) -> "CaseQuerySet":
        """Cases whose subject, place or party name holds every word."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(title__icontains=word)
                | Q(location__icontains=word)
                | Q(pk__in=self._party_named(word))
                | Q(naskah__signatures__number__icontains=word)
            )
        return found.distinct() if text.split() else self

    def _party_named(self, word: str) -> Any:
        named = Q(region__name__icontains=word) | Q(partner__name__icontains=word)
        return rows("Party").filter(named).values("case")
