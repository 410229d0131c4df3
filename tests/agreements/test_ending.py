"""A cooperation that ends before its day: its texts end with it, and nobody is reminded of them any more."""

from agreements.choices import LifeState, NaskahState
from ksd.deadlines.models import Deadline
from tests.agreements.playing import Play


def test_texts_in_force_end_with_their_cooperation(play: Play) -> None:
    play.to("penyusunan_pks")
    draft = play.draft("pks")
    umbrella = play.case.naskah.get(kind="kb")
    assert umbrella.life() == LifeState.IN_FORCE
    play.act("akhiri", play.cast.officer, reason="Tujuan tercapai")
    umbrella.refresh_from_db()
    draft.refresh_from_db()
    assert umbrella.life() == LifeState.ENDED
    assert draft.state == NaskahState.CANCELLED
    assert not Deadline.objects.of(umbrella).open().exists()
    assert not play.case.parties.filter(turn_since__isnull=False).exists()
