"""The shape of a letter's wording, as the TOML files hold it."""

from dataclasses import dataclass, field
from typing import Literal

from agreements.law.schema import Pairs


@dataclass(frozen=True)
class Draft:
    """The wording of one document: paragraphs before and after the facts, numbered points, addressee and copies.

    `packs` are the packs whose document it is; `arrows` narrow it to some acts and `kinds` to some kinds of case.
    `to` says who receives it: a party, the region above, the DPRD, or whom the pack's `addressees` name.
    """

    document: str
    subject: str
    to: Literal["initiator", "partner", "dprd", "law"]
    opening: tuple[str, ...]
    packs: tuple[str, ...]
    arrows: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    nature: str = "Penting"
    annexes: str = ""
    facts: Pairs = field(default=())
    points: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that may hold placeholders."""
        values = tuple(value for _name, value in self.facts)
        return (self.subject, *self.opening, *values, *self.points, *self.closing, *self.copies)

    def serves(self, pack: str, kind: str, document: str, arrow: str) -> bool:
        """Whether this is the wording of the document when this act uses it."""
        return (
            self.document == document
            and pack in self.packs
            and (not self.kinds or kind in self.kinds)
            and (not self.arrows or arrow in self.arrows)
        )
