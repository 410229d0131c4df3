"""Named questions about the tracks of regions with their DPRD."""

from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef

from agreements.law.deciding import all_deeming_terms
from agreements.querysets.rows import rows
from ksd.core import clock
from ksd.deadlines.models import Deadline

if TYPE_CHECKING:
    from agreements.models import DprdTrack  # noqa: F401  named as text below


class DprdTrackQuerySet(models.QuerySet["DprdTrack"]):
    """Tracks by scope and standing."""

    def visible_to(self, user: Any) -> "DprdTrackQuerySet":
        """Tracks of the cases a person sees: lateness is visible to both sides."""
        return self.filter(case__in=rows("Case").visible_to(user))

    def latest(self) -> "DprdTrackQuerySet":  # type: ignore[override]
        """The newest round of each region and cause."""
        newer = rows("DprdTrack").filter(
            case=OuterRef("case"),
            party=OuterRef("party"),
            cause=OuterRef("cause"),
            round__gt=OuterRef("round"),
        )
        return self.filter(~Exists(newer))

    def running(self) -> "DprdTrackQuerySet":
        """Rounds without an outcome."""
        return self.filter(outcome="")

    def deemable(self) -> "DprdTrackQuerySet":
        """Running rounds whose DPRD has kept silent too long: the region may record the approval by silence."""
        kind = ContentType.objects.get_for_model(self.model)
        passed = Deadline.objects.open().filter(
            content_type=kind,
            object_id=OuterRef("pk"),
            code__in=all_deeming_terms(),
            due_on__lt=clock.today(),
        )
        return self.running().filter(Exists(passed))

    def for_page(self) -> "DprdTrackQuerySet":
        """Everything a page shows of each, in a fixed number of queries."""
        return self.select_related("party__region", "case", "naskah", "tested_by")
