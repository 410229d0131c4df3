"""The shape of a letter's wording, as the TOML files hold it."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from agreements.law.schema import Pairs

# The parts an office may word itself; the rest says what the letter is, to whom it goes and who signs.
EDITABLE = ("subject", "nature", "annexes", "opening", "facts", "points", "closing", "copies")
# The row a paper speaks of.
Of = Literal["case", "text", "dprd", "recommendation"]


@dataclass(frozen=True)
class Draft:
    """The wording of one paper: paragraphs before and after the facts, numbered points, addressee and copies.

    `code` names it for good. `document` is the paper of the law pack it becomes, empty for one no pack asks for.
    `packs` are the packs that know it; `arrows` narrow it to some acts, `kinds` to some kinds of case, `texts` to
    some kinds of naskah. `to` says who receives it: a party, the region above, the DPRD, whom the pack's
    `addressees` name, the lines of `addressee`, the region's own head, or whom the writer types. `items` prints what
    the structured document holds; `asks` are the fields its writer fills in before it is issued. `signed` keeps it
    until a text of the case is signed; `by_kuasa` to a signer with surat kuasa. `above` is the letter of the province
    over the region that runs the case.
    """

    code: str
    label: str
    short: str
    subject: str
    packs: tuple[str, ...]
    to: Literal["none", "initiator", "partner", "dprd", "law", "named", "head", "typed"] = "none"
    opening: tuple[str, ...] = ()
    document: str = ""
    of: Of = "case"
    form: Literal["surat", "berita_acara", "daftar"] = "surat"
    arrows: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    signer: Literal["head", "chair", "office", "parties", "kuasa"] = "head"
    office: str = ""
    permission: str = "agreements.draft"
    numbered: bool = True
    items: bool = False
    signed: bool = False
    by_kuasa: bool = False
    above: bool = False
    asks: Pairs = field(default=())
    article: str = ""
    internal: bool = False
    nature: str = ""
    annexes: str = ""
    facts: Pairs = field(default=())
    points: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def texts_said(self) -> tuple[str, ...]:
        """Everything that may hold placeholders."""
        values = tuple(value for _name, value in self.facts)
        lines = (*self.opening, *values, *self.points, *self.closing, *self.copies, *self.addressee)
        return (self.subject, self.nature, self.annexes, *lines)

    @property
    def wording(self) -> dict[str, Any]:
        """The parts an office may word itself, as plain data."""
        plain = {name: getattr(self, name) for name in EDITABLE}
        return {
            name: value if isinstance(value, str) else [_plain(row) for row in value]
            for name, value in plain.items()
        }

    def worded(self, wording: dict[str, Any]) -> "Draft":
        """The same letter in other words; parts the wording leaves out stay as they are."""
        given = {name: wording[name] for name in EDITABLE if name in wording}
        return replace(self, **{name: _frozen(value) for name, value in given.items()})

    def serves(self, pack: str, kind: str) -> bool:
        """Whether cases of this pack and kind know the paper."""
        return pack in self.packs and (not self.kinds or kind in self.kinds)

    def serves_act(self, pack: str, kind: str, document: str, arrow: str) -> bool:
        """Whether this is the wording of the document when this act uses it."""
        return (
            self.document == document
            and self.serves(pack, kind)
            and (not self.arrows or arrow in self.arrows)
        )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    return tuple(_frozen(row) for row in value) if isinstance(value, list | tuple) else value
