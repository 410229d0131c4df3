"""Two lines for one boundary: pockets, their sides, what runs together, against exact and independent figures."""

import numpy as np
import pytest
from pyproj import Geod
from shapely import LineString, Point

from boundaries.geo import measuring
from boundaries.geo.errors import GeometryError
from boundaries.geo.overlay import Side, between_lines
from tools.bench.claims_overlay import witness

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


@pytest.mark.parametrize("seed", range(200))
def test_areas_agree_with_an_independent_witness_within_a_millionth(seed):
    """Random claims anywhere in Indonesia, measured by integrating on the authalic latitude."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(20, 300))
    x = np.sort(rng.uniform(0, 0.001 * n, n)) + rng.uniform(96, 140)
    f, g = (rng.uniform(-10, 5) * np.ones(n) + _wander(rng, n) for _ in range(2))
    g += f[0] - g[0]
    found = between_lines(LineString(np.c_[x, f]), LineString(np.c_[x, g]))
    left, right = witness(x, f, g)
    assert found.area_m2(Side.LEFT) == pytest.approx(left, abs=1e-6 * (left + right))
    assert found.area_m2(Side.RIGHT) == pytest.approx(right, abs=1e-6 * (left + right))


def test_a_line_that_weaves_a_hundred_times_leaves_a_hundred_pockets():
    """Alternately left and right, all of one size but for the curve of the earth."""
    x = 115 + np.arange(101) * 0.01
    weave = [(115, 0), *((a, 0.001 * (-1) ** k) for k, a in enumerate(x[:-1] + 0.005)), (116, 0)]
    found = between_lines(LineString([(115, 0), (116, 0)]), LineString(weave))
    assert len(found.pockets) == 100
    assert sum(pocket.side == Side.LEFT for pocket in found.pockets) == 50
    assert found.shared_m == 0


def test_touching_at_a_point_shares_nothing_and_parts_the_pockets():
    """The second comes down to the first and leaves again on the same hand."""
    found, (left, right) = areas([(115, 0), (117, 0)], [(115, 0), (115.5, 1), (116, 0), (116.5, 1), (117, 0)])
    assert [pocket.side for pocket in found.pockets] == [Side.LEFT] * 2
    assert (found.shared_m, right) == (0, 0)
    assert left > 0


def test_touching_along_an_edge_shares_the_edge_alone():
    """A degree run together in the middle, though neither has a vertex where the other has."""
    first = [(115, 0), (118, 0)]
    second = [(115, 0), (115.5, 0.5), (116, 0), (116.3, 0), (117, 0), (117.5, 0.5), (118, 0)]
    found, _areas = areas(first, second)
    assert found.shared_m == pytest.approx(DEGREE_M, abs=0.01)
    assert len(found.pockets) == 2


def test_a_line_that_begins_later_on_the_other_shares_only_what_it_runs():
    """The straight edge that joins the ends lies upon the longer line and is nobody's agreement."""
    found, (left, right) = areas([(115, 0), (118, 0)], [(116, 0), (118, 0)])
    assert found.shared_m == pytest.approx(2 * DEGREE_M, abs=0.01)
    assert found.gap_start_m == pytest.approx(DEGREE_M, abs=0.01)
    assert (left, right, found.ends_meet) == (0, 0, False)


def test_a_second_line_that_runs_backwards_is_refused():
    """Left would be right; turned round it is taken."""
    there, back = [(115, 0), (116, 0.1), (117, 0)], [(117, 0), (115, 0)]
    with pytest.raises(GeometryError, match=r"berlawanan arah. Balik arah salah satunya"):
        areas(there, back)
    assert areas(there, back[::-1])[0].pockets[0].side == Side.RIGHT


def test_land_inside_both_of_two_closed_claims_is_not_in_dispute():
    """A kota inside its kabupaten: only the ring between the two claims is claimed by both or by neither."""
    outer = [(115, 0), (115.4, 0), (115.4, 0.4), (115, 0.4), (115, 0)]
    inner = [(115, 0), (115.3, 0), (115.3, 0.3), (115, 0.3), (115, 0)]
    found, (left, right) = areas(outer, inner)
    assert [pocket.side for pocket in found.pockets] == [Side.LEFT]
    assert left == pytest.approx(0.07 * DEGREE_M * 110_574.4, rel=1e-4)
    assert right == 0


