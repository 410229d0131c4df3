"""A coverage of nine squares: who borders whom, what overlaps, what is forgotten."""

import pytest
import shapely

from boundaries.geo import measuring
from boundaries.geo.coverage import FaultKind, faults_of
from boundaries.geo.neighbours import Contact, neighbours_of
from tests.boundaries.exchange_rows import cells


def pairs(outlines, contact=Contact.BORDER):
    return {(row.first, row.second) for row in neighbours_of(outlines) if row.contact is contact}


def test_squares_that_fit_have_no_fault_and_twelve_borders():
    assert not faults_of(cells())
    assert len(pairs(cells())) == 12


def test_squares_that_meet_in_a_corner_only_touch():
    assert pairs(cells(), Contact.TOUCH) == {(0, 4), (1, 3), (1, 5), (2, 4), (3, 7), (4, 6), (4, 8), (5, 7)}


def test_the_length_of_a_border_is_geodesic():
    row = next(row for row in neighbours_of(cells()) if (row.first, row.second) == (0, 1))
    side = shapely.LineString([(116.1, -1), (116.1, -0.9)])
    assert row.shared_m == pytest.approx(measuring.length_m(side), rel=1e-12)


def test_a_border_whose_vertices_differ_is_found_all_the_same():
    outlines = cells()
    outlines[0] = shapely.Polygon([(116, -1), (116.1, -1), (116.1, -0.95), (116.1, -0.9), (116, -0.9)])
    row = next(row for row in neighbours_of(outlines) if (row.first, row.second) == (0, 1))
    assert row.shared_m == pytest.approx(11_057, rel=0.001)
    assert row.contact is Contact.BORDER


def test_islands_and_lakes_take_part():
    lake, island = shapely.box(116.04, -0.96, 116.05, -0.95), shapely.box(120, -1, 120.1, -0.9)
    outlines = [shapely.MultiPolygon([shapely.difference(cells()[0], lake), island]), cells()[1], lake]
    assert pairs(outlines) == {(0, 1), (0, 2)}


def test_land_held_twice_is_an_overlap_with_its_place_and_size():
    outlines = cells()
    outlines[4] = shapely.box(116.099, -0.9, 116.2, -0.8)
    fault = next(row for row in faults_of(outlines) if row.kind is FaultKind.OVERLAP)
    assert fault.owners == (3, 4)
    assert fault.area_m2 == pytest.approx(
        measuring.area_m2(shapely.box(116.099, -0.9, 116.1, -0.8)), rel=1e-6
    )
    assert (fault.lon, fault.lat) == pytest.approx((116.0995, -0.85), abs=0.06)
    assert not fault.is_sliver(1)


def test_a_narrow_strip_nobody_holds_is_a_gap():
    outlines = cells()
    outlines[4] = shapely.box(116.101, -0.9, 116.2, -0.8)
    found = faults_of(outlines)
    assert [(row.kind, set(row.owners) >= {3, 4}) for row in found if row.kind is not FaultKind.EDGE] == [
        (FaultKind.GAP, True)
    ]
    assert found[0].width_m == pytest.approx(110, abs=3)


def test_a_cell_nobody_holds_is_a_hole_that_may_be_a_lake():
    outlines = cells()
    del outlines[4]
    found = faults_of(outlines)
    assert [row.kind for row in found] == [FaultKind.HOLE]
    assert len(found[0].owners) == 8


def test_a_difference_thinner_than_the_tolerance_is_a_sliver():
    outlines = cells()
    outlines[4] = shapely.box(116.099999, -0.9, 116.2, -0.8)
    fault = next(row for row in faults_of(outlines) if row.kind is FaultKind.OVERLAP)
    assert fault.is_sliver(1)
    assert not fault.is_sliver(0.01)


def test_nothing_and_one_alone_have_no_neighbours():
    assert not neighbours_of(cells()[:1])
    assert not faults_of(cells()[:1])
