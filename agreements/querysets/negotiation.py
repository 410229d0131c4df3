"""Named questions about guest links."""

from typing import TYPE_CHECKING

from django.db import models

from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import GuestLink  # noqa: F401  named as text below


class GuestLinkQuerySet(models.QuerySet["GuestLink"]):
    """Guest links by whether they open anything."""

    def alive(self) -> "GuestLinkQuerySet":
        """Links neither revoked nor expired."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=clock.now())
