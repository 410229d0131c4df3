"""Who came to a facilitation is recorded; that silence is consent is said by a person, never by the machine."""

from datetime import timedelta

import pytest

from boundaries.law import absence_rule
from boundaries.models import FacilitationAttendance, TacitConsent
from boundaries.services.facilitation import (
    attendance_of,
    drop_consent,
    presences,
    record_attendance,
    record_consent,
)
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.boundaries.pbd_rows import DAY, paper, round_of
from tests.boundaries.rows import segment
from tests.factories import TODAY


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, stage="fasilitasi_gubernur")


def absent(cast, held, region, **facts):
    return record_attendance(actor=cast.biro, round=held, region=region, present=False, **facts)


def test_the_rule_is_told_with_its_source_and_unread():
    rule = absence_rule()
    assert "dianggap menyetujui" in str(rule.sentence)
    assert "jurnal" in str(rule.source)
    assert not rule.verified


def test_absences_are_counted_and_nothing_follows(cast, row):
    for number in (1, 2, 3):
        held = round_of(cast, row, number, DAY - timedelta(days=30 * number))
        absent(cast, held, cast.kubar, invitation="005/1/2026", invited_on=held.on - timedelta(days=7))
        record_attendance(
            actor=cast.biro, round=held, region=cast.kukar, present=True, by="Asisten I (contoh)"
        )
    counted = [(each.region, each.invited, each.absent) for each in presences(row, attendance_of(row))]
    assert counted == [(cast.kukar, 3, 0), (cast.kubar, 3, 3)]
    row.refresh_from_db()
    assert row.stage == "fasilitasi_gubernur"
    assert not TacitConsent.objects.exists()


def test_a_person_may_say_it_with_reason_and_document(cast, row):
    held = round_of(cast, row)
    absent(cast, held, cast.kubar)
    said = record_consent(
        actor=cast.biro,
        segment=row,
        region=cast.kubar,
        on=TODAY,
        reason="Tidak hadir",
        paper=paper(cast, row),
    )
    assert (said.absences, said.recorded_by) == (1, cast.biro)
    row.refresh_from_db()
    assert row.stage == "fasilitasi_gubernur"
    with pytest.raises(ImpossibleStep, match="sudah ada"):
        record_consent(
            actor=cast.biro, segment=row, region=cast.kubar, on=TODAY, reason="x", paper=paper(cast, row)
        )
    dropped = drop_consent(actor=cast.head, consent=said, reason="Hadir secara daring")
    assert dropped.dropped_reason == "Hadir secara daring"
    with pytest.raises(ImpossibleStep, match="sudah ditarik"):
        drop_consent(actor=cast.head, consent=said, reason="x")


def test_without_absence_reason_or_document_it_is_refused(cast, row):
    kept = paper(cast, row)
    given = {"actor": cast.biro, "segment": row, "region": cast.kubar, "on": TODAY, "reason": "x"}
    with pytest.raises(ImpossibleStep, match="Tidak ada ketidakhadiran"):
        record_consent(**given, paper=kept)
    absent(cast, round_of(cast, row), cast.kubar)
    with pytest.raises(DomainError, match="Pilih dokumen"):
        record_consent(**given, paper=None)
    with pytest.raises(DomainError, match="Pilih dokumen"):
        record_consent(**given, paper=paper(cast, segment(cast.kubar, cast.paser)))
    with pytest.raises(DomainError, match="alasan dan dasarnya"):
        record_consent(**(given | {"reason": " "}), paper=kept)
    with pytest.raises(DomainError, match="bukan pihak"):
        record_consent(**(given | {"region": cast.paser}), paper=kept)


@pytest.mark.parametrize("who", ["officer", "partner", "observer", "stranger", "nobody", "admin"])
def test_only_who_keeps_the_segment_records_it(cast, row, who):
    held = round_of(cast, row)
    with pytest.raises(NotAllowed):
        record_attendance(actor=getattr(cast, who), round=held, region=cast.kubar, present=True)
    absent(cast, held, cast.kubar)
    with pytest.raises(NotAllowed):
        record_consent(
            actor=getattr(cast, who),
            segment=row,
            region=cast.kubar,
            on=TODAY,
            reason="x",
            paper=paper(cast, row),
        )


def test_recorded_again_it_is_corrected(cast, row):
    held = round_of(cast, row)
    absent(cast, held, cast.kubar)
    record_attendance(actor=cast.biro, round=held, region=cast.kubar, present=True, by="Bupati (contoh)")
    assert FacilitationAttendance.objects.get().present


def test_nonsense_is_refused(cast, row):
    held = round_of(cast, row)
    with pytest.raises(DomainError, match="bukan pihak"):
        absent(cast, held, cast.paser)
    with pytest.raises(DomainError, match="sesudah rapatnya"):
        absent(cast, held, cast.kubar, invited_on=held.on + timedelta(days=1))
    ahead = round_of(cast, row, 2, TODAY + timedelta(days=5))
    with pytest.raises(DomainError, match="masa depan"):
        absent(cast, ahead, cast.kubar)
