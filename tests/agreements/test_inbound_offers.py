"""An offer that comes on paper is recorded by the region that received it; its clock runs against that region."""

from datetime import date, timedelta
from typing import Any

import pytest

from agreements.choices import Direction, NaskahState, Side
from agreements.models import Case, CaseDocument, CaseEvent, OfficeSetting, Party
from agreements.services import acts, dprd, naskah
from agreements.services.acting import acting_on
from agreements.services.inbound import SameOffer, inbound_kinds
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.models import Deadline
from tests import factories
from tests.agreements.offering import LETTER, InboundPlay, berau, days_ago, receive
from tests.agreements.playing import Play, scan
from tests.conftest import Cast


def test_a_recorded_offer_waits_for_our_answer_within_thirty_days_of_receipt(cast: Cast) -> None:
    case = receive(cast)
    assert (case.state, case.direction) == ("menunggu_tanggapan", Direction.IN)
    assert [(party.side, party.region.code) for party in case.parties.all() if party.region] == [
        (Side.INITIATOR, "64.03"),
        (Side.PARTNER, "64.02"),
    ]
    term = Deadline.objects.of(case).get()
    assert (term.base_date, term.due_on) == (days_ago(3), days_ago(3) + timedelta(days=30))
    assert term.responsible_region == cast.kukar
    assert case.keeper.region == cast.kukar
    assert case in Case.objects.waiting_for_user(cast.officer)


def test_both_kinds_between_regions_can_be_offered_on_paper_and_none_of_a_third_party(cast: Cast) -> None:
    assert {kind.code for kind in inbound_kinds(berau(cast))} == {"ksdd_wajib", "ksdd_sukarela"}
    assert {kind.partner for kind in inbound_kinds()} == {"region", "institution"}


def test_an_offer_received_forty_days_ago_is_late_and_everybody_may_see_it(cast: Cast) -> None:
    case = receive(cast, dated=days_ago(45), received_on=days_ago(40))
    assert Deadline.objects.of(case).get().is_overdue


def test_the_letter_its_kak_and_the_receipt_are_kept_with_their_party(cast: Cast) -> None:
    case = receive(cast, kak=scan("kak.pdf"), receipt=scan("resi.pdf"))
    kept = {
        row.kind: (row.number, row.party.short_name)
        for row in CaseDocument.objects.filter(case=case)
        if row.party
    }
    assert kept["surat_penawaran"] == (LETTER, "Kabupaten Berau")
    assert set(kept) == {"surat_penawaran", "kak", "bukti_penerimaan"}


