"""The scorecard says what the records say; a regency reads its own line and the sum of the province."""

from datetime import date, timedelta
from io import BytesIO
from statistics import median
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from ksd.core import clock
from meetings.choices import FollowUpState
from meetings.models import Attendance, FollowUp, Invitee, MeetingSession
from meetings.services.follow_ups import ReportData, report
from meetings.services.scorecard import scorecard_of
from tests.meetings.follow_up_rows import agreed, decision, follow_up
from tests.meetings.rows import moment

pytestmark = pytest.mark.django_db
PAGE, SHEET, LIST = (
    reverse(f"meetings:{name}") for name in ("scorecard", "scorecard_sheet", "follow_up_all")
)


@pytest.fixture
def held(cast):
    """A Rakor of 2025 and one of 2026 with follow-ups in every state for Kukar and some for Kubar."""
    old = agreed(cast, starts_at=moment(1, 8, month=10).replace(year=2025), ends_at=moment(1, 9, month=10))
    new = agreed(cast)
    for number, state in enumerate(FollowUpState.values):
        done = date(2026, 10, 20) if state in ("selesai", "diverifikasi") else None
        for day in (date(2026, 11, 1), date(2026, 12, 1), None):
            follow_up(new, cast.kukar, state=state, due_on=day, done_on=done)
        follow_up(old, cast.kukar, state=state, due_on=date(2026, 1, number + 1))
        follow_up(new, cast.kubar, state=state)
    begun = follow_up(new, cast.kukar)
    report(actor=cast.officer, follow_up=begun, data=ReportData(progress=0, text="Belum ada biaya (contoh)"))
    return new


def by_hand(rows):
    """The same numbers, reckoned row by row in the plainest way."""
    today = clock.today()
    found: dict[str, Any] = {"ages": []}
    for name in ("total", "verified", "waiting", "owed", "late", "stopped", "untouched"):
        found[name] = 0
    for row in rows:
        found["total"] += 1
        found["verified"] += row.state == "diverifikasi"
        found["waiting"] += row.state == "selesai"
        found["stopped"] += row.state == "dihentikan"
        if row.state in ("belum", "proses"):
            found["owed"] += 1
            found["late"] += bool(row.due_on and row.due_on < today)
            began = timezone.localtime(row.decision.meeting.starts_at).date()
            found["ages"].append((today - began).days)
        if row.state == "belum" and not any(e.step in ("kendala", "lapor") for e in row.entries.all()):
            found["untouched"] += 1
    return found


def same(score, rows):
    hand = by_hand(rows)
    ages = hand.pop("ages")
    assert {name: getattr(score, name) for name in hand} == hand
    assert score.median_age == (round(median(ages)) if ages else None)
    assert score.percent == round(100 * hand["verified"] / (hand["total"] - hand["stopped"]))


def test_the_numbers_are_those_of_the_records(cast, held):
    card = scorecard_of(cast.biro)
    everything = FollowUp.objects.select_related("decision__meeting")
    assert [row.region for row in card.rows] == [cast.kukar, cast.kubar]
    for row in card.rows:
        same(row.score, everything.filter(region=row.region))
        for year, score in row.years:
            same(score, everything.filter(region=row.region, decision__meeting__starts_at__year=year))
    same(card.total, everything)
    assert [year for year, _score in card.trend] == [2025, 2026]
    same(scorecard_of(cast.biro, 2025).total, everything.filter(decision__meeting__starts_at__year=2025))


def test_every_number_opens_the_list_it_counts(cast, signed_in, held):
    client = signed_in(cast.biro)
    score = scorecard_of(cast.biro).rows[0].score
    counts = {
        "": score.total, "diverifikasi": score.verified, "selesai": score.waiting, "terlambat": score.late,
        "dihentikan": score.stopped, "belum_disentuh": score.untouched, "terbuka": score.owed + score.waiting,
    }  # fmt: skip
    for standing, count in counts.items():
        query = {"daerah": "64.02"} | ({"keadaan": standing} if standing else {})
        assert client.get(LIST, query).context["page_obj"].paginator.count == count
    year = client.get(LIST, {"daerah": "64.02", "tahun": "2025"})
    assert year.context["page_obj"].paginator.count == 5
    text = client.get(PAGE).content.decode()
    assert f"{LIST}?daerah=64.02&amp;keadaan=terlambat" in text


def test_points_nobody_ever_acted_on_are_named(cast, signed_in):
    meeting = agreed(cast)
    begun, silent, alone = (
        decision(meeting, text) for text in ("Dikerjakan", "Didiamkan", "Tanpa penanggung jawab")
    )
    decision(meeting, "Sekadar informasi", kind="informasi")
    for point in (begun, silent):
        for region in (cast.kukar, cast.kubar):
            row = follow_up(meeting, region, decision=point)
    first = begun.follow_ups.get(region=cast.kukar)
    report(actor=cast.officer, follow_up=first, data=ReportData(progress=0, text="Menunggu (contoh)"))
    assert row.decision == silent
    assert scorecard_of(cast.biro).silent == [silent, alone]
    assert scorecard_of(cast.biro, 2025).silent == []
    assert scorecard_of(cast.stranger).silent == []
    assert "Didiamkan" in signed_in(cast.officer).get(PAGE).content.decode()


