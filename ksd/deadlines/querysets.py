"""Named questions about deadlines and notices."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models

from ksd.accounts.access import AnyUser, reach
from ksd.core import clock

if TYPE_CHECKING:
    from ksd.deadlines.models import Deadline, Holiday, Notice  # noqa: F401  named as text below


class HolidayQuerySet(models.QuerySet["Holiday"]):
    """Questions about holidays."""

    def between(self, start: date, end: date) -> dict[date, str]:
        """Return the holidays of a span, each day with its name (or names)."""
        names: dict[date, str] = {}
        rows = self.filter(date__range=(start, end)).order_by("date", "name").values_list("date", "name")
        for day, name in rows:
            names[day] = f"{names[day]}; {name}" if day in names else name
        return names

    def years(self) -> set[int]:
        """Return the years that have any holiday; counting working days elsewhere is guesswork."""
        return {day.year for day in self.order_by().dates("date", "year")}


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
        return self.open().filter(due_on__lt=clock.today(), paused_on=None)

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
