"""The demonstration shows a text that waits for its second electronic signature, where the office has the service."""

import pytest

from agreements.choices import SignState
from agreements.models import LawChange, Naskah, Party, SignRequest
from ksd.accounts.models import User
from ksd.office.demo import laws
from ksd.office.demo.esign_player import EsignPlayer
from regions.models import LegalBasis
from tests.agreements.issuing import quick_printer, signing_service
from tests.agreements.playing import Play


class Scene(EsignPlayer):
    """The step on a case of the cast."""

    def __init__(self, play: Play, text: Naskah) -> None:
        self.case, self.text, self.number = play.case, text, 7
        self.cast_play = play

    def officer(self, *_asked: object) -> User:
        return self.cast_play.officer

    def actor_for(self, party: Party) -> User:
        return self.cast_play.actor_for(party)


@pytest.fixture
def scene(play: Play) -> Scene:
    play.to("penandatanganan_kb")
    return Scene(play, play.case.naskah.get(kind="kb"))


def test_one_official_has_signed_and_the_next_is_asked(scene, tmp_path_factory):
    with signing_service(tmp_path_factory.getbasetemp() / "tte"), quick_printer():
        scene.do_esign("1")
    states = SignRequest.objects.order_by("order").values_list("state", flat=True)
    assert list(states) == [SignState.SIGNED, SignState.WAITING]
    assert Naskah.objects.get().electronic


def test_without_the_service_nothing_is_played(scene):
    scene.do_esign("1")
    assert not SignRequest.objects.exists()
    assert not Naskah.objects.get().electronic


def test_where_nothing_can_be_printed_nothing_is_signed(scene, tmp_path_factory, monkeypatch):
    monkeypatch.setattr("ksd.core.pdf._LIBRARIES", ("libtidak-ada.so.0",))
    with signing_service(tmp_path_factory.getbasetemp() / "tte"):
        scene.do_esign("1")
    assert not Naskah.objects.get().electronic


def test_an_invented_change_of_a_law_is_recorded_once(cast):
    LegalBasis.objects.create(
        citation=laws.LAW, title="Tata Cara", kind="permendagri", number="22", year=2020
    )
    laws.build()
    laws.build()
    change = LawChange.objects.get()
    assert "(contoh)" in change.by_citation
    assert change.confirmed_at is None
