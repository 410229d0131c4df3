"""What is checked: a body with its rule of law and facts, and for a file the words around the body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from agreements.naskah.checks.finding import Severity
from agreements.naskah.facts import NaskahFacts, values_of
from agreements.naskah.numbering import Numbering, Passage, Place, passages
from agreements.naskah.reading import Reading
from agreements.naskah.rules import NaskahRule
from agreements.naskah.sentences import CLOSING, SENTENCE, label_of
from agreements.naskah.structure import Body, Pasal


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that is broken, with the values its words name; an empty article means the one of the rule."""

    code: str
    place: str = ""
    anchor: str = ""
    article: str = ""
    severity: Severity | None = None
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """One text under examination; `paper` holds what a file says around its Pasal, None for a running text.

    `sentences` are those around the Pasal of a running text that somebody worded, by name.
    """

    body: Body
    rule: NaskahRule
    facts: NaskahFacts
    paper: Reading | None = None
    sentences: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the body with its place."""
        return tuple(passages(self.body))

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers of the body."""
        return Numbering(self.body)

    @cached_property
    def values(self) -> dict[str, str]:
        """What the placeholders print."""
        return values_of(self.facts)

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The passages, and for a file its title block, opening and closing too."""
        if self.paper is None:
            own = (Passage(Place(label_of(SENTENCE + name)), text) for name, text in self.sentences.items())
            return (*self.passages, *own)
        paper = self.paper
        around = [(Place("Judul"), text) for text in (paper.kind_words, *paper.between, paper.title)]
        around += [(Place("Pembukaan"), text) for text in paper.opening]
        tail = [(Place("Penutup"), text) for text in paper.closing]
        return (
            *(Passage(place, text) for place, text in around),
            *self.passages,
            *(Passage(place, text) for place, text in tail),
        )

    @cached_property
    def closing(self) -> tuple[str, ...]:
        """The closing of a file, or the one somebody worded; nothing where it is the common one."""
        if self.paper is not None:
            return self.paper.closing
        return tuple(text for name, text in self.sentences.items() if name.startswith(CLOSING))

    def of(self, clause: str) -> Pasal | None:
        """The Pasal of a clause."""
        return next((row for row in self.body.pasal if row.clause == clause), None)

    def within(self, *clauses: str) -> Iterator[Passage]:
        """The passages of some clauses."""
        return (row for row in self.passages if row.place.clause in clauses)


def at(passage: Passage, code: str, **values: str) -> Hit:
    """A broken rule at the place of a passage."""
    return Hit(code, passage.place.label, passage.place.anchor, values=values)
