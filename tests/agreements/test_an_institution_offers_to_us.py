"""An offer of a ministry on paper: the region answers within its own term, whatever the ministry does is recorded."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agreements import reference
from agreements.choices import Direction, NaskahState, Side
from agreements.models import Case, CaseDocument, CaseEvent, CaseReport, OfficeSetting, Partner
from agreements.services import acts
from agreements.services.acting import acting_on
from agreements.services.acts import open_arrows
from agreements.services.inbound import SameOffer, inbound_kinds
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.models import Deadline
from tests.agreements.offering import (
    MINISTRY_LETTER,
    MinistryPlay,
    an_offer,
    berau,
    days_ago,
    ministry,
    receive,
    receive_from_ministry,
)
from tests.agreements.playing import scan
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
PAPERS = ("rujukan_rkpd", "telaah_tkksd", "jawaban_penawaran")


@pytest.fixture
def offered(cast: Cast) -> MinistryPlay:
    """A ministry's offer, received three days ago."""
    return MinistryPlay(cast)


def test_the_region_runs_the_case_and_its_own_clock_runs_from_receipt(cast: Cast) -> None:
    case = receive_from_ministry(cast)
    assert (case.state, case.direction, case.kind) == ("penawaran_masuk", Direction.IN, "sinergi")
    assert [(row.side, row.short_name) for row in case.parties.all()] == [
        (Side.INITIATOR, "Kabupaten Kutai Kartanegara"),
        (Side.PARTNER, "Kementerian Contoh"),
    ]
    assert case.keeper.region == case.initiator.region == cast.kukar
    term = Deadline.objects.of(case).get()
    assert (term.code, term.due_on) == ("tanggapan_masuk", days_ago(3) + timedelta(days=30))
    assert (term.responsible_region, term.legal_basis) == (cast.kukar, "")
    assert case in Case.objects.waiting_for_user(cast.officer)
    assert case in Case.objects.run_within_reach_of(cast.officer)


def test_how_long_the_region_takes_is_the_offices_own_answer(cast: Cast) -> None:
    OfficeSetting.objects.create(code="hari_jawab_lembaga", value="14")
    term = Deadline.objects.of(receive_from_ministry(cast)).get()
    assert term.due_on == days_ago(3) + timedelta(days=14)


def test_its_letter_is_kept_as_the_ministrys(cast: Cast) -> None:
    case = receive_from_ministry(cast, kak=scan("kak.pdf"), receipt=scan("resi.pdf"))
    kept = {row.kind: row.party.short_name for row in CaseDocument.objects.filter(case=case) if row.party}
    assert kept == {
        "surat_penawaran_mitra": "Kementerian Contoh",
        "kak": "Kementerian Contoh",
        "bukti_penerimaan": "Kabupaten Kutai Kartanegara",
    }


def test_only_kinds_with_institutions_are_offered_by_them_and_of_any_class_of_body(cast: Cast) -> None:
    own = ministry(cast)
    assert {kind.code for kind in inbound_kinds(own)} == {"sinergi"}
    for kind in ("ksdd_sukarela", "ksdpk_mitra"):
        with pytest.raises(DomainError, match="tidak dicatat di sini"):
            receive_from_ministry(cast, kind=kind)
    with pytest.raises(DomainError, match="tidak dicatat di sini"):
        receive(cast, offerer=berau(cast), kind="sinergi")
    for group in ("otorita_ikn", "ptn_bh", "tni"):
        row = Partner.objects.create(region=cast.kukar, name=f"Contoh {group}", partner_class=group)
        assert receive_from_ministry(cast, offerer=row).state == "penawaran_masuk"


def test_another_regions_partner_and_another_persons_region_are_refused(cast: Cast) -> None:
    far = Partner.objects.create(region=cast.paser, name="Lembaga Paser", partner_class="lpnk")
    with pytest.raises(DomainError, match="bukan mitra yang terdaftar"):
        receive_from_ministry(cast, offerer=far)
    for person in (cast.observer, cast.tkksd, cast.stranger, cast.biro, cast.nobody, cast.partner):
        with pytest.raises(NotAllowed):
            receive_from_ministry(cast, actor=person)
    assert not Case.objects.exists()


def test_the_same_letter_is_recorded_once_unless_the_record_was_cancelled(cast: Cast) -> None:
    first = receive_from_ministry(cast)
    with pytest.raises(SameOffer) as refused:
        receive_from_ministry(cast, number=f" {MINISTRY_LETTER.lower()}")
    assert refused.value.case == first
    acts.take_arrow(actor=cast.officer, case=first, code="batalkan_catatan", reason="Salah lembaga")
    assert not Deadline.objects.of(first).open().exists()
    assert receive_from_ministry(cast).pk != first.pk


