"""The whole life of a cooperation abroad: eleven stages, a province and a kabupaten, and the way through the centre."""

import pytest

from agreements.choices import LifeState
from tests.agreements.playing import Play
from tests.conftest import Cast


@pytest.mark.parametrize("home", ["kukar", "kaltim"])
@pytest.mark.parametrize("kind", ["ksdpl", "ksdll", "ksdll_terusan"])
def test_a_case_abroad_comes_from_the_idea_to_its_end(cast: Cast, kind: str, home: str) -> None:
    play = Play(cast, kind, home=getattr(cast, home))
    case = play.to("pelaksanaan")
    assert all(text.life() == LifeState.IN_FORCE for text in case.naskah.all())
    play.act("akhiri", play.officer, reason="Tujuan telah tercapai")
    assert play.case.state == "berakhir"
