"""The life of a Sinergi: RKPD, offer, two texts that go together, the DPRD before the signature, the report."""

from datetime import timedelta

import pytest

from agreements.choices import Authority, NaskahState
from agreements.documents.gather import facts_of
from agreements.documents.printed import sheet_of
from agreements.models import CaseDocument, Naskah, Partner
from agreements.services import agreement, naskah, proposal, signing
from agreements.services.precheck import blocked, proposal_findings
from agreements.services.signing import Signer
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady
from ksd.deadlines.models import Deadline
from tests import factories
from tests.agreements.playing import Play, days_later
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def synergy(cast: Cast) -> Play:
    return Play(cast, "sinergi")


def running(play: Play) -> set[str]:
    return set(Deadline.objects.of(play.case).open().values_list("code", flat=True))


def at_dprd(play: Play) -> set[str]:
    """The clocks that run with the DPRD of the region."""
    return set(Deadline.objects.of(play.track()).open().values_list("code", flat=True))


def newest(text: Naskah):
    return naskah.newest_version(text)


def test_a_proposal_whose_object_is_not_in_the_rkpd_is_not_submitted(synergy):
    synergy.answer(yes=False)
    found = blocked(proposal_findings(synergy.case))
    assert [row.article for row in found] == ["Pasal 53 ayat (2) Permendagri 22/2020"]
    with pytest.raises(NotReady, match="Usulan belum lengkap"):
        synergy.act("ajukan_telaah", synergy.cast.officer)


def test_a_yes_without_the_place_in_the_rkpd_is_not_enough(synergy):
    CaseDocument.objects.filter(case=synergy.case, kind="rujukan_rkpd").delete()
    with pytest.raises(NotReady) as refused:
        synergy.act("ajukan_telaah", synergy.cast.officer)
    assert "Rujukan RKPD belum ada." in refused.value.remedy


@pytest.mark.parametrize("item", ["dokumen", "tahun", "halaman"])
def test_document_year_and_page_are_each_asked_for(synergy, item):
    paper = CaseDocument.objects.get(case=synergy.case, kind="rujukan_rkpd")
    paper.fields = paper.fields | {item: " "}
    paper.save()
    assert [row.code for row in blocked(proposal_findings(synergy.case))] == [item]


def test_the_clock_of_thirty_days_names_the_ministry_as_its_debtor(synergy):
    synergy.to("menunggu_tanggapan")
    term = Deadline.objects.of(synergy.case).get(code="tanggapan")
    assert (term.length, term.responsible_region, term.responsible_label) == (30, None, "Kementerian Contoh")


def test_the_second_request_waits_for_the_thirty_days(synergy):
    synergy.to("menunggu_tanggapan")
    with pytest.raises(ImpossibleStep, match="belum lewat"):
        synergy.act("minta_tanggapan_kedua", synergy.cast.officer, "permintaan_kedua")
    with clock.frozen(factories.TODAY + timedelta(days=31)):
        synergy.act("minta_tanggapan_kedua", synergy.cast.officer, "permintaan_kedua")
        assert (synergy.case.state, running(synergy)) == ("tanggapan_kedua", set())
        synergy.act("terima", synergy.cast.officer, "surat_tanggapan")
    assert synergy.case.state == "penyusunan_nk"


def test_one_agreed_text_waits_for_the_other(synergy):
    synergy.to("penyusunan_nk")
    synergy.agree(synergy.draft("nk"))
    assert synergy.reload().state == "penyusunan_nk"
    synergy.agree(synergy.draft("rk"))
    assert synergy.reload().state == "uji_dprd"


@pytest.mark.parametrize("order", [("nk", "rk"), ("rk", "nk")])
def test_both_texts_must_be_signed_before_the_case_goes_on(synergy, order):
    synergy.to("penandatanganan_nk")
    first, last = (synergy.case.naskah.get(kind=kind) for kind in order)
    assert synergy.sign(first).state == NaskahState.SIGNED
    assert synergy.reload().state == "penandatanganan_nk"
    assert not running(synergy)
    synergy.sign(last)
    assert synergy.reload().state == "ditandatangani"
    assert running(synergy) == {"laporan_sinergi.2026-S2.dikirim"}


