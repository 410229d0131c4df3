"""Noting that a notice was read."""

from django.db import transaction

from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import Notice


@transaction.atomic
def mark_read(*, actor: User, notice: Notice) -> None:
    """Note that a person read a notice of theirs; the first reading counts."""
    Notice.objects.visible_to(actor).unread().filter(pk=notice.pk).update(read_at=clock.now())


@transaction.atomic
def mark_all_read(*, actor: User) -> int:
    """Note that a person read everything; return how many were new."""
    return Notice.objects.visible_to(actor).unread().update(read_at=clock.now())
