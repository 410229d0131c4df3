"""The demonstration shows points, verdicts, pillars, a node and an end that misses it; playing it twice adds nothing."""

import pytest

from boundaries.demo import points as demo
from boundaries.demo import register
from boundaries.documents.annexes.checks import findings
from boundaries.documents.annexes.gather import facts_of
from boundaries.documents.annexes.lists import description
from boundaries.models import BoundaryPoint, Pillar, Segment, SegmentPoint
from boundaries.services.points import missed_nodes
from tests import factories
from tests.boundaries.rows import segment


@pytest.fixture
def segments(cast):
    ppu = factories.region("64.09", "Penajam Paser Utara", parent=cast.kaltim)
    return (
        segment(cast.kukar, cast.kubar),
        segment(cast.kukar, ppu, stage="ditetapkan"),
        segment(cast.kubar, ppu),
    )


def test_the_demonstration_is_played_once(cast, segments):
    assert demo.play() == 16
    assert demo.play() == 0
    assert BoundaryPoint.objects.count() == 15
    assert {row.state for row in Pillar.objects.all()} == {"ada", "rusak", "hilang"}
    assert sorted(SegmentPoint.objects.nodes().values_list("label", flat=True)) == ["PBU 1", "PBU 7"]
    (missed, *_more) = missed_nodes(cast.biro, segments[2])
    assert 1 < missed.metres < 20


def test_the_invented_legs_run_between_the_invented_points(cast, segments):
    register.play()
    assert register.tie() == 0  # nothing to tie them to yet
    demo.play()
    assert (register.tie(), register.tie()) == (3, 0)
    facts = facts_of(Segment.objects.for_list().get(pk=segments[0].pk))
    assert "[belum" not in " ".join(description(facts))
    assert [
        row.text for row in findings(facts) if row.topic in {"Rangkaian ruas", "Panjang"} and row.grave
    ] == []


@pytest.mark.django_db
def test_without_people_or_segments_nothing_is_played():
    assert demo.play() == 0
