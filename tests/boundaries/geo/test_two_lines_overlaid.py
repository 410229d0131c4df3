"""Two lines for one boundary: pockets, their sides, what runs together, against exact and independent figures."""

import numpy as np
import pytest
from pyproj import Geod
from shapely import LineString

from boundaries.geo import measuring
from boundaries.geo.overlay import Side, between_lines

DEGREE_M = 111_319.4908  # one degree of longitude on the equator of WGS 84


def areas(first, second):
    """Hectares left and right of the first line."""
    found = between_lines(LineString(first), LineString(second))
    return found, [found.area_m2(side) for side in Side]


def test_a_line_that_bulges_to_the_left_leaves_its_pocket_there():
    """The second line runs north of the first: the pocket is left of a line that goes east."""
    _found, (left, right) = areas([(0, 0), (2, 0)], [(0, 0), (1, 1), (2, 0)])
    assert left == pytest.approx(12_309_709_573, abs=1)
    assert right == 0


def test_the_same_two_lines_exchanged_exchange_the_sides():
    """What lies left of one lies right of the other."""
    one, other = [(0, 0), (2, 0)], [(0, 0), (0.5, 1), (1.5, -1), (2, 0)]
    _found, (left, right) = areas(one, other)
    _found, (left_again, right_again) = areas(other, one)
    assert (left, right) == pytest.approx((right_again, left_again))
    assert left == pytest.approx(right)


def test_a_stretch_run_together_is_shared_and_holds_no_pocket():
    """One degree on the equator is common."""
    found, _areas = areas([(0, 0), (1, 0), (2, 0)], [(0, 0), (1, 0), (1.5, -1), (2, 0)])
    assert found.shared_m == pytest.approx(DEGREE_M, abs=0.01)
    assert found.first_differs_m == pytest.approx(DEGREE_M, abs=0.01)
    assert [pocket.side for pocket in found.pockets] == [Side.RIGHT]


def test_ends_that_do_not_meet_are_joined_and_told():
    """A gap of one degree at both ends."""
    found, (left, _right) = areas([(0, 0), (2, 0)], [(0, 1), (2, 1)])
    assert found.gap_start_m == pytest.approx(found.gap_end_m)
    assert found.gap_start_m == pytest.approx(110_574.4, abs=0.1)
    assert left > 0


def test_one_line_upon_itself_has_no_pockets():
    """The whole length is shared."""
    found, _areas = areas([(0, 0), (2, 0)], [(0, 0), (2, 0)])
    assert found.pockets == ()
    assert found.first_differs_m == 0


def test_a_shaking_hand_leaves_slivers_that_are_told_apart():
    """Ten kilometres drawn twice with half a metre between."""
    found, _areas = areas([(115, 0), (115.1, 0)], [(115, 0), (115.05, 0.0000045), (115.1, 0)])
    assert [pocket.is_sliver for pocket in found.pockets] == [True]


@pytest.mark.parametrize("seed", range(8))
def test_many_pockets_balance_with_the_area_of_the_loop(seed):
    """Left minus right is the signed area of there and back, found by another way."""
    rng = np.random.default_rng(seed)
    x = np.linspace(115, 115.5, 400)
    lines = [np.c_[x, _wander(rng, len(x))] for _ in range(2)]
    found = between_lines(LineString(lines[0]), LineString(lines[1]))
    loop = np.r_[lines[0], lines[1][::-1]]
    net = Geod(ellps="WGS84").polygon_area_perimeter(loop[:, 0], loop[:, 1])[0]
    assert len(found.pockets) > 1
    assert found.area_m2(Side.LEFT) - found.area_m2(Side.RIGHT) == pytest.approx(net, abs=0.01)


def _wander(rng, n):
    """A random walk that comes home."""
    walk = np.cumsum(rng.normal(0, 1e-4, n))
    return walk - walk[0] - np.linspace(0, walk[-1] - walk[0], n)


def test_azimuths_run_clockwise_from_north():
    """East is ninety."""
    assert measuring.azimuth_deg((115, 0), (116, 0)) == pytest.approx(90)
    assert measuring.azimuth_deg((115, 0), (114, 0)) == pytest.approx(270)
