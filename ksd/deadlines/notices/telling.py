"""Writing a notice to people, once per matter."""

from collections.abc import Iterable

from django.db import transaction

from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import EmailState, Notice


@transaction.atomic
def notify(
    *,
    users: Iterable[User],
    key: str,
    kind: str,
    title: str,
    body: str = "",
    link: str = "",
    email: bool = True,
) -> int:
    """Tell each person once about the matter with this key; return how many were told now."""
    people = {user.pk: user for user in users}
    told = set(Notice.objects.filter(user__in=people, key=key).values_list("user_id", flat=True))
    fresh = [
        new_notice(user, key=key, kind=kind, title=title, body=body, link=link, email=email)
        for pk, user in sorted(people.items())
        if pk not in told
    ]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def new_notice(
    user: User, *, key: str, kind: str, title: str, body: str, link: str, email: bool = True
) -> Notice:
    """Return a notice not yet written; its e-mail is due at once when the person has an address."""
    by_mail = email and bool(user.email)
    return Notice(
        user=user,
        key=key,
        kind=kind,
        title=title[:200],
        body=body,
        link=link,
        email_state=EmailState.DUE if by_mail else EmailState.NONE,
        email_due_at=clock.now() if by_mail else None,
        created_at=clock.now(),
    )
