"""Each region asks its own DPRD (Permendagri 22/2020 Pasal 11-12, 34): the case waits for all, one refusal stops it."""

from datetime import date, timedelta

import pytest

from agreements.models import Case, CaseEvent, DprdTrack, OfficeSetting, Party
from agreements.services import acts, dprd
from agreements.services.dprd_letters import LetterGiven
from agreements.services.dprd_tracks import is_cleared, latest_tracks, standing
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.models import Deadline, DeadlineState, Holiday
from tests.agreements.playing import Play, days_later, scan

pytestmark = pytest.mark.django_db


def term(track: DprdTrack, code: str) -> Deadline:
    """The newest term of this code on a round."""
    return Deadline.objects.of(track).filter(code=code).latest("pk")


def needed(play: Play, *submitted: int) -> Play:
    """Both regions need their DPRD; those named have submitted."""
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    for order in submitted:
        play.dprd("ajukan_dprd", order)
    return play


def test_the_test_opens_for_every_region_when_the_umbrella_is_signed(play: Play) -> None:
    play.to("uji_dprd")
    tracks = latest_tracks(play.case)
    assert [(track.party.order, track.state, track.round) for track in tracks] == [
        (1, "uji", 1),
        (2, "uji", 1),
    ]
    turns = {party.order: party.turn_permission for party in play.parties()}
    assert turns == {1: "agreements.dprd", 2: "agreements.dprd"}


def test_the_stage_is_passed_over_with_a_record_when_no_region_needs_its_dprd(play: Play) -> None:
    play.to("uji_dprd")
    play.answer_dprd(orders=(1,))
    assert play.case.state == "uji_dprd"
    play.answer_dprd(orders=(2,))
    assert play.case.state == "penyusunan_pks"
    kept = play.track(2)
    assert kept.outcome == "not_needed"
    assert (kept.test["row"], kept.test["needed"], kept.test["table"]) == ("tidak_keduanya", False, "1")
    assert kept.test["pack"] == "ksdd 2020.1"
    assert [answer["reason"] for answer in kept.test["answers"]] == ["Alasan contoh"] * 2
    assert kept.tested_by == play.cast.partner
    assert play.case.events.filter(arrow="lanjut_tanpa_dprd").exists()


def test_an_answer_may_be_mended_until_every_region_has_answered(play: Play) -> None:
    play.to("uji_dprd")
    play.answer_dprd(yes=True, orders=(1,))
    assert play.track().state == "disiapkan"
    play.answer_dprd(yes=False, orders=(1,))
    assert play.track().outcome == "not_needed"
    play.answer_dprd(yes=False, orders=(2,))
    with pytest.raises(ImpossibleStep):
        play.answer_dprd(yes=True, orders=(1,))


def test_a_missing_reason_is_refused_with_the_article(play: Play) -> None:
    play.to("uji_dprd")
    answers = {"membebani": (True, "ya"), "belum_dianggarkan": (False, "  ")}
    with pytest.raises(DomainError, match="masing-masing dengan alasannya") as refused:
        dprd.answer_dprd(actor=play.cast.officer, track=play.track(), answers=answers)
    assert "Pasal 11" in refused.value.article


def test_each_dprd_has_its_own_clocks_and_reminds_its_own_region(play: Play) -> None:
    needed(play, 1)
    with clock.frozen(days_later(3)):
        play.dprd("ajukan_dprd", 2)
    first, second = play.track(1), play.track(2)
    assert term(first, "dprd_total").due_on == days_later(45)
    assert term(second, "dprd_total").due_on == days_later(48)
    assert term(first, "dprd_balasan").due_on == days_later(15)
    assert list(term(second, "dprd_total").regions.all()) == [play.cast.kubar]
    assert term(second, "dprd_total").audience == "agreements.dprd"
    assert term(second, "dprd_total").responsible_label == "DPRD Kabupaten Kutai Barat"
    assert not Deadline.objects.of(play.case).filter(code__startswith="dprd").exists()


def test_the_case_goes_on_only_when_the_last_dprd_has_spoken(play: Play) -> None:
    needed(play, 1, 2)
    assert play.case.state == "menunggu_dprd"
    play.dprd("dprd_setuju", 1)
    assert play.case.state == "menunggu_dprd"
    assert not is_cleared(play.case, "rencana")
    play.dprd("dprd_setuju", 2)
    assert play.case.state == "penyusunan_pks"
    assert not Deadline.objects.of(play.track(1)).open().exists()