def test_a_refused_offer_is_not_recorded_anew(cast: Cast) -> None:
    play = MinistryPlay(cast)
    play.act("tolak_penawaran_masuk", cast.officer, reason="Tidak ada dalam RKPD.")
    assert (play.case.state, play.case.state_label) == ("ditolak_daerah", "Ditolak daerah")
    assert not Deadline.objects.of(play.case).open().exists()
    with pytest.raises(SameOffer):
        receive_from_ministry(cast)


@pytest.mark.parametrize("missing", PAPERS)
def test_it_is_accepted_only_with_the_rkpd_the_review_and_the_answer(
    offered: MinistryPlay, missing: str
) -> None:
    for paper in set(PAPERS) - {missing}:
        offered.paper(paper, offered.cast.officer)
    with pytest.raises(NotReady) as refused:
        acts.take_arrow(actor=offered.cast.officer, case=offered.case, code="terima_penawaran_masuk")
    assert offered.case.pack.document(missing).label in str(refused.value)
    offered.act("terima_penawaran_masuk", offered.cast.officer, missing)
    assert offered.case.state == "penyusunan_nk"
    assert Deadline.objects.of(offered.case).get(code="tanggapan_masuk").state == "met"


INBOUND = ("terima_penawaran_masuk", "tolak_penawaran_masuk", "minta_kelengkapan", "tarik_penawaran", "batalkan_catatan")  # fmt: skip


@pytest.mark.parametrize("code", INBOUND)
def test_each_act_belongs_to_the_officer_of_the_region_alone(offered: MinistryPlay, code: str) -> None:
    assert {row.code for row in open_arrows(offered.case)} == set(INBOUND)
    arrow = offered.case.pack.arrow(code)
    acting = acting_on(offered.cast.officer, offered.case, arrow)
    assert acting
    told = acting.recorded_for.short_name if acting.recorded_for else ""
    assert told == ("Kementerian Contoh" if code == "tarik_penawaran" else "")
    cast = offered.cast
    for person in (cast.observer, cast.tkksd, cast.stranger, cast.biro, cast.partner, cast.nobody):
        with pytest.raises(NotAllowed):
            acts.take_arrow(actor=person, case=offered.case, code=code, reason="uji")


@pytest.mark.parametrize("code", ["terima", "tolak", "kirim_penawaran", "catat_penawaran_masuk", "terima_penawaran_mitra"])  # fmt: skip
def test_acts_of_the_other_direction_are_impossible_steps(offered: MinistryPlay, code: str) -> None:
    with pytest.raises(ImpossibleStep, match="Penawaran kementerian/lembaga menunggu jawaban daerah"):
        acts.take_arrow(actor=offered.cast.officer, case=offered.case, code=code, reason="uji")


def test_our_own_proposal_knows_no_inbound_act(cast: Cast, play: Any) -> None:
    own = type(play)(cast, "sinergi")
    assert "catat_penawaran_masuk" not in {row.code for row in open_arrows(own.case)}


def test_our_clock_stands_still_until_the_ministry_completes_its_offer(offered: MinistryPlay) -> None:
    cast = offered.cast
    offered.act("minta_kelengkapan", cast.officer, reason="KAK belum dilampirkan.")
    term = Deadline.objects.of(offered.case).get()
    assert (term.is_paused, term.days_left, offered.case.state) == (True, 27, "kelengkapan_diminta")
    with clock.frozen(clock.today() + timedelta(days=10)):
        with pytest.raises(NotReady, match="Kelengkapan penawaran"):
            acts.take_arrow(actor=cast.officer, case=offered.case, code="lengkapi_penawaran")
        offered.act("lengkapi_penawaran", cast.officer, "kelengkapan_penawaran", on=clock.today())
        term.refresh_from_db()
        assert (term.is_paused, term.days_left) == (False, 27)
    assert "dicatat untuk Kementerian Contoh" in CaseEvent.objects.get(arrow="lengkapi_penawaran").label


def test_a_withdrawal_is_recorded_with_the_ministrys_letter(offered: MinistryPlay) -> None:
    with pytest.raises(NotReady, match="Surat penarikan"):
        acts.take_arrow(
            actor=offered.cast.officer, case=offered.case, code="tarik_penawaran", reason="Anggaran dipotong"
        )
    offered.act("tarik_penawaran", offered.cast.officer, "surat_penarikan", reason="Anggaran dipotong")
    assert offered.case.state == "dibatalkan"
    assert "dicatat untuk Kementerian Contoh" in CaseEvent.objects.get(arrow="tarik_penawaran").label


