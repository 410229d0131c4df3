"""Rules of time the Biro keeps, and the deadlines that run by them: nothing runs by a rule nobody has read."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from boundaries.law.terms import TABLE, read_term, term_seeds
from boundaries.models import BoundaryEvent, BoundaryTerm, BoundaryTermChange
from boundaries.services.events import answer_event, close_event, note_stage, open_event, record_event
from boundaries.services.minutes_steps import StepFacts, take_step
from boundaries.services.terms import load_terms, term_for, write_term
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.models import Deadline, Notice
from ksd.deadlines.services import sweep_reminders
from tests.boundaries.pbd_rows import DAY, all_teams, numbered, paper, signed_by_all
from tests.boundaries.rows import segment
from tests.factories import TODAY


@pytest.fixture
def row(cast):
    load_terms()
    return segment(cast.kukar, cast.kubar)


def facts(term: BoundaryTerm, **changed: Any) -> dict[str, Any]:
    names = ("label", "level", "event", "amount", "unit", "day_type", "source", "verified")
    more = ("valid_from", "valid_to", "note")
    return {name: getattr(term, name) for name in (*names, *more)} | changed


def fill(cast, code: str, actor=None, **changed: Any) -> BoundaryTerm:
    term = BoundaryTerm.objects.get(code=code)
    return write_term(
        actor=actor or cast.biro, term=term, facts=facts(term, **changed), reason="Dibaca dalam naskah"
    )


def garis_kajian(cast, row, on=DAY):
    return record_event(actor=cast.biro, segment=row, kind="garis_kajian", on=on, note="Surat contoh")


def running(event: BoundaryEvent) -> dict[str, date]:
    return {
        str(each.responsible_region.code): each.due_on
        for each in Deadline.objects.of(event).open().select_related("responsible_region")
        if each.responsible_region
    }


def test_only_what_a_source_says_is_filled_in():
    seeds = {seed.code: seed for seed in term_seeds()}
    filled = {code: (seed.amount, seed.unit, seed.day_type) for code, seed in seeds.items() if seed.amount}
    assert filled == {
        "dokumen_tambahan": (7, "day", "working"),
        "jawaban_garis_kajian": (14, "day", "calendar"),
        "pp43_kesepakatan": (5, "month", "calendar"),
        "pp43_menteri": (1, "month", "calendar"),
    }
    empty = {code for code, seed in seeds.items() if seed.amount is None}
    assert empty == {"batas_gubernur", "batas_rapat", "batas_menteri"}
    assert not any(seeds[code].verified or seeds[code].source for code in empty)


def test_the_terms_of_pp_43_are_over_and_only_inform(row):
    """Pasal 5 PP 43/2021: five months until 2 July 2021, one more until 2 August 2021."""
    ends = {term.code: term.valid_to for term in BoundaryTerm.objects.filter(code__startswith="pp43")}
    assert ends == {"pp43_kesepakatan": date(2021, 7, 2), "pp43_menteri": date(2021, 8, 2)}
    assert all(term.has_expired for term in BoundaryTerm.objects.filter(code__startswith="pp43"))
    assert not BoundaryTerm.objects.filter(code__startswith="pp43").exclude(event="tidak_dihitung").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"event": "hujan"}, "a known event"),
        ({"unit": "jam"}, "a known unit"),
        ({"day_type": "libur"}, "kind of days"),
        ({"level": "desa"}, "a known level"),
        ({"amount": 0}, "one or more"),
        ({"source": ""}, "source"),
        ({"valid_from": date(2022, 1, 2), "valid_to": date(2022, 1, 1)}, "an end after"),
    ],
)
def test_a_faulty_term_is_refused_when_it_is_read(change, message):
    rows = tomllib.loads(Path(TABLE).read_text(encoding="utf-8"))["term"]
    with pytest.raises(ValueError, match=message):
        read_term(rows[0] | change)


def test_loading_again_leaves_what_the_biro_changed(cast, row):
    fill(cast, "jawaban_garis_kajian", amount=10)
    load_terms()
    assert BoundaryTerm.objects.get(code="jawaban_garis_kajian").amount == 10
    assert BoundaryTerm.objects.count() == len(term_seeds())


def test_a_garis_kajian_is_answered_within_fourteen_days_by_each_side(cast, row):
    event = garis_kajian(cast, row)
    due = DAY + timedelta(days=14)
    assert running(event) == {"64.02": due, "64.07": due}
    answer_event(actor=cast.officer, event=event, region=cast.kukar, on=TODAY, text="Setuju")
    assert running(event) == {"64.07": due}
    met = Deadline.objects.of(event).get(state="met")
    assert met.met_on == TODAY
    answer_event(actor=cast.partner, event=event, region=cast.kubar, on=TODAY, text="Tidak setuju")
    event.refresh_from_db()
    assert (event.closed_on, event.outcome) == (TODAY, "Kedua daerah sudah menjawab.")


def test_documents_asked_for_are_due_seven_working_days_after_the_signature(cast, row):
    all_teams(cast)
    minutes = signed_by_all(cast, numbered(cast, row, "ba_rapat", asks_documents=True))
    take_step(actor=cast.biro, minutes=minutes, code="tandatangani", facts=StepFacts(on=DAY))
    event = BoundaryEvent.objects.get(kind="minta_dokumen")
    # 12 November 2026 is a Thursday: seven working days later is Monday the 23rd.
    assert set(running(event).values()) == {date(2026, 11, 23)}
    assert "21 Mei 2021" in Deadline.objects.of(event)[0].legal_basis


def test_no_term_of_the_governor_or_the_minister_runs_until_the_biro_fills_it(cast, row):
    event = record_event(
        actor=cast.biro, segment=row, kind="fasilitasi_gubernur", on=DAY, note="Rapat pertama"
    )
    assert running(event) == {}
    fill(cast, "batas_gubernur", amount=6, source="Pasal contoh", verified=True)
    assert running(event) == {"64": date(2027, 5, 12)}
    fill(cast, "batas_gubernur", amount=None, verified=False)
    assert running(event) == {}


def test_a_rule_changed_is_counted_anew_and_leaves_its_history(cast, row):
    event = garis_kajian(cast, row)
    term = fill(cast, "jawaban_garis_kajian", amount=20, source="Pasal contoh")
    assert set(running(event).values()) == {DAY + timedelta(days=20)}
    change = BoundaryTermChange.objects.get()
    assert "14 hari kalender" in change.before
    assert "20 hari kalender" in change.after
    assert (change.actor, change.reason) == (cast.biro, "Dibaca dalam naskah")
    with pytest.raises(StaleForm):
        write_term(actor=cast.biro, term=term, facts=facts(term), reason="x", seen=0)


def test_a_rule_that_moves_to_another_event_stops_what_ran(cast, row):
    event = garis_kajian(cast, row)
    fill(cast, "jawaban_garis_kajian", event="tidak_dihitung")
    assert running(event) == {}


def test_a_rule_of_its_own_level_stands_before_the_general_one(cast, row):
    general = BoundaryTerm.objects.get(code="jawaban_garis_kajian")
    own = BoundaryTerm.objects.create(
        code=general.code, label=general.label, level="dalam_provinsi", event=general.event, amount=5,
        unit="day", source="Pasal contoh",
    )  # fmt: skip
    assert term_for(general.code, row, DAY) == own
    assert set(running(garis_kajian(cast, row)).values()) == {DAY + timedelta(days=5)}


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody", "admin", "tkksd"])
def test_only_a_biro_keeps_rules_and_events(cast, row, who):
    person = getattr(cast, who)
    with pytest.raises(NotAllowed):
        fill(cast, "batas_menteri", actor=person, amount=3, source="x")
    with pytest.raises(NotAllowed):
        record_event(actor=person, segment=row, kind="garis_kajian", on=DAY, note="x")
    event = garis_kajian(cast, row)
    with pytest.raises(NotAllowed):
        close_event(actor=person, event=event, on=TODAY, outcome="x")
    with pytest.raises(NotAllowed):
        answer_event(actor=person, event=event, region=cast.kubar, on=TODAY, text="x")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"amount": 0}, "antara 1 dan"),
        ({"amount": 4000}, "antara 1 dan"),
        ({"amount": 3, "source": " "}, "Isi pasal atau sumber"),
        ({"amount": None, "verified": True}, "kosong tidak dapat"),
    ],
)
def test_a_rule_without_source_is_refused(cast, row, changed, message):
    with pytest.raises(DomainError, match=message):
        fill(cast, "batas_menteri", **changed)
    assert not BoundaryTermChange.objects.exists()


def test_an_event_is_recorded_once_while_open_and_never_ahead(cast, row):
    event = garis_kajian(cast, row)
    with pytest.raises(ImpossibleStep, match="belum selesai"):
        garis_kajian(cast, row)
    with pytest.raises(DomainError, match="masa depan"):
        record_event(actor=cast.biro, segment=row, kind="diserahkan", on=TODAY + timedelta(days=1), note="x")
    with pytest.raises(DomainError, match="tidak dicatat di sini"):
        record_event(actor=cast.biro, segment=row, kind="minta_dokumen", on=DAY, note="x")
    close_event(actor=cast.biro, event=event, on=TODAY, outcome="Dicabut Kemendagri")
    assert running(event) == {}
    with pytest.raises(ImpossibleStep, match="sudah selesai"):
        close_event(actor=cast.biro, event=event, on=TODAY, outcome="Lagi")
    with pytest.raises(ImpossibleStep, match="sudah selesai"):
        answer_event(actor=cast.officer, event=event, region=cast.kukar, on=TODAY, text="x")
    assert garis_kajian(cast, row).pk != event.pk


def test_an_answer_comes_once_after_the_event_with_papers_of_the_segment(cast, row):
    event = garis_kajian(cast, row)
    other = paper(cast, segment(cast.kubar, cast.paser))
    given: dict[str, Any] = {"actor": cast.officer, "event": event, "region": cast.kukar, "text": "Setuju"}
    with pytest.raises(DomainError, match="mendahului"):
        answer_event(**given, on=DAY - timedelta(days=1))
    with pytest.raises(DomainError, match="bukan milik segmen ini"):
        answer_event(**given, on=TODAY, paper=other)
    with pytest.raises(DomainError, match="tidak diminta menjawab"):
        answer_event(**(given | {"region": cast.paser}), on=TODAY)
    answer_event(**given, on=TODAY)
    with pytest.raises(ImpossibleStep, match="sudah menjawab"):
        answer_event(**given, on=TODAY)


def test_stages_of_the_segment_begin_and_end_their_terms(cast, row):
    note_stage(actor=cast.biro, segment=row, stage="fasilitasi_gubernur", on=DAY)
    note_stage(actor=cast.biro, segment=row, stage="fasilitasi_gubernur", on=DAY)
    event = BoundaryEvent.objects.get()
    note_stage(actor=cast.biro, segment=row, stage="diserahkan_ke_menteri", on=TODAY)
    event.refresh_from_db()
    assert event.closed_on == TODAY
    assert BoundaryEvent.objects.get(closed_on=None).kind == "diserahkan"


def test_a_person_gets_one_message_for_all_terms_of_a_day(cast, row):
    garis_kajian(cast, row)
    other = segment(cast.kukar, cast.paser)
    garis_kajian(cast, other)
    sweep_reminders(DAY + timedelta(days=11))
    told = Notice.objects.filter(user=cast.officer, kind="reminder")
    assert told.count() == 1
    assert told.get().lines.count() == 2
    sweep_reminders(DAY + timedelta(days=11))
    assert told.count() == 1


def test_the_province_hears_of_a_side_that_let_its_term_lapse(cast, row):
    garis_kajian(cast, row)
    sweep_reminders(DAY + timedelta(days=14))
    assert not Notice.objects.filter(user=cast.biro, kind="reminder").exists()
    sweep_reminders(DAY + timedelta(days=15))
    assert Notice.objects.filter(user=cast.biro, kind="reminder").count() == 1


def test_opening_an_event_twice_gives_the_first_back(cast, row):
    facts_of = {"actor": cast.biro, "segment": row, "kind": "garis_kajian", "on": DAY}
    assert open_event(**facts_of) == open_event(**facts_of)