def test_a_region_without_need_and_one_with_approval_go_on_together(play: Play) -> None:
    play.to("uji_dprd")
    play.answer_dprd(yes=True, orders=(1,))
    play.dprd("ajukan_dprd", 1)
    play.dprd("dprd_setuju", 1)
    assert play.case.state == "menunggu_dprd"
    play.answer_dprd(yes=False, orders=(2,))
    assert play.case.state == "penyusunan_pks"


def test_the_four_steps_of_pasal_12_start_and_stop_their_clocks(play: Play) -> None:
    needed(play, 1)
    play.dprd("catat_kajian_dprd")
    track = play.track()
    assert term(track, "dprd_balasan").state == DeadlineState.MET
    assert term(track, "dprd_tindak_lanjut").responsible_region == play.cast.kukar
    play.dprd("tindak_lanjuti_dprd")
    track = play.track()
    assert track.state == "menunggu_keputusan"
    assert {row.code for row in Deadline.objects.of(track).open()} == {"dprd_total", "dprd_keputusan"}


def test_silence_is_recorded_by_an_officer_from_the_day_after_and_never_by_the_clock(play: Play) -> None:
    needed(play, 1)
    with clock.frozen(days_later(45)), pytest.raises(ImpossibleStep, match="belum lewat"):
        play.dprd("dprd_dianggap_setuju")
    with clock.frozen(days_later(46)):
        assert play.track().outcome == ""
        mine = Case.objects.waiting_for_user(play.cast.officer)
        assert play.case in mine
        play.dprd("dprd_dianggap_setuju")
    track = play.track()
    assert track.outcome == "deemed"
    assert "Seluruh proses persetujuan DPRD lewat pada 5 Januari 2027" in track.events.latest("pk").reason
    assert play.case.state == "menunggu_dprd"


def test_a_dprd_within_its_days_is_waited_for_by_nobody_of_the_region(play: Play) -> None:
    needed(play, 1, 2)
    with clock.frozen(days_later(40)):
        assert play.case not in Case.objects.waiting_for_user(play.cast.officer)


def test_the_last_fifteen_days_deem_earlier_than_the_forty_five(play: Play) -> None:
    needed(play, 1)
    play.dprd("catat_kajian_dprd")
    play.dprd("tindak_lanjuti_dprd")
    with clock.frozen(days_later(16)):
        play.dprd("dprd_dianggap_setuju")
    assert "Pasal 12 ayat (1) huruf e" in play.track().events.latest("pk").reason


def test_working_days_skip_weekends_and_holidays_where_the_office_counts_them(play: Play) -> None:
    OfficeSetting.objects.create(code="hari_permendagri_22", value="working")
    Holiday.objects.create(date=date(2026, 11, 23), name="Libur contoh")
    needed(play, 1)
    # 21 November 2026 is a Saturday: the first counted day is Tuesday the 24th, the fifteenth Monday 14 December.
    assert term(play.track(), "dprd_balasan").due_on == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("letter", "lack"),
    [
        (LetterGiven("surat_dprd", "", date(2026, 11, 20), None), "nomor, berkas"),
        (LetterGiven("surat_dprd", "1", None, None), "tanggal, berkas"),
        (LetterGiven("lain", "1"), "nomor, tanggal, berkas"),
    ],
)
def test_a_submission_without_its_letter_is_refused_and_says_what_it_lacks(play: Play, letter, lack) -> None:
    needed(play)
    with pytest.raises(NotReady, match=lack):
        dprd.take_dprd_step(actor=play.cast.officer, track=play.track(), code="ajukan_dprd", letters=[letter])
    assert play.track().state == "disiapkan"


def test_no_step_before_its_cause_and_none_in_the_future(play: Play) -> None:
    needed(play)
    for day, fault in ((days_later(-1), "mendahului"), (days_later(1), "masa depan")):
        letter = LetterGiven("surat_dprd", "100/1", day - timedelta(days=1), scan())
        with pytest.raises(DomainError, match=fault):
            dprd.take_dprd_step(
                actor=play.cast.officer, track=play.track(), code="ajukan_dprd", on=day, letters=[letter]
            )
    with clock.frozen(days_later(3)):
        letter = LetterGiven("surat_dprd", "100/1", clock.today(), scan())
        with pytest.raises(DomainError, match="tanggal surat"):
            dprd.take_dprd_step(
                actor=play.cast.officer,
                track=play.track(),
                code="ajukan_dprd",
                on=days_later(-1),
                letters=[letter],
            )


