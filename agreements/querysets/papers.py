"""Named questions about the papers and the history of a case: who may read which."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, Q

from agreements.law.schema import Arrow
from agreements.querysets.rows import keeping, rows
from ksd.accounts.access import reach

if TYPE_CHECKING:
    from agreements.models import Case, CaseDocument, CaseEvent  # noqa: F401  named as text below


class CaseDocumentQuerySet(models.QuerySet["CaseDocument"]):
    """Papers by standing."""

    def current(self) -> "CaseDocumentQuerySet":
        """The newest revision of each paper."""
        return self.filter(is_current=True)

    def readable_by(self, user: Any, case: "Case") -> "CaseDocumentQuerySet":
        """Papers of a case this person may read.

        The keeper's side reads all. The others read what they recorded themselves, what the acts taken since the
        offer used, and what was attached to the offer; never the keeper's own review.
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
    """Whether the person's reach holds the region that keeps the case."""
    keeper = rows("Party").filter(keeping(), case=case)
    return bool(keeper.filter(region__in=reach(user)).exists())


def _own_parties(user: Any, case: "Case") -> Any:
    """The parties in the person's reach to which the case was laid open."""
    return rows("Party").filter(case=case, shared_at__isnull=False, region__in=reach(user))


def _sharing(case: "Case") -> list[Arrow]:
    """The acts with which a case is laid open to its partners."""
    return [arrow for arrow in case.pack.arrows if arrow.shares]


def _since_offer(case: "Case") -> Q:
    """Events from the sharing act on; their order is that of writing, for two may fall into one moment."""
    shared = rows("CaseEvent").filter(case=case, arrow__in=[arrow.code for arrow in _sharing(case)])
    first = shared.order_by("pk").values_list("pk", flat=True).first()
    return Q(pk__gte=first) if first is not None else Q(pk__in=[])


def _shared_kinds(case: "Case") -> set[str]:
    """Kinds of paper that acts taken since the offer used, and those attached to the offer."""
    taken = set(rows("CaseEvent").filter(_since_offer(case), case=case).values_list("arrow", flat=True))
    arrows = [arrow for arrow in case.pack.arrows if arrow.code in taken]
    used = {code for arrow in arrows for code in (*arrow.documents, *arrow.optional, arrow.proof)}
    offered = {code for arrow in _sharing(case) if arrow.code in taken for code in arrow.documents}
    return used | {code for offer in offered for code in case.pack.document(offer).attaches}
