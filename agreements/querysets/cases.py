"""Named questions about cases."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from agreements.choices import Side
from agreements.querysets.rows import rows
from ksd.accounts.access import acting_region_ids, reach
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


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by scope, turn and person."""

    def visible_to(self, user: Any) -> "CaseQuerySet":
        """Cases of a party in the user's reach; a partner sees a case once it was shared. One WHERE clause."""
        mine = rows("Party").filter(case=OuterRef("pk"), shared_at__isnull=False, region__in=reach(user))
        return self.filter(Exists(mine))

    def run_within_reach_of(self, user: Any) -> "CaseQuerySet":
        """Cases proposed by a region in the user's reach: nothing of them is kept from that user."""
        own = rows("Party").filter(case=OuterRef("pk"), side=Side.INITIATOR, region__in=reach(user))
        return self.filter(Exists(own))

    def with_own_side(self, user: Any) -> "CaseQuerySet":
        """Each case with `is_own_side`: whether the user's reach holds the region that runs it."""
        own = rows("Party").filter(case=OuterRef("pk"), side=Side.INITIATOR, region__in=reach(user))
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
        if not mine:
            return self.none()
        asking = dict(roles)["agreements.dprd"]
        silent = rows("DprdTrack").latest().deemable().filter(case=OuterRef("pk"), party__region__in=asking)
        turn = rows("Party").filter(reduce(or_, mine), case=OuterRef("pk"), turn_since__isnull=False)
        return self.visible_to(user).filter(Exists(turn) | Exists(silent))

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
