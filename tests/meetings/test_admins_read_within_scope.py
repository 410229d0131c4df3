"""The admin site of meetings: every noun is found there, within scope, without secrets, and nothing is changed."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from meetings import models
from meetings.models import Attendance, MeetingSession, Record
from meetings.models.links import LinkAct
from meetings.notices.links import new_link
from tests import factories
from tests.meetings.minutes_rows import came, out
from tests.meetings.room_rows import delegation, held

# Part of another row's page there.
WITHIN = {"AnswerEntry", "Carry", "Confirmation", "Correction", "FollowUpEntry"}
NEW = (
    "invitee", "meetingletter", "sending", "actlink", "meetingsession", "attendance", "minutes", "meetingreport",
    "record", "decision", "livenote",
)  # fmt: skip


@pytest.fixture
def row(cast):
    return held(cast)


def test_every_noun_of_a_meeting_has_its_page():
    known = {model.__name__ for model in admin.site._registry if model._meta.app_label == "meetings"}
    nouns = {name for name in models.__all__ if name[0].isupper() and not name.isupper()}
    assert nouns - known == WITHIN


def test_the_pages_show_rows_and_add_none(cast, signed_in):
    client = signed_in(cast.admin)
    for name in NEW:
        assert client.get(reverse(f"admin:meetings_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:meetings_{name}_add")).status_code == 403


def found(model, user):
    request = RequestFactory().get("/")
    request.user = user
    return list(admin.site._registry[model].get_queryset(request))


def test_what_only_the_organiser_reads_is_found_by_admins_of_the_organiser_alone(cast, row):
    notula, present = out(cast, row), came(row, cast.kukar)
    Record.objects.create(meeting=row)
    guest = factories.person("admin.kukar", ("admin", cast.kukar), is_staff=True)
    assert found(type(notula), cast.admin) == [notula]
    assert found(Attendance, cast.admin) == [present]
    assert found(type(notula), guest) == found(Attendance, guest) == []
    assert [each.meeting for each in found(Record, guest)] == [row]


def test_a_link_and_a_door_show_no_secret(cast, signed_in, row):
    invitee = delegation(row, cast.kukar)
    token = new_link(LinkAct.JAWAB, invitee=invitee, until=row.ends_at)
    link = invitee.links.get()
    client = signed_in(cast.admin)
    page = client.get(reverse("admin:meetings_actlink_change", args=[link.pk])).content.decode()
    assert token not in page
    assert link.token_sha256 not in page
    came(row, cast.kukar)
    session = MeetingSession.objects.get()
    door = client.get(reverse("admin:meetings_meetingsession_change", args=[session.pk]))
    assert door.status_code == 200
    assert session.code not in door.content.decode()
