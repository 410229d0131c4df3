"""Writing down that a segment came to another stage."""

from datetime import date
from typing import Any

import pytest

from boundaries.choices import Stage
from boundaries.services import change_stage, may_manage
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from tests import factories
from tests.boundaries.rows import neighbour_province, segment

ON = date(2026, 11, 1)


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def move(actor, row, **given):
    values: dict[str, Any] = {
        "stage": Stage.PENGUKURAN,
        "on": ON,
        "reason": "BA Formulir 02.A ditandatangani",
    } | given
    return change_stage(actor=actor, segment=row, **values)


def test_a_change_moves_the_segment_and_leaves_who_when_and_why(cast, row):
    change = move(cast.biro, row)
    row.refresh_from_db()
    assert (row.stage, row.stage_since, row.days_in_stage) == (Stage.PENGUKURAN, ON, 20)
    assert (change.actor, change.from_stage, change.to_stage) == (cast.biro, "pelacakan", "pengukuran")
    assert change.reason == "BA Formulir 02.A ditandatangani"
    assert str(change) == "Pelacakan batas → Pengukuran dan penentuan posisi batas"


def test_the_province_of_either_side_may_and_nobody_else(cast):
    kaltara, malinau = neighbour_province()
    row = segment(cast.kukar, malinau)
    theirs = factories.person("biro.kaltara", ("biro_staff", kaltara))
    for person in (cast.biro, cast.head, theirs):
        assert may_manage(person, row)
    for person in (cast.officer, cast.observer, cast.admin, cast.stranger, cast.nobody, None):
        assert not may_manage(person, row)


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody", "admin"])
def test_who_may_not_is_refused_and_nothing_changes(cast, row, who):
    with pytest.raises(NotAllowed, match="tidak berwenang mengubah tahapan"):
        move(getattr(cast, who), row)
    row.refresh_from_db()
    assert row.stage == Stage.PELACAKAN
    assert not row.changes.exists()


@pytest.mark.parametrize(
    ("given", "refusal", "message"),
    [
        ({"stage": "pelacakan"}, ImpossibleStep, "memang sudah berada"),
        ({"stage": "terbang"}, ImpossibleStep, "tidak dikenal"),
        ({"reason": "  "}, DomainError, "Alasan wajib diisi"),
        ({"on": date(2026, 11, 22)}, DomainError, "masa depan"),
        ({"seen_stage": "pengukuran"}, StaleForm, "tahapan segmen berubah"),
        ({"stage": "ditetapkan"}, NotReady, "nomornya belum diisi"),
    ],
)
def test_nonsense_is_refused_by_message(cast, row, given, refusal, message):
    with pytest.raises(refusal, match=message):
        move(cast.biro, row, **given)
    assert not row.changes.exists()


def test_a_segment_is_settled_with_its_regulation(cast, row):
    change = move(
        cast.biro, row, stage="ditetapkan", regulation="Permendagri 9/2026", regulation_title="Batas Contoh"
    )
    row.refresh_from_db()
    assert row.is_settled
    assert (row.regulation, row.regulation_title) == ("Permendagri 9/2026", "Batas Contoh")
    assert change.regulation == "Permendagri 9/2026"


def test_a_regulation_recorded_before_is_enough_and_stays(cast, row):
    row.regulation, row.regulation_title = "Permendagri 9/2026", "Batas Contoh"
    row.save()
    move(cast.biro, row, stage="ditetapkan")
    move(cast.biro, row, stage="pemasangan_pilar", seen_stage="ditetapkan")
    row.refresh_from_db()
    assert (row.stage, row.regulation, row.regulation_title) == (
        Stage.PEMASANGAN_PILAR,
        "Permendagri 9/2026",
        "Batas Contoh",
    )
    assert [change.to_stage for change in row.changes.all()] == ["pemasangan_pilar", "ditetapkan"]
