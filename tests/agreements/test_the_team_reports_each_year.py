"""The TKKSD reports each year to its Kepala Daerah (Permendagri 22/2020 Pasal 46 ayat (2) huruf j); the day is a setting."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from agreements.models import OfficeSetting, Team, TeamMember, TeamReport
from agreements.services.team_figures import figures_of
from agreements.services.team_reports import (
    open_team_reports,
    save_team_report,
    send_team_report,
    shown_figures,
)
from agreements.services.teams import record_team
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.models import Deadline, NoticeLine
from ksd.deadlines.services import sweep_reminders
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
WORDS = {"trouble": "Naskah terlambat", "remedy": "Rapat teknis", "plan": "Pemetaan"}
SignIn = Callable[[User], Client]


@pytest.fixture
def team(cast: Cast) -> Team:
    """The team of Kutai Kartanegara with its chair."""
    row = Team.objects.create(
        region=cast.kukar, decree_number="SK/1", decree_date=date(2026, 1, 2), valid_from=date(2026, 1, 2)
    )
    TeamMember.objects.create(
        team=row, position="ketua", name="Contoh Sekda", title="Sekretaris Daerah", since=date(2026, 1, 2)
    )
    return row


def saved(cast: Cast, seen: int = 0, actor: User | None = None, year: int = 2026) -> TeamReport:
    return save_team_report(
        actor=actor or cast.officer, region=cast.kukar, year=year, words=WORDS, seen_revision=seen
    )


def sent(cast: Cast, on: date | None = None, actor: User | None = None) -> TeamReport:
    return send_team_report(
        actor=actor or cast.officer, region=cast.kukar, year=2026, number=" 100/1 ", on=on or clock.today()
    )


def address(name: str = "team_report", year: int = 2026) -> str:
    return reverse(f"agreements:{name}", args=["64.02", year])


def test_the_duty_stands_in_its_article_and_the_day_is_the_offices(cast: Cast, team: Team) -> None:
    assert (open_team_reports(), open_team_reports()) == (1, 0)
    term = Deadline.objects.get(code="laporan_tkksd")
    assert (term.base_date, term.due_on) == (date(2026, 12, 31), date(2027, 1, 31))
    assert "Pasal 46 ayat (2) huruf j" in term.legal_basis
    assert "ditetapkan kantor" in term.explanation
    assert list(term.regions.all()) == [cast.kukar]


@pytest.mark.parametrize(("value", "asked"), [("0", 0), ("10", 1)])
def test_the_office_sets_the_day_or_asks_for_none(team: Team, value: str, asked: int) -> None:
    OfficeSetting.objects.create(code="hari_laporan_tkksd", value=value)
    assert open_team_reports() == asked
    assert [row.due_on for row in Deadline.objects.filter(code="laporan_tkksd")] == [
        date(2027, 1, 10)
    ] * asked


def test_a_region_without_a_team_in_force_is_asked_for_nothing(team: Team) -> None:
    Team.objects.update(valid_to=clock.today() - timedelta(days=1))
    assert open_team_reports() == 0


def test_a_standstill_over_the_turn_of_the_year_is_caught_up_in_one_message(cast: Cast, team: Team) -> None:
    open_team_reports()
    with clock.frozen(date(2027, 2, 5)):
        assert open_team_reports() == 1, "the next year is asked for as well"
        sweep_reminders()
        sweep_reminders()
    lines = NoticeLine.objects.filter(notice__user=cast.officer, text__contains="TKKSD 2026")
    told = cast.officer.notices.filter(title__contains="TKKSD 2026").count()
    assert lines.count() or told == 1


def test_its_figures_come_from_the_register(cast: Cast, team: Team, play: Play) -> None:
    play.to("pelaksanaan")
    told = {label: int(count) for _part, label, count in figures_of(cast.kukar, 2026)}
    assert told["Usulan dan penawaran yang dicatat tahun 2026"] == 1
    assert told["KSDD sukarela: dilaksanakan"] == 1
    assert (told["Naskah yang ditandatangani tahun 2026"], told["Naskah yang berlaku"]) == (2, 2)
    partner = {label: int(count) for _part, label, count in figures_of(cast.kubar, 2026)}
    assert partner["Usulan dan penawaran yang dicatat tahun 2026"] == 0


def test_figures_cost_the_same_for_one_case_and_for_many(
    cast: Cast, team: Team, play: Play, django_assert_num_queries: Callable[[int], object]
) -> None:
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        figures_of(cast.kukar, 2026)
    Play(cast, "ksdpk_mitra")
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        figures_of(cast.kukar, 2026)


def test_what_was_handed_over_keeps_its_figures_and_ends_the_term(cast: Cast, team: Team) -> None:
    open_team_reports()
    report = saved(cast)
    report = sent(cast)
    assert (report.number, report.sent_on) == ("100/1", clock.today())
    assert Deadline.objects.get(code="laporan_tkksd").state == "met"
    before = shown_figures(report)
    Play(cast)
    report.refresh_from_db()
    assert shown_figures(report) == before
    for act in (lambda: saved(cast, report.revision), lambda: sent(cast)):
        with pytest.raises(ImpossibleStep, match="sudah disampaikan"):
            act()
    assert open_team_reports() == 0


def test_a_later_writer_does_not_overwrite_an_earlier_one(cast: Cast, team: Team) -> None:
    saved(cast)
    with pytest.raises(StaleForm):
        saved(cast)


@pytest.mark.parametrize("role", ["observer", "tkksd", "biro", "partner", "stranger", "nobody"])
def test_only_who_keeps_the_team_writes_or_sends(cast: Cast, team: Team, role: str) -> None:
    person = getattr(cast, role)
    for act in (lambda: saved(cast, actor=person), lambda: sent(cast, actor=person)):
        with pytest.raises(NotAllowed):
            act()
    assert not TeamReport.objects.exists()


@pytest.mark.parametrize("on", [date(2026, 11, 22), date(2025, 12, 31)])
def test_it_is_handed_over_neither_tomorrow_nor_before_its_year(cast: Cast, team: Team, on: date) -> None:
    with pytest.raises(DomainError, match="tidak dapat disampaikan"):
        sent(cast, on)


@pytest.mark.parametrize("year", [2027, 2020])
def test_a_year_to_come_or_long_gone_is_not_reported_on(cast: Cast, team: Team, year: int) -> None:
    with pytest.raises(ImpossibleStep):
        saved(cast, year=year)


def test_the_page_shows_saves_prints_and_sends(cast: Cast, team: Team, signed_in: SignIn) -> None:
    client = signed_in(cast.officer)
    assert address() in client.get(team.get_absolute_url()).content.decode()
    assert "Naskah yang berlaku" in client.get(address()).content.decode()
    assert not TeamReport.objects.exists(), "reading writes nothing"
    told = WORDS | {"form_token": "a", "seen_revision": "0"}
    assert client.post(address(), told).status_code == 302
    stale = client.post(address(), told | {"form_token": "b", "trouble": "Kata lain"})
    assert stale.status_code == 409
    assert "Kata lain" in stale.content.decode()
    letter = client.post(address("team_report_letter"), {"bentuk": "docx"})
    assert letter["Content-Type"].endswith("wordprocessingml.document")
    gone = {"form_token": "c", "number": "100/1", "on": "2026-11-22"}
    assert client.post(address("team_report_send"), gone).status_code == 422
    assert (
        client.post(address("team_report_send"), gone | {"on": "2026-11-21", "form_token": "d"}).status_code
        == 302
    )
    page = client.get(address()).content.decode()
    assert "disampaikan" in page
    assert "Catat penyampaian" not in page
    assert client.get(address("team_report_send")).status_code == 409
    assert client.post(address(), told | {"form_token": "e"}).status_code == 409


def test_the_province_reads_and_others_find_nothing(cast: Cast, team: Team, signed_in: SignIn) -> None:
    assert signed_in(cast.biro).get(address()).status_code == 200
    assert signed_in(cast.biro).post(address(), WORDS | {"form_token": "a"}).status_code == 403
    for outsider in (cast.stranger, cast.partner, cast.nobody):
        assert signed_in(outsider).get(address()).status_code == 404
    assert signed_in(cast.officer).get(address(year=2027)).status_code == 404


def test_the_old_decree_ends_and_the_report_stays_the_regions(cast: Cast, team: Team) -> None:
    open_team_reports()
    record_team(
        actor=cast.officer, region=cast.kukar, decree_number="SK/2", decree_date=clock.today(),
        valid_from=clock.today(),
    )  # fmt: skip
    assert open_team_reports() == 0
    assert TeamReport.objects.count() == 1
