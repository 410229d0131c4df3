"""What else happens on a day is said before a meeting is saved: once, with everything typed kept, and never in the way."""

import pytest
from django.urls import reverse

from meetings.forms import MeetingForm
from meetings.forms.meetings import mark_of
from meetings.models import Meeting
from tests.meetings.rows import meeting
from tests.meetings.test_pages import filled

NEW = reverse("meetings:new")


@pytest.fixture
def other(cast):
    return meeting(cast.biro, cast.kaltim, title="Lain", host=cast.kukar)


def test_a_clash_is_said_first_and_the_second_sending_saves(cast, signed_in, other):
    client = signed_in(cast.biro)
    hours = {"starts_at": "2026-12-15T09:00", "ends_at": "2026-12-15T11:00"}
    given = filled(client, NEW, cast, title="Rakor baru", participants=[cast.kukar.pk], **hours)
    told = client.post(NEW, given)
    page = told.content.decode()
    assert told.status_code == 409
    assert "Belum disimpan: periksa jadwalnya" in page
    assert "Bersamaan dengan “Lain”" in page
    assert "Simpan juga" in page
    assert not Meeting.objects.filter(title="Rakor baru").exists()
    form = told.context["form"]
    assert form["title"].value() == "Rakor baru"
    again = given | {"seen_clashes": form["seen_clashes"].value()}
    assert client.post(NEW, again).status_code == 302
    made = Meeting.objects.get(title="Rakor baru")
    # Pressed twice, the form clashes with nothing but itself.
    assert client.post(NEW, again)["Location"] == made.get_absolute_url()


def test_without_a_clash_nothing_is_asked(cast, signed_in):
    client = signed_in(cast.biro)
    assert client.post(NEW, filled(client, NEW, cast, title="Rakor baru")).status_code == 302


def test_a_clash_the_page_of_the_meeting_tells_already_is_not_asked_again(cast, signed_in, other):
    row = meeting(cast.biro, cast.kaltim, host=cast.kukar, participants=(cast.kukar,))
    address = reverse("meetings:edit", args=[row.public_id])
    form = signed_in(cast.biro).get(address).context["form"]
    assert form["seen_clashes"].value()


def test_other_clashes_than_those_shown_are_said_again(cast):
    form = MeetingForm({"seen_clashes": mark_of(["satu"])}, actor=cast.biro)
    form.cleaned_data = {"seen_clashes": mark_of(["satu"])}
    assert form.clashes_unseen([]) == []
    assert form.clashes_unseen(["satu"]) == []
    assert form.clashes_unseen(["satu", "dua"]) == ["satu", "dua"]
    assert form["seen_clashes"].value() == mark_of(["satu", "dua"])