@pytest.mark.parametrize("kind", ["ksdd_sukarela", "ksdpk_daerah"])
def test_every_act_is_taken_from_its_own_states_and_refused_elsewhere(cast, kind: str) -> None:
    play = needed(Play(cast, kind), 1)
    pack, track = play.case.pack, play.track()
    for state in pack.dprd_states:
        DprdTrack.objects.filter(pk=track.pk).update(state=state.code, outcome=state.outcome)
        for arrow in pack.dprd_arrows:
            if arrow.side == "system" or state.code not in arrow.sources:
                with pytest.raises(ImpossibleStep, match=r"kini pada|belum lewat"):
                    dprd.take_dprd_step(actor=cast.officer, track=track, code=arrow.code, reason="x")
                continue
            for person in (cast.observer, cast.tkksd, cast.stranger, cast.biro, cast.nobody, cast.partner):
                with pytest.raises(NotAllowed):
                    dprd.take_dprd_step(actor=person, track=track, code=arrow.code, reason="x")


def test_a_double_submission_is_one_submission(play: Play) -> None:
    needed(play, 1)
    with pytest.raises(ImpossibleStep, match="kini pada"):
        play.dprd("ajukan_dprd")
    assert CaseEvent.objects.filter(case=play.case, arrow="ajukan_dprd").count() == 1


def test_what_was_opened_on_another_state_is_refused(play: Play) -> None:
    needed(play, 1)
    with pytest.raises(ImpossibleStep):
        dprd.take_dprd_step(
            actor=play.cast.officer, track=play.track(), code="catat_kajian_dprd", seen_state="disiapkan"
        )


def test_a_case_that_ends_freezes_its_rounds_and_stops_their_clocks(play: Play) -> None:
    needed(play, 1)
    acts.take_arrow(
        actor=play.cast.officer, case=play.case, code="akhiri", reason="Tidak jadi", on=clock.today()
    )
    assert not Deadline.objects.of(play.track()).open().exists()
    with pytest.raises(ImpossibleStep):
        play.dprd("catat_kajian_dprd")


def test_a_partner_without_users_is_recorded_by_the_initiator(play: Play) -> None:
    play.to("uji_dprd")
    play.cast.partner.memberships.update(valid_to=date(2026, 1, 1))
    answers = {"membebani": (False, "Tidak"), "belum_dianggarkan": (False, "Tidak")}
    event = dprd.answer_dprd(actor=play.cast.officer, track=play.track(2), answers=answers)
    assert "dicatat untuk Kabupaten Kutai Barat" in event.label


def test_the_answers_are_told_as_sentences_each_ended_once(play: Play) -> None:
    play.to("uji_dprd")
    answers = {"membebani": (False, "Tanpa retribusi baru."), "belum_dianggarkan": (True, "Baru APBD 2027")}
    event = dprd.answer_dprd(actor=play.cast.officer, track=play.track(), answers=answers)
    assert "Tidak: Tanpa retribusi baru. Apakah" in event.reason
    assert event.reason.endswith("Ya: Baru APBD 2027.")


def test_a_change_opens_its_own_round_and_leaves_the_case_where_it_stands(play: Play) -> None:
    play.to("pelaksanaan")
    opened = dprd.open_dprd_test(actor=play.cast.officer, case=play.case, cause="perubahan", note="Adendum 1")
    assert [(track.cause, track.round, track.note) for track in opened] == [("perubahan", 1, "Adendum 1")] * 2
    with pytest.raises(ImpossibleStep, match="masih berjalan"):
        dprd.open_dprd_test(actor=play.cast.officer, case=play.case, cause="perubahan")
    for order, grows in ((1, True), (2, False)):
        track = play.track(order, "perubahan")
        answers = {"menambah_beban": (grows, "Biaya operasi")}
        dprd.answer_dprd(actor=play.actor_for(track.party), track=track, answers=answers)
    assert play.reload().state == "pelaksanaan"
    assert standing(latest_tracks(play.case, "perubahan")) == "reopened"
    assert Party.objects.get(case=play.case, order=1).turn_permission == "agreements.dprd"
    track = play.track(1, "perubahan")
    letter = LetterGiven("surat_dprd", "100/9", clock.today(), scan())
    dprd.take_dprd_step(actor=play.cast.officer, track=track, code="ajukan_dprd", letters=[letter])
    letter = LetterGiven("persetujuan_dprd", "170/9", clock.today(), scan())
    dprd.take_dprd_step(
        actor=play.cast.officer, track=track, code="dprd_setuju", on=clock.today(), letters=[letter]
    )
    assert is_cleared(play.case, "perubahan")
    assert play.reload().state == "pelaksanaan"
