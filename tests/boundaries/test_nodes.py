"""Where segments meet they share one point; an end beside it is told in metres and joined."""

from datetime import date
from decimal import Decimal

import pytest

from boundaries.choices import PointAct, Stage
from boundaries.models import SegmentPoint
from boundaries.services import points
from ksd.core.errors import ImpossibleStep, StaleForm
from tests.boundaries.point_rows import labels, listed, written
from tests.boundaries.rows import neighbour_province, segment


def three_segments(cast):
    return segment(cast.kukar, cast.kubar), segment(cast.kukar, cast.paser), segment(cast.kubar, cast.paser)


def test_a_node_is_one_point_in_the_lists_of_three_segments(cast):
    ours, other, third = three_segments(cast)
    node = listed(other, "TK 0")
    found = points.neighbour_points(cast.officer, ours)
    assert [row.label for row in found] == ["TK 0"]
    points.list_node(actor=cast.officer, segment=ours, point=node.point, label="TK 0")
    points.list_node(actor=cast.biro, segment=third, point=node.point, label="TK 7")
    assert node.point.segments.count() == 3
    assert not points.neighbour_points(cast.officer, ours)
    with pytest.raises(ImpossibleStep, match="sudah ada"):
        points.list_node(actor=cast.officer, segment=ours, point=node.point, label="TK 5")
    assert set(SegmentPoint.objects.nodes().values_list("label", flat=True)) == {"TK 0", "TK 7"}


def test_a_point_of_a_distant_segment_is_no_node(cast):
    row = segment(cast.kukar, cast.kubar)
    _kaltara, malinau = neighbour_province()
    far = listed(segment(cast.paser, malinau), "TK 0")
    with pytest.raises(ImpossibleStep, match="bukan milik segmen yang bertetangga"):
        points.list_node(actor=cast.biro, segment=row, point=far.point, label="TK 0")
    one = listed(row)
    with pytest.raises(ImpossibleStep, match="bukan titik segmen tetangga"):
        points.join_node(actor=cast.biro, listing=one, point=far.point)


def test_an_end_that_misses_the_neighbours_node_is_told_in_metres_and_joined(cast):
    ours, other, third = three_segments(cast)
    for lat in ("-0.40", "-0.45", "-0.50"):
        listed(ours, f"TK {lat}", lat)
    theirs = listed(other, "TK 0", "-0.5001")
    listed(other, "TK 1", "-0.9")
    listed(third, "TK 0", "-3")
    (missed,) = points.missed_nodes(cast.officer, ours)
    assert (missed.listing.label, missed.neighbour.label) == ("TK -0.50", "TK 0")
    assert missed.metres == pytest.approx(11.057, abs=0.01)
    with pytest.raises(StaleForm):
        points.join_node(actor=cast.officer, listing=missed.listing, point=theirs.point, seen="lain")
    points.join_node(actor=cast.officer, listing=missed.listing, point=theirs.point, seen=theirs.point.mark)
    assert labels(ours)[-1] == "TK -0.50"
    assert points.missed_nodes(cast.officer, ours) == []
    assert theirs.point.segments.count() == 2
    kept = theirs.point.changes.get(act=PointAct.SIMPUL)
    assert kept.lat == Decimal("-0.5")
    assert kept.moved_m == pytest.approx(11.057, abs=0.01)
    with pytest.raises(ImpossibleStep, match="sudah menjadi"):
        points.join_node(actor=cast.officer, listing=missed.listing, point=theirs.point)


def test_a_node_of_a_settled_segment_is_moved_by_its_province_only(cast):
    ours, other, _third = three_segments(cast)
    node = listed(other, "TK 0")
    mine = points.list_node(actor=cast.officer, segment=ours, point=node.point, label="TK 0")
    other.stage, other.stage_since = Stage.DITETAPKAN, date(2020, 1, 1)
    other.save()
    with pytest.raises(ImpossibleStep, match="sudah ditetapkan"):
        points.change_point(
            actor=cast.officer, listing=mine, data=written("TK 0", "-0.6, 116"), reason="contoh"
        )
    points.change_point(actor=cast.biro, listing=mine, data=written("TK 0", "-0.6, 116"), reason="contoh")
