"""Each period owes its report: who writes, checks, receives and passes it on, and what a missed one costs."""

from datetime import date, timedelta

import pytest

from agreements.models import CaseReport, OfficeSetting
from agreements.services import acts
from agreements.services.reports import moving, opening, writing
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.deadlines.models import Deadline, NoticeLine
from ksd.deadlines.services import sweep_reminders
from tests import factories
from tests.agreements.playing import Play

ITEMS = [
    "judul",
    "bentuk_naskah",
    "para_pihak",
    "maksud_tujuan",
    "objek",
    "jangka_waktu",
    "permasalahan",
    "upaya",
    "hal_lain",
]
KABUPATEN = (
    "dikirim",
    "diperiksa",
    "diterima",
    "diteruskan_gubernur",
    "diterima_gubernur",
    "diteruskan_menteri",
)
PROVINCE = ("dikirim", "diperiksa", "diterima", "diteruskan_menteri")


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation that is being carried out since 21 November 2026."""
    play.to("pelaksanaan")
    return play


def the_report(play: Play, period: str = "2026-S2") -> CaseReport:
    """The report of a period, read anew."""
    return CaseReport.objects.select_related("case", "region__parent", "deadline").get(
        case=play.case, period=period
    )


def write(play: Play, report: CaseReport) -> None:
    """Fill in everything the register does not know."""
    words = writing.prefilled(report) | {"permasalahan": "nihil", "upaya": "nihil", "hal_lain": "nihil"}
    writing.save_report(actor=play.cast.officer, report=report, items=words, seen_revision=report.revision)


def send(play: Play, period: str = "2026-S2") -> CaseReport:
    """Write and send a report."""
    write(play, the_report(play, period))
    moving.take_step(
        actor=play.cast.officer, report=the_report(play, period), code="dikirim", seen_state="disusun"
    )
    return the_report(play, period)


def take(play: Play, actor: object, code: str) -> CaseReport:
    """Take the next step as somebody who sees where the report stands."""
    report = the_report(play)
    moving.take_step(actor=actor, report=report, code=code, seen_state=report.state)  # type: ignore[arg-type]
    return the_report(play)


def test_a_cooperation_in_force_owes_a_report_each_semester(running: Play) -> None:
    report = the_report(running)
    assert [item.code for item in report.rule.items] == ITEMS
    assert report.rule.article == "Pasal 17 ayat (5) Permendagri 22/2020"
    assert report.deadline is not None
    assert (report.deadline.base_date, report.due_on) == (date(2026, 12, 31), date(2027, 1, 15))
    assert report.deadline.responsible_region == running.cast.kukar


def test_the_office_decides_how_many_days_after_the_semester(play: Play) -> None:
    OfficeSetting.objects.create(code="hari_laporan_semester", value="10")
    play.to("pelaksanaan")
    assert the_report(play).due_on == date(2027, 1, 10)


def test_every_missed_semester_stays_a_late_row_of_its_own(running: Play) -> None:
    with clock.frozen(date(2028, 2, 1)):
        assert opening.open_all_reports() == 3
        assert opening.open_all_reports() == 0
        late = CaseReport.objects.late()
        assert sorted(late.values_list("period", flat=True)) == ["2026-S2", "2027-S1", "2027-S2"]
        send(running, "2027-S1")
        assert sorted(late.values_list("period", flat=True)) == ["2026-S2", "2027-S2"]
        codes = Deadline.objects.of(running.case).overdue().values_list("code", flat=True)
        assert sorted(codes) == ["laporan_semester.2026-S2.dikirim", "laporan_semester.2027-S2.dikirim"]


def test_nothing_is_owed_after_the_last_text_has_ended(running: Play) -> None:
    running.case.naskah.update(ends_on=date(2027, 3, 1))
    with clock.frozen(date(2029, 1, 1)):
        opening.open_all_reports()
    periods = CaseReport.objects.filter(case=running.case).values_list("period", flat=True)
    assert sorted(periods) == ["2026-S2", "2027-S1"]


def test_the_register_fills_in_six_of_nine_items_and_what_was_sent_is_kept(running: Play) -> None:
    report = the_report(running)
    words = writing.prefilled(report)
    assert words["judul"] == "Puskesmas Perbatasan"
    assert "Kutai Barat" in words["para_pihak"]
    assert [code for code in ITEMS if not words[code]] == ["permasalahan", "upaya", "hal_lain"]
    sent = send(running)
    running.case.title = "Judul lain"
    running.case.save(update_fields=["title"])
    assert writing.prefilled(the_report(running))["judul"] == sent.items["judul"] == "Puskesmas Perbatasan"


def test_an_unfinished_report_is_not_sent(running: Play) -> None:
    with pytest.raises(NotReady, match="Permasalahan, Upaya penyelesaian permasalahan"):
        take(running, running.cast.officer, "dikirim")
    assert the_report(running).state == "disusun"


def test_a_kabupaten_reports_through_the_governor_to_the_minister(running: Play) -> None:
    assert tuple(tier.code for tier in the_report(running).way) == KABUPATEN
    send(running)
    for code in KABUPATEN[1:4]:
        take(running, running.cast.officer, code)
    with pytest.raises(NotAllowed):
        take(running, running.cast.officer, "diterima_gubernur")
    take(running, running.cast.biro, "diterima_gubernur")
    report = take(running, running.cast.head, "diteruskan_menteri")
    assert (report.next_tier, report.awaits, report.deadline) == (None, "", None)
    steps = list(report.steps.all())
    assert [step.code for step in steps] == list(KABUPATEN)
    assert "Pasal 17 ayat (3)" in steps[3].article
    assert not steps[1].article, "the check is office practice"
    assert not Deadline.objects.of(running.case).open().filter(code__startswith="laporan").exists()


def test_a_province_reports_straight_to_the_minister(running: Play) -> None:
    report = the_report(running)
    report.region = running.cast.kaltim
    assert tuple(tier.code for tier in report.way) == PROVINCE


@pytest.mark.parametrize("who", ["partner", "stranger", "observer", "tkksd", "admin", "biro", "nobody"])
def test_only_the_reporting_region_writes_and_sends(running: Play, who: str) -> None:
    actor = getattr(running.cast, who)
    with pytest.raises(NotAllowed, match="tidak berwenang"):
        writing.save_report(actor=actor, report=the_report(running), items={}, seen_revision=0)
    with pytest.raises(NotAllowed):
        take(running, actor, "dikirim")


def test_each_step_follows_the_one_before_and_none_is_skipped(running: Play) -> None:
    send(running)
    for code in (*KABUPATEN[:1], *KABUPATEN[2:], "lenyap"):
        with pytest.raises(ImpossibleStep, match="laporan kini “Dikirim ke sekretariat TKKSD”"):
            take(running, running.cast.officer, code)


def test_a_report_that_arrives_twice_leaves_one(running: Play) -> None:
    send(running)
    with pytest.raises(ImpossibleStep):
        moving.take_step(
            actor=running.cast.officer, report=the_report(running), code="dikirim", seen_state="disusun"
        )
    assert the_report(running).steps.count() == 1
    assert running.case.events.filter(arrow="catat_laporan").count() == 1
    assert len(opening.open_reports(actor=None, case=running.reload())) == 0


def test_a_returned_report_is_mended_and_sent_again(running: Play) -> None:
    send(running)
    report = the_report(running)
    with pytest.raises(DomainError, match="Alasan"):
        moving.return_report(actor=running.cast.tkksd, report=report, seen_state="dikirim", reason=" ")
    moving.return_report(
        actor=running.cast.tkksd, report=report, seen_state="dikirim", reason="Permasalahan belum jelas"
    )
    report = the_report(running)
    assert (report.state, report.awaits) == ("dikembalikan", "agreements.report")
    assert report.due_on == factories.TODAY + timedelta(days=7)
    assert take(running, running.cast.officer, "dikirim").sent_on == factories.TODAY
    assert [step.returned for step in the_report(running).steps.all()] == [False, True, False]


def test_what_was_sent_is_changed_by_nobody(running: Play) -> None:
    report = send(running)
    with pytest.raises(ImpossibleStep, match="tidak dapat diubah"):
        writing.save_report(
            actor=running.cast.officer, report=report, items={}, seen_revision=report.revision
        )
    party = running.parties()[1]
    with pytest.raises(ImpossibleStep):
        writing.save_part(actor=running.cast.partner, report=report, party=party, words={"work": "x"})


def test_lateness_is_counted_and_kept(running: Play) -> None:
    with clock.frozen(date(2027, 1, 20)):
        report = send(running)
    assert report.was_late
    assert report.steps.get().days_late == 5
    assert report.due_on == date(2027, 1, 27), "seven days for the check, counted from the sending"


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2026, 11, 22)])
def test_no_step_before_the_period_nor_in_the_future(running: Play, day: date) -> None:
    write(running, the_report(running))
    with pytest.raises(DomainError):
        moving.take_step(
            actor=running.cast.officer,
            report=the_report(running),
            code="dikirim",
            seen_state="disusun",
            on=day,
        )


def test_two_writers_do_not_overwrite_each_other(running: Play) -> None:
    report = the_report(running)
    write(running, report)
    with pytest.raises(StaleForm, match="diubah orang lain"):
        writing.save_report(actor=running.cast.officer, report=report, items={}, seen_revision=0)


def test_each_party_writes_its_part_and_no_other(running: Play) -> None:
    own, partners = running.parties()
    report = the_report(running)
    assert [party.pk for party in writing.silent_parties(report)] == [own.pk, partners.pk]
    writing.save_part(
        actor=running.cast.partner, report=report, party=partners, words={"work": "Obat dikirim"}
    )
    with pytest.raises(NotAllowed):
        writing.save_part(actor=running.cast.partner, report=report, party=own, words={"work": "x"})
    with pytest.raises(NotAllowed):
        writing.save_part(actor=running.cast.officer, report=report, party=partners, words={"work": "x"})
    assert [part.work for part in the_report(running).parts.all()] == ["Obat dikirim"]


def test_the_lead_writes_for_a_partner_without_users(running: Play) -> None:
    running.cast.partner.memberships.update(valid_to=date(2026, 1, 1))
    party = running.parties()[1]
    part = writing.save_part(
        actor=running.cast.officer, report=the_report(running), party=party, words={"work": "Menurut surat"}
    )
    assert part.party == party


def test_a_case_that_ended_may_still_send_its_last_report(running: Play) -> None:
    acts.take_arrow(
        actor=running.cast.officer, case=running.case, code="akhiri", reason="Tujuan telah tercapai"
    )
    open_terms = Deadline.objects.of(running.case).open()
    assert [term.code for term in open_terms] == ["laporan_semester.2026-S2.dikirim"]
    assert send(running).state == "dikirim"


def test_superiors_hear_of_a_late_report_once_each_in_their_turn(running: Play) -> None:
    factories.person("bupati.kukar", ("head_of_region", running.cast.kukar))
    told = NoticeLine.objects.filter(text__startswith="Laporan terlambat")
    for day, people in (
        (date(2027, 1, 22), []),
        (date(2027, 1, 23), ["bupati.kukar"]),
        (date(2027, 1, 28), ["bupati.kukar"]),
        (date(2027, 1, 30), ["biro", "bupati.kukar", "kepala.biro"]),
        (date(2027, 3, 30), ["biro", "bupati.kukar", "kepala.biro"]),
    ):
        with clock.frozen(day):
            sweep_reminders()
            sweep_reminders()
        assert sorted(told.values_list("notice__user__username", flat=True)) == people


def test_a_sweep_that_stood_still_for_weeks_tells_each_person_once(running: Play) -> None:
    with clock.frozen(date(2027, 3, 30)):
        assert sweep_reminders() > 0
        assert sweep_reminders() == 0
    # Nobody leads Kutai Kartanegara in this register: the province alone hears of it, each once.
    told = NoticeLine.objects.filter(text__startswith="Laporan terlambat").values_list(
        "notice__user", flat=True
    )
    assert len(told) == len(set(told)) == 2
