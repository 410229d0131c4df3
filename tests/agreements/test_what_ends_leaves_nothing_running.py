"""Whatever ends stops its clocks: signatures, duties and DPRDs are asked for no more; reports owed are."""

from datetime import date

import pytest

from agreements.models import Naskah, Obligation
from agreements.services import acts, ending, obligations, signing_events
from agreements.services.obligations import ObligationDraft
from agreements.services.reports import opening
from ksd.core import clock
from ksd.deadlines.models import Deadline
from tests.agreements.changing import begin, change
from tests.agreements.playing import Play, days_later


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation being carried out."""
    play.to("pelaksanaan")
    return play


def duty(play: Play, text: Naskah) -> Obligation:
    """A duty of the first party, due in ten days."""
    draft = ObligationDraft(kind="kewajiban", wording="Menyediakan dokter", due_on=days_later(10))
    return obligations.add_obligation(
        actor=play.cast.officer, naskah=text, party=play.parties()[0], draft=draft
    )


def pks(play: Play) -> Naskah:
    return play.case.naskah.select_related("case").get(kind="pks")


def finish(play: Play) -> None:
    acts.take_arrow(
        actor=play.cast.officer,
        case=play.case,
        code="akhiri",
        reason="Selesai",
        reason_code="tujuan_tercapai",
    )
    play.reload()


def end_text(play: Play, text: Naskah) -> None:
    ending.end_text(
        actor=play.cast.officer,
        text=text,
        reason_code="tujuan_tercapai",
        explanation="Selesai",
        on=clock.today(),
    )


def open_codes(*subjects: object) -> set[str]:
    return {term.code for row in subjects for term in Deadline.objects.of(row).open()}  # type: ignore[arg-type]


def test_a_text_that_ends_reminds_nobody_of_its_duties_and_keeps_them_on_record(running: Play) -> None:
    row = duty(running, pks(running))
    assert open_codes(row) == {"kewajiban"}
    end_text(running, pks(running))
    assert not open_codes(row, pks(running))
    row.refresh_from_db()
    assert row.is_open


def test_the_duties_of_another_text_run_on(running: Play) -> None:
    row = duty(running, running.case.naskah.get(kind="kb"))
    end_text(running, pks(running))
    assert open_codes(row) == {"kewajiban"}


def test_an_addendum_given_up_with_its_text_reminds_nobody_of_a_signature(running: Play) -> None:
    made = begin(running, pks(running))
    change(running, made, "ubah", "objek")
    made = running.agree(made)
    plan = signing_events.Plan(on=days_later(3), place="Tenggarong", mode="desk")
    signing_events.plan_event(actor=running.cast.officer, naskah=made, plan=plan)
    rows = list(made.signatures.all())
    assert open_codes(*rows) == {"tanda_tangan"}
    end_text(running, pks(running))
    assert not open_codes(*rows)


def test_an_addendum_given_up_with_its_text_leaves_no_region_its_dprd(running: Play) -> None:
    begin(running, pks(running), burden=True)
    running.answer_dprd(yes=True, cause="perubahan")
    running.dprd("ajukan_dprd", cause="perubahan")
    track = running.track(cause="perubahan")
    assert open_codes(track)
    end_text(running, pks(running))
    assert not open_codes(track)
    assert not any(party.turn_permission == "agreements.dprd" for party in running.parties())


def test_a_case_that_ends_stops_everything_but_the_reports_it_owes(running: Play) -> None:
    row, made = duty(running, pks(running)), begin(running, pks(running), burden=True)
    running.answer_dprd(yes=True, cause="perubahan")
    running.dprd("ajukan_dprd", cause="perubahan")
    report = running.case.reports.select_related("deadline").get()
    assert report.deadline
    finish(running)
    rest = (row, made, running.track(cause="perubahan"), *made.signatures.all(), *running.case.naskah.all())
    assert not open_codes(*rest)
    assert open_codes(running.case) == {report.deadline.code}


def test_no_report_is_opened_for_a_time_after_the_end(running: Play) -> None:
    finish(running)
    with clock.frozen(date(2027, 8, 1)):
        opening.open_all_reports()
        assert running.case.reports.count() == 1
