"""A third line between two claims: what each side gets sums to the overlap, whatever the line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Polygon, box

from boundaries.geo import measuring
from boundaries.geo.balance import balance, towards
from boundaries.geo.starters import follow_until, middle_line

EAST = LineString([(116, 0), (116.1, 0.05), (116, 0.1)])
WEST = LineString([(116, 0), (115.9, 0.05), (116, 0.1)])
OVERLAP = measuring.area_m2(Polygon([(116, 0), (116.1, 0.05), (116, 0.1), (115.9, 0.05)]))


def figures(third, first=EAST, second=WEST):
    held = balance(first, second, third)
    return held.overlap.first_m2, held.overlap.second_m2, held.overlap.residual_m2


def test_the_straight_middle_halves_the_lens():
    first, second, residual = figures(LineString([(116, 0), (116, 0.1)]))
    assert first == pytest.approx(second) == pytest.approx(OVERLAP / 2)
    assert residual == 0


def test_a_claim_followed_gives_all_to_its_side():
    assert figures(EAST) == (pytest.approx(OVERLAP), 0, 0)
    assert figures(WEST) == (0, pytest.approx(OVERLAP), 0)


def test_land_beyond_a_claim_is_told_apart():
    held = balance(EAST, WEST, LineString([(116, 0), (116.2, 0.05), (116, 0.1)]))
    assert held.overlap.first_m2 == pytest.approx(OVERLAP)
    assert measuring.area_m2(held.beyond_first) == pytest.approx(OVERLAP / 2, rel=1e-4)
    assert measuring.area_m2(held.beyond_second) == 0


def test_land_that_neither_claims_is_shared_out_too():
    held = balance(WEST, EAST, LineString([(116, 0), (116, 0.1)]))
    assert held.overlap_m2 == 0
    assert held.gap_m2 == pytest.approx(OVERLAP)
    assert held.gap.first_m2 == pytest.approx(held.gap.second_m2) == pytest.approx(OVERLAP / 2)


def test_what_the_ends_do_not_decide_is_a_residual():
    east, west = (LineString([(x, 0), (x, 0.1)]) for x in (116.1, 115.9))
    held = balance(east, west, LineString([(116, 0.02), (116, 0.08)]))
    square = measuring.area_m2(box(115.9, 0, 116.1, 0.1))
    assert held.overlap_m2 == pytest.approx(square, rel=1e-9)
    assert held.overlap.residual_m2 == pytest.approx(square / 5, rel=1e-4)
    assert held.overlap.first_m2 == pytest.approx(held.overlap.second_m2)


def test_a_line_drawn_backwards_is_turned():
    line, turned = towards(LineString([(116, 0.1), (116, 0)]), EAST)
    assert turned
    assert next(iter(line.coords)) == (116, 0)
    assert not towards(EAST, WEST)[1]


steps = st.lists(st.floats(-0.2, 0.2, allow_nan=False), min_size=1, max_size=6)


def climbing(offsets, start=0.0, end=0.0):
    """A line that climbs north with a bend at each step: never across itself."""
    ends = [
        (116 + start, 0.0),
        *((116 + x, 0.1 * (n + 1) / (len(offsets) + 1)) for n, x in enumerate(offsets)),
        (116 + end, 0.1),
    ]
    return LineString(ends)


@given(steps, steps, steps, st.floats(-0.05, 0.05), st.floats(-0.05, 0.05))
@settings(max_examples=150)
def test_the_balance_sums_to_the_overlap(first, second, third, start, end):
    held = balance(climbing(first), climbing(second), climbing(third, start, end))
    for land, whole in ((held.overlap, held.overlap_m2), (held.gap, held.gap_m2)):
        total = land.first_m2 + land.second_m2 + land.residual_m2
        assert total == pytest.approx(whole, rel=1e-9, abs=1)
        # Cutting an edge of ten kilometres moves it off its geodesic by centimetres.
        assert abs(land.closure) * whole == pytest.approx(0, abs=max(whole * 1e-4, 2000))


@given(steps, steps, steps)
@settings(max_examples=100)
def test_lines_with_common_ends_leave_no_residual(first, second, third):
    held = balance(climbing(first), climbing(second), climbing(third))
    assert held.overlap.residual_m2 == pytest.approx(0, abs=0.1)


@given(steps, steps)
@settings(max_examples=100)
def test_the_middle_of_two_claims_runs_from_end_to_end(first, second):
    a, b = climbing(first), climbing(second)
    middle = middle_line(a, b)
    assert middle.coords[0] == pytest.approx((116, 0))
    assert middle.coords[-1] == pytest.approx((116, 0.1))


def test_the_middle_runs_with_the_claims_where_they_run_together():
    a = LineString([(116, -0.1), (116, 0), (116.1, 0.05), (116, 0.1), (116, 0.2)])
    b = LineString([(116, -0.1), (116, 0), (115.9, 0.05), (116, 0.1), (116, 0.2)])
    middle = middle_line(a, b)
    assert middle.hausdorff_distance(LineString([(116, -0.1), (116, 0.2)])) < 1e-9


@pytest.mark.parametrize("number", [-1, 0, 1, 2, 3, 99])
def test_following_one_claim_ends_where_the_other_ends(number):
    line = follow_until(EAST, WEST, number)
    assert (line.coords[0], line.coords[-1]) == ((116, 0), (116, 0.1))
