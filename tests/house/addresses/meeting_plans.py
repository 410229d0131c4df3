"""Addresses of the calendar, subscriptions, series, KAK and speeches."""

from typing import Any

from ksd.core.files import store_bytes
from ksd.core.tokens import print_of
from meetings.models import CalendarFeed, MeetingSeries, Speech
from tests.house.addresses.world import NEVER, OPEN, READ, Rule, World, bare, of_meeting

MANAGED = "404/403 biro 200"
PLANNERS = "403 biro {0} officer {0} partner {0} stranger {0}"


def a_series(world: World) -> dict[str, Any]:
    """A series of the province."""
    facts = {"kind": "rakor_pemerintahan", "title": "Rakor {tahun}"}
    row, _new = MeetingSeries.objects.get_or_create(region=world.cast.kaltim, name="Contoh", defaults=facts)
    return {"pk": row.pk}


def a_speech(world: World) -> dict[str, Any]:
    """A speech of the meeting, with its file."""
    file = store_bytes(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", kind="sambutan")
    facts = {"owner": "Contoh", "owner_title": "Bupati", "file": file}
    row, _new = Speech.objects.get_or_create(meeting=world.meeting, title="Sambutan", defaults=facts)
    return {"public_id": world.meeting.public_id, "pk": row.pk}


def a_feed(world: World) -> dict[str, Any]:
    """A subscription of the Biro."""
    row, _new = CalendarFeed.objects.get_or_create(token_sha256="x" * 64, user=world.cast.biro)
    return {"pk": row.pk}


def a_token(world: World) -> dict[str, Any]:
    """A calendar's living address; whoever holds it reads, signed in or not."""
    token = "contoh-" * 6
    CalendarFeed.objects.get_or_create(
        token_sha256=print_of(token), defaults={"user": world.cast.biro, "region": world.cast.kaltim}
    )
    return {"token": token}


RULES: dict[str, Rule] = {
    "meetings:calendar": Rule(bare, OPEN, NEVER),
    "meetings:yearly": Rule(bare, OPEN, NEVER),
    "meetings:feeds": Rule(bare, OPEN, "422"),
    "meetings:feed_rotate": Rule(a_feed, NEVER, "404 biro 200"),
    "meetings:feed_revoke": Rule(a_feed, NEVER, "404 biro 302"),
    "meetings:feed": Rule(a_token, OPEN, NEVER),
    "meetings:series": Rule(bare, OPEN, NEVER),
    "meetings:series_new": Rule(bare, PLANNERS.format(200), PLANNERS.format(422)),
    "meetings:series_edit": Rule(a_series, "404 biro 200 admin 403", "404 biro 422 admin 403"),
    "meetings:chair": Rule(of_meeting(), NEVER, "404/403 biro 409"),
    "meetings:plan": Rule(of_meeting(), MANAGED, "404/403 biro 422"),
    "meetings:plan_paper": Rule(of_meeting(), NEVER, "404/403 biro 409"),
    "meetings:speeches": Rule(of_meeting(), READ, NEVER),
    "meetings:speech_new": Rule(of_meeting(), MANAGED, "404/403 biro 422"),
    "meetings:speech_edit": Rule(a_speech, MANAGED, "404/403 biro 422"),
    "meetings:speech_drop": Rule(a_speech, NEVER, "404/403 biro 302"),
    "meetings:speech_file": Rule(a_speech, READ, NEVER),
}
