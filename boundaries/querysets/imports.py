"""Named questions about imported files."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from boundaries.choices import ImportContent
from ksd.accounts.access import AnyUser, keeps_shared_tables, may

if TYPE_CHECKING:
    from boundaries.models import GeoImport  # noqa: F401  named in the generic base below


class GeoImportQuerySet(models.QuerySet["GeoImport"]):
    """Imports by who may look at them."""

    def visible_to(self, user: AnyUser) -> Self:
        """One's own; layers of all regions also for whoever keeps them."""
        if user is None or not user.is_authenticated:
            return self.none()
        own = Q(uploaded_by_id=user.pk)
        if may(user, "boundaries.manage") or keeps_shared_tables(user):
            own |= Q(content=ImportContent.GARIS_LUAR)
        return self.filter(own)

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.defer("problems", "drawing", "rows").select_related(
            "file", "uploaded_by", "segment__region_a", "segment__region_b", "layer"
        )