def test_nobody_signs_before_the_dprd_stage_is_through(synergy):
    synergy.to("uji_dprd")
    with pytest.raises(ImpossibleStep, match="belum dapat diproses"):
        synergy.sign(synergy.case.naskah.get(kind="nk"))


def ask_dprd(play: Play) -> None:
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    play.dprd("ajukan_dprd")


def test_a_burdening_plan_waits_for_the_dprd_and_may_not_pass_it_by(synergy):
    synergy.to("uji_dprd")
    synergy.answer_dprd(yes=True)
    assert (synergy.case.state, synergy.track().state) == ("uji_dprd", "disiapkan")
    with pytest.raises(ImpossibleStep):
        synergy.act("lanjut_tanpa_dprd", synergy.cast.officer)
    synergy.dprd("ajukan_dprd")
    assert (synergy.case.state, at_dprd(synergy)) == ("menunggu_dprd", {"dprd_total"})
    synergy.dprd("dprd_setuju")
    assert (synergy.case.state, at_dprd(synergy)) == ("penandatanganan_nk", set())


def test_the_komisi_is_followed_by_the_paripurna_and_the_letter_of_the_pimpinan(synergy):
    ask_dprd(synergy)
    for code, state in (
        ("catat_kajian_dprd", "menunggu_paripurna"),
        ("catat_paripurna_dprd", "menunggu_keputusan"),
        ("dprd_setuju", "disetujui"),
    ):
        synergy.dprd(code)
        assert synergy.track().state == state
    assert synergy.case.state == "penandatanganan_nk"


def test_forty_five_days_of_silence_open_the_signing(synergy):
    ask_dprd(synergy)
    with pytest.raises(ImpossibleStep, match="belum lewat"):
        synergy.dprd("dprd_dianggap_setuju")
    with clock.frozen(factories.TODAY + timedelta(days=46)):
        synergy.dprd("dprd_dianggap_setuju")
    assert synergy.case.state == "penandatanganan_nk"


def test_a_signature_dated_before_the_dprd_s_approval_is_refused(synergy):
    ask_dprd(synergy)
    with clock.frozen(factories.TODAY + timedelta(days=10)):
        synergy.dprd("dprd_setuju", on=clock.today())
        with pytest.raises(DomainError, match="mendahului “"):
            synergy.sign(synergy.case.naskah.get(kind="nk"), on=days_later(-3))


def test_a_refusal_of_the_dprd_leads_back_to_the_texts(synergy):
    ask_dprd(synergy)
    synergy.dprd("dprd_tolak", reason="Belum ada anggarannya.")
    agreement.reopen_naskah(
        actor=synergy.cast.officer, naskah=synergy.case.naskah.get(kind="rk"), reason="Kurangi kegiatan."
    )
    assert synergy.reload().state == "penyusunan_nk"
    synergy.agree(synergy.case.naskah.get(kind="rk"))
    assert synergy.reload().state == "uji_dprd"
    assert (synergy.track().round, synergy.track().state) == (2, "uji")


def test_a_text_reopened_while_the_dprd_reads_it_stops_the_dprd_clock(synergy):
    ask_dprd(synergy)
    agreement.reopen_naskah(
        actor=synergy.cast.officer, naskah=synergy.case.naskah.get(kind="nk"), reason="Salah lokasi."
    )
    assert (synergy.reload().state, at_dprd(synergy)) == ("penyusunan_nk", set())
    synergy.agree(synergy.case.naskah.get(kind="nk"))
    assert (synergy.reload().state, synergy.track().round) == ("uji_dprd", 2)


