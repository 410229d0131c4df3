"""The whole life of a cooperation abroad: eleven stages, a province and a kabupaten, and the way through the centre."""

from datetime import timedelta

import pytest

from agreements.choices import LifeState, PartnerClass
from agreements.models import CaseEvent, Partner
from agreements.services import agreement, proposal
from agreements.services.acts import open_arrows
from agreements.services.precheck import proposal_findings
from agreements.workflow import stage_rail
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.models import Deadline, Holiday
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

APPROVED = ["ksdpl", "ksdll"]


def later(days: int):
    """The fixed day moved on."""
    return clock.frozen(factories.TODAY + timedelta(days=days))


def running(play: Play) -> set[str]:
    """The clocks that run on the case."""
    return set(Deadline.objects.of(play.case).open().values_list("code", flat=True))


@pytest.mark.parametrize("home", ["kukar", "kaltim"])
@pytest.mark.parametrize("kind", [*APPROVED, "ksdll_terusan"])
def test_a_case_abroad_comes_from_the_idea_to_its_end(cast: Cast, kind: str, home: str) -> None:
    play = Play(cast, kind, home=getattr(cast, home))
    case = play.to("pelaksanaan")
    assert all(text.life() == LifeState.IN_FORCE for text in case.naskah.all())
    visited = set(CaseEvent.objects.filter(case=case).values_list("source", flat=True))
    rail = stage_rail(case.pack, case.state, visited | {"pelaksanaan"}, case.kind)
    assert {step.status for step in rail[:-1]} == {"done"}
    play.act("akhiri", play.officer, reason="Tujuan telah tercapai")
    assert play.case.state == "berakhir"
    # The year that was begun is still reported on; nothing else runs.
    assert all(code.startswith("laporan_tahunan.2026.") for code in running(play))


@pytest.mark.parametrize(
    ("home", "report", "due"),
    [("kukar", "dikirim", "2027-01-07"), ("kaltim", "dikirim_menteri", "2027-01-14")],
)
def test_once_in_force_the_yearly_report_and_the_extension_letter_are_awaited(
    cast: Cast, home: str, report: str, due: str
) -> None:
    play = Play(cast, "ksdpl", home=getattr(cast, home))
    play.to("pelaksanaan")
    awaited = f"laporan_tahunan.2026.{report}"
    assert running(play) == {awaited, "surat_perpanjangan"}
    days = dict(Deadline.objects.of(play.case).open().values_list("code", "due_on"))
    mou = play.case.naskah.get(kind="mou")
    assert not Deadline.objects.of(play.case.naskah.get(kind="loi")).exists()
    assert days["surat_perpanjangan"].isoformat() == "2031-05-20"
    assert mou.ends_on is not None
    assert mou.ends_on.isoformat() == "2031-11-20"
    assert days[awaited].isoformat() == due


@pytest.mark.parametrize("home", ["kukar", "kaltim"])
def test_every_further_act_of_a_running_case_may_be_taken(cast: Cast, home: str) -> None:
    play = Play(cast, "ksdpl", home=getattr(cast, home))
    play.to("pelaksanaan")
    for arrow in open_arrows(play.case):
        if arrow.target == "pelaksanaan":
            play.step(arrow.code)
    assert "surat_perpanjangan" not in running(play)


