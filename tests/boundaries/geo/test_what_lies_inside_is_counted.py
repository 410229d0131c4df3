"""Points, lines and areas in an area with a hole, counted by hand; the edge by its rule."""

import pytest
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from boundaries.geo import measuring
from boundaries.geo.inside import Place, found_inside, union

HOLED = Polygon(box(116, 0, 116.1, 0.1).exterior, [box(116.04, 0.04, 116.06, 0.06).exterior])
METRE = 1 / 111_320


@pytest.mark.parametrize(
    ("point", "place"),
    [
        (Point(116.01, 0.01), Place.INSIDE),
        (Point(116, 0.05), Place.ON_EDGE),
        (Point(116, 0), Place.ON_EDGE),
        (Point(116 - 0.9 * METRE, 0.05), Place.ON_EDGE),
        (Point(116 + 0.9 * METRE, 0.05), Place.ON_EDGE),
        (Point(116 + 1.2 * METRE, 0.05), Place.INSIDE),
        (Point(116 - 1.2 * METRE, 0.05), None),
        (Point(116.05, 0.05), None),
        (Point(116.04, 0.05), Place.ON_EDGE),
        (Point(117, 0.05), None),
        (MultiPoint([(117, 0), (116.02, 0.02), (116, 0.05)]), Place.INSIDE),
        (MultiPoint([(117, 0), (116, 0.05)]), Place.ON_EDGE),
    ],
)
def test_a_point_lies_inside_on_the_edge_or_outside(point, place):
    found = found_inside(HOLED, [(7, point)])
    assert [(row.key, row.place) for row in found] == ([(7, place)] if place else [])


def test_a_point_on_the_line_between_two_areas_counts_in_both():
    point = [(1, Point(116.1, 0.05))]
    for area in (box(116, 0, 116.1, 0.1), box(116.1, 0, 116.2, 0.1)):
        assert found_inside(area, point)[0].place == Place.ON_EDGE


def test_of_a_line_the_length_inside_counts_without_the_hole():
    road = LineString([(115.9, 0.05), (116.2, 0.05)])
    found = found_inside(HOLED, [(1, road)])[0]
    expected = measuring.length_m(LineString([(116, 0.05), (116.1, 0.05)])) * 0.8
    assert found.length_m == pytest.approx(expected, rel=1e-6)
    assert found.place == Place.PARTLY
    assert found_inside(HOLED, [(1, LineString([(116.01, 0.01), (116.03, 0.01)]))])[0].place == Place.INSIDE
    assert found_inside(HOLED, [(1, LineString([(117, 0), (117, 1)]))]) == []


def test_of_an_area_the_share_counts():
    half = box(116.05, 0.0, 116.15, 0.04)
    found = found_inside(HOLED, [(1, half)])[0]
    assert found.share == pytest.approx(0.5, rel=1e-4)
    assert found.area_m2 == pytest.approx(measuring.area_m2(half) / 2, rel=1e-4)
    inside = found_inside(HOLED, [(1, box(116.01, 0.01, 116.02, 0.02))])[0]
    assert (inside.place, inside.share) == (Place.INSIDE, 1)


def test_areas_that_only_touch_or_fill_the_hole_are_outside():
    assert found_inside(HOLED, [(1, box(116.1, 0, 116.2, 0.1)), (2, box(116.04, 0.04, 116.06, 0.06))]) == []


def test_nothing_lies_in_no_area():
    assert found_inside(MultiPolygon(), [(1, Point(116, 0))]) == []
    assert union([]).is_empty
