"""A whole law pack, and how its rows are found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from agreements.law.schema.dprd import DprdCause, DprdLetterKind, DprdRow, DprdState
from agreements.law.schema.flow import Arrow, Stage, State, Term
from agreements.law.schema.kinds import Basis, DprdRule, EndReason, Kind, Question, RequestKind, Setting
from agreements.law.schema.papers import Addressee, DocumentKind, Item, NaskahKind, SigningItem
from agreements.law.schema.reports import ReportRule


@dataclass(frozen=True)
class LawPack:
    """One version of the law of a family of cooperation; a case remembers the version it runs under.

    `urusan_article` is the article that asks which urusan the cooperation is about.
    `action_plan` is what the law asks a yearly plan to say; without it the office's own items serve.
    """

    code: str
    version: str
    name: str
    valid_from: date
    dprd: DprdRule
    stages_article: str
    bases: tuple[Basis, ...]
    kinds: tuple[Kind, ...]
    stages: tuple[Stage, ...]
    states: tuple[State, ...]
    arrows: tuple[Arrow, ...]
    documents: tuple[DocumentKind, ...]
    terms: tuple[Term, ...]
    naskah: tuple[NaskahKind, ...]
    dprd_questions: tuple[Question, ...] = ()
    dprd_table_version: str = ""
    dprd_causes: tuple[DprdCause, ...] = ()
    dprd_table: tuple[DprdRow, ...] = ()
    dprd_states: tuple[DprdState, ...] = ()
    dprd_arrows: tuple[Arrow, ...] = ()
    dprd_letters: tuple[DprdLetterKind, ...] = ()
    settings: tuple[Setting, ...] = ()
    end_reasons: tuple[EndReason, ...] = ()
    requests: tuple[RequestKind, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    action_plan: tuple[Item, ...] = ()
    reports: tuple[ReportRule, ...] = ()
    signing_checks: tuple[SigningItem, ...] = ()
    open_questions: tuple[str, ...] = ()
    urusan_article: str = ""

    def kind(self, code: str) -> Kind:
        """The kind with this code."""
        return pick(self.kinds, code)

    def stage(self, code: str) -> Stage:
        """The stage with this code."""
        return pick(self.stages, code)

    def state(self, code: str) -> State:
        """The state with this code."""
        return pick(self.states, code)

    def arrow(self, code: str) -> Arrow:
        """The act with this code."""
        return pick(self.arrows, code)

    def document(self, code: str) -> DocumentKind:
        """The document with this code."""
        return pick(self.documents, code)

    def term(self, code: str) -> Term:
        """The term with this code."""
        return pick(self.terms, code)

    def dprd_cause(self, code: str) -> DprdCause:
        """The reason to ask a DPRD with this code."""
        return pick(self.dprd_causes, code)

    def dprd_state(self, code: str) -> DprdState:
        """The state of a DPRD track with this code."""
        return pick(self.dprd_states, code)

    def dprd_arrow(self, code: str) -> Arrow:
        """The act on a DPRD track with this code."""
        return pick(self.dprd_arrows, code)

    def dprd_asked(self, cause: str) -> tuple[Question, ...]:
        """The questions the test for this cause asks, in the order of the cause."""
        return tuple(pick(self.dprd_questions, code) for code in self.dprd_cause(cause).questions)

    def naskah_kind(self, code: str) -> NaskahKind:
        """The naskah with this code."""
        return pick(self.naskah, code)

    def setting(self, code: str) -> Setting:
        """The setting with this code."""
        return pick(self.settings, code)

    def documents_for(self, kind: str) -> tuple[DocumentKind, ...]:
        """The documents a case of this kind uses."""
        return tuple(row for row in self.documents if row.serves(kind))

    def addressee(self, document: str, level: str) -> Addressee | None:
        """To whom a region of this level sends the document, where the law says so."""
        rows = (row for row in self.addressees if (row.document, row.initiator) == (document, level))
        return next(rows, None)

    def request(self, code: str) -> RequestKind | None:
        """What this pack asks of a new, extending or changing request; None where it says nothing of it."""
        return next((row for row in self.requests if row.code == code), None)

    def report_for(self, kind: str) -> ReportRule | None:
        """The periodic report a case of this kind owes; None when the pack asks for none."""
        return next((row for row in self.reports if row.serves(kind)), None)

    @property
    def initial(self) -> State:
        """The state every case begins in."""
        return next(row for row in self.states if row.initial)


class Coded(Protocol):
    """A row of a pack that is found by its code."""

    @property
    def code(self) -> str:
        """The code other rows name it by."""


Row = TypeVar("Row", bound=Coded)


def pick(rows: Iterable[Row], code: str) -> Row:
    """The row with this code. Raises KeyError when the pack has none."""
    for row in rows:
        if row.code == code:
            return row
    raise KeyError(code)
