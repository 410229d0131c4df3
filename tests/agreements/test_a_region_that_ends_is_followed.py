"""A region is split or merged while its agreements run: nothing is lost, its successor acts in its place."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from agreements.models import Case, Naskah, NaskahParty, Party, PartySuccession
from agreements.services import agreement, naskah, succession
from agreements.services.acts import take_arrow
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Deadline
from regions.models import Region, RegionSuccession
from tests import factories
from tests.agreements.playing import Play

SignIn = Callable[[User], Client]


def heir(
    play: Play, old: Region, code: str = "64.12", name: str = "Kutai Baru", *, ends: bool = True
) -> Region:
    """A new region that follows another one from tomorrow on; the clock of the test moves a week."""
    new = factories.region(code, name, parent=play.cast.kaltim)
    on = clock.today() + timedelta(days=1)
    RegionSuccession.objects.create(
        predecessor=old, successor=new, on=on, basis="UU contoh Nomor 1 Tahun 2026"
    )
    if ends:
        Region.objects.filter(pk=old.pk).update(valid_to=clock.today())
    return new


def record(play: Play, party: Party, region: Region, actor: User | None = None) -> PartySuccession:
    return succession.record_successor(
        actor=actor or play.cast.officer, case=play.case, party=party, region=region, on=clock.today()
    )


def later(days: int = 7) -> AbstractContextManager[datetime]:
    return clock.frozen(factories.TODAY + timedelta(days=days))


def test_a_merged_region_keeps_its_seat_and_signatures_and_its_successor_sees_everything(play: Play) -> None:
    play.to("pelaksanaan")
    before = list(
        NaskahParty.objects.order_by("pk").values_list("party", "number", "signed_on", "signer_name")
    )
    new = heir(play, play.cast.kubar)
    officer = factories.person("petugas.baru", ("kabkota_officer", new))
    with later():
        assert not Case.objects.visible_to(officer).exists()
        row = record(play, play.parties()[1], new)
        assert Case.objects.visible_to(officer).filter(pk=play.case.pk).exists()
    assert (
        list(NaskahParty.objects.order_by("pk").values_list("party", "number", "signed_on", "signer_name"))
        == before
    )
    old = Party.objects.get(pk=row.predecessor_id)
    assert (old.region, old.succeeded_on) == (play.cast.kubar, factories.TODAY + timedelta(days=7))
    case = play.reload()
    assert [party.region for party in case.acting_parties] == [play.cast.kukar, new]
    assert case.partners == [row.successor]
    assert case.events.filter(arrow="penerus", reason__contains="UU contoh").exists()
    assert all(term.regions.filter(pk=new.pk).exists() for term in Deadline.objects.of(case).open())


def test_a_text_not_signed_yet_waits_for_the_successor(play: Play) -> None:
    play.to("penyusunan_kb")
    text = play.draft("kb")
    agreement.share_naskah(actor=play.cast.officer, naskah=text)
    new = heir(play, play.cast.kubar)
    officer = factories.person("petugas.baru", ("kabkota_officer", new))
    with later():
        row = record(play, play.parties()[1], new)
        newest = naskah.newest_version(text)
        play.reload()
        for actor, party in ((play.cast.officer, play.parties()[0]), (officer, row.successor)):
            agreement.approve_naskah(actor=actor, naskah=text, party=party, seen_number=newest.number)
    assert Naskah.objects.get(pk=text.pk).state == "disepakati"
    assert set(text.signatures.values_list("party", flat=True)) == {play.parties()[0].pk, row.successor_id}


def test_a_region_that_is_split_stays_and_the_new_one_joins_it(play: Play) -> None:
    play.to("pelaksanaan")
    new = heir(play, play.cast.kukar, ends=False)
    with later():
        record(play, play.parties()[0], new)
    case = play.reload()
    assert case.initiator.region == play.cast.kukar
    assert [party.region for party in case.acting_parties] == [play.cast.kukar, play.cast.kubar, new]


def test_the_region_that_runs_the_case_is_followed_by_the_one_that_takes_over(play: Play) -> None:
    play.to("pelaksanaan")
    new = heir(play, play.cast.kukar)
    officer = factories.person("petugas.baru", ("kabkota_officer", new))
    with later():
        record(play, play.parties()[0], new)
        play.reload()
        assert play.case.initiator.region == new
        take_arrow(
            actor=officer, case=play.case, code="akhiri", reason="Selesai", reason_code="tujuan_tercapai"
        )
    assert play.case.events.filter(arrow="akhiri", region=new).exists()


def test_two_successors_of_one_region_are_both_recorded(play: Play) -> None:
    play.to("pelaksanaan")
    first, second = heir(play, play.cast.kubar), heir(play, play.cast.kubar, "64.13", "Kutai Lain")
    with later():
        record(play, play.parties()[1], first)
        record(play, play.parties()[1], second)
    assert [party.region for party in play.reload().acting_parties] == [play.cast.kukar, first, second]


def test_a_party_merged_into_another_party_leaves_one_seat_and_loses_nothing(play: Play) -> None:
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    play.sign(text, parties=play.parties()[1:])
    RegionSuccession.objects.create(predecessor=play.cast.kukar, successor=play.cast.kubar, on=clock.today())
    Region.objects.filter(pk=play.cast.kukar.pk).update(valid_to=clock.today())
    with later():
        row = record(play, play.parties()[0], play.cast.kubar, actor=play.cast.partner)
    assert row.successor.region == play.cast.kubar
    case = play.reload()
    assert case.initiator.region == play.cast.kubar
    assert len(play.parties()) == 2
    assert text.signatures.get().signed_on
    assert case.events.filter(arrow="ajukan_telaah", region=play.cast.kukar).exists()


def test_only_successors_of_the_register_are_taken_and_each_once(play: Play) -> None:
    play.to("pelaksanaan")
    with pytest.raises(ImpossibleStep, match="tidak mempunyai daerah penerus"):
        record(play, play.parties()[1], play.cast.paser)
    new = heir(play, play.cast.kubar)
    with later():
        with pytest.raises(DomainError, match="bukan daerah penerus"):
            record(play, play.parties()[1], play.cast.paser)
        with pytest.raises(DomainError, match="hari ini"):
            succession.record_successor(
                actor=play.cast.officer,
                case=play.case,
                party=play.parties()[1],
                region=new,
                on=factories.TODAY,
            )
        record(play, play.parties()[1], new)
        with pytest.raises(ImpossibleStep):
            record(play, play.parties()[1], new)


def test_a_successor_is_recorded_by_who_manages_the_case(play: Play) -> None:
    play.to("pelaksanaan")
    new = heir(play, play.cast.kubar)
    with later():
        for user in (play.cast.observer, play.cast.tkksd, play.cast.biro, play.cast.stranger):
            with pytest.raises(NotAllowed):
                record(play, play.parties()[1], new, actor=user)
        record(play, play.parties()[1], new, actor=play.cast.partner)


def test_a_split_of_long_ago_does_not_concern_a_new_case(play: Play) -> None:
    play.to("pelaksanaan")
    RegionSuccession.objects.create(predecessor=play.cast.kubar, successor=play.cast.paser, on="2012-12-14")
    assert succession.heirs_of(play.case) == []


def test_the_page_shows_successors_and_records_one(play: Play, signed_in: SignIn) -> None:
    play.to("pelaksanaan")
    new = heir(play, play.cast.kubar)
    with later():
        client = signed_in(play.cast.officer)
        page = client.get(reverse("agreements:case_changes", args=[play.case.public_id])).content.decode()
        assert "tidak ada lagi menurut register wilayah" in page
        assert new.full_name in page
        url = reverse("agreements:successor", args=[play.case.public_id, 2])
        assert client.get(url).status_code == 200
        assert (
            client.post(
                url, {"form_token": "a", "region": play.cast.paser.pk, "on": "2026-11-28"}
            ).status_code
            == 422
        )
        assert client.post(url, {"form_token": "b", "region": new.pk, "on": "2026-11-28"}).status_code == 302
        page = client.get(play.case.get_absolute_url()).content.decode()
    assert "Digantikan daerah penerus sejak 28 November 2026" in page
