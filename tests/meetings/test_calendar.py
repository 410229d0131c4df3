"""The calendar of meetings, clashes of dates, and calendars that follow by themselves."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from ksd.accounts.models import Membership
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.deadlines.models import Holiday
from meetings.models import CalendarFeed
from meetings.services import change_state, date_conflicts
from meetings.services.feeds import LIFETIME, create_feed, feed_of, revoke_feed, rotate_feed
from tests.factories import TODAY
from tests.meetings.rows import meeting, moment

PAGE, FEEDS = "/rapat/kalender/", "/rapat/langganan/"


def titles(answer):
    return {row.title for day in answer.context["days"] for row in day.meetings}


# the month and the list


def test_a_month_shows_whole_weeks_each_meeting_on_all_its_days_and_the_holidays(cast, signed_in):
    Holiday.objects.create(date=moment(25, 8).date(), name="Hari Raya Natal", source="contoh")
    meeting(cast.biro, cast.kaltim, title="Dua hari", ends_at=moment(16, 12))
    meeting(cast.biro, cast.kaltim, title="Batal", state="dibatalkan")
    answer = signed_in(cast.biro).get(PAGE, {"bulan": "2026-12"})
    days = answer.context["days"]
    assert (str(days[0].day), str(days[-1].day), len(days)) == ("2026-11-30", "2027-01-03", 35)
    assert [day.day.day for day in days if day.meetings] == [15, 16]
    assert [day.closed for day in days if day.closed] == ["Hari Raya Natal"]
    assert titles(answer) == {"Dua hari"}
    text = answer.content.decode()
    assert "Hari Raya Natal" in text
    assert "bulan=2027-01" in text


def test_the_list_names_only_days_with_a_meeting_for_three_months(cast, signed_in):
    meeting(cast.biro, cast.kaltim, title="Desember")
    answer = signed_in(cast.biro).get(PAGE, {"cara": "daftar"})
    assert [str(day.day) for day in answer.context["days"]] == ["2026-12-15"]
    later = signed_in(cast.biro).get(PAGE, {"cara": "daftar", "bulan": "2027-05"})
    assert "Tidak ada rapat dalam tiga bulan ini" in later.content.decode()


def test_the_calendar_is_narrowed_by_region_and_kind_and_shows_strangers_nothing(cast, signed_in):
    meeting(cast.biro, cast.kaltim, title="Kukar", participants=(cast.kukar,))
    meeting(cast.biro, cast.kaltim, title="Kubar", host=cast.kubar, kind="bimtek_ksd")
    client = signed_in(cast.biro)
    december = {"bulan": "2026-12"}
    assert titles(client.get(PAGE, december)) == {"Kukar", "Kubar"}
    assert titles(client.get(PAGE, december | {"daerah": "64.02"})) == {"Kukar"}
    assert titles(client.get(PAGE, december | {"jenis": "bimtek_ksd"})) == {"Kubar"}
    assert titles(signed_in(cast.stranger).get(PAGE, december)) == set()
    assert titles(signed_in(cast.partner).get(PAGE, december | {"daerah": "64.02"})) == {"Kubar"}


@pytest.mark.parametrize("month", ["", "2026-13", "0000-00", "x", "9" * 50, "2026-1", "1999-01", "²026-01"])
def test_a_month_that_makes_no_sense_is_this_month(cast, signed_in, month):
    answer = signed_in(cast.officer).get(PAGE, {"bulan": month, "cara": month, "daerah": month})
    assert answer.context["month"] == TODAY.replace(day=1)


def test_the_calendar_costs_the_same_for_one_and_for_twenty_meetings(cast, signed_in):
    client = signed_in(cast.biro)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE, {"bulan": "2026-12"}).status_code == 200
        return len(queries)

    meeting(cast.biro, cast.kaltim)
    client.get(PAGE)
    few = cost()
    for _number in range(19):
        meeting(cast.biro, cast.kaltim, participants=(cast.paser,))
    assert cost() == few


# clashes


def test_a_day_off_is_said(cast):
    Holiday.objects.create(date=moment(25, 8).date(), name="Hari Raya Natal", source="contoh")
    row = meeting(cast.biro, cast.kaltim, starts_at=moment(25, 8), ends_at=moment(26, 9))
    assert date_conflicts(row, cast.biro) == [
        "25 Desember 2026 bukan hari kerja: Hari Raya Natal.",
        "26 Desember 2026 bukan hari kerja: Sabtu.",
    ]


def test_meetings_at_the_same_time_that_share_a_region_or_the_place_are_said(cast):
    both = (cast.kukar, cast.kubar)
    row = meeting(cast.biro, cast.kaltim, host=cast.kukar, participants=both, place="Aula")
    meeting(cast.biro, cast.kaltim, title="Lain", host=cast.kubar, participants=both, place="Balai")
    meeting(cast.biro, cast.kaltim, title="Sama tempat", host=cast.paser, place=" aula ")
    meeting(cast.biro, cast.kaltim, title="Tidak sama", host=cast.paser, place="Balai")
    meeting(cast.biro, cast.kaltim, title="Tunda", host=cast.kukar, state="ditunda")
    meeting(cast.biro, cast.kaltim, title="Sesudah", host=cast.kukar, starts_at=moment(15, 16))
    said = date_conflicts(row, cast.biro)
    assert len(said) == 2
    assert said[0].startswith("Bersamaan dengan “Lain” (Selasa, 15 Desember 2026")
    assert said[0].endswith("Kabupaten Kutai Kartanegara, Kabupaten Kutai Barat.")
    assert said[1].endswith("tempat yang sama.")


def test_a_clash_with_a_meeting_one_may_not_see_is_not_told(cast):
    meeting(cast.stranger, cast.paser, title="Rahasia", place="Aula")
    row = meeting(cast.officer, cast.kukar, place="Aula")
    assert date_conflicts(row, cast.officer) == []


def test_a_clash_stops_nothing_and_readers_do_not_see_it(cast, signed_in):
    row = meeting(cast.biro, cast.kaltim, host=cast.kukar, participants=(cast.kukar,))
    meeting(cast.biro, cast.kaltim, title="Lain", host=cast.kukar)
    assert "Bersamaan dengan “Lain”" in signed_in(cast.biro).get(row.get_absolute_url()).content.decode()
    assert "Bersamaan" not in signed_in(cast.officer).get(row.get_absolute_url()).content.decode()
    change_state(actor=cast.biro, meeting=row, code="setujui")


# subscriptions


def read(client, token):
    answer = client.get(f"{PAGE}{token}.ics")
    return answer, Calendar.from_ical(answer.content).walk("VEVENT") if answer.status_code == 200 else []


def test_a_calendar_follows_what_its_owner_sees_at_that_moment(cast, client):
    first = meeting(
        cast.biro, cast.kaltim, title="Satu; dua, tiga", participants=(cast.kukar,), place="Tenggarong"
    )
    token = create_feed(actor=cast.officer)
    answer, events = read(client, token)
    assert answer["Content-Type"].startswith("text/calendar")
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store, private", "same-origin")
    assert "noindex" in answer["X-Robots-Tag"]
    (event,) = events
    assert str(event["summary"]) == "Satu; dua, tiga"
    assert str(event["uid"]) == f"rapat-{first.public_id}@ksd"
    assert event.decoded("dtstart") == first.starts_at
    assert (str(event["status"]), int(event["sequence"])) == ("TENTATIVE", 0)
    assert str(event["url"]).endswith(first.get_absolute_url())
    change_state(actor=cast.biro, meeting=first, code="batalkan", reason="Banjir")
    meeting(cast.biro, cast.kaltim, title="Bukan untuk Kukar", participants=(cast.paser,))
    (event,) = read(client, token)[1]
    assert (str(event["status"]), int(event["sequence"])) == ("CANCELLED", 1)
    assert event.decoded("last-modified") == clock.now()
    first.participants.clear()
    assert read(client, token)[1] == []


def test_a_postponed_meeting_leaves_the_calendar_until_it_has_a_new_day(cast, client):
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))
    token = create_feed(actor=cast.officer)
    seen = []
    for code in ("tunda", "jadwalkan_kembali"):
        change_state(actor=cast.biro, meeting=row, code=code, reason="Banjir")
        (event,) = read(client, token)[1]
        seen.append((str(event["status"]), int(event["sequence"])))
    assert seen == [("CANCELLED", 1), ("TENTATIVE", 2)]
    text = client.get(f"{PAGE}{token}.ics").content.decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text
    assert "METHOD:PUBLISH" in text


def test_a_calendar_of_one_region_shows_that_region_only(cast, client):
    meeting(cast.biro, cast.kaltim, title="Kukar", participants=(cast.kukar,))
    meeting(cast.biro, cast.kaltim, title="Paser", participants=(cast.paser,))
    events = read(client, create_feed(actor=cast.biro, region=cast.paser))[1]
    assert [str(event["summary"]) for event in events] == ["Paser"]


def test_a_calendar_names_nobody_and_opens_no_room(cast, client):
    facts: dict[str, Any] = {
        "chair": "Nama Pimpinan",
        "opener": "Nama Pembuka",
        "note": "Hubungi Nama Kontak",
    }
    meeting(cast.biro, cast.kaltim, mode="daring", link="https://rapat.contoh.test/rahasia", **facts)
    text = client.get(f"{PAGE}{create_feed(actor=cast.biro)}.ics").content.decode()
    for hidden in (*facts.values(), "rahasia", "ATTENDEE", "ORGANIZER", cast.biro.email):
        assert hidden not in text


def test_a_dead_address_finds_nothing(cast, client):
    def gone(token):
        return client.get(f"{PAGE}{token}.ics").status_code == 404 and feed_of(token) is None

    token = create_feed(actor=cast.officer)
    feed = CalendarFeed.objects.get()
    fresh = rotate_feed(actor=cast.officer, feed=feed)
    assert gone(token)
    assert not gone(fresh)
    revoke_feed(actor=cast.officer, feed=CalendarFeed.objects.get(revoked_at=None))
    assert gone(fresh)
    for odd in ("x", "9" * 500, "é" * 30, "a%00"):
        assert client.get(f"{PAGE}{odd}.ics").status_code in {400, 404}


def test_an_address_dies_with_its_owners_rights_and_with_time(cast, client):
    own, region = create_feed(actor=cast.officer), create_feed(actor=cast.officer, region=cast.kukar)
    with clock.frozen(TODAY + LIFETIME - timedelta(days=1)):
        assert feed_of(own) is not None
    with clock.frozen(TODAY + LIFETIME + timedelta(days=1)):
        assert feed_of(own) is None
        create_feed(actor=cast.officer)
    Membership.objects.filter(user=cast.officer).update(region=cast.paser)
    assert feed_of(region) is None
    Membership.objects.filter(user=cast.officer).delete()
    assert feed_of(own) is None
    type(cast.biro).objects.filter(pk=cast.biro.pk).update(is_active=False)
    assert CalendarFeed.objects.filter(user=cast.biro).count() == 0


def test_a_closed_account_reads_no_calendar(cast):
    token = create_feed(actor=cast.biro)
    assert feed_of(token) is not None
    type(cast.biro).objects.filter(pk=cast.biro.pk).update(is_active=False)
    assert feed_of(token) is None


def test_one_address_for_each_choice_and_none_out_of_reach(cast):
    create_feed(actor=cast.officer)
    create_feed(actor=cast.officer, region=cast.kukar)
    with pytest.raises(ImpossibleStep, match="sudah ada"):
        create_feed(actor=cast.officer)
    with pytest.raises(NotAllowed, match="di luar lingkup"):
        create_feed(actor=cast.officer, region=cast.paser)
    with pytest.raises(NotAllowed, match="bukan milik Anda"):
        revoke_feed(actor=cast.biro, feed=CalendarFeed.objects.filter(user=cast.officer)[0])


def test_a_thousand_readings_cost_the_same_for_one_and_for_twenty_meetings(cast, client):
    token = create_feed(actor=cast.biro)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{PAGE}{token}.ics").status_code == 200
        return len(queries)

    meeting(cast.biro, cast.kaltim)
    cost()
    few = cost()
    for _number in range(19):
        meeting(cast.biro, cast.kaltim, participants=(cast.paser,))
    assert cost() == few


def test_the_address_is_shown_once_and_only_to_its_owner(cast, signed_in):
    client = signed_in(cast.officer)
    form = client.get(FEEDS).context["form"]
    given = {"form_token": form["form_token"].value(), "region": ""}
    answer = client.post(FEEDS, given)
    address = answer.context["address"]
    assert address.startswith("http://testserver/rapat/kalender/")
    assert address in answer.content.decode()
    assert answer["Cache-Control"] == "no-store, private"
    assert address not in client.get(FEEDS).content.decode()
    assert client.get(address).status_code == 200
    assert client.post(FEEDS, given)["Location"] == FEEDS
    feed = CalendarFeed.objects.get()
    fresh = client.post(f"{FEEDS}{feed.pk}/ganti/").context["address"]
    assert fresh != address
    assert client.get(address).status_code == 404
    assert client.post(f"{FEEDS}{feed.pk}/ganti/").status_code == 409
    living = CalendarFeed.objects.get(revoked_at=None)
    assert signed_in(cast.biro).post(f"{FEEDS}{living.pk}/cabut/").status_code == 404
    assert signed_in(cast.officer).post(f"{FEEDS}{living.pk}/cabut/").status_code == 302
    assert client.get(fresh).status_code == 404


def test_whoever_guesses_addresses_is_slowed_down(client, db):
    cache.clear()
    answers = {client.get(f"{PAGE}tebakan-{number}.ics").status_code for number in range(45)}
    cache.clear()
    assert answers == {404, 429}


def test_the_admin_site_shows_the_new_rows_and_changes_nothing(cast, signed_in):
    client = signed_in(cast.admin)
    for name in ("meetingseries", "meetingplan", "speech", "calendarfeed"):
        assert client.get(f"/admin/meetings/{name}/").status_code == 200
        assert client.get(f"/admin/meetings/{name}/add/").status_code == 403
