"""A refusal of one DPRD stops the case; that region asks again, and what the others gave is kept."""

import pytest

from agreements.models import DprdTrack
from agreements.services import dprd
from agreements.services.dprd_letters import LetterGiven
from ksd.core import clock
from ksd.core.errors import DomainError
from tests.agreements.playing import Play, scan
from tests.agreements.test_each_region_asks_its_own_dprd import needed

pytestmark = pytest.mark.django_db


def test_a_refusal_stops_the_case_and_keeps_the_approval_of_the_other(play: Play) -> None:
    needed(play, 1, 2)
    play.dprd("dprd_setuju", 1)
    with pytest.raises(DomainError, match="Alasan wajib"):
        play.dprd("dprd_tolak", 2)
    play.dprd("dprd_tolak", 2, reason="Belum dibahas dalam RKPD")
    assert play.case.state == "ditolak_dprd"
    assert play.track(1).outcome == "approved"
    turns = {party.order: party.turn_permission for party in play.parties()}
    assert turns == {1: "", 2: "agreements.dprd"}


def test_after_a_refusal_only_that_region_asks_again_and_both_rounds_are_kept(play: Play) -> None:
    needed(play, 1, 2)
    play.dprd("dprd_setuju", 1)
    play.dprd("dprd_tolak", 2, reason="Belum dibahas")
    play.dprd("ajukan_ulang_dprd", 2)
    assert play.case.state == "menunggu_dprd"
    assert (play.track(2).round, play.track(2).state) == (2, "uji")
    play.answer_dprd(yes=True, orders=(2,))
    play.dprd("ajukan_dprd", 2)
    play.dprd("dprd_setuju", 2)
    assert play.case.state == "penyusunan_pks"
    rounds = DprdTrack.objects.filter(case=play.case, party__order=2).order_by("round")
    assert [(row.outcome, row.letters.count()) for row in rounds] == [("refused", 1), ("approved", 2)]
    assert DprdTrack.objects.filter(case=play.case, party__order=1).count() == 1


def test_a_sole_dprd_that_refuses_leads_back_to_the_test(play: Play) -> None:
    single = Play(play.cast, "ksdpk_daerah")
    single.to("uji_dprd")
    single.answer_dprd(yes=True)
    single.dprd("ajukan_dprd")
    assert {letter.kind for letter in single.track().letters.all()} == {"surat_dprd", "company_profile"}
    single.dprd("catat_kajian_dprd")
    single.dprd("catat_paripurna_dprd")
    single.dprd("dprd_tolak", reason="Belum layak")
    assert single.case.state == "ditolak_dprd"
    single.dprd("ajukan_ulang_dprd")
    assert single.case.state == "uji_dprd"
    single.answer_dprd(yes=False)
    assert single.case.state == "penyusunan_pks"


def test_the_company_profile_of_the_first_round_serves_the_second(play: Play) -> None:
    single = Play(play.cast, "ksdpk_daerah")
    needed(single, 1)
    single.dprd("dprd_tolak", reason="Belum layak")
    single.dprd("ajukan_ulang_dprd")
    single.answer_dprd(yes=True)
    letter = LetterGiven("surat_dprd", "100/2", clock.today(), scan())
    dprd.take_dprd_step(actor=play.cast.officer, track=single.track(), code="ajukan_dprd", letters=[letter])
    assert single.track().letters.get(kind="company_profile").file