def test_a_letter_of_intent_lapses_after_a_year_and_a_new_one_is_written(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("persetujuan_dprd")
    with pytest.raises(ImpossibleStep, match=r"Masa berlaku LoI.* belum lewat"):
        play.act("loi_gugur", play.officer)
    with later(366):
        play.act("loi_gugur", play.officer)
        assert "masa_loi" not in running(play)
        play.to("pengajuan_rks")
        assert play.case.naskah.filter(kind="loi").count() == 2
        assert "masa_loi" in running(play)


def test_a_letter_of_intent_is_for_a_year_at_most(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("penyusunan_loi")
    with pytest.raises(DomainError, match="paling lama 1 tahun"):
        play.draft("loi", years=2)


def test_a_text_is_for_five_years_at_most_and_only_the_head_signs_it(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("penyusunan_mou")
    with pytest.raises(DomainError, match="paling lama 5 tahun"):
        play.draft("mou", years=6)
    text = play.draft("mou")
    with pytest.raises(DomainError, match="hanya dapat ditandatangani Kepala Daerah sendiri"):
        play.name_signer(text, play.parties()[0])


def test_the_dprd_has_45_working_days_over_holidays(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("persetujuan_dprd")
    for offset in (3, 4):
        Holiday.objects.create(
            date=factories.TODAY + timedelta(days=offset), name="Libur contoh", verified=True
        )
    play.to("menunggu_dprd")
    term = Deadline.objects.of(play.track()).open().get(code="dprd_total")
    # 45 working days are nine weeks; two holidays push the last of them on by two working days.
    assert (term.length, term.day_type) == (45, "working")
    assert term.due_on.isoformat() == "2027-01-26"
    with pytest.raises(ImpossibleStep, match="belum lewat"):
        play.dprd("dprd_dianggap_setuju")
    with later(70):
        play.dprd("dprd_dianggap_setuju")
        assert play.track().letters.filter(kind="surat_dianggap_setuju").exists()
    assert play.case.state == "pengajuan_rks"


def test_a_refused_plan_is_mended_and_asks_the_dprd_with_a_new_letter(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("menunggu_dprd")
    play.dprd("dprd_tolak", reason="Beban anggaran")
    assert play.case.state == "ditolak_dprd"
    play.dprd("ajukan_ulang_dprd")
    assert (play.case.state, play.track().round, play.track().state) == ("penyusunan_rks", 2, "disiapkan")
    with pytest.raises(ImpossibleStep):
        play.dprd("ajukan_dprd")
    play.act("tetapkan_rks", play.officer, "rks")
    play.dprd("ajukan_dprd")
    assert (play.case.state, play.track().round) == ("menunggu_dprd", 2)


def test_a_lapsed_letter_of_intent_stops_the_clock_of_the_dprd_and_asks_it_anew(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("persetujuan_dprd")
    with later(360):
        play.dprd("ajukan_dprd")
    with later(366):
        play.act("loi_gugur", play.officer)
        assert not Deadline.objects.of(play.track()).open().exists()
        play.to("persetujuan_dprd")
        assert (play.track().round, play.track().state) == (2, "disiapkan")


@pytest.mark.parametrize(
    ("waits", "direct", "after"),
    [
        ("rks_di_gubernur", "langsung_rks", "verifikasi"),
        ("naskah_di_gubernur", "langsung_naskah", "pembahasan"),
    ],
)
def test_a_kabupaten_goes_past_a_silent_governor_after_five_working_days(
    cast: Cast, waits: str, direct: str, after: str
) -> None:
    play = Play(cast, "ksdpl")
    play.to(waits)
    term = Deadline.objects.of(play.case).open().get(code__startswith="teruskan")
    assert (term.responsible_label, term.responsible_region) == ("Gubernur", cast.kaltim)
    assert cast.kaltim in term.regions.all()
    assert term.due_on.isoformat() == "2026-11-27"
    paper = play.case.pack.arrow(direct).documents
    with pytest.raises(ImpossibleStep, match="belum lewat"):
        play.act(direct, play.officer, *paper)
    with later(7):
        play.act(direct, play.officer)
    assert play.case.state == after


def test_a_province_knows_no_way_through_a_governor(cast: Cast) -> None:
    play = Play(cast, "ksdpl", home=cast.kaltim)
    play.to("pengajuan_rks")
    with pytest.raises(ImpossibleStep, match="tidak dapat dilakukan"):
        play.act("ajukan_rks_gubernur", play.officer)
    with pytest.raises(NotAllowed):
        play.act("ajukan_rks_menteri", cast.officer)


def test_a_draft_that_was_not_begun_is_not_submitted(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("penyusunan_mou")
    with pytest.raises(NotReady, match="belum disusun"):
        play.act("ajukan_naskah_gubernur", play.officer, "surat_pengajuan_naskah")


def test_a_reopened_text_takes_the_case_back_to_its_discussion(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("menunggu_menteri")
    agreement.reopen_naskah(actor=play.officer, naskah=play.case.naskah.get(kind="mou"), reason="Diperbaiki")
    assert play.reload().state == "pembahasan"


@pytest.mark.parametrize(
    ("partner_class", "papers"),
    [
        (PartnerClass.FOREIGN_NON_PROFIT, {"rencana_bersama", "izin_mitra"}),
        (
            PartnerClass.INTERNATIONAL,
            {"rks_terusan", "pemetaan_terusan", "kak_terusan", "studi_kelayakan", "surat_kesediaan"},
        ),
    ],
)
def test_a_continued_cooperation_brings_the_papers_of_its_partner(
    cast: Cast, partner_class: str, papers: set[str]
) -> None:
    play = Play(cast, "ksdll_terusan", partner_class=partner_class)
    assert set(play.case.documents.values_list("kind", flat=True)) == papers
    play.act("ajukan_terusan", play.officer)
    play.step("terima_terusan")
    assert play.case.state == "pelaksanaan"


def test_a_feasibility_study_is_asked_for_when_the_answer_calls_for_it(cast: Cast) -> None:
    play = Play(cast, "ksdll_terusan")
    play.case.documents.filter(kind="studi_kelayakan").delete()
    assert "studi_kelayakan" in {finding.code for finding in proposal_findings(play.reload())}
    answers = {"perlu_studi": (False, "Hanya pelatihan")}
    proposal.save_answers(actor=play.officer, case=play.case, answers=answers)
    assert "studi_kelayakan" not in {finding.code for finding in proposal_findings(play.reload())}


def test_a_foreign_non_profit_needs_both_permits(cast: Cast) -> None:
    play = Play(cast, "ksdll_terusan", partner_class=PartnerClass.FOREIGN_NON_PROFIT)
    Partner.objects.update(principle_permit="", operational_permit="")
    missing = [row for row in proposal_findings(play.reload()) if row.code.endswith("_permit")]
    assert [row.code for row in missing] == ["principle_permit", "operational_permit"]
    assert all(
        row.severity == "blocking" and "Pasal 28 Permendagri 25/2020" in row.article for row in missing
    )


def test_a_condition_answered_with_no_stops_the_proposal(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    proposal.save_answers(
        actor=play.officer, case=play.case, answers={"diplomatik": (False, "Belum ada hubungan")}
    )
    with pytest.raises(NotReady, match="belum lengkap"):
        play.act("mulai_penjajakan", play.officer)
