"""The coarse outlines drawn for the demonstration, and the illustrated claims."""

import pytest
import shapely

from boundaries import demo, reference
from boundaries.demo.outlines import read_arcs, read_outlines
from boundaries.models import BoundaryLine, RegionLayer, RegionShape, Round, Segment
from ksd.core.errors import NotReady
from tests import factories
from tests.boundaries import rows


@pytest.fixture
def kaltim(cast):
    """Ten regencies and cities and their segments, as the reference data lists them."""
    known = {"64.01", "64.02", "64.07"}
    for code in read_outlines():
        if code not in known:
            factories.region(code, f"Daerah {code}", parent=cast.kaltim)
    rows.neighbour_province()
    reference.load()
    return cast


def test_neighbours_share_their_edges_exactly():
    lands = list(read_outlines().values())
    assert len(lands) == 10
    assert shapely.coverage_is_valid(lands)
    assert all(land.is_valid for land in lands)


def test_every_outline_has_between_fifteen_and_sixty_vertices():
    for code, land in read_outlines().items():
        rings = [ring for part in land.geoms for ring in (part.exterior, *part.interiors)]
        assert 15 <= sum(len(ring.coords) - 1 for ring in rings) <= 60, code


def test_all_twenty_seven_segments_have_an_edge_in_the_drawing():
    pairs = {frozenset((arc.left, arc.right)) for arc in read_arcs()}
    assert all(frozenset(row["codes"]) in pairs for row in reference.read_segments())


def test_the_layer_is_made_once_marked_indicative_and_put_to_use(kaltim):
    assert demo.play() > 10
    layer = RegionLayer.objects.get()
    assert layer.in_use
    assert "indikatif" in layer.name
    assert layer.shapes.count() == 10
    assert demo.play() == 0
    assert RegionShape.objects.count() == 10


def test_a_layer_the_office_uses_stays_in_use(kaltim):
    official = RegionLayer.objects.create(name="Resmi (contoh)", source="contoh", in_use=True)
    demo.play()
    assert RegionLayer.objects.get(in_use=True) == official


def test_the_claims_are_illustrations_in_two_rounds_with_a_study_line(kaltim):
    demo.play()
    segment = Segment.objects.between(kaltim.kukar, kaltim.kubar).get()
    lines = BoundaryLine.objects.filter(segment=segment)
    assert all(line.illustrative and "(ilustrasi)" in line.name for line in lines)
    assert lines.filter(role="klaim").count() == 4
    assert lines.filter(role="kajian_provinsi").count() == 1
    assert Round.objects.filter(segment=segment).count() == 2
    newest = lines.filter(role="klaim", replaced_by__isnull=True)
    assert {line.region for line in newest} == {kaltim.kukar, kaltim.kubar}
    assert {line.version for line in newest} == {2}


def test_claims_run_with_the_first_region_on_their_left(kaltim):
    demo.play()
    inside_kukar = read_outlines()["64.02"].representative_point()
    for line in BoundaryLine.objects.filter(role__in=["klaim", "kajian_provinsi"]):
        (x1, y1), (x2, y2) = line.vertices[0], line.vertices[-1]
        assert (x2 - x1) * (inside_kukar.y - y1) - (y2 - y1) * (inside_kukar.x - x1) > 0


def test_segments_with_other_provinces_get_an_indicative_line(kaltim):
    demo.play()
    lines = BoundaryLine.objects.filter(role="indikatif")
    assert {line.segment.slug for line in lines} == {
        "64.02-65.02",
        "64.03-65.02",
        "64.08-65.02",
        "64.11-65.02",
    }
    assert all(line.illustrative for line in lines)


def test_without_people_of_the_province_no_claim_is_played(kaltim):
    kaltim.biro.memberships.all().delete()
    kaltim.head.memberships.all().delete()
    with pytest.raises(NotReady, match="Belum ada pengguna yang mengelola segmen batas"):
        demo.play()