def test_a_regency_reads_its_own_line_and_the_sum(cast, signed_in, held):
    card = scorecard_of(cast.officer)
    assert [row.region for row in card.rows] == [cast.kukar]
    assert card.total.total == FollowUp.objects.count()
    text = signed_in(cast.officer).get(PAGE).content.decode()
    assert "Kabupaten Kutai Kartanegara" in text
    assert "Kutai Barat" not in text
    assert "Seluruh provinsi" in text


def test_attendance_is_counted_per_year_from_invitations_and_the_list_at_the_door(cast, held):
    def sit(meeting, region, **facts):
        session = meeting.sessions.first() or MeetingSession.objects.create(
            meeting=meeting, title="Hari pertama", starts_at=meeting.starts_at,
            ends_at=meeting.starts_at + timedelta(hours=2), opens_at=meeting.starts_at,
            closes_at=meeting.starts_at + timedelta(hours=2),
        )  # fmt: skip
        number = session.attendances.count()
        return Attendance.objects.create(
            session=session, region=region, name=f"Contoh {number}", way="meja", key=f"k{number}", **facts
        )

    other, ahead = agreed(cast, title="Rapat kedua"), agreed(cast, state="undangan_terkirim")
    for meeting in (held, other, ahead):
        for title in ("Asisten I", "Kepala Bagian"):
            Invitee.objects.create(meeting=meeting, region=cast.kukar, title=title)
    Invitee.objects.create(meeting=held, region=cast.kubar, title="Asisten I", withdrawn_at=clock.now())
    sit(held, cast.kukar)
    sit(held, cast.kukar)
    sit(other, cast.kukar, struck_at=clock.now())
    lines = {row.region: row.presence for row in scorecard_of(cast.biro).rows}
    assert [(row.year, row.invited, row.attended) for row in lines[cast.kukar]] == [(2026, 2, 1)]
    assert lines[cast.kubar] == []


def test_the_sheet_says_the_same(cast, signed_in, held):
    answer = signed_in(cast.biro).get(SHEET)
    sheet: Any = load_workbook(BytesIO(answer.content)).active
    rows = {(row[0], str(row[2])): row for row in sheet.iter_rows(min_row=2, values_only=True)}
    score = scorecard_of(cast.biro).rows[0].score
    assert rows[("64.02", "semua")][3:10] == (
        score.total, score.verified, score.waiting, score.owed, score.late, score.stopped, score.untouched,
    )  # fmt: skip
    assert rows[("64.02", "2025")][3] == 5


def years_in(answer, code):
    """The lines of a region in the sheet: its year, how many follow-ups, which share, and how often it was invited."""
    sheet: Any = load_workbook(BytesIO(answer.content)).active
    return [
        (row[2], row[3], row[10], row[13])
        for row in sheet.iter_rows(min_row=2, values_only=True)
        if row[0] == code
    ]


def test_the_years_of_the_sheet_add_up_and_none_stands_twice(cast, signed_in, held):
    earlier = agreed(
        cast, starts_at=moment(1, 8, month=10).replace(year=2024), ends_at=moment(1, 9, month=10)
    )
    for meeting in (earlier, held):
        Invitee.objects.create(meeting=meeting, region=cast.kubar, title="Asisten I")
    client = signed_in(cast.biro)
    assert years_in(client.get(SHEET), "64.07") == [
        ("semua", 5, 25, 2), (2024, 0, None, 1), (2026, 5, 25, 1),
    ]  # fmt: skip
    assert years_in(client.get(SHEET, {"tahun": "2026"}), "64.07") == [(2026, 5, 25, 1)]


def test_a_region_that_owes_nothing_has_no_share_of_nought(cast, signed_in):
    Invitee.objects.create(meeting=agreed(cast), region=cast.kubar, title="Asisten I")
    client = signed_in(cast.biro)
    text = client.get(PAGE).content.decode()
    assert "Kabupaten Kutai Barat" in text
    assert "(0%)" not in text
    assert years_in(client.get(SHEET), "64.07")[0] == ("semua", 0, None, 1)


def test_the_line_of_a_year_opens_the_list_of_that_year(cast, signed_in, held):
    text = signed_in(cast.biro).get(PAGE, {"tahun": "2025"}).content.decode()
    assert f'href="{LIST}?tahun=2025&amp;daerah=64.02">' in text


@pytest.mark.parametrize(
    "query",
    [
        "tahun=x",
        "tahun=99999999",
        "tahun=²",
        "urut=%00",
        "urut=daerah",
        "tahun=1900",
        "tahun=0",
        "tahun=0000",
        "tahun=20255",
    ],
)
def test_nonsense_in_the_address_breaks_nothing(cast, signed_in, held, query):
    expected = 400 if "%00" in query else 200
    assert signed_in(cast.biro).get(f"{PAGE}?{query}").status_code == expected
    assert signed_in(cast.biro).get(f"{SHEET}?{query}").status_code == expected


def test_nobody_elses_numbers_are_told(cast, signed_in, held):
    card = scorecard_of(cast.nobody)
    assert (card.rows, card.total.total) == ([], 0)
    assert [row.region for row in scorecard_of(cast.stranger).rows] == []


def test_the_page_costs_the_same_however_much_is_owed(cast, signed_in, held):
    client = signed_in(cast.biro)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        return len(queries)

    cost()
    few = cost()
    for _number in range(20):
        follow_up(held, cast.paser, decision=decision(held))
    assert cost() == few