def test_only_who_answers_for_the_region_may_record(cast: Cast) -> None:
    for person in (cast.observer, cast.tkksd, cast.stranger, cast.biro, cast.nobody):
        with pytest.raises(NotAllowed):
            receive(cast, actor=person)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"dated": date(2026, 11, 20), "received_on": date(2026, 11, 19)}, "sebelum tanggalnya"),
        ({"received_on": date(2026, 11, 22)}, "masa depan"),
        ({"dated": date(2016, 1, 1), "received_on": date(2016, 1, 2)}, "jauh mendahului"),
        ({"kind": "ksdpk_daerah"}, "tidak dicatat di sini"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    cast: Cast, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(DomainError, match=message):
        receive(cast, **changes)
    assert not Case.objects.exists()


def test_a_region_is_not_its_own_offerer(cast: Cast) -> None:
    with pytest.raises(DomainError, match="harus berbeda"):
        receive(cast, offerer=cast.kukar)
    with pytest.raises(DomainError, match="harus berbeda"):
        receive(cast, others=[cast.kukar])


def test_the_same_letter_is_recorded_once_and_the_second_is_led_to_the_first(cast: Cast) -> None:
    first = receive(cast)
    with pytest.raises(SameOffer) as refused:
        receive(cast, number=LETTER.lower() + " ", title="Judul lain")
    assert refused.value.case == first
    assert receive(cast, number="lain").pk != first.pk


def test_a_cancelled_record_does_not_bar_the_right_one(cast: Cast) -> None:
    first = receive(cast)
    acts.take_arrow(actor=cast.officer, case=first, code="batalkan_catatan", reason="Salah daerah")
    assert not Deadline.objects.of(first).open().exists()
    assert receive(cast).pk != first.pk


def test_an_offer_of_a_region_with_users_needs_a_reason_and_is_shared_with_them(cast: Cast) -> None:
    with pytest.raises(DomainError, match="memakai aplikasi"):
        receive(cast, offerer=cast.kubar)
    case = receive(cast, offerer=cast.kubar, reason="Akunnya terkunci ketika surat dikirim.")
    assert case in Case.objects.visible_to(cast.partner)
    assert "terkunci" in CaseEvent.objects.get(case=case).reason


def test_the_keeper_sees_everything_and_a_stranger_nothing(cast: Cast) -> None:
    case = receive(cast)
    assert case in Case.objects.run_within_reach_of(cast.officer)
    assert case in Case.objects.visible_to(cast.observer)
    assert case in Case.objects.visible_to(cast.biro)
    assert case not in Case.objects.visible_to(cast.stranger)
    assert CaseEvent.objects.readable_by(cast.officer, case).exists()


def test_an_offering_region_that_gets_users_later_sees_its_offer_but_not_the_keepers_reach(
    cast: Cast,
) -> None:
    case = receive(cast)
    newcomer = factories.person("petugas.berau", ("kabkota_officer", berau(cast)))
    assert case in Case.objects.visible_to(newcomer)
    assert case not in Case.objects.run_within_reach_of(newcomer)
    assert CaseDocument.objects.readable_by(newcomer, case).filter(kind="surat_penawaran").exists()


def test_we_refuse_an_offer_with_our_reason(cast: Cast) -> None:
    play = InboundPlay(cast)
    play.act("tolak", cast.officer, reason="Sudah ada kerja sama serupa.")
    assert play.case.state == "ditolak"


def test_no_answer_is_dated_before_the_offer_was_received(cast: Cast) -> None:
    play = InboundPlay(cast)
    with pytest.raises(DomainError, match="mendahului"):
        acts.take_arrow(actor=cast.officer, case=play.case, code="tolak", on=days_ago(4), reason="Tidak.")


def test_the_whole_life_of_an_inbound_offer_is_kept_by_the_region_that_received_it(cast: Cast) -> None:
    play = InboundPlay(cast)
    play.to("pelaksanaan")
    assert all(text.state == NaskahState.SIGNED for text in play.case.naskah.all())
    recorded = CaseEvent.objects.filter(case=play.case, label__contains="dicatat untuk Kabupaten Berau")
    assert {event.arrow for event in recorded} >= {
        "naskah.setujui",
        "naskah.tandatangani",
        "dprd_tidak_perlu",
    }
    assert {event.region for event in CaseEvent.objects.filter(case=play.case)} == {cast.kukar}


def test_the_dprd_of_an_absent_initiator_is_followed_by_the_region_that_received_the_offer(
    cast: Cast,
) -> None:
    play = InboundPlay(cast)
    play.to("uji_dprd")
    play.answer_dprd(yes=True, orders=(1,))
    play.answer_dprd(orders=(2,))
    for person in (cast.stranger, cast.biro, cast.observer):
        with pytest.raises(NotAllowed):
            dprd.take_dprd_step(actor=person, track=play.track(1), code="ajukan_dprd")
    for code in ("ajukan_dprd", "catat_kajian_dprd", "tindak_lanjuti_dprd", "dprd_setuju"):
        assert play.case.state != "penyusunan_pks"
        play.dprd(code, 1)
    assert play.case.state == "penyusunan_pks"
    event = CaseEvent.objects.filter(case=play.case, arrow="ajukan_dprd").latest("pk")
    assert "dicatat untuk Kabupaten Berau" in event.label
    assert event.dprd_track == play.track(1)


def test_three_regions_of_which_one_is_absent_come_to_their_execution_with_their_dprds(cast: Cast) -> None:
    play = InboundPlay(cast, others=[cast.kubar])
    play.to("uji_dprd")
    assert [row.party.order for row in play.case.dprd_tracks.order_by("party__order")] == [1, 2, 3]
    play.answer_dprd(orders=(1, 2))
    assert play.case.state == "uji_dprd"
    assert [bool(party.turn_since) for party in play.parties()] == [False, False, True]
    play.answer_dprd(orders=(3,))
    play.to("pelaksanaan")
    for text in play.case.naskah.all():
        assert text.state == NaskahState.SIGNED
        assert text.signatures.filter(signed_on__isnull=False).count() == 3
        assert {copy.party.order for copy in text.copies.filter(form="asli")} == {1, 2, 3}


def test_the_second_request_and_the_report_of_the_initiator_are_recorded_by_us(cast: Cast) -> None:
    play = InboundPlay(cast, dated=days_ago(60), received_on=days_ago(59))
    play.act("minta_tanggapan_kedua", cast.officer, "permintaan_kedua", on=clock.today())
    assert play.case.state == "tanggapan_kedua"
    term = Deadline.objects.of(play.case).open().get()
    assert (term.code, term.responsible_region) == ("tanggapan_kedua", cast.kukar)
    with clock.frozen(clock.today() + timedelta(days=16)):
        play.act("laporkan", cast.officer, "laporan_tidak_menjawab", on=clock.today())
        assert play.case.state == "dilaporkan"
        play.act("terima", cast.officer, "surat_tanggapan", on=clock.today())
    assert play.case.state == "penyusunan_kb"


def test_a_withdrawal_is_recorded_for_the_absent_initiator_and_not_by_a_stranger(cast: Cast) -> None:
    play = InboundPlay(cast)
    arrow = play.case.pack.arrow("batalkan")
    acting = acting_on(cast.officer, play.case, arrow)
    assert acting
    assert acting.recorded_for
    assert acting.recorded_for.region == berau(cast)
    for person in (cast.stranger, cast.observer, cast.biro, cast.partner):
        assert acting_on(person, play.case, arrow) is None


def test_an_offer_to_three_regions_waits_for_each_and_we_record_the_absent_one(cast: Cast) -> None:
    far = factories.region("64.09", "Penajam Paser Utara", parent=cast.kaltim)
    play = InboundPlay(cast, others=[cast.kubar, far])
    assert play.case in Case.objects.visible_to(cast.partner)
    play.act("terima", cast.officer, "surat_tanggapan")
    with pytest.raises(NotReady):
        acts.take_arrow(actor=cast.officer, case=play.case, code="terima")
    play.act("terima", cast.partner, "surat_tanggapan")
    assert play.case.state == "menunggu_tanggapan"
    play.act("terima", cast.officer, "surat_tanggapan")
    assert play.case.state == "penyusunan_kb"
    assert Party.objects.filter(case=play.case, side=Side.PARTNER, accepted_on=None).count() == 0


def test_an_outgoing_offer_to_one_with_users_and_two_without_is_answered_by_all_three(cast: Cast) -> None:
    far = factories.region("64.09", "Penajam Paser Utara", parent=cast.kaltim)
    play = Play(cast, partners=[cast.kubar, berau(cast), far])
    play.to("menunggu_tanggapan")
    for actor in (cast.partner, cast.officer, cast.officer):
        play.act("terima", actor, "surat_tanggapan")
    assert play.case.state == "penyusunan_kb"


def test_one_party_does_not_accept_with_the_letter_of_another(cast: Cast) -> None:
    play = Play(cast, partners=[cast.kubar, cast.paser])
    play.to("menunggu_tanggapan")
    play.paper("surat_tanggapan", cast.partner)
    with pytest.raises(NotReady, match="Surat tanggapan"):
        acts.take_arrow(actor=cast.stranger, case=play.case, code="terima")


def test_the_keeper_drafts_in_place_of_the_absent_initiator_and_nobody_else(cast: Cast) -> None:
    play = InboundPlay(cast)
    play.to("penyusunan_kb")
    assert play.case in Case.objects.waiting_for_user(cast.officer)
    for person in (cast.stranger, cast.biro, cast.observer):
        with pytest.raises(NotAllowed):
            naskah.create_naskah(actor=person, case=play.case, kind="kb", title="x", years=5)
    assert naskah.create_naskah(actor=cast.officer, case=play.case, kind="kb", title="KB", years=5).pk


class TestTheClockStandsStill:
    """While the offer is being completed our thirty days do not run (office practice, a setting)."""

    def test_for_ten_days_and_then_goes_on_with_what_was_left(self, cast: Cast) -> None:
        play = InboundPlay(cast, dated=days_ago(12), received_on=days_ago(10))
        play.act("minta_kelengkapan", cast.officer, reason="KAK belum dilampirkan.")
        term = Deadline.objects.of(play.case).get()
        assert (term.is_paused, term.days_left) == (True, 20)
        assert play.case.state == "kelengkapan_diminta"
        with clock.frozen(clock.today() + timedelta(days=10)):
            play.act("lengkapi_penawaran", cast.officer, "kelengkapan_penawaran", on=clock.today())
            term.refresh_from_db()
            assert (term.is_paused, term.days_left, term.due_on) == (False, 20, days_ago(-30 + 10))
        assert play.case.state == "menunggu_tanggapan"

    def test_between_two_regions_that_both_use_the_system(self, cast: Cast) -> None:
        play = Play(cast)
        play.to("menunggu_tanggapan")
        with pytest.raises(NotAllowed):
            play.act("minta_kelengkapan", cast.officer, reason="x")
        play.act("minta_kelengkapan", cast.partner, reason="Lampirkan peta lokasi.")
        assert play.case in Case.objects.waiting_for_user(cast.officer)
        play.act("lengkapi_penawaran", cast.officer, "kelengkapan_penawaran")
        play.act("terima", cast.partner, "surat_tanggapan")
        assert play.case.state == "penyusunan_kb"

    def test_not_where_the_office_does_not_allow_it(self, cast: Cast) -> None:
        play = InboundPlay(cast)
        OfficeSetting.objects.update_or_create(code="jeda_kelengkapan", defaults={"value": "tidak"})
        with pytest.raises(ImpossibleStep, match="tidak dipakai kantor ini"):
            play.act("minta_kelengkapan", cast.officer, reason="KAK belum dilampirkan.")

    def test_not_once_the_term_has_lapsed(self, cast: Cast) -> None:
        play = InboundPlay(cast, dated=days_ago(45), received_on=days_ago(40))
        with pytest.raises(ImpossibleStep, match="sudah lewat"):
            play.act("minta_kelengkapan", cast.officer, reason="KAK belum dilampirkan.")
        assert play.reload().state == "menunggu_tanggapan"

    def test_and_an_answer_meanwhile_ends_it(self, cast: Cast) -> None:
        play = InboundPlay(cast)
        play.act("minta_kelengkapan", cast.officer, reason="KAK belum dilampirkan.")
        play.act("terima", cast.officer, "surat_tanggapan")
        term = Deadline.objects.of(play.case).get(code="tanggapan")
        assert (term.state, term.paused_on, term.pauses.get().until_on) == ("met", None, clock.today())
