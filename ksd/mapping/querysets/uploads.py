"""Named questions about sheets that were sent in."""

from typing import TYPE_CHECKING, Self

from django.db import models

from ksd.accounts.access import AnyUser, reach

if TYPE_CHECKING:
    from ksd.mapping.models import SheetUpload  # noqa: F401  named in the generic base below


class UploadQuerySet(models.QuerySet["SheetUpload"]):
    """Uploads by scope."""

    def visible_to(self, user: AnyUser) -> Self:
        """Uploads of regions in reach: what is not applied yet stays with its region."""
        return self.filter(region__in=reach(user))

    def for_list(self) -> Self:
        """Everything a line of a list shows."""
        return self.select_related("period__region", "region", "file", "created_by", "applied_by")
