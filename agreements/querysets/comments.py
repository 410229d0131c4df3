"""Named questions about comments."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from agreements.choices.comments import Audience
from agreements.querysets.rows import rows
from ksd.accounts.access import reach

if TYPE_CHECKING:
    from agreements.models import Case, Comment  # noqa: F401  named as text below


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments by scope."""

    def readable_by(self, user: Any, case: "Case") -> "CommentQuerySet":
        """What this person may read: words to all parties, and those of the regions in their reach."""
        shared = rows("Party").filter(case=case, shared_at__isnull=False, region__in=reach(user))
        if not shared.exists():
            return self.none()
        return self.filter(said_within_reach_of(user), case=case)


def said_within_reach_of(user: Any) -> Q:
    """Words to all parties, and those within the regions in the user's reach."""
    return Q(audience=Audience.ALL) | Q(audience=Audience.OWN, region__in=reach(user))
