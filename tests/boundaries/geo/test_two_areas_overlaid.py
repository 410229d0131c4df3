"""Two areas: what both cover, which edge they share, and what is refused."""

import pytest
import shapely
from shapely import Polygon

from boundaries.geo import measuring
from boundaries.geo.areas import between_areas
from boundaries.geo.errors import GeometryError

SQUARE = shapely.box(115, 0, 116, 1)


def test_a_quarter_of_two_squares_is_common():
    found = between_areas(SQUARE, shapely.box(115.5, 0.5, 116.5, 1.5))
    common = shapely.box(115.5, 0.5, 116, 1)
    assert found.overlap_m2 == pytest.approx(measuring.area_m2(common))
    assert found.overlap_perimeter_m == pytest.approx(measuring.perimeter_m(common))
    assert found.shared_m == 0


def test_the_area_of_the_degree_on_the_equator_is_known():
    """One degree by one degree: 12 308 778 361 m² (Geodesic on WGS 84, published with GeographicLib)."""
    assert between_areas(SQUARE, SQUARE).overlap_m2 == pytest.approx(12_308_778_361.5, abs=1)


@pytest.mark.parametrize(
    ("other", "km"),
    [
        (shapely.box(116, 0, 117, 1), 110.574),
        (shapely.box(116, 1, 117, 2), 0),
        (shapely.box(118, 0, 119, 1), 0),
    ],
)
def test_neighbours_share_an_edge_a_corner_or_nothing_but_no_land(other, km):
    found = between_areas(SQUARE, other)
    assert (found.overlap, found.overlap_m2, found.overlap_perimeter_m) == ((), 0, 0)
    assert found.shared_m / 1000 == pytest.approx(km, abs=0.001)


def test_holes_are_taken_out():
    hole = shapely.box(115.2, 0.2, 115.4, 0.4)
    found = between_areas(Polygon(SQUARE.exterior, [hole.exterior]), SQUARE)
    assert found.overlap_m2 == pytest.approx(measuring.area_m2(SQUARE) - measuring.area_m2(hole))


def test_areas_that_cross_themselves_or_are_empty_are_refused():
    bow = Polygon([(115, 0), (116, 1), (116, 0), (115, 1)])
    with pytest.raises(
        GeometryError, match=r"Tepi bidang ke-2 memotong dirinya.*Di 0,500000° LU 115,500000° BT"
    ):
        between_areas(SQUARE, bow)
    with pytest.raises(GeometryError, match=r"Bidang ke-1 kosong"):
        between_areas(Polygon(), SQUARE)
