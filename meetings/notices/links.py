"""Making a link for one act: the worker makes them too, when it sends the mail they travel in."""

from datetime import datetime, timedelta

from django.db import transaction

from ksd.core import clock
from ksd.core.tokens import new_token, print_of
from meetings.models import ActLink, FollowUp, Invitee

DAYS = 30


@transaction.atomic
def new_link(
    act: str,
    *,
    invitee: Invitee | None = None,
    follow_up: FollowUp | None = None,
    until: datetime | None = None,
) -> str:
    """Make a link for one act; gives its secret, which nobody can read again. Older ones stay valid until used."""
    token = new_token()
    ActLink.objects.create(
        act=act,
        invitee=invitee,
        follow_up=follow_up,
        token_sha256=print_of(token),
        expires_at=until or clock.now() + timedelta(days=DAYS),
    )
    return token
