"""Named questions about deadlines and notices."""

from typing import TYPE_CHECKING, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models

from ksd.core import clock

from ksd.accounts.access import AnyUser, reach

if TYPE_CHECKING:
    from ksd.deadlines.models import Deadline, Notice


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Questions about deadlines."""

    def visible_to(self, user: AnyUser) -> Self:
        """Keep the deadlines that concern a region within the person's reach."""
        links = self.model.regions.through.objects.filter(region_id__in=reach(user).values("pk"))
        return self.filter(pk__in=links.values("deadline_id"))

    def open(self) -> Self:
        """Keep those that still run."""
        return self.filter(state="open")

    def overdue(self) -> Self:
        """Keep those that run although their day has passed."""
        return self.open().filter(due_on__lt=clock.today())

    def of(self, subject: models.Model) -> Self:
        """Keep those of one matter."""
        return self.filter(content_type=ContentType.objects.get_for_model(subject), object_id=subject.pk)


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about notices."""

    def visible_to(self, user: AnyUser) -> Self:
        """Keep the person's own notices."""
        return self.filter(user_id=user.pk) if user is not None and user.is_authenticated else self.none()

    def unread(self) -> Self:
        """Keep those not read yet."""
        return self.filter(read_at=None)

    def unread_count(self, user: AnyUser) -> int:
        """Count what the person has not read."""
        return self.visible_to(user).unread().count()
