"""A cooperation abroad after its signature: reports, plan, copies, change, extension (Permendagri 25/2020 Pasal 20-38)."""

from datetime import date

import pytest

from agreements.choices import NaskahState
from agreements.models import CaseReport
from agreements.naskah.structure import from_json
from agreements.services import extension, plans
from agreements.services.naskah import newest_version
from agreements.services.reports import moving, opening, writing
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.agreements.changing import begin, old_case, old_text, signed_addendum
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def abroad(cast: Cast) -> Play:
    play = Play(cast, "ksdpl")
    play.to("pelaksanaan")
    return play


def the_report(play: Play) -> CaseReport:
    return CaseReport.objects.get(case=play.case, period="2026")


def write(play: Play) -> None:
    report = the_report(play)
    words = {code: value or "nihil" for code, value in writing.prefilled(report).items()}
    writing.save_report(actor=play.officer, report=report, items=words, seen_revision=report.revision)


def take(play: Play, actor, code: str) -> CaseReport:
    report = the_report(play)
    moving.take_step(actor=actor, report=report, code=code, seen_state=report.state)
    return the_report(play)


def test_what_the_plan_said_stands_in_the_report_already(abroad):
    words = writing.prefilled(the_report(abroad))
    assert words["latar_belakang"] == "Isi contoh"
    assert [code for code, value in words.items() if not value] == [
        "perkembangan", "penerima_manfaat", "pendanaan", "hambatan", "tindak_lanjut",
    ]  # fmt: skip


def test_a_kabupaten_reports_to_the_governor_and_he_to_the_menteri_each_in_his_week(abroad):
    write(abroad)
    with clock.frozen(date(2027, 1, 12)):
        report = take(abroad, abroad.cast.officer, "dikirim")
        assert report.was_late
        assert report.due_on == date(2027, 1, 14), (
            "the second week of January, not two weeks after the first step"
        )
        with pytest.raises(NotAllowed):
            take(abroad, abroad.cast.officer, "diteruskan_menteri")
        report = take(abroad, abroad.cast.biro, "diteruskan_menteri")
    assert report.next_tier is None
    assert [step.days_late for step in report.steps.all()] == [5, 0]


def test_a_returned_report_has_the_days_of_mending_and_not_those_of_january(abroad):
    write(abroad)
    with clock.frozen(date(2027, 1, 6)):
        take(abroad, abroad.cast.officer, "dikirim")
        report = the_report(abroad)
        moving.return_report(
            actor=abroad.cast.biro, report=report, seen_state=report.state, reason="Pendanaan kosong"
        )
        assert the_report(abroad).due_on == date(2027, 1, 13)


def test_a_province_reports_to_the_menteri_directly(cast):
    play = Play(cast, "ksdpl", home=cast.kaltim)
    play.to("pelaksanaan")
    write(play)
    assert take(play, play.officer, "dikirim_menteri").next_tier is None


def test_every_year_has_its_own_report(abroad):
    with clock.frozen(date(2028, 2, 1)):
        opening.open_all_reports()
    assert set(CaseReport.objects.values_list("period", flat=True)) == {"2026", "2027", "2028"}


def test_the_menteri_holds_the_original_and_the_region_the_copy_of_the_sekjen(abroad):
    rows = abroad.case.naskah.get(kind="mou").copies.order_by("form", "number")
    assert [(row.form, row.holder) for row in rows] == [
        ("asli", "Kementerian Dalam Negeri"),
        ("asli", "Pemerintah Kota Contoh Utara"),
        ("fotokopi", "Sekretariat TKKSD Kabupaten Kutai Kartanegara"),
    ]


def test_the_text_has_a_yearly_plan_of_four_items_and_the_intent_needs_none(abroad):
    mou, loi = (abroad.case.naskah.get(kind=kind) for kind in ("mou", "loi"))
    assert (plans.needs_plan(mou), plans.needs_plan(loi)) == (True, False)
    said = {item.code: "Isi contoh" for item in plans.items_of(abroad.case)}
    plan = plans.create_plan(actor=abroad.officer, naskah=mou, year=2026, items=said)
    assert list(plan.items) == ["uraian", "peran", "hasil", "pembiayaan"]


def test_a_text_is_changed_by_an_addendum_that_names_the_law_of_cooperation_abroad(abroad):
    text = abroad.case.naskah.get(kind="mou")
    made = signed_addendum(abroad, text, clause="pembiayaan")
    assert (made.state, made.parent) == (NaskahState.SIGNED, text)
    words = str(from_json(newest_version(made).body))
    assert "Menteri Dalam Negeri Nomor 25 Tahun 2020" in words
    assert "Nomor 22 Tahun 2020" not in words


def test_a_letter_of_intent_is_not_changed_by_an_addendum(abroad):
    with pytest.raises(ImpossibleStep, match="Addendum hanya"):
        begin(abroad, abroad.case.naskah.get(kind="loi"))


def test_an_extension_begins_anew_and_starts_no_second_notice(abroad):
    made = extension.extend_text(actor=abroad.officer, text=abroad.case.naskah.get(kind="mou"))
    assert (made.request_type, made.state) == ("perpanjangan", "usulan")
    assert made.kind == "ksdpl"


def test_an_old_text_enters_as_it_is_and_what_has_no_text_does_not(abroad):
    partner = abroad.parties()[1].partner
    case = old_case(abroad, old_text(kind="mou"), kind="ksdpl", regions=(), partner=partner)
    assert (case.state, case.naskah.get().kind) == ("pelaksanaan", "mou")
    with pytest.raises(DomainError, match="tidak dicatat dari arsip"):
        old_case(abroad, old_text(kind="mou"), kind="ksdll_terusan", regions=(), partner=partner)


def test_an_old_text_that_ran_out_ended_by_what_it_says_itself(abroad):
    partner = abroad.parties()[1].partner
    gone = old_text(kind="mou", ends_on=date(2026, 1, 5))
    case = old_case(abroad, gone, kind="ksdpl", regions=(), partner=partner)
    assert case.state == "berakhir"
    assert case.events.get(arrow="akhiri").reason == "Menurut prosedur yang disepakati dalam naskah"


def test_a_proposal_with_a_signed_intent_is_given_up(cast):
    play = Play(cast, "ksdpl")
    play.to("penyusunan_rks")
    play.act("batalkan", play.officer, reason="Anggaran tidak ada")
    assert play.case.state == "dibatalkan"


def test_a_half_signed_text_is_finished_and_not_given_up(cast):
    play = Play(cast, "ksdll")
    play.to("penandatanganan_mou")
    play.sign(play.case.naskah.get(kind="mou"), parties=play.parties()[:1])
    with pytest.raises(ImpossibleStep, match="sudah ditandatangani salah satu pihak"):
        play.act("batalkan", play.officer, reason="Anggaran tidak ada")
