"""Named questions about cases, partners, papers and texts."""

from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from agreements.choices import NaskahState, Side
from agreements.law.schema import Arrow
from ksd.accounts.access import acting_region_ids, reach
from ksd.core import clock
from ksd.deadlines.models import Deadline

if TYPE_CHECKING:
    from agreements.models import Case, CaseDocument, CaseEvent, Naskah, Partner  # noqa: F401  named as text below


def _rows(model: str) -> Any:
    """All rows of a model of this app, named because models stand to the right of querysets."""
    return apps.get_model("agreements", model)._default_manager.all()


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
        mine = _rows("Party").filter(case=OuterRef("pk"), shared_at__isnull=False, region__in=reach(user))
        return self.filter(Exists(mine))

    def run_within_reach_of(self, user: Any) -> "CaseQuerySet":
        """Cases proposed by a region in the user's reach: nothing of them is kept from that user."""
        own = _rows("Party").filter(case=OuterRef("pk"), side=Side.INITIATOR, region__in=reach(user))
        return self.filter(Exists(own))

    def for_list(self) -> "CaseQuerySet":
        """Everything one line of a list shows, in a fixed number of queries."""
        parties = _rows("Party").select_related("region", "partner")
        return self.prefetch_related(models.Prefetch("parties", parties))

    def for_page(self) -> "CaseQuerySet":
        """Everything every page of one case shows."""
        return self.select_related("office", "created_by").prefetch_related(
            "parties__region", "parties__partner", "urusan", "answers__answered_by"
        )

    def with_next_due(self) -> "CaseQuerySet":
        """Each case with the day of its nearest running term, None when nothing runs."""
        kind = ContentType.objects.get_for_model(self.model)
        terms = Deadline.objects.open().filter(content_type=kind, object_id=OuterRef("pk")).order_by("due_on")
        return self.annotate(next_due=Subquery(terms.values("due_on")[:1]))

    def waiting_for_user(self, user: Any) -> "CaseQuerySet":
        """Cases that wait for what this person may do for a region of theirs."""
        roles = [(code, acting_region_ids(user, code)) for code in AWAITED_FOR]
        mine = [Q(turn_permission=code, region_id__in=regions) for code, regions in roles if regions]
        if not mine:
            return self.none()
        turn = _rows("Party").filter(reduce(or_, mine), case=OuterRef("pk"), turn_since__isnull=False)
        return self.visible_to(user).filter(Exists(turn))

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
        return _rows("Party").filter(named).values("case")


class PartnerQuerySet(models.QuerySet["Partner"]):
    """Third parties by scope."""

    def visible_to(self, user: Any) -> "PartnerQuerySet":
        """Partners registered by a region in the user's reach."""
        return self.filter(region__in=reach(user))


class CaseDocumentQuerySet(models.QuerySet["CaseDocument"]):
    """Papers by standing."""

    def current(self) -> "CaseDocumentQuerySet":
        """The newest revision of each paper."""
        return self.filter(is_current=True)

    def readable_by(self, user: Any, case: "Case") -> "CaseDocumentQuerySet":
        """Papers of a case this person may read.

        The initiator's side reads all. A partner reads what it recorded itself, what the acts taken since the
        offer used, and what was attached to the offer; never the initiator's own review.
        """
        papers = self.filter(case=case)
        if sees_all(user, case):
            return papers
        own = _own_parties(user, case)
        offered = Q(Exists(own)) & Q(is_current=True, kind__in=_shared_kinds(case))
        return papers.filter(Q(party__in=own) | offered)


class CaseEventQuerySet(models.QuerySet["CaseEvent"]):
    """The history of a case by scope."""

    def readable_by(self, user: Any, case: "Case") -> "CaseEventQuerySet":
        """Events of a case this person may read: a partner's history begins with the offer."""
        events = self.filter(case=case)
        if sees_all(user, case):
            return events
        return events.filter(Exists(_own_parties(user, case)), _since_offer(case))


def sees_all(user: Any, case: "Case") -> bool:
    """Whether the person's reach holds the region that runs the case."""
    initiator = _rows("Party").filter(case=case, side=Side.INITIATOR)
    return bool(initiator.filter(region__in=reach(user)).exists())


def _own_parties(user: Any, case: "Case") -> Any:
    """The parties in the person's reach to which the case was laid open."""
    return _rows("Party").filter(case=case, shared_at__isnull=False, region__in=reach(user))


def _sharing(case: "Case") -> list[Arrow]:
    """The acts with which a case is laid open to its partners."""
    return [arrow for arrow in case.pack.arrows if arrow.shares]


def _since_offer(case: "Case") -> Q:
    """Events from the sharing act on; their order is that of writing, for two may fall into one moment."""
    shared = _rows("CaseEvent").filter(case=case, arrow__in=[arrow.code for arrow in _sharing(case)])
    first = shared.order_by("pk").values_list("pk", flat=True).first()
    return Q(pk__gte=first) if first is not None else Q(pk__in=[])


def _shared_kinds(case: "Case") -> set[str]:
    """Kinds of paper that acts taken since the offer used, and those attached to the offer."""
    taken = set(_rows("CaseEvent").filter(_since_offer(case), case=case).values_list("arrow", flat=True))
    arrows = [arrow for arrow in case.pack.arrows if arrow.code in taken]
    used = {code for arrow in arrows for code in (*arrow.documents, *arrow.optional, arrow.proof)}
    offered = {code for arrow in _sharing(case) if arrow.code in taken for code in arrow.documents}
    return used | {code for offer in offered for code in case.pack.document(offer).attaches}


class NaskahQuerySet(models.QuerySet["Naskah"]):
    """Texts by scope and by date."""

    def visible_to(self, user: Any) -> "NaskahQuerySet":
        """Texts of the cases the user may see."""
        return self.filter(case__in=_rows("Case").visible_to(user))

    def open(self) -> "NaskahQuerySet":
        """Texts still being written, approved or signed."""
        return self.filter(state__in=NaskahState.open())

    def in_force(self, on: date | None = None) -> "NaskahQuerySet":
        """Signed texts whose days include this one."""
        today = on or clock.today()
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=today),
            Q(ended_early_on__isnull=True) | Q(ended_early_on__gt=today),
            state=NaskahState.SIGNED,
            starts_on__lte=today,
        )

    def ending_within(self, days: int, on: date | None = None) -> "NaskahQuerySet":
        """Texts in force that end within so many days."""
        today = on or clock.today()
        return self.in_force(today).filter(ends_on__lte=today + timedelta(days=days))
