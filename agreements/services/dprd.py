"""Each region with its own DPRD: the test of need, the steps, the next round (Permendagri 22/2020 Pasal 11-12, 34)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.law.schema import Arrow, Question
from agreements.models import Case, CaseEvent, DprdLetter, DprdTrack, Naskah
from agreements.services import guards
from agreements.services.acting import Acting, acting_for_party
from agreements.services.acts import follow_trigger, lock_case
from agreements.services.dates import check_step_day
from agreements.services.dprd_letters import LetterGiven, check_letters, stored_letters
from agreements.services.dprd_tracks import (
    CLEARED,
    decide,
    enter,
    is_live,
    is_testable,
    latest_tracks,
    open_rounds,
    open_steps,
    standing,
)
from agreements.services.history import tell_parties, write_event
from agreements.services.terms import apply_terms, has_lapsed
from agreements.services.turns import refresh_turns
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline

PERMISSION = "agreements.dprd"


@transaction.atomic
def open_dprd_test(
    *, actor: User, case: Case, cause: str, note: str = "", naskah: Naskah | None = None
) -> list[DprdTrack]:
    """Open a round of every region for a cause of the pack, such as a change that may add to the burden.

    The caller has checked who may change the case; `note` names the change, `naskah` is the text that makes it.
    Raises ImpossibleStep while a round of this cause still runs.
    """
    case = lock_case(case)
    if any(not track.is_over and is_live(case, track) for track in latest_tracks(case, cause)):
        raise ImpossibleStep(
            _("Uji DPRD untuk “%s” masih berjalan.") % case.pack.dprd_cause(cause).label,
            remedy=_("Selesaikan uji itu pada halaman DPRD kerja sama ini."),
            article=case.pack.dprd_cause(cause).article,
        )
    opened = open_rounds(
        actor=actor, case=case, cause=cause, parties=case.acting_parties, note=note[:200], naskah=naskah
    )
    refresh_turns(case)
    return opened


@transaction.atomic
def answer_dprd(
    *, actor: User, track: DprdTrack, answers: Mapping[str, tuple[bool, str]], seen_state: str | None = None
) -> CaseEvent:
    """Record one region's answers and what the decision table says of them; they may be mended until all are done.

    Permendagri 22/2020 Pasal 11 ayat (1), Pasal 34 ayat (1). Raises when an answer or its reason is missing.
    """
    case, track = _locked(track, seen_state)
    if not is_testable(track) or standing(latest_tracks(case, track.cause)) in CLEARED:
        raise _not_here(track)
    acting = acting_for_party(actor, case, track.party, permission=PERMISSION)
    asked = track.pack.dprd_asked(track.cause)
    _check_answers(asked, answers)
    arrow = decide(actor=actor, track=track, answers=answers)
    summary = " ".join(_answered(question, *answers[question.code]) for question in asked)
    return _told(_Told(actor, case, track, acting, arrow), on=clock.today(), reason=summary)


def _answered(question: Question, yes: bool, reason: str) -> str:
    """One answer as a sentence of the history, ended once whatever its writer ended it with."""
    words = reason.strip().rstrip(".;,")
    return f"{question.text} {'Ya' if yes else 'Tidak'}: {words}" + (
        "" if words.endswith(("?", "!")) else "."
    )


def _check_answers(asked: Sequence[Question], answers: Mapping[str, tuple[bool, str]]) -> None:
    """Refuse a missing answer or reason. Raises DomainError with the article."""
    if any(question.code not in answers or not answers[question.code][1].strip() for question in asked):
        raise DomainError(
            _("Setiap pertanyaan dijawab ya atau tidak, masing-masing dengan alasannya."),
            remedy=_("Lengkapi jawaban dan alasannya."),
            article=asked[0].article if asked else "",
        )


@transaction.atomic
def take_dprd_step(
    *,
    actor: User,
    track: DprdTrack,
    code: str,
    on: date | None = None,
    reason: str = "",
    letters: Sequence[LetterGiven] = (),
    seen_state: str | None = None,
) -> CaseEvent:
    """Take one step of a region with its DPRD, with its letters; nothing is changed when it is refused.

    An approval by silence is recorded by this act only, never by a clock alone.
    """
    case, track = _locked(track, seen_state)
    arrow = next((row for row in open_steps(track) if row.code == code), None)
    if arrow is None:
        raise _not_here(track)
    acting = acting_for_party(actor, case, track.party, permission=arrow.permission)
    day = on or clock.today()
    if arrow.reason == "required" and not reason.strip():
        raise DomainError(_("Alasan wajib diisi untuk “%s”.") % arrow.label, remedy=_("Tuliskan alasannya."))
    check_step_day(track, arrow, day, [letter.dated for letter in letters])
    guards.check_clocks(track, arrow, day)
    check_letters(track, arrow, letters)
    told = reason.strip() or _silence(track, arrow, day)
    if track.is_over:
        open_rounds(
            actor=actor,
            case=case,
            cause=track.cause,
            parties=[track.party],
            note=track.note,
            naskah=track.naskah,
        )
    else:
        enter(track, arrow.target, day)
        apply_terms(actor=actor, case=case, arrow=arrow, on=day, track=track)
    kept = stored_letters(actor=actor, track=track, arrow=arrow, letters=letters)
    return _told(_Told(actor, case, track, acting, arrow, tuple(kept)), on=day, reason=told)


def _locked(track: DprdTrack, seen_state: str | None) -> tuple[Case, DprdTrack]:
    """The case under its lock with the track as it stands now; refuses what was opened on another state."""
    case = lock_case(track.case)
    track = DprdTrack.objects.for_page().get(pk=track.pk)
    newer = DprdTrack.objects.filter(
        case=case, party=track.party_id, cause=track.cause, round__gt=track.round
    ).exists()
    stale = seen_state is not None and seen_state != track.state
    if stale or newer or not is_live(case, track):
        raise _not_here(track)
    return case, track


def _not_here(track: DprdTrack) -> ImpossibleStep:
    return ImpossibleStep(
        _("Langkah ini tidak dapat dilakukan: %(council)s kini pada “%(state)s”.")
        % {"council": track.council, "state": track.rule.label},
        remedy=_("Muat ulang halaman DPRD kerja sama ini, lalu pilih langkah yang tersedia."),
        article=track.cause_rule.article,
    )


def _silence(track: DprdTrack, arrow: Arrow, on: date) -> str:
    """Which clocks had passed, for the record of an approval by silence; empty for other acts."""
    codes = [code for check in arrow.checks if check.startswith("lapsed") for code in _codes(check)]
    passed = [code for code in codes if has_lapsed(track, code, on)]
    due = dict(Deadline.objects.of(track).filter(code__in=passed).values_list("code", "due_on"))
    terms = [track.pack.term(code) for code in passed]
    return "; ".join(
        f"{term.label} lewat pada {long_date(due[term.code])} ({term.article})" for term in terms
    )


def _codes(check: str) -> list[str]:
    return [code.strip() for code in check.partition(":")[2].split(",")]


@dataclass(frozen=True)
class _Told:
    """An act just done: by whom, on what, with which letters."""

    actor: User
    case: Case
    track: DprdTrack
    acting: Acting
    arrow: Arrow
    letters: tuple[DprdLetter, ...] = ()


def _told(act: _Told, *, on: date, reason: str) -> CaseEvent:
    """Write the history, let the case follow what all regions say together, tell the parties."""
    event = write_event(
        actor=act.actor,
        case=act.case,
        acting=act.acting,
        arrow=act.arrow.code,
        label=f"{act.arrow.label} – {act.track.party.short_name}",
        article=act.arrow.article,
        on=on,
        reason=reason,
        track=act.track,
        letters=act.letters,
    )
    case = lock_case(act.case)
    if act.track.cause_rule.opened_in:
        trigger = f"dprd.{standing(latest_tracks(case, act.track.cause))}"
        follow_trigger(actor=act.actor, case=case, trigger=trigger, acting=act.acting, on=on)
    else:
        refresh_turns(case)
    tell_parties(case=case, event=event, link=act.track.get_absolute_url())
    return event
