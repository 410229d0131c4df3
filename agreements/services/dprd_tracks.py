"""The rounds of a case's regions with their DPRDs: opened, read together, never moved here."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from agreements.law.deciding import row_for
from agreements.law.schema import Arrow, Question
from agreements.models import Case, DprdTrack, Naskah, Party
from agreements.services import guards
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.deadlines.services import cancel_deadlines

Standing = Literal["submitted", "not_needed", "cleared", "refused", "reopened"]
CLEARED = ("not_needed", "cleared")


def latest_tracks(case: Case, cause: str = "") -> list[DprdTrack]:
    """The newest round of each region, of one cause or of all; what a region left undone whose successor acts is out."""
    newest: dict[tuple[int, str], DprdTrack] = {}
    # A case has a handful of rounds, and every act asks: cheaper picked here than by the database.
    for track in DprdTrack.objects.filter(case=case).for_page():
        newest.setdefault((track.party_id, track.cause), track)
    return [row for row in newest.values() if row.counts and cause in ("", row.cause)]


def standing(tracks: Sequence[DprdTrack]) -> Standing:
    """What the newest rounds of all regions say together; the case is told `dprd.<standing>`."""
    outcomes = {track.outcome for track in tracks}
    if "refused" in outcomes:
        return "refused"
    submitted = any(track.submitted_on for track in tracks)
    if "" in outcomes or not tracks:
        return "submitted" if submitted else "reopened"
    return "cleared" if submitted else "not_needed"


def is_cleared(case: Case, cause: str) -> bool:
    """Whether no DPRD of any region stands in the way any more; False while its test was never opened."""
    return standing(latest_tracks(case, cause)) in CLEARED


def is_live(case: Case, track: DprdTrack) -> bool:
    """Whether steps may be taken: the case stands in the stage in which this is asked, or its change is not settled."""
    opened = track.cause_rule.opened_in
    if case.state_rule.terminal:
        return False
    if not opened:
        return track.naskah is None or track.naskah.is_open
    return case.state_rule.stage == case.pack.state(opened).stage


def open_on_entry(*, actor: User, case: Case, by_dprd: bool) -> None:
    """Open the test of each region when the case enters the state in which it is asked.

    Led there by a DPRD (`by_dprd`) a region keeps what it has. Led there by an act, such as a text agreed anew, a
    region that had submitted or ended its round begins another, for its DPRD was shown other words. Led away from
    the stage before a DPRD answered, the clocks of its round stop: nobody could act on them.
    """
    for track in latest_tracks(case):
        if not track.is_over and not is_live(case, track):
            cancel_deadlines(actor=actor, subject=track)
    for cause in case.pack.dprd_causes:
        if cause.opened_in == case.state:
            tracks = latest_tracks(case, cause.code)
            kept = {t.party_id for t in tracks if by_dprd or not (t.is_over or t.submitted_on)}
            for track in tracks:
                if track.party_id not in kept:
                    cancel_deadlines(actor=actor, subject=track)
            parties = [party for party in case.acting_parties if party.pk not in kept]
            open_rounds(actor=actor, case=case, cause=cause.code, parties=parties)


def open_rounds(
    *,
    actor: User,
    case: Case,
    cause: str,
    parties: Sequence[Party],
    note: str = "",
    naskah: Naskah | None = None,
) -> list[DprdTrack]:
    """Open the next round of these regions; where the law asks no question its own row is written down at once."""
    rounds = {track.party_id: track.round for track in latest_tracks(case, cause)}
    first = next(state.code for state in case.pack.dprd_states if state.initial)
    opened = [
        DprdTrack(
            case=case, party=party, cause=cause, note=note, naskah=naskah, round=rounds.get(party.pk, 0) + 1, state=first,
            state_since=clock.today(),
        )
        for party in parties
        if party.region_id
    ]  # fmt: skip
    for track in opened:
        track.save()
        if not track.cause_rule.questions:
            decide(actor=actor, track=track, answers={})
    return opened


def decide(*, actor: User, track: DprdTrack, answers: Mapping[str, tuple[bool, str]]) -> Arrow:
    """Read the decision table and keep inputs, row, reader and versions with the track; return the act it leads to."""
    pack = track.pack
    row = row_for(pack, track.cause, {code: yes for code, (yes, _reason) in answers.items()})
    trigger = "dprd.needed" if row.needed else "dprd.not_needed"
    arrow = next(a for a in pack.dprd_arrows if a.trigger == trigger and track.state in a.sources)
    track.test = {
        "needed": row.needed,
        "row": row.code,
        "reading": row.reading,
        "article": row.article,
        "answers": [_kept(question, answers[question.code]) for question in pack.dprd_asked(track.cause)],
        "by": actor.get_full_name(),
        "pack": f"{pack.code} {pack.version}",
        "table": pack.dprd_table_version,
    }
    track.tested_by, track.tested_at = actor, clock.now()
    enter(track, arrow.target, clock.today())
    return arrow


def _kept(question: Question, answer: tuple[bool, str]) -> dict[str, Any]:
    yes, reason = answer
    return {
        "code": question.code,
        "text": question.text,
        "article": question.article,
        "yes": yes,
        "reason": reason.strip(),
    }


def enter(track: DprdTrack, state: str, on: date) -> None:
    """Write the state of a track with what it means: handed to the DPRD on that day, or ended with its outcome."""
    if state and state != track.state:
        track.state, track.state_since = state, clock.today()
    track.outcome = track.rule.outcome
    track.ended_on = on if track.outcome else None
    if track.rule.turn == "dprd" and track.submitted_on is None:
        track.submitted_on = on
    track.save()


def open_steps(track: DprdTrack) -> list[Arrow]:
    """The acts people may take on a track now, the system's own left out."""
    return [a for a in track.pack.dprd_arrows if track.state in a.sources and a.side != "system"]


def is_testable(track: DprdTrack) -> bool:
    """Whether the state is one in which the questions may be answered, or answered anew."""
    questions = bool(track.cause_rule.questions)
    return questions and any(a.trigger and track.state in a.sources for a in track.pack.dprd_arrows)


def deeming_step(track: DprdTrack) -> Arrow | None:
    """The act that records silence as approval, where the state has one."""
    outcomes = {state.code: state.outcome for state in track.pack.dprd_states}
    return next((a for a in open_steps(track) if outcomes.get(a.target) == "deemed"), None)


def may_be_deemed(track: DprdTrack, on: date) -> bool:
    """Whether a clock of the law has passed, so that silence may be recorded as approval."""
    step = deeming_step(track)
    if step is None:
        return False
    try:
        guards.check_clocks(track, step, on)
    except DomainError:
        return False
    return True


def waits_for_region(track: DprdTrack, on: date) -> bool:
    """Whether the region itself must move: by its state, or because its DPRD has kept silent too long."""
    return track.rule.turn == "region" or may_be_deemed(track, on)
