"""Named questions about partners that are not regions."""

from typing import TYPE_CHECKING, Any

from django.db import models

from ksd.accounts.access import reach

if TYPE_CHECKING:
    from agreements.models import Partner  # noqa: F401  named as text below


class PartnerQuerySet(models.QuerySet["Partner"]):
    """Third parties and bodies of the state by scope."""

    def visible_to(self, user: Any) -> "PartnerQuerySet":
        """Partners registered by a region in the user's reach."""
        return self.filter(region__in=reach(user))