def test_the_ministry_is_pihak_kesatu_in_order_numbers_and_signatures(synergy):
    synergy.to("penandatanganan_nk")
    text = synergy.case.naskah.get(kind="nk")
    sheet = sheet_of(text, newest(text))
    assert [emblem.side for emblem in sheet.emblems] == ["center"]
    assert sheet.title[:5] == (
        "NOTA KESEPAKATAN", "ANTARA", "KEMENTERIAN CONTOH", "DAN", "PEMERINTAH KABUPATEN KUTAI KARTANEGARA",
    )  # fmt: skip
    first, second = sheet.komparisi
    assert first.name == "CONTOH PEJABAT"
    assert "berdasarkan Surat Kuasa Menteri Nomor 1 tanggal 2 Januari 2026" in first.text
    assert first.text.endswith("selanjutnya disebut PIHAK KESATU.")
    assert "Bupati" in second.text
    [row] = sheet.signatures
    assert [(box.sebutan, box.name) for box in row] == [
        ("PIHAK KEDUA", "CONTOH KUTAI KARTANEGARA"), ("PIHAK KESATU", "CONTOH PEJABAT"),
    ]  # fmt: skip


def test_the_initiator_stays_the_first_party_of_the_case_itself(synergy):
    synergy.to("penandatanganan_nk")
    assert [party.region for party in synergy.parties()] == [synergy.cast.kukar, None]
    assert facts_of(synergy.case.naskah.get(kind="nk")).parties[1].initiator


def signer(**changes: object) -> Signer:
    values = {"name": "Contoh Lain", "title": "Sekretaris Jenderal", "authority": Authority.MANDATE}
    return Signer(**(values | changes))  # type: ignore[arg-type]


def test_the_empowered_official_of_a_ministry_signs_by_mandate_never_as_head_of_region(synergy):
    synergy.to("penyusunan_nk")
    text, party = synergy.draft("nk"), synergy.parties()[1]
    signing.set_signer(actor=synergy.cast.officer, naskah=text, party=party, signer=signer())
    for wrong in (Authority.HEAD, Authority.KUASA):
        with pytest.raises(DomainError, match="tidak cocok untuk"):
            signing.set_signer(
                actor=synergy.cast.officer, naskah=text, party=party, signer=signer(authority=wrong)
            )


def test_a_region_does_not_sign_a_nota_kesepakatan_by_kuasa_or_mandate(synergy):
    synergy.to("penyusunan_nk")
    text, own = synergy.draft("nk"), synergy.parties()[0]
    for wrong in (Authority.KUASA, Authority.MANDATE):
        with pytest.raises(DomainError):
            signing.set_signer(
                actor=synergy.cast.officer, naskah=text, party=own, signer=signer(authority=wrong)
            )


def test_signed_texts_wait_openly_for_the_report_to_the_minister(synergy):
    synergy.to("ditandatangani")
    assert "belum dilaporkan kepada Menteri" in synergy.case.state_label
    assert synergy.case.initiator.turn_since
    with pytest.raises(NotReady, match="kepada Menteri belum ada"):
        synergy.act("laporkan_menteri", synergy.cast.officer)
    synergy.act("laporkan_menteri", synergy.cast.officer, "laporan_penandatanganan")
    assert synergy.case.state == "pelaksanaan"


def test_a_plan_without_a_term_limit_may_run_ten_years(synergy):
    synergy.to("penyusunan_nk")
    assert synergy.draft("nk", years=10).years == 10


def test_a_region_is_no_partner_of_a_sinergi(synergy):
    proposal.add_party(actor=synergy.cast.officer, case=synergy.case, region=synergy.cast.kubar)
    found = blocked(proposal_findings(synergy.reload()))
    assert "tidak cocok dengan jenis Sinergi" in found[0].message


def test_a_ministry_cannot_be_registered_twice_by_one_region(synergy):
    assert Partner.objects.filter(name="Kementerian Contoh").count() == 1
