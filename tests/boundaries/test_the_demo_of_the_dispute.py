"""The illustration of Kutai Kartanegara – Kutai Barat is added once and says that it is one."""

import pytest

from boundaries.demo import evidence, simulator
from boundaries.models import Compromise, Evidence, Layer, LineEvidence
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import claim

KUKAR = [
    (115.70, 0.35),
    (115.90, 0.25),
    (115.95, 0.12),
    (115.90, -0.06),
    (116.14, -0.40),
    (116.42, -0.68),
    (116.50, -0.85),
]
KUBAR = [
    (115.70, 0.35),
    (115.90, 0.25),
    (115.95, 0.12),
    (116.06, 0.00),
    (116.32, -0.30),
    (116.42, -0.68),
    (116.50, -0.85),
]


@pytest.fixture
def played(cast):
    row = segment(cast.kukar, cast.kubar)
    claim(row, cast.kukar, KUKAR)
    claim(row, cast.kubar, KUBAR)
    return evidence.play(), simulator.play()


def test_the_illustration_is_added_once(played):
    assert played == (10, 2)
    assert (evidence.play(), simulator.play()) == (0, 0)
    assert Evidence.objects.count() == 5
    assert LineEvidence.objects.count() == 4
    assert all(layer.illustrative and "ilustrasi" in layer.name for layer in Layer.objects.all())
    assert sorted(bool(row.shared_step) for row in Compromise.objects.all()) == [False, True]


def test_without_claims_there_is_no_compromise_and_without_the_segment_nothing(cast):
    assert (evidence.play(), simulator.play()) == (0, 0)
    segment(cast.kukar, cast.kubar)
    assert evidence.play() == 10
    assert simulator.play() == 0
