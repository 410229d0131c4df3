"""Fixed words of the mapping: forums, states, kinds of rows, matches."""

from ksd.mapping.choices.matches import MatchForm, MatchState, Verdict
from ksd.mapping.choices.outputs import NotDone, PaperState, UploadState
from ksd.mapping.choices.periods import Forum, PeriodState
from ksd.mapping.choices.rows import Funding, Priority, RowKind, RowState
from ksd.mapping.choices.triage import Answer, RowVerdict, side_of

__all__ = [
    "Answer",
    "Forum",
    "Funding",
    "MatchForm",
    "MatchState",
    "NotDone",
    "PaperState",
    "PeriodState",
    "Priority",
    "RowKind",
    "RowState",
    "RowVerdict",
    "UploadState",
    "Verdict",
    "side_of",
]
