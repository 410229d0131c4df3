"""The approval of each region's own DPRD: when it must be asked, how it goes, and which letters it takes."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["", "not_needed", "approved", "deemed", "refused"]


@dataclass(frozen=True)
class DprdCause:
    """Why a DPRD is asked: the plan itself, or a later change; `questions` are those its test asks.

    Entering the state `opened_in` opens the test for every region; a cause without one is opened by an act of its own.
    """

    code: str
    label: str
    questions: tuple[str, ...] = ()
    opened_in: str = ""
    article: str = ""
    internal: bool = False
    help: str = ""


@dataclass(frozen=True)
class DprdRow:
    """One row of the decision table: these answers yes, those no, then needed or not; `reading` says how we read the law."""

    code: str
    cause: str
    needed: bool
    reading: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    article: str = ""
    internal: bool = False

    def fits(self, yes: frozenset[str], no: frozenset[str]) -> bool:
        """Whether these answers meet the row."""
        return set(self.yes) <= yes and set(self.no) <= no


@dataclass(frozen=True)
class DprdState:
    """Where one region stands with its DPRD and who must move: the region, its DPRD, or nobody.

    A state with an `outcome` ends the round; the first state in which the DPRD must move means: submitted.
    """

    code: str
    label: str
    turn: Literal["region", "dprd", "none"]
    initial: bool = False
    outcome: Outcome = ""
    help: str = ""


@dataclass(frozen=True)
class DprdLetterKind:
    """A letter the region writes in some states of its track; `text` holds its paragraphs with {tokens}.

    With `annexed` the papers that the submission attaches are listed below the text.
    """

    code: str
    label: str
    states: tuple[str, ...]
    addressee: str
    subject: str
    text: tuple[str, ...]
    annexed: bool = False
    article: str = ""
    internal: bool = False
    help: str = ""
