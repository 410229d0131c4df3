"""The clocks of the law: when they start, when they lapse, what follows."""

from datetime import date, timedelta

import pytest

from agreements.models import Case, OfficeSetting
from agreements.services import acts
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady
from ksd.deadlines.models import Deadline, DeadlineState
from tests import factories
from tests.agreements.playing import Play, days_later


def term(play: Play, code: str) -> Deadline:
    """The newest term of this code."""
    return Deadline.objects.of(play.case).filter(code=code).latest("pk")


def test_thirty_days_run_from_the_day_of_receipt_not_of_sending(play: Play) -> None:
    play.to("penawaran_terkirim")
    assert not Deadline.objects.of(play.case).exists()
    with clock.frozen(factories.TODAY + timedelta(days=9)):
        play.act("catat_penerimaan", play.cast.partner, on=date(2026, 11, 25))
    answer = term(play, "tanggapan")
    assert answer.base_date == date(2026, 11, 25)
    assert answer.due_on == date(2026, 12, 25)
    assert "Pasal 8 ayat (3)" in answer.legal_basis
    assert answer.responsible_region == play.cast.kubar


def test_an_office_that_counts_working_days_sets_it_and_the_law_text_stays(play: Play) -> None:
    OfficeSetting.objects.create(code="hari_permendagri_22", value="working")
    play.to("menunggu_tanggapan")
    assert term(play, "tanggapan").due_on > days_later(30)


def test_a_second_request_waits_for_the_thirty_days_to_pass(play: Play) -> None:
    play.to("menunggu_tanggapan")
    play.paper("permintaan_kedua", play.cast.officer)
    with pytest.raises(ImpossibleStep, match="belum lewat"):
        acts.take_arrow(actor=play.cast.officer, case=play.case, code="minta_tanggapan_kedua")
    with clock.frozen(days_later(31)):
        play.act("minta_tanggapan_kedua", play.cast.officer)
        assert play.case.state == "tanggapan_kedua"
        assert term(play, "tanggapan_kedua").due_on == days_later(15)
    assert term(play, "tanggapan").state == DeadlineState.MET


def test_silence_after_the_second_request_is_reported_and_the_partner_may_still_accept(play: Play) -> None:
    play.to("menunggu_tanggapan")
    with clock.frozen(days_later(31)):
        play.act("minta_tanggapan_kedua", play.cast.officer, "permintaan_kedua")
        with clock.frozen(days_later(16)):
            play.act("laporkan", play.cast.officer, "laporan_tidak_menjawab")
            assert play.case.state == "dilaporkan"
            play.act("terima", play.cast.partner, "surat_tanggapan")
    assert play.case.state == "penyusunan_kb"
    assert not Deadline.objects.of(play.case).open().exists()


def test_a_case_that_ends_leaves_no_running_term(play: Play) -> None:
    play.to("menunggu_tanggapan")
    play.act("batalkan", play.cast.officer, reason="Tidak jadi")
    assert not Deadline.objects.of(play.case).open().exists()
    assert Case.objects.get(pk=play.case.pk).state == "dibatalkan"


def test_a_partner_without_users_is_recorded_by_the_initiator_with_proof_only(play: Play) -> None:
    play.cast.partner.memberships.update(valid_to=date(2026, 1, 1))
    play.to("penawaran_terkirim")
    with pytest.raises(NotReady, match="belum ada"):
        acts.take_arrow(actor=play.cast.officer, case=play.case, code="catat_penerimaan")
    play.act("catat_penerimaan", play.cast.officer, "bukti_penerimaan")
    event = play.case.events.get(arrow="catat_penerimaan")
    assert "dicatat untuk Kabupaten Kutai Barat" in event.label


def test_every_partner_must_accept_before_the_texts_begin(play: Play) -> None:
    three = Play(play.cast, partners=[play.cast.kubar, play.cast.paser])
    three.to("menunggu_tanggapan")
    three.act("terima", play.cast.partner, "surat_tanggapan")
    assert three.case.state == "menunggu_tanggapan"
    with pytest.raises(DomainError):
        acts.take_arrow(actor=play.cast.partner, case=three.case, code="terima")
    three.act("terima", play.cast.stranger, "surat_tanggapan")
    assert three.case.state == "penyusunan_kb"
