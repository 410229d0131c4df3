"""A pillar is recorded once, stands as its latest visit found it, and is planned by the kilometre."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from agreements.models import OfficeSetting
from boundaries.choices import Stage
from boundaries.geo.coordinates import parse
from boundaries.models import Pillar, PillarInspection, PillarPlan, SegmentPoint
from boundaries.services.pillars import (
    InspectionData,
    PillarData,
    density_of,
    inspect_pillar,
    keep_pillar,
    plan_pillars,
    unseen_before,
)
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests import factories
from tests.boundaries.point_rows import listed, pillar
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def visit(actor, listing, on=date(2026, 1, 2), state="ada", **facts):
    data = InspectionData(on=on, state=state, inspector="Contoh, Bagian Pemerintahan", **facts)
    return inspect_pillar(actor=actor, listing=listing, data=data)


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("officer", True),
        ("partner", True),
        ("biro", True),
        ("observer", False),
        ("stranger", False),
        ("admin", False),
    ],
)
def test_either_side_and_the_province_keep_pillars_also_after_the_decree(cast, row, who, allowed):
    row.stage = Stage.PEMELIHARAAN
    row.save()
    one, actor = listed(row, "PBU 1"), getattr(cast, who)
    acts = (
        lambda: keep_pillar(actor=actor, listing=one, data=PillarData(size="tipe B")),
        lambda: visit(actor, one),
    )
    for act in acts:
        if allowed:
            act()
        else:
            with pytest.raises(NotAllowed, match="tidak berwenang mencatat pilar"):
                act()
    assert Pillar.objects.count() == PillarInspection.objects.count() == int(allowed)
    assert one.point.changes.count() == 2 * allowed


def test_a_point_on_the_map_has_no_pillar(cast, row):
    with pytest.raises(ImpossibleStep, match="tidak berupa pilar"):
        keep_pillar(actor=cast.officer, listing=listed(row), data=PillarData())


def test_a_pillar_is_recorded_once_and_corrected(cast, row):
    one = listed(row, "PBU 1")
    for size in ("tipe A", "tipe B"):
        keep_pillar(actor=cast.officer, listing=one, data=PillarData(size=size, set_on=date(2020, 1, 1)))
    assert Pillar.objects.get().size == "tipe B"


def test_the_state_is_that_of_the_latest_visit_whenever_it_is_written_down(cast, row):
    one = listed(row, "PBU 1")
    found = pillar(one)
    assert (found.state, found.get_state_display()) == ("", "Belum diperiksa")
    for on, state, now in [
        (date(2025, 5, 1), "rusak", "rusak"), (date(2024, 5, 1), "ada", "rusak"), (date(2026, 5, 1), "hilang", "hilang"),
    ]:  # fmt: skip
        visit(cast.officer, one, on, state)
        found.refresh_from_db()
        assert found.state == now
    assert found.inspected_on == date(2026, 5, 1)


def test_a_visit_tells_how_far_from_its_point_the_pillar_was_found(cast, row):
    one = listed(row, "PBU 1", "-0.5")
    pillar(one)
    made = visit(cast.officer, one, found=parse("-0.50001, 116"), as_given="-0.50001, 116")
    assert made.offset_m == pytest.approx(1.106, abs=0.001)
    assert made.lat == Decimal("-0.50001")
    assert visit(cast.officer, one).offset_m is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"on": factories.TODAY + timedelta(days=1)}, "masa depan"),
        ({"on": date(2019, 12, 31)}, "sebelum pilar dipasang"),
        ({"state": "miring"}, "tidak dikenal"),
        ({"state": ""}, "tidak dikenal"),
    ],
)
def test_an_impossible_visit_is_refused_by_message(cast, row, given, message):
    one = listed(row, "PBU 1")
    pillar(one)
    with pytest.raises(DomainError, match=message):
        visit(cast.officer, one, **given)
    assert not PillarInspection.objects.exists()


def test_a_visit_needs_its_pillar_and_a_pillar_is_not_set_after_its_visits(cast, row):
    one = listed(row, "PBU 1")
    with pytest.raises(ImpossibleStep, match="belum dicatat"):
        visit(cast.officer, one)
    pillar(one)
    visit(cast.officer, one)
    for day, message in ((date(2026, 1, 3), "sudah diperiksa sebelum"), (date(2027, 1, 1), "masa depan")):
        with pytest.raises(DomainError, match=message):
            keep_pillar(actor=cast.officer, listing=one, data=PillarData(set_on=day))


def test_a_pillar_not_seen_for_the_months_of_the_office_is_due(cast, row):
    one, two, three = (listed(row, f"PBU {number}", f"-0.{number}") for number in (1, 2, 3))
    for listing in (one, two, three):
        pillar(listing)
    visit(cast.officer, one, date(2025, 11, 20))
    visit(cast.officer, two, date(2025, 11, 21))

    def due():
        return sorted(SegmentPoint.objects.unseen_since(unseen_before()).values_list("label", flat=True))

    assert due() == ["PBU 1", "PBU 3"]
    OfficeSetting.objects.create(code="bulan_periksa_pilar", value="24")
    assert due() == ["PBU 3"]


@pytest.mark.parametrize(
    ("km", "planned"), [("405", 81), ("306", 61), ("142", 28), ("84", 17), ("73", 15), ("30", 6)]
)
def test_one_main_pillar_in_five_kilometres_as_planned_in_2005(cast, row, km, planned):
    row.length_km = Decimal(km)
    assert density_of(row).planned == planned
    assert not density_of(row).own


def test_the_plan_counts_main_pillars_that_are_not_lost(cast, row):
    row.length_km = Decimal(10)
    row.save()
    for number, state in enumerate(["ada", "rusak", "hilang", ""], start=1):
        pillar(listed(row, f"PBU {number}", f"-0.{number}"), state=state)
    pillar(listed(row, "PBA 1", "-0.55"))
    listed(row, "PABU 1", "-0.66")
    assert (density_of(row).planned, density_of(row).standing) == (2, 3)
    OfficeSetting.objects.create(code="km_per_pilar", value="10")
    assert density_of(row).planned == 1
    plan_pillars(actor=cast.biro, segment=row, km_per_pillar=Decimal("2.5"), basis="contoh")
    assert (density_of(row).planned, density_of(row).own, density_of(row).basis) == (4, True, "contoh")
    plan_pillars(actor=cast.biro, segment=row, km_per_pillar=None)
    assert density_of(row).planned == 1
    row.length_km = None
    assert density_of(row).planned is None


def test_only_the_province_plans_and_only_possible_distances(cast, row):
    for who in ("officer", "partner", "observer", "admin", "stranger"):
        with pytest.raises(NotAllowed, match="tidak berwenang menetapkan rencana"):
            plan_pillars(actor=getattr(cast, who), segment=row, km_per_pillar=Decimal(5))
    for distance in ("0", "-1", "501"):
        with pytest.raises(DomainError, match="di antara 0,05 dan 500"):
            plan_pillars(actor=cast.biro, segment=row, km_per_pillar=Decimal(distance))
    assert not PillarPlan.objects.exists()
