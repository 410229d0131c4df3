"""How a case moves: stages, states, acts and the clocks they start."""

from dataclasses import dataclass
from typing import Literal

from agreements.law.schema.kinds import Level

Turn = Literal["initiator", "partner", "all", "dprd", "governor", "minister", "none"]
Side = Literal["initiator", "partner", "any", "system"]


@dataclass(frozen=True)
class Stage:
    """A stage of the law's own list (tahapan), in the law's order; with `kinds` only those pass through it."""

    code: str
    label: str
    order: int
    article: str
    help: str
    internal: bool = False
    kinds: tuple[str, ...] = ()

    def serves(self, kind: str) -> bool:
        """Whether a case of this kind passes through the stage (an empty `kind` asks of none in particular)."""
        return not kind or not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class State:
    """Where a case stands and whose turn it is; entering a terminal state closes every open term."""

    code: str
    label: str
    turn: Turn
    stage: str = ""
    initial: bool = False
    terminal: bool = False
    help: str = ""


@dataclass(frozen=True)
class Arrow:
    """An act that moves a case: who, from where to where, with which papers, which clocks start and stop.

    `documents` must be there, `optional` may be added; `proof` is the paper with which the initiator's officer
    may record the act of a partner who does not use the system (empty: may not). `stage` is set for an act that
    belongs to another stage than its target state; `skips` names a stage this act passes over.
    With `each` every party of the side takes the act once before the case moves. `levels` names whose cases
    know the act: those run by a province, or by a kabupaten or kota; empty means both. An act taken `anew` asks
    for papers it has not used before. A `trigger` that joins kinds of naskah (`naskah.nk+rk.signed`) waits for
    all of them. With `destination` the act names where the proposal belongs.
    `direction` keeps an act to outgoing ("keluar") or inbound ("masuk") offers. `replaces` names the acts it stands
    for where dates are compared. `above` is the permission with which the region above the partners may take it.
    `pauses` and `resumes` name the terms whose clock it stops and starts again.
    On the track of a region's DPRD an empty `target` means: stays; one from an outcome to the initial state opens
    the next round.
    """

    code: str
    label: str
    sources: tuple[str, ...]
    target: str
    side: Side
    actor: str
    permission: str = ""
    article: str = ""
    internal: bool = False
    reason: Literal["none", "optional", "required"] = "none"
    reason_codes: bool = False
    date_label: str = ""
    date_not_before: str = ""
    documents: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    proof: str = ""
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    trigger: str = ""
    checks: tuple[str, ...] = ()
    confirm: bool = False
    shares: bool = False
    destination: bool = False
    each: bool = False
    anew: bool = False
    tone: Literal["primary", "success", "danger", "secondary"] = "primary"
    kinds: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    direction: Literal["", "keluar", "masuk"] = ""
    replaces: tuple[str, ...] = ()
    above: str = ""
    stage: str = ""
    skips: str = ""
    help: str = ""

    def serves(self, kind: str, level: str = "") -> bool:
        """Whether a case of this kind, run by a region of this level, knows the act (empty: asks of none)."""
        return (not kind or not self.kinds or kind in self.kinds) and at_level(self.levels, level)

    def goes(self, direction: str) -> bool:
        """Whether an offer in this direction knows the act (an empty `direction` asks of none in particular)."""
        return not direction or self.direction in ("", direction)

    @property
    def awaited(self) -> tuple[tuple[str, ...], str]:
        """The kinds of naskah the trigger waits for, and the event each must have had."""
        _naskah, _dot, rest = self.trigger.partition(".")
        kinds, _dot, event = rest.partition(".")
        return (tuple(kinds.split("+")), event) if kinds else ((), event)

    def follows(self, trigger: str) -> bool:
        """Whether an event (`naskah.nk.signed`, `dprd.cleared`) is one of those that set this act off."""
        kinds, event = self.awaited
        return (bool(trigger) and trigger == self.trigger) or any(
            trigger == f"naskah.{kind}.{event}" for kind in kinds
        )


@dataclass(frozen=True)
class Term:
    """A clock of the law. Days count by `day_type` where the law says so, else by the setting `day_setting`.

    Where no text names the number, `length_setting` lets the office choose it and `length` is what we propose.
    Responsible "region": the region whose own track the term runs on.
    Unit "semester": due `due_setting` days after the end of the running semester (30 June, 31 December); "yearly":
    after the end of the running year. "before_end": due `length` months before the last day of the signed text.
    `levels` as on an arrow.
    """

    code: str
    label: str
    length: int
    unit: Literal["day", "month", "year", "semester", "yearly", "before_end"]
    responsible: Literal["partner", "initiator", "dprd", "governor", "region"]
    base_label: str
    on_lapse: str
    explanation: str
    article: str = ""
    internal: bool = False
    day_type: Literal["", "calendar", "working"] = ""
    day_setting: str = ""
    due_setting: str = ""
    length_setting: str = ""
    remind: tuple[int, ...] = (7, 0)
    levels: tuple[Level, ...] = ()

    def runs_for(self, level: str) -> bool:
        """Whether the clock runs in cases of a region of this level."""
        return at_level(self.levels, level)


def at_level(levels: tuple[Level, ...], level: str) -> bool:
    """Whether a rule for these levels holds at this one; no levels named, or none asked, means yes."""
    return not levels or not level or level in levels
