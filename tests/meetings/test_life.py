"""The life of a meeting: every step against every state."""

from itertools import pairwise

import pytest

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from meetings.choices import MeetingState
from meetings.models import Record
from meetings.services import change_state, lacking, needs
from meetings.workflow import LOCKED, MAIN_LINE, STEPS, step, steps_from
from tests.meetings.invitation_rows import invited, issued
from tests.meetings.rows import meeting, moment

TODAY = {"starts_at": moment(21, 8, month=11), "ends_at": moment(21, 16, month=11)}


def ready(cast, state):
    """A meeting of today to which nothing is lacking."""
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar), state=state, **TODAY)
    Record.objects.create(meeting=row, state="terkunci", locked_at=row.starts_at)
    if state == MeetingState.DISETUJUI:
        invited(cast, row)
        issued(cast, row)
    return row


@pytest.mark.parametrize("state", MeetingState.values)
@pytest.mark.parametrize("code", [row.code for row in STEPS])
def test_a_step_is_taken_from_its_own_states_and_no_other(cast, state, code):
    row, taken = ready(cast, state), step(code)
    if state in taken.sources:
        event = change_state(actor=cast.biro, meeting=row, code=code, reason="contoh", seen_state=state)
        row.refresh_from_db()
        assert row.state == taken.target
        assert (event.source, event.target, event.actor, event.reason) == (
            state,
            taken.target,
            cast.biro,
            "contoh",
        )
    else:
        with pytest.raises(ImpossibleStep, match="tidak dapat dilakukan: rapat kini berada pada"):
            change_state(actor=cast.biro, meeting=row, code=code, reason="contoh")
        row.refresh_from_db()
        assert row.state == state


def test_the_table_leads_along_the_main_line_and_into_every_state():
    for here, following in pairwise(MAIN_LINE):
        assert following in {row.target for row in steps_from(here)}
    reached = {MeetingState.RENCANA, *(row.target for row in STEPS)}
    assert reached == set(MeetingState)
    assert [state for state in MeetingState if not steps_from(state)] == [MeetingState.DIBATALKAN]
    assert set(LOCKED) == {MeetingState.SELESAI, MeetingState.DIBATALKAN}
    assert len({row.code for row in STEPS}) == len(STEPS)


def test_an_unknown_step_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        step("terbang")


@pytest.mark.parametrize("row", [row for row in STEPS if row.reason == "required"], ids=lambda row: row.code)
def test_stopping_or_reopening_a_meeting_needs_a_reason(cast, row):
    held = ready(cast, row.sources[0])
    with pytest.raises(DomainError, match="Alasan wajib diisi"):
        change_state(actor=cast.biro, meeting=held, code=row.code, reason="  ")
    held.refresh_from_db()
    assert held.state == row.sources[0]


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "admin", "nobody"])
def test_who_may_not_move_a_meeting_is_refused(cast, who):
    row = ready(cast, "rencana")
    with pytest.raises(NotAllowed, match="tidak berwenang mengurus rapat"):
        change_state(actor=getattr(cast, who), meeting=row, code="setujui")
    assert row.events.count() == 1


def test_a_page_left_open_too_long_moves_nothing(cast):
    row = ready(cast, "disetujui")
    with pytest.raises(StaleForm, match="rapat berpindah ke “Disetujui”"):
        change_state(actor=cast.biro, meeting=row, code="batalkan", reason="x", seen_state="rencana")


def test_invitations_need_participants_and_a_place(cast):
    row = meeting(cast.biro, cast.kaltim, state="disetujui", place="")
    with pytest.raises(
        NotReady,
        match=r"Daerah peserta belum dipilih\. Tempat rapat belum diisi\. Belum ada surat yang terbit",
    ) as refusal:
        change_state(actor=cast.biro, meeting=row, code="kirim_undangan")
    assert len(refusal.value.findings) == 3


def test_a_meeting_does_not_begin_before_its_day(cast):
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), state="undangan_terkirim")
    with pytest.raises(NotReady, match="Hari rapat belum tiba: Selasa, 15 Desember 2026"):
        change_state(actor=cast.biro, meeting=row, code="mulai")
    assert lacking(ready(cast, "undangan_terkirim"), step("mulai")) == []


# what other modules add to the table


def test_a_module_adds_what_its_paper_needs_and_what_follows(cast, monkeypatch):
    monkeypatch.setattr(needs, "_added", {})
    monkeypatch.setattr(needs, "_effects", {})
    seen: list[tuple[str, str]] = []

    @needs.needed_for("setujui")
    def _paper(meeting):
        return "" if meeting.theme else "Tema belum diisi."

    @needs.follows_step("setujui")
    def _follow(meeting, event):
        seen.append((meeting.state, event.step))

    row = ready(cast, "rencana")
    with pytest.raises(NotReady, match="Tema belum diisi"):
        change_state(actor=cast.biro, meeting=row, code="setujui")
    assert seen == []
    type(row).objects.update(theme="Tema")
    change_state(actor=cast.biro, meeting=row, code="setujui")
    assert seen == [("disetujui", "setujui")]
    with pytest.raises(KeyError):
        needs.needed_for("terbang")(_paper)


def test_what_follows_from_a_step_fails_with_it(cast, monkeypatch):
    monkeypatch.setattr(needs, "_effects", {})

    @needs.follows_step("setujui")
    def _break(_meeting, _event):
        raise DomainError("Tidak jadi.")

    row = ready(cast, "rencana")
    with pytest.raises(DomainError, match="Tidak jadi"):
        change_state(actor=cast.biro, meeting=row, code="setujui")
    row.refresh_from_db()
    assert (row.state, row.events.count()) == ("rencana", 1)


def test_a_step_lets_the_live_pages_know(cast):
    row = ready(cast, "rencana")
    change_state(actor=cast.biro, meeting=row, code="setujui")
    row.refresh_from_db()
    assert row.pulse == 1


@pytest.mark.parametrize("state", MeetingState.values)
def test_the_page_offers_exactly_the_steps_of_the_table(cast, signed_in, state):
    row = ready(cast, state)
    text = signed_in(cast.biro).get(row.get_absolute_url()).content.decode()
    offered = {taken.code for taken in STEPS if f"/langkah/{taken.code}/" in text}
    assert offered == {taken.code for taken in steps_from(state)}


def test_a_meeting_opened_again_tells_why_and_who(cast):
    row = ready(cast, "selesai")
    event = change_state(actor=cast.head, meeting=row, code="buka_kembali", reason="Satu butir tertinggal")
    row.refresh_from_db()
    assert (row.state, row.is_locked) == ("tindak_lanjut", False)
    assert (event.actor, event.source, event.reason) == (cast.head, "selesai", "Satu butir tertinggal")