@pytest.mark.parametrize("code", ["terima_penawaran_masuk", "tolak_penawaran_masuk"])
def test_no_answer_is_dated_before_the_letter_came(offered: MinistryPlay, code: str) -> None:
    with pytest.raises(DomainError, match="mendahului"):
        acts.take_arrow(
            actor=offered.cast.officer, case=offered.case, code=code, on=days_ago(4), reason="uji"
        )


def test_the_whole_life_after_our_answer_is_that_of_any_sinergi(offered: MinistryPlay) -> None:
    offered.to("pelaksanaan")
    assert {text.state for text in offered.case.naskah.all()} == {NaskahState.SIGNED}
    signed = CaseEvent.objects.filter(case=offered.case, arrow="naskah.tandatangani")
    assert signed.filter(label__contains="dicatat untuk Kementerian Contoh").count() == 2
    assert CaseReport.objects.filter(case=offered.case, region=offered.cast.kukar).exists()
    act = offered.case.pack.arrow("akhiri")
    assert acting_on(offered.cast.officer, offered.case, act)


class TestOnThePages:
    """Chosen from our register, or registered first; copied from the letter."""

    def _sent(self, cast: Cast, **changes: Any) -> dict[str, Any]:
        reference.load()
        urusan = next(iter(an_offer().urusan))
        told = {
            "form_token": "a", "kind": "sinergi", "title": "Pelatihan", "years": 3, "urusan": [urusan.pk],
            "number": MINISTRY_LETTER, "dated": days_ago(5).isoformat(), "received_on": days_ago(3).isoformat(),
            "letter": scan(),
        }  # fmt: skip
        return told | changes

    def test_an_officer_finds_the_institution_and_records_its_letter(
        self, cast: Cast, signed_in: Any
    ) -> None:
        client: Client = signed_in(cast.officer)
        own = ministry(cast)
        address = reverse("agreements:inbound_partner", args=[own.pk])
        start = reverse("agreements:inbound_start")
        assert address in client.get(start, {"cari": "contoh"}).content.decode()
        assert address not in client.get(start, {"cari": "tidak ada"}).content.decode()
        page = client.get(address).content.decode()
        assert "Penawaran dari Kementerian Contoh" in page
        assert "Tenggat menurut pengaturan kantor" in page
        answer = client.post(address, self._sent(cast))
        assert answer.status_code == 302
        case = Case.objects.get(kind="sinergi")
        assert answer["Location"] == case.get_absolute_url()
        shown = client.get(case.get_absolute_url()).content.decode()
        assert "Jawaban daerah atas penawaran kementerian/lembaga" in shown
        again = client.post(address, self._sent(cast, form_token="b", number=MINISTRY_LETTER))
        assert again.status_code == 409
        assert case.get_absolute_url() in again.content.decode()

    def test_what_was_typed_stays_after_a_mistake(self, cast: Cast, signed_in: Any) -> None:
        address = reverse("agreements:inbound_partner", args=[ministry(cast).pk])
        wrong = self._sent(cast, received_on=days_ago(9).isoformat(), title="Judul yang tetap")
        answer = signed_in(cast.officer).post(address, wrong)
        assert answer.status_code == 422
        assert "Judul yang tetap" in answer.content.decode()
        assert not Case.objects.filter(kind="sinergi").exists()

    def test_a_third_party_is_led_to_the_proposal_it_begins(self, cast: Cast, signed_in: Any) -> None:
        firm = Partner.objects.create(region=cast.kukar, name="PT Contoh", partner_class="badan_usaha")
        client = signed_in(cast.officer)
        page = client.get(reverse("agreements:inbound_start")).content.decode()
        assert "PT Contoh" not in page
        assert "KSDPK prakarsa pihak ketiga" in page
        assert client.get(reverse("agreements:inbound_partner", args=[firm.pk])).status_code == 404

    def test_the_register_of_another_region_is_not_shown(self, cast: Cast, signed_in: Any) -> None:
        own = ministry(cast)
        page = signed_in(cast.partner).get(reverse("agreements:inbound_start"))
        assert "Kementerian Contoh" not in page.content.decode()
        assert (
            signed_in(cast.partner).get(reverse("agreements:inbound_partner", args=[own.pk])).status_code
            == 404
        )

    def test_a_new_institution_is_registered_on_the_way(self, cast: Cast, signed_in: Any) -> None:
        client = signed_in(cast.officer)
        address = f"{reverse('agreements:partner_new')}?asal=masuk"
        assert address in client.get(reverse("agreements:inbound_start")).content.decode()
        told = {"form_token": "n", "region": cast.kukar.pk, "name": "Lembaga Baru", "partner_class": "lpnk"}
        answer = client.post(address, told)
        assert answer["Location"] == reverse("agreements:inbound_start")
        assert "Lembaga Baru" in client.get(answer["Location"]).content.decode()
