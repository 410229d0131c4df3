"""The demonstration plays rounds, legs and cards through the services, once, and says what is invented."""

from boundaries import reference
from boundaries.demo import register
from boundaries.models import Segment
from tests import factories
from tests.boundaries.register_rows import meeting_round


def test_playing_twice_adds_nothing_and_what_is_invented_says_so(cast):
    for code in ("64.03", "64.08", "64.71", "64.11"):
        factories.region(code, f"Contoh {code}", parent=cast.kaltim)
    reference.load()
    ours = Segment.objects.between(cast.kukar, cast.kubar).get()
    meeting_round(ours, cast.biro)
    assert register.play() > 0
    assert register.play() == 0
    assert all("contoh" in leg.name for leg in ours.legs.all())
    assert all("contoh" in position.text for position in ours.rounds.get().positions.all())
    reported = Segment.objects.of_codes("64.03", "64.08").get().rounds.get()
    assert "7 hari kerja" in reported.outcome
    assert sorted(row.regulation for row in Segment.objects.published()) == [
        "Permendagri 30/2017",
        "Permendagri 79/2019",
    ]
