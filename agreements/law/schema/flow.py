"""How a case moves: stages, states, acts and the clocks they start."""

from dataclasses import dataclass
from typing import Literal

Turn = Literal["initiator", "partner", "all", "dprd", "none"]
Side = Literal["initiator", "partner", "any", "system"]


@dataclass(frozen=True)
class Stage:
    """A stage of the law's own list (tahapan), in the law's order."""

    code: str
    label: str
    order: int
    article: str
    help: str
    internal: bool = False


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
    On the track of a region's DPRD an empty `target` means: stays; one from an outcome to the initial state opens
    the next round.
    With `each` every party of the side takes the act once before the case moves.
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
    trigger: str = ""
    checks: tuple[str, ...] = ()
    confirm: bool = False
    shares: bool = False
    each: bool = False
    tone: Literal["primary", "success", "danger", "secondary"] = "primary"
    kinds: tuple[str, ...] = ()
    stage: str = ""
    skips: str = ""
    help: str = ""

    def serves(self, kind: str) -> bool:
        """Whether a case of this kind knows the act (an empty `kind` asks of none in particular)."""
        return not kind or not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Term:
    """A clock of the law. Days count by `day_type` where the law says so, else by the setting `day_setting`.

    Responsible "region": the region whose own track the term runs on.
    Unit "semester": due `due_setting` days after the end of the running semester (30 June, 31 December).
    """

    code: str
    label: str
    length: int
    unit: Literal["day", "month", "year", "semester"]
    responsible: Literal["partner", "initiator", "dprd", "region"]
    base_label: str
    on_lapse: str
    explanation: str
    article: str = ""
    internal: bool = False
    day_type: Literal["", "calendar", "working"] = ""
    day_setting: str = ""
    due_setting: str = ""
    remind: tuple[int, ...] = (7, 0)
