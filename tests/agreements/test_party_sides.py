"""Who had the idea is called pemrakarsa, and nobody else (PP 28/2018 Pasal 15)."""

from agreements.templatetags.parties import side_in
from tests.agreements.playing import Play


def test_a_region_that_proposes_is_the_pemrakarsa(cast):
    play = Play(cast)
    assert [side_in(row, play.case) for row in play.parties()] == ["Pemrakarsa", "Mitra"]


def test_a_third_party_that_proposes_is_the_pemrakarsa_and_the_government_is_not(cast, signed_in):
    play = Play(cast, "ksdpk_mitra")
    sides = [side_in(row, play.case) for row in play.parties()]
    assert sides == ["Pemerintah daerah", "Pihak ketiga (pemrakarsa)"]
    page = signed_in(cast.officer).get(play.case.get_absolute_url()).content.decode()
    assert "Pihak 1 · Pemerintah daerah" in page
    assert "Pihak 1 · Pemrakarsa" not in page
