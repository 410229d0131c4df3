"""Each side judges points for itself; both must agree, and an objection says why."""

import pytest

from boundaries.models import PointChange, PointVerdict
from boundaries.services import points
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from tests.boundaries.point_rows import listed
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.mark.parametrize(
    ("who", "side", "allowed"),
    [
        ("officer", "kukar", True), ("officer", "kubar", False), ("partner", "kubar", True), ("partner", "kukar", False),
        ("biro", "kukar", True), ("biro", "kubar", True), ("observer", "kukar", False), ("stranger", "kukar", False),
        ("admin", "kukar", False), ("nobody", "kukar", False), ("officer", "paser", False), ("biro", "paser", False),
    ],
)  # fmt: skip
def test_each_side_judges_for_itself_and_the_province_may_record_it(cast, row, who, side, allowed):
    one, actor, region = listed(row), getattr(cast, who), getattr(cast, side)
    acts = (
        lambda: points.judge_point(
            actor=actor, listing=one, region=region, verdict="keberatan", reason="contoh"
        ),
        lambda: points.approve_points(
            actor=actor, segment=row, region=region, seen=[(one.pk, one.point.mark)]
        ),
    )
    for act in acts:
        if allowed:
            act()
        else:
            with pytest.raises(NotAllowed, match="tidak berwenang menilai"):
                act()
    assert PointVerdict.objects.filter(voided_at=None, verdict="setuju").count() == int(allowed)
    assert PointChange.objects.count() == 2 * allowed


def test_both_sides_must_agree_and_an_objection_says_why(cast, row):
    one = listed(row)

    def standing():
        return points.standing_of(one, PointVerdict.objects.filter(voided_at=None))

    assert standing() == "menunggu"
    points.judge_point(actor=cast.officer, listing=one, region=cast.kukar, verdict="setuju")
    assert standing() == "menunggu"
    for verdict, reason, message in [
        ("keberatan", " ", "menyebut alasannya"), ("entah", "x", "tidak dikenal"),
    ]:  # fmt: skip
        with pytest.raises(DomainError, match=message):
            points.judge_point(
                actor=cast.partner, listing=one, region=cast.kubar, verdict=verdict, reason=reason
            )
    points.judge_point(
        actor=cast.partner, listing=one, region=cast.kubar, verdict="keberatan", reason="50 m ke barat"
    )
    assert standing() == "keberatan"
    points.judge_point(actor=cast.partner, listing=one, region=cast.kubar, verdict="setuju")
    assert standing() == "disahkan"
    with pytest.raises(ImpossibleStep, match="memang sudah"):
        points.judge_point(actor=cast.partner, listing=one, region=cast.kubar, verdict="setuju")
    assert [change.act for change in one.point.changes.order_by("pk")] == ["setuju", "keberatan", "setuju"]
    assert one.point.verdicts.count() == 3


def test_many_points_are_approved_at_once_each_once(cast, row):
    one, two = listed(row), listed(row, "TK 2", "-0.5")
    points.judge_point(
        actor=cast.officer, listing=one, region=cast.kukar, verdict="keberatan", reason="contoh"
    )
    seen = [(one.pk, one.point.mark), (two.pk, two.point.mark)]
    assert points.approve_points(actor=cast.officer, segment=row, region=cast.kukar, seen=seen) == 2
    assert points.approve_points(actor=cast.officer, segment=row, region=cast.kukar, seen=seen) == 0
    assert PointVerdict.objects.filter(voided_at=None).count() == 2
    with pytest.raises(DomainError, match="Belum ada titik"):
        points.approve_points(actor=cast.officer, segment=row, region=cast.kukar, seen=[])
    with pytest.raises(StaleForm, match="dilepas"):
        points.approve_points(actor=cast.officer, segment=row, region=cast.kukar, seen=[(99_999, "")])
