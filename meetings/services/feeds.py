"""Subscriptions to the calendar: an address that shows what its owner sees at that moment, until it is revoked or old."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ksd.accounts.access import current_memberships, reach
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.tokens import new_token, print_of
from meetings.models import CalendarFeed, Meeting
from meetings.querysets import MeetingQuerySet
from regions.models import Region

# An address nobody remembers stops by itself; a new one is made in a moment.
LIFETIME = timedelta(days=730)
# How far back a calendar reaches.
PAST = timedelta(days=366)
# A calendar asks every few minutes; one note an hour says enough.
READ_NOTED = timedelta(hours=1)


@transaction.atomic
def create_feed(*, actor: User, region: Region | None = None) -> str:
    """Make an address for all one sees, or for one region within reach; gives its secret, shown this once.

    Raises NotAllowed for a region out of reach, ImpossibleStep when there is one already.
    """
    _require_reach(actor, region)
    User.objects.select_for_update().get(pk=actor.pk)
    if living_feeds(actor).filter(region=region).exists():
        raise ImpossibleStep(
            _("Langganan kalender ini sudah ada."),
            remedy=_("Gunakan “Ganti alamat” bila alamat lamanya hilang atau tersebar."),
        )
    # One that grew old still holds its place in the table.
    CalendarFeed.objects.filter(user=actor, region=region, revoked_at=None).update(revoked_at=clock.now())
    return _issue(actor, region)


@transaction.atomic
def rotate_feed(*, actor: User, feed: CalendarFeed) -> str:
    """Give a subscription a new address; the old one is dead from now on. Raises NotAllowed, ImpossibleStep."""
    row = _own(actor, feed)
    _require_reach(actor, row.region)
    row.revoked_at = clock.now()
    row.save(update_fields=["revoked_at"])
    return _issue(actor, row.region)


@transaction.atomic
def revoke_feed(*, actor: User, feed: CalendarFeed) -> None:
    """Close an address for good. Raises NotAllowed; one closed before stays closed."""
    row = _own(actor, feed, alive=False)
    if row.revoked_at is None:
        row.revoked_at = clock.now()
        row.save(update_fields=["revoked_at"])


def living_feeds(user: User):  # type: ignore[no-untyped-def]  # a plain queryset of the row
    """The subscriptions of a person that still answer."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None, created_at__gt=clock.now() - LIFETIME)


def feed_of(token: str) -> CalendarFeed | None:
    """The subscription of an address, if it lives, its owner may sign in, holds a role, and still reaches the region."""
    rows = CalendarFeed.objects.filter(token_sha256=print_of(token), revoked_at=None, user__is_active=True)
    feed = rows.filter(created_at__gt=clock.now() - LIFETIME).select_related("user", "region").first()
    if feed is None or not (feed.user.is_superuser or current_memberships(feed.user).exists()):
        return None
    if feed.region is not None and not reach(feed.user).filter(pk=feed.region.pk).exists():
        return None
    return feed


def meetings_of(feed: CalendarFeed) -> MeetingQuerySet:
    """What the owner sees now, those called off among them so that calendars strike them out."""
    seen = Meeting.objects.visible_to(feed.user).filter(ends_at__gte=clock.now() - PAST)
    chosen = seen.of_region(feed.region) if feed.region else seen
    chosen = chosen.annotate(changed_at=Max("events__at"))
    return chosen.select_related("organiser", "organiser_office", "host").order_by("starts_at", "pk")


def note_reading(feed: CalendarFeed) -> None:
    """Remember that a calendar came by."""
    now = clock.now()
    if feed.read_at is None or now - feed.read_at > READ_NOTED:
        CalendarFeed.objects.filter(pk=feed.pk).update(read_at=now)


def _issue(actor: User, region: Region | None) -> str:
    token = new_token()
    CalendarFeed.objects.create(
        user=actor, region=region, token_sha256=print_of(token), created_at=clock.now()
    )
    return token


def _own(actor: User, feed: CalendarFeed, *, alive: bool = True) -> CalendarFeed:
    row = CalendarFeed.objects.select_for_update(of=("self",)).select_related("region").get(pk=feed.pk)
    if row.user_id != actor.pk:
        raise NotAllowed(_("Langganan kalender ini bukan milik Anda."))
    if alive and row.revoked_at is not None:
        raise ImpossibleStep(_("Langganan ini sudah dicabut."), remedy=_("Buat langganan baru."))
    return row


def _require_reach(actor: User, region: Region | None) -> None:
    if region is not None and not reach(actor).filter(pk=region.pk).exists():
        raise NotAllowed(_("Daerah ini di luar lingkup Anda."), remedy=_("Pilih daerah dalam lingkup Anda."))
