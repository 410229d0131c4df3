"""A region whose year abroad was not reported is warned before its next plan (Permendagri 25/2020 Pasal 38)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agreements.models import Case, CaseReport
from agreements.naskah.checks import Finding
from agreements.services.precheck import blocked, proposal_findings
from agreements.services.proposal import start_case
from agreements.services.reports import moving, writing
from ksd.core import clock
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
WARNED = "laporan_terlambat"
AFTER_JANUARY = timedelta(days=60)


def warnings(case: Case) -> list[Finding]:
    return [row for row in proposal_findings(case) if row.code == WARNED]


@pytest.fixture
def silent(cast: Cast) -> Play:
    """A cooperation in force that nobody has reported yet."""
    play = Play(cast, "ksdpl")
    play.to("pelaksanaan")
    return play


def test_before_the_report_is_due_nobody_is_warned(cast, silent):
    case = start_case(actor=cast.officer, region=cast.kukar, kind="ksdll", title="Taman kota")
    assert warnings(case) == []


def test_a_year_without_report_warns_the_next_proposal_and_refuses_nothing(cast, silent):
    with clock.frozen(factories.TODAY + AFTER_JANUARY):
        case = start_case(actor=cast.officer, region=cast.kukar, kind="ksdll", title="Taman kota")
        [found] = warnings(case)
        assert found.article == "Pasal 38 Permendagri 25/2020"
        assert "Puskesmas Perbatasan" in found.message
        assert "7 Januari 2027" in found.message
        assert found not in blocked(proposal_findings(case))


def test_the_check_page_shows_the_warning(cast, silent, signed_in):
    with clock.frozen(factories.TODAY + AFTER_JANUARY):
        case = start_case(actor=cast.officer, region=cast.kukar, kind="ksdll", title="Taman kota")
        page = signed_in(cast.officer).get(reverse("agreements:proposal", args=[case.public_id, "periksa"]))
        assert "Pasal 38 Permendagri 25/2020" in page.content.decode()


def test_the_page_of_the_plan_shows_the_warning_and_lets_it_go_on(cast, silent, signed_in):
    with clock.frozen(factories.TODAY + AFTER_JANUARY):
        other = Play(cast, "ksdll")
        Case.objects.filter(pk=other.case.pk).update(state="penyusunan_rks")
        other.reload()
        other.paper("rks", other.officer)
        url = reverse("agreements:act", args=[other.case.public_id, "tetapkan_rks"])
        assert "Pasal 38 Permendagri 25/2020" in signed_in(cast.officer).get(url).content.decode()
        other.act("tetapkan_rks", other.officer)
        assert other.case.state == "persetujuan_dprd"


def test_a_late_report_ends_the_warning(cast, silent):
    with clock.frozen(factories.TODAY + AFTER_JANUARY):
        report = CaseReport.objects.get(case=silent.case, period="2026")
        words = {code: value or "nihil" for code, value in writing.prefilled(report).items()}
        writing.save_report(actor=cast.officer, report=report, items=words, seen_revision=report.revision)
        report.refresh_from_db()
        moving.take_step(actor=cast.officer, report=report, code="dikirim", seen_state=report.state)
        case = start_case(actor=cast.officer, region=cast.kukar, kind="ksdll", title="Taman kota")
        assert warnings(case) == []


def test_another_region_and_a_cooperation_at_home_are_not_warned(cast, silent):
    with clock.frozen(factories.TODAY + AFTER_JANUARY):
        theirs = start_case(actor=cast.partner, region=cast.kubar, kind="ksdll", title="Taman kota")
        at_home = start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title="Taman kota")
        assert warnings(theirs) == warnings(at_home) == []
