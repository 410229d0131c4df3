"""A Sinergi after its signature: reports, archive, addendum, extension, old papers (Permendagri 22/2020 Pasal 57-60)."""

from datetime import date

import pytest

from agreements.choices import CopyAct, NaskahState
from agreements.law.periods import Period
from agreements.models import CaseReport, Copy
from agreements.services import copies, extension
from agreements.services.reports import moving, opening, writing
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotReady
from ksd.deadlines.models import Deadline
from tests.agreements.changing import begin, change, old_case, old_text, signed_addendum
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def synergy(cast: Cast) -> Play:
    return Play(cast, "sinergi")


def running(play: Play) -> set[str]:
    return set(Deadline.objects.of(play.case).open().values_list("code", flat=True))


def write(play: Play, period: str) -> CaseReport:
    """The report of a period, everything filled in."""
    report = CaseReport.objects.get(case=play.case, period=period)
    words = {code: value or "nihil" for code, value in writing.prefilled(report).items()}
    return writing.save_report(actor=play.officer, report=report, items=words, seen_revision=report.revision)


def hand_on(play: Play, period: str, actors: tuple[User, ...]) -> list[str]:
    """Take a report through all its hands; the articles of the steps."""
    write(play, period)
    for actor in actors:
        report = CaseReport.objects.get(case=play.case, period=period)
        assert report.next_tier is not None
        moving.take_step(actor=actor, report=report, code=report.next_tier.code, seen_state=report.state)
    report = CaseReport.objects.get(case=play.case, period=period)
    assert report.next_tier is None
    return [f"{step.code} {step.article}".strip() for step in report.steps.all()]


def test_every_six_months_the_head_hears_and_once_a_year_the_governor_and_the_minister(synergy):
    law = "Pasal 60 Permendagri 22/2020"
    synergy.to("pelaksanaan")
    officer, biro = synergy.cast.officer, synergy.cast.biro
    with clock.frozen(date(2027, 7, 10)):
        opening.open_all_reports()
        rows = CaseReport.objects.filter(case=synergy.case).order_by("period")
        due = {row.period: row.due_on for row in rows}
        assert (due["2026-S2"], due["2027-S1"]) == (date(2027, 1, 15), date(2027, 7, 15))
        assert hand_on(synergy, "2027-S1", (officer, officer)) == [f"dikirim {law}", "diterima"]
        assert hand_on(synergy, "2026-S2", (officer, officer, officer, biro, biro)) == [
            f"dikirim {law}",
            "diterima",
            f"diteruskan_gubernur {law}",
            "diterima_gubernur",
            f"diteruskan_menteri {law}",
        ]
    assert synergy.case.events.filter(arrow="catat_laporan").count() == 2


def test_a_province_reports_to_its_governor_by_our_reading_and_to_the_minister_by_law(cast):
    synergy = Play(cast, "sinergi", home=cast.kaltim)
    reports = synergy.case.pack.report_for("sinergi")
    assert reports is not None
    way = reports.way("provinsi", Period(2026, 2))
    assert [(tier.code, tier.internal) for tier in way] == [
        ("dikirim_gubernur", True),
        ("diterima", True),
        ("diteruskan_menteri", False),
    ]


def test_one_original_stays_with_the_secretariat_and_one_with_the_ministry(synergy):
    synergy.to("pelaksanaan")
    for kind in ("nk", "rk"):
        rows = synergy.case.naskah.get(kind=kind).copies.order_by("number")
        assert [(row.form, row.holder) for row in rows] == [
            ("asli", "Sekretariat TKKSD Kabupaten Kutai Kartanegara"),
            ("asli", "Kementerian Contoh"),
        ]


def test_the_archive_is_complete_once_every_copy_was_received(synergy):
    synergy.to("pelaksanaan")
    with pytest.raises(NotReady, match="belum dicatat diterima"):
        synergy.act("catat_arsip", synergy.cast.officer)
    for copy in Copy.objects.filter(naskah__case=synergy.case):
        copies.move_copy(
            actor=synergy.cast.officer, copy=copy, move=copies.Move(act=CopyAct.RECEIVE, on=clock.today())
        )
    synergy.act("catat_arsip", synergy.cast.officer)
    synergy.act("akhiri", synergy.cast.officer, reason="Tujuan telah tercapai")
    assert synergy.case.state == "berakhir"
    # What was begun of this half-year is still reported on; nothing else runs.
    assert all(code.startswith("laporan") and ".2026-S2." in code for code in running(synergy))


def test_a_half_signed_sinergi_is_finished_and_not_cancelled(synergy):
    synergy.to("penandatanganan_nk")
    synergy.sign(synergy.case.naskah.get(kind="nk"), parties=synergy.parties()[:1])
    with pytest.raises(ImpossibleStep, match="sudah ditandatangani salah satu pihak"):
        synergy.act("batalkan", synergy.cast.officer, reason="Berubah pikiran")


@pytest.mark.parametrize("kind", ["nk", "rk"])
def test_a_signed_text_is_changed_by_an_addendum_of_the_heads(synergy, kind):
    synergy.to("pelaksanaan")
    text = synergy.case.naskah.get(kind=kind)
    made = signed_addendum(synergy, text, clause="pembiayaan")
    assert (made.state, made.parent, made.rule.signer) == (NaskahState.SIGNED, text, "kepala_daerah")
    assert made.rule.article == "Pasal 58 Permendagri 22/2020"
    assert synergy.case.documents.filter(kind="usul_perubahan").exists()
    assert synergy.reload().state == "pelaksanaan"


def test_a_change_that_burdens_the_community_and_the_budget_waits_for_the_dprd(synergy):
    synergy.to("pelaksanaan")
    made = begin(synergy, synergy.case.naskah.get(kind="nk"), burden=True)
    change(synergy, made, "ubah", "pembiayaan")
    with pytest.raises(ImpossibleStep, match="belum semua DPRD menyetujuinya") as refused:
        synergy.agree(made)
    assert refused.value.article == "Pasal 58 Permendagri 22/2020"


def test_an_old_nota_kesepakatan_enters_without_its_stages(synergy):
    case = old_case(
        synergy, old_text(kind="nk"), old_text(kind="rk", numbers=("9/2024", "")), kind="sinergi", regions=(),
        partner=synergy.parties()[1].partner,
    )  # fmt: skip
    assert (case.state, case.naskah.count()) == ("pelaksanaan", 2)
    assert CaseReport.objects.filter(case=case).exists()


def test_an_extension_of_a_sinergi_begins_anew_with_the_same_ministry(synergy):
    synergy.to("pelaksanaan")
    made = extension.extend_text(actor=synergy.cast.officer, text=synergy.case.naskah.get(kind="nk"))
    assert (made.request_type, made.state, made.predecessor) == ("perpanjangan", "usulan", synergy.case)
    assert [party.partner for party in made.parties.order_by("order")][1] == synergy.parties()[1].partner
