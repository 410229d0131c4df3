"""Points are proposed by either side or the province, in order, once, where they can lie; nothing of them is lost."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from boundaries.choices import PointAct, Stage
from boundaries.geo import measuring
from boundaries.models import (
    BoundaryPoint,
    Leg,
    PointChange,
    PointKind,
    PointVerdict,
    RegionLayer,
    RegionShape,
    SegmentPoint,
)
from boundaries.reference import load_point_kinds
from boundaries.services import points
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from tests import factories
from tests.boundaries.point_rows import kind, labels, listed, written
from tests.boundaries.rows import segment

MAKERS = ["officer", "partner", "biro", "head"]
READERS = ["observer", "admin", "stranger", "nobody", "tkksd"]


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def add(actor, row, *args, after=None, first=False, **facts):
    return points.add_point(actor=actor, segment=row, data=written(*args, **facts), after=after, first=first)


def test_the_kinds_of_the_decrees_are_known_and_survey_words_are_marked_unverified(cast):
    load_point_kinds()
    PointKind.objects.filter(code="TK").update(name="Titik kantor")
    load_point_kinds()
    found = {row.code: row for row in PointKind.objects.all()}
    assert {"PBU", "PABU", "PBA", "PABA", "TK"} == {code for code, row in found.items() if row.verified}
    assert {"PKB", "TBS", "TKA"} == {code for code, row in found.items() if not row.verified}
    assert found["TK"].name == "Titik kantor"
    assert not found["TK"].has_pillar
    assert found["PBU"].on_line
    assert not found["PABU"].on_line


@pytest.mark.parametrize("who", MAKERS)
def test_either_side_and_the_province_propose_points(cast, row, who):
    made = add(
        getattr(cast, who), row, "TK 1", "0° 24' 44,442\" LS, 116° 00' 52,444\" BT", brass_text="PBU 12"
    )
    point = made.point
    assert point.as_given == "0° 24' 44,442\" LS, 116° 00' 52,444\" BT"
    assert (point.kind.code, point.brass_text, made.label, made.order) == ("TK", "PBU 12", "TK 1", 1)
    assert point.lat == Decimal("-0.412345000")
    assert [(change.act, change.actor) for change in point.changes.all()] == [
        ("ditambahkan", getattr(cast, who))
    ]


@pytest.mark.parametrize("who", READERS)
def test_nobody_else_proposes_changes_moves_joins_or_drops_a_point(cast, row, who):
    one, two = listed(row), listed(row, "TK 2", "-0.5")
    actor = getattr(cast, who)
    acts = (
        lambda: add(actor, row, "TK 9", "-0.6, 116"),
        lambda: points.change_point(
            actor=actor, listing=one, data=written(where="-0.7, 116"), reason="contoh"
        ),
        lambda: points.move_point(actor=actor, listing=one, after=two),
        lambda: points.drop_point(actor=actor, listing=one, reason="contoh"),
        lambda: points.join_node(actor=actor, listing=one, point=two.point),
        lambda: points.list_node(actor=actor, segment=row, point=two.point, label="TK 8"),
    )
    for act in acts:
        with pytest.raises(NotAllowed, match="tidak berwenang mencatat titik"):
            act()
    assert labels(row) == ["TK 1", "TK 2"]
    assert not PointChange.objects.exists()


def test_after_the_decree_only_the_province_corrects_points(cast, row):
    one = listed(row)
    row.stage = Stage.DITETAPKAN
    row.save()
    with pytest.raises(ImpossibleStep, match="tidak diubah oleh satu daerah"):
        add(cast.officer, row, "TK 2", "-0.5, 116")
    points.change_point(actor=cast.biro, listing=one, data=written(where="-0.5, 116"), reason="ralat contoh")
    assert BoundaryPoint.objects.get().lat == Decimal("-0.5")


def test_letters_are_inserted_afterwards_and_the_order_is_kept_apart_from_the_label(cast, row):
    first = add(cast.officer, row, "TK 1", "-0.40, 116")
    add(cast.officer, row, "TK 2", "-0.50, 116")
    second = add(cast.officer, row, "TK 1B", "-0.44, 116", after=first)
    add(cast.partner, row, "TK 1A", "-0.42, 116", after=first)
    add(cast.partner, row, "TK 0", "-0.39, 116", first=True)
    assert labels(row) == ["TK 0", "TK 1", "TK 1A", "TK 1B", "TK 2"]
    assert list(row.listed_points.order_by("order").values_list("order", flat=True)) == [1, 2, 3, 4, 5]
    points.move_point(actor=cast.officer, listing=second, after=None)
    assert labels(row) == ["TK 0", "TK 1", "TK 1A", "TK 2", "TK 1B"]
    points.move_point(actor=cast.officer, listing=second, after=None, first=True)
    assert labels(row) == ["TK 1B", "TK 0", "TK 1", "TK 1A", "TK 2"]
    points.move_point(actor=cast.officer, listing=second, after=first)
    assert labels(row) == ["TK 0", "TK 1", "TK 1B", "TK 1A", "TK 2"]
    with pytest.raises(ImpossibleStep, match="dirinya sendiri"):
        points.move_point(actor=cast.officer, listing=second, after=second)


@pytest.mark.parametrize(
    ("given", "facts", "message"),
    [
        (("tk 1", "-0.5, 116"), {}, "“tk 1” sudah dipakai"),
        (("  ", "-0.5, 116"), {}, "Nama titik kosong"),
        (("TK 9", "-0.4, 116"), {}, "sudah tercatat sebagai “TK 1”"),
        (("TK 9", "-0.5, 116"), {"datum": "id1900"}, "Datum ini tidak dikenal"),
        (("TK 9", "-0.5, 116"), {"measured_on": factories.TODAY + timedelta(days=1)}, "masa depan"),
    ],
)
def test_what_the_list_cannot_hold_is_refused_by_message(cast, row, given, facts, message):
    listed(row)
    with pytest.raises(DomainError, match=message):
        add(cast.officer, row, *given, **facts)
    assert labels(row) == ["TK 1"]
    assert BoundaryPoint.objects.count() == 1


def outline(region, west, south, east, north):
    layer, _made = RegionLayer.objects.get_or_create(
        name="contoh", defaults={"in_use": True, "source": "contoh"}
    )
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    RegionShape.objects.create(
        layer=layer,
        region=region,
        coordinates=[[ring]],
        area_m2=1,
        west=west,
        south=south,
        east=east,
        north=north,
    )


def test_a_point_lies_near_one_of_its_two_regions(cast, row):
    outline(cast.kukar, 116, -1, 117, 1)
    add(cast.officer, row, "TK 1", "-0.4, 100")  # one outline says nothing of the other region
    outline(cast.kubar, 115, -1, 116, 0)
    add(cast.officer, row, "TK 2", "-0.4, 116.0")
    add(cast.officer, row, "TK 3", "-0.4, 114.96")
    for where, message in [
        ("-0.4, 117.2", "di luar wilayah"),
        ("0.5, 115.3", "lebih dari 5 km"),
        ("51S 500000 9950000", "dengan zona 50S"),
        ("-1.0, 113", "di luar wilayah"),
    ]:
        with pytest.raises(DomainError, match=message) as refused:
            add(cast.officer, row, "TK 4", where)
        assert refused.value.status == 422


def test_many_points_are_added_all_or_none(cast, row):
    rows = [written("TK 1", "-0.4, 116"), written("TK 2", "-0.5, 116"), written("TK 1", "-0.6, 116")]
    with pytest.raises(ImpossibleStep):
        points.add_points(actor=cast.officer, segment=row, rows=rows)
    assert not BoundaryPoint.objects.exists()
    assert len(points.add_points(actor=cast.officer, segment=row, rows=rows[:2])) == 2
    assert labels(row) == ["TK 1", "TK 2"]


def test_a_moved_point_keeps_its_old_place_and_loses_its_verdicts(cast, row):
    one = add(cast.officer, row, "TK 1", "-0.4, 116")
    points.judge_point(actor=cast.partner, listing=one, region=cast.kubar, verdict="setuju")
    with pytest.raises(DomainError, match="alasannya wajib"):
        points.change_point(actor=cast.officer, listing=one, data=written(where="-0.41, 116"))
    points.change_point(
        actor=cast.officer, listing=one, data=written(where="-0.41, 116"), reason="salah ketik"
    )
    change = one.point.changes.get(act=PointAct.POSISI)
    assert (change.lat, change.lon, change.datum, change.as_given) == (
        Decimal("-0.4"), Decimal("116"), "srgi2013", "-0.4, 116",
    )  # fmt: skip
    assert change.text == "salah ketik"
    assert change.moved_m == pytest.approx(1105.7, abs=1)
    assert not PointVerdict.objects.filter(voided_at=None).exists()
    assert PointVerdict.objects.count() == 1


def test_words_alone_change_without_a_reason_and_leave_the_verdicts(cast, row):
    one = add(cast.officer, row, "TK 1", "-0.4, 116")
    points.judge_point(actor=cast.partner, listing=one, region=cast.kubar, verdict="setuju")
    points.change_point(actor=cast.officer, listing=one, data=written("TK 1A", place="Desa Contoh"))
    assert labels(row) == ["TK 1A"]
    assert BoundaryPoint.objects.get().place == "Desa Contoh"
    assert PointVerdict.objects.filter(voided_at=None).count() == 1
    assert "TK 1 → TK 1A" in one.point.changes.get(act=PointAct.KETERANGAN).text


def test_another_datum_is_another_position(cast, row):
    one = add(cast.officer, row, "TK 1", "-0.4, 116")
    points.change_point(actor=cast.biro, listing=one, data=written(datum="id74"), reason="datum keliru")
    assert one.point.changes.get(act=PointAct.POSISI).moved_m > 20
    point = BoundaryPoint.objects.get()
    assert measuring.distance_m(point.position.lonlat, point.in_srgi.lonlat) > 20


def test_a_change_held_against_another_position_is_stale(cast, row):
    one = listed(row)
    seen = one.point.mark
    points.change_point(
        actor=cast.officer, listing=one, data=written(where="-0.41, 116"), reason="a", seen=seen
    )
    with pytest.raises(StaleForm, match="diubah orang lain"):
        points.change_point(
            actor=cast.partner, listing=one, data=written(where="-0.42, 116"), reason="b", seen=seen
        )
    with pytest.raises(StaleForm, match="TK 1 berubah"):
        points.judge_point(actor=cast.partner, listing=one, region=cast.kubar, verdict="setuju", seen=seen)
    with pytest.raises(StaleForm, match="TK 1 berubah"):
        points.approve_points(actor=cast.partner, segment=row, region=cast.kubar, seen=[(one.pk, seen)])


def test_a_point_is_taken_off_with_a_reason_but_not_from_under_a_leg(cast, row):
    one, two = listed(row), listed(row, "TK 2", "-0.5")
    leg = Leg.objects.create(segment=row, order=1, start=one, end=two)
    with pytest.raises(ImpossibleStep, match="ujung sebuah ruas"):
        points.drop_point(actor=cast.officer, listing=one, reason="ganda")
    leg.delete()
    with pytest.raises(DomainError, match="Alasan wajib"):
        points.drop_point(actor=cast.officer, listing=one, reason=" ")
    points.drop_point(actor=cast.officer, listing=one, reason="ganda")
    assert labels(row) == ["TK 2"]
    assert row.listed_points.get().order == 1
    assert PointChange.objects.get(act=PointAct.DILEPAS).text == "TK 1: ganda"
    assert BoundaryPoint.objects.count() == 2
    with pytest.raises(ImpossibleStep, match="sudah dilepas"):
        points.drop_point(actor=cast.officer, listing=one, reason="lagi")


def test_the_rows_hold_without_the_services(cast, row):
    one = listed(row)
    for rows in (
        lambda: PointVerdict.objects.create(
            point=one.point, region=cast.kukar, verdict="keberatan", by=cast.biro
        ),
        lambda: SegmentPoint.objects.create(segment=row, point=one.point, label="TK 2", order=2),
        lambda: BoundaryPoint.objects.create(kind=kind(), lat=Decimal(91), lon=Decimal(116)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows()