def test_a_line_round_the_end_of_the_other_is_told_as_twisted():
    """The second goes below the start of the first, round it and over the top: both hands of the first touch one pocket."""
    first = [(0, 0), (4, 0)]
    second = [(0, 0), (1, 1), (2, 0), (1, -1), (-1, -1), (-1, 2), (4, 2), (4, 0)]
    found, (left, right) = areas(first, second)
    assert any(pocket.twisted for pocket in found.pockets)
    assert {pocket.side for pocket in found.pockets} == {Side.LEFT}
    assert left > 0
    assert right == 0


def test_two_parallel_passes_crossed_by_two_have_a_middle_that_lies_where_the_loop_winds():
    """A cell whose corners are all crossings has no vertex to vote; the winding of the loop decides."""
    first = [(0, 0), (4, 0), (4, 1), (0, 1), (0, 3), (5, 3)]
    second = [(0, 0), (1, -1), (1, 2), (2, 2), (2, -1), (5, -1), (5, 3)]
    found, _areas = areas(first, second)
    assert len(found.pockets) == 3
    winds = [_wind(pocket.polygon.representative_point(), first, second) for pocket in found.pockets]
    assert all(
        (wind > 0) == (pocket.side == Side.LEFT) for wind, pocket in zip(winds, found.pockets, strict=True)
    )
    loop = np.array([*first, *second[::-1]], dtype=float)
    net = Geod(ellps="WGS84").polygon_area_perimeter(loop[:, 0], loop[:, 1])[0]
    areas_found = [pocket.area_m2 for pocket in found.pockets]
    assert np.dot(winds, areas_found) == pytest.approx(net, rel=1e-3)


def test_land_a_meander_leaves_on_the_same_hand_of_both_is_not_in_dispute():
    """An S of three crossings over a long straight edge: the cap inside the S lies left of both lines."""
    first = [(115, 0), (119, 0)]
    second = [
        (115, 0),
        (115.5, 1),
        (118, 1),
        (118, -1),
        (117, -1),
        (117, 0.5),
        (116, 0.5),
        (116, -2),
        (119, -2),
        (119, 0),
    ]
    found, _areas = areas(first, second)
    cap = Point(116.5, 0.25)
    assert len(found.pockets) == 2
    assert not any(pocket.polygon.contains(cap) for pocket in found.pockets)


@pytest.mark.parametrize("turned", [False, True])
def test_many_straight_crossings_are_told_by_winding_with_an_index(turned):
    """A zigzag over two points: no pocket has a vertex of the straight line."""
    first = np.array([(115, 0), (116, 0)])
    weave = np.array([(115, 0), *((115.005 + k * 0.01, 0.001 * (-1) ** k) for k in range(100)), (116, 0)])
    if turned:
        first, weave = ([(115, 0)] + (row - (115, 0)) @ np.array([[0, 1], [-1, 0]]) for row in (first, weave))
    found, _areas = areas(first, weave)
    assert [pocket.side for pocket in sorted(found.pockets, key=_along)] == [Side.LEFT, Side.RIGHT] * 50


def _along(pocket):
    return pocket.polygon.centroid.x + pocket.polygon.centroid.y


def _wind(point, first, second):
    """How often the loop goes round a point, by adding up the angles it is seen under."""
    loop = np.array([*first, *second[::-1], first[0]], dtype=float) - (point.x, point.y)
    turns = np.diff(np.unwrap(np.arctan2(loop[:, 1], loop[:, 0])))
    return round(turns.sum() / (2 * np.pi))


def test_a_stretch_run_together_inside_a_pocket_is_still_found():
    """A line that goes round the shared stretch hides it between pockets; the lines are intersected then."""
    first = [(0, 0), (4, 0)]
    second = [(0, 0), (1, 1), (2, 0), (2.5, 0), (2.5, -1), (-1, -1), (-1, 2), (4, 2), (4, 0)]
    found, _areas = areas(first, second)
    assert found.shared_m == pytest.approx(0.5 * DEGREE_M, abs=0.01)


def test_azimuths_run_clockwise_from_north():
    """East is ninety."""
    assert measuring.azimuth_deg((115, 0), (116, 0)) == pytest.approx(90)
    assert measuring.azimuth_deg((115, 0), (114, 0)) == pytest.approx(270)
