"""A reported partner is ordered to answer by the governor, for kabupaten/kota of the province (Pasal 8 ayat (6))."""

from datetime import timedelta

import pytest

from agreements.models import Case, CaseEvent
from agreements.services import acts
from agreements.services.acting import acting_on, superior_of
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast


def reported(play: Play) -> Case:
    """A case whose partner answered neither the offer nor the second request."""
    play.to("menunggu_tanggapan")
    with clock.frozen(factories.TODAY + timedelta(days=31)):
        play.act("minta_tanggapan_kedua", play.cast.officer, "permintaan_kedua", on=clock.today())
    with clock.frozen(factories.TODAY + timedelta(days=47)):
        play.act("laporkan", play.cast.officer, "laporan_tidak_menjawab", on=clock.today())
    return play.reload()


def test_the_biro_finds_the_report_in_its_inbox_until_the_order_is_given(play: Play, cast: Cast) -> None:
    case = reported(play)
    with clock.frozen(factories.TODAY + timedelta(days=48)):
        assert case in Case.objects.waiting_for_user(cast.biro)
        play.act("catat_perintah", cast.biro, "perintah_tanggapan", on=clock.today())
        assert case not in Case.objects.waiting_for_user(cast.biro)
    event = CaseEvent.objects.get(case=case, arrow="catat_perintah")
    assert event.region == cast.kaltim
    assert "Provinsi Kalimantan Timur" in event.role
    assert "dicatat untuk" not in event.label


def test_the_partner_may_still_answer_after_the_order(play: Play, cast: Cast) -> None:
    reported(play)
    with clock.frozen(factories.TODAY + timedelta(days=48)):
        play.act("catat_perintah", cast.biro, "perintah_tanggapan", on=clock.today())
        play.act("terima", cast.partner, "surat_tanggapan", on=clock.today())
    assert play.case.state == "penyusunan_kb"


def test_an_order_needs_its_letter_and_a_report_before_it(play: Play, cast: Cast) -> None:
    play.to("menunggu_tanggapan")
    with pytest.raises(ImpossibleStep):
        acts.take_arrow(actor=cast.biro, case=play.case, code="catat_perintah")
    case = reported(play)
    with clock.frozen(factories.TODAY + timedelta(days=48)), pytest.raises(NotReady, match="Perintah"):
        acts.take_arrow(actor=cast.biro, case=case, code="catat_perintah", on=clock.today())


def test_nobody_else_gives_orders(play: Play, cast: Cast) -> None:
    case = reported(play)
    arrow = case.pack.arrow("catat_perintah")
    for person in (cast.stranger, cast.observer, cast.nobody, cast.admin, cast.tkksd):
        acting = acting_on(person, case, arrow)
        assert acting is None or acting.above is None, person
    with pytest.raises(NotAllowed):
        acts.take_arrow(actor=cast.observer, case=case, code="catat_perintah")
    assert case not in Case.objects.waiting_for_user(cast.admin)
    assert case not in Case.objects.waiting_for_user(cast.tkksd)


def test_the_parties_still_record_an_order_that_reached_them_on_paper(play: Play, cast: Cast) -> None:
    reported(play)
    with clock.frozen(factories.TODAY + timedelta(days=48)):
        play.act("catat_perintah", cast.officer, "perintah_tanggapan", on=clock.today())
    assert CaseEvent.objects.get(case=play.case, arrow="catat_perintah").region == cast.kukar


def test_between_two_provinces_the_governor_has_no_say(cast: Cast) -> None:
    java = factories.region("35", "Jawa Timur", "provinsi", cast.nation)
    malang = factories.region("35.07", "Malang", parent=java)
    play = Play(cast, partners=[cast.kubar, malang])
    assert superior_of(play.case) == cast.nation.pk
    assert superior_of(Play(cast).case) == cast.kaltim.pk
    arrow = play.case.pack.arrow("catat_perintah")
    assert acting_on(cast.biro, play.case, arrow) is None
