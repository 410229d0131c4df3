"""What a segment is, who sees it, and the reference data of Kaltim."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from boundaries import reference
from boundaries.choices import (
    AFTERWARDS,
    DISPUTE,
    MAIN_LINE,
    SETTLED,
    SegmentKind,
    Stage,
    stage_groups,
    tone_of,
)
from boundaries.models import Segment, SegmentChange
from tests import factories
from tests.boundaries.rows import neighbour_province, segment


def test_a_segment_separates_two_different_regions(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Segment.objects.create(region_a=cast.kukar, region_b=cast.kukar)
    with pytest.raises(ValidationError, match="dua wilayah yang berbeda"):
        Segment(region_a=cast.kukar, region_b=cast.kukar).full_clean()


def test_two_regions_have_one_segment_in_whichever_order(cast):
    segment(cast.kukar, cast.kubar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Segment.objects.create(region_a=cast.kubar, region_b=cast.kukar)
    with pytest.raises(ValidationError, match="sudah tercatat"):
        Segment(region_a=cast.kubar, region_b=cast.kukar).full_clean()


def test_a_length_is_more_than_nothing_or_unknown(cast):
    with pytest.raises(ValidationError, match="lebih dari nol"):
        Segment(region_a=cast.kukar, region_b=cast.kubar, length_km=Decimal(0)).full_clean()
    Segment(region_a=cast.kukar, region_b=cast.kubar).full_clean()


def test_a_change_leads_to_another_stage(cast):
    row = segment(cast.kukar, cast.kubar)
    with pytest.raises(IntegrityError), transaction.atomic():
        SegmentChange.objects.create(
            segment=row,
            actor=cast.biro,
            from_stage="pelacakan",
            to_stage="pelacakan",
            on=date(2026, 1, 1),
            reason="x",
        )


def test_the_smaller_code_comes_first(cast):
    row = segment(cast.kubar, cast.kukar)
    assert row.slug == "64.02-64.07"
    assert str(row) == "Kabupaten Kutai Kartanegara – Kabupaten Kutai Barat"
    assert Segment.objects.between(cast.kubar, cast.kukar).get() == row


def test_a_segment_lies_inside_a_province_or_between_two(cast):
    _kaltara, malinau = neighbour_province()
    inside, between = segment(cast.kukar, cast.kubar), segment(cast.kukar, malinau)
    assert inside.kind == SegmentKind.DALAM_PROVINSI
    assert between.kind == SegmentKind.ANTAR_PROVINSI
    assert list(Segment.objects.inside_province()) == [inside]
    assert list(Segment.objects.between_provinces()) == [between]


def test_either_side_and_its_province_see_a_segment_and_strangers_do_not(cast):
    kaltara, malinau = neighbour_province()
    row = segment(cast.kukar, malinau)
    theirs = factories.person("biro.kaltara", ("biro_staff", kaltara))
    centre = factories.person("pusat", ("observer", cast.nation))
    for person in (cast.officer, cast.observer, cast.biro, theirs, centre):
        assert list(Segment.objects.visible_to(person)) == [row]
    for person in (cast.stranger, cast.partner, cast.nobody, None):
        assert not Segment.objects.visible_to(person).exists()


def test_scope_costs_one_query(cast, django_assert_num_queries):
    segment(cast.kukar, cast.kubar)
    with django_assert_num_queries(1):
        assert len(Segment.objects.visible_to(cast.biro)) == 1


def test_every_stage_belongs_to_one_branch_and_has_a_colour():
    branches = (*MAIN_LINE, *DISPUTE, *AFTERWARDS)
    assert sorted(branches) == sorted(Stage)
    assert [code for _label, rows in stage_groups() for code, _text in rows] == [
        stage.value for stage in branches
    ]
    assert {tone_of(stage) for stage in SETTLED} == {"success", "warning"}


def test_the_sums_count_segments_kilometres_and_what_is_settled(cast):
    segment(cast.kukar, cast.kubar, length_km="10.5")
    segment(cast.kukar, cast.paser, length_km="2.5", stage=Stage.PEMELIHARAAN)
    segment(cast.kubar, cast.paser, length_km=None, stage=Stage.DITETAPKAN)
    with CaptureQueriesContext(connection) as queries:
        totals = Segment.objects.all().totals()
    assert len(queries) == 1
    assert (totals.segments, totals.km, totals.settled, totals.settled_km) == (
        3,
        Decimal(13),
        2,
        Decimal("2.5"),
    )
    assert Segment.objects.none().totals().km == 0


def kaltim_and_its_neighbours(cast):
    known = {"64.01", "64.02", "64.07"}
    codes = {code for row in reference.read_segments() for code in row["codes"]}
    for code in sorted(codes - known):
        factories.region(code, f"Contoh {code}", parent=cast.kaltim)


def test_the_reference_has_fourteen_segments_inside_and_thirteen_outside():
    rows = reference.read_segments()
    inside = [row for row in rows if all(code.startswith("64.") for code in row["codes"])]
    assert (len(rows), len(inside)) == (27, 14)
    assert all(row["codes"] == sorted(row["codes"]) and row["source"] for row in rows)
    still_open = [row for row in inside if row["stage"] not in {stage.value for stage in SETTLED}]
    assert len(still_open) == 6
    unknown = [row for row in rows if row["stage"] == "belum_diketahui"]
    assert len(unknown) == 12
    assert not any(row["verified"] for row in unknown)


def test_loading_again_changes_nothing_and_keeps_what_the_office_wrote(cast):
    kaltim_and_its_neighbours(cast)
    assert reference.load() == "27 segmen batas"
    row = Segment.objects.between(cast.kukar, cast.kubar).get()
    assert (row.stage, row.verified, row.length_km) == (Stage.PENYUSUNAN_DRAF, True, Decimal("241.8"))
    Segment.objects.filter(pk=row.pk).update(stage=Stage.DITETAPKAN, note="dicatat kantor", verified=False)
    assert reference.load() == "27 segmen batas"
    row.refresh_from_db()
    assert (row.stage, row.note, row.verified) == (Stage.DITETAPKAN, "dicatat kantor", False)


def test_segments_of_regions_that_are_not_there_are_left_out(cast):
    assert reference.load() == "2 segmen batas"
