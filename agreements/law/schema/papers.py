"""The papers of a case: documents with their items, naskah with their clauses."""

from dataclasses import dataclass, replace
from typing import Literal

from agreements.law.schema.kinds import Level, Pairs


@dataclass(frozen=True)
class Item:
    """One thing a document must say; `choices` are (stored value, label), `note` names its field for remarks."""

    code: str
    label: str
    article: str = ""
    internal: bool = False
    help: str = ""
    required: bool = True
    choices: Pairs = ()
    rows: int = 3
    input: Literal["text", "date", "number"] = "text"
    note: str = ""


@dataclass(frozen=True)
class DocumentKind:
    """A paper of the case: who makes it, who signs it, what it must hold, what is annexed to it.

    `when` names the kinds that use it, `classes` the classes of partner, `if_yes` the question of the kind that
    must have been answered with yes; each empty list means always.
    """

    code: str
    label: str
    by: str
    file: Literal["required", "optional", "none"]
    help: str
    article: str = ""
    internal: bool = False
    signer: str = ""
    addressee: str = ""
    numbered: bool = False
    many: bool = False
    items: tuple[Item, ...] = ()
    attaches: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    if_yes: str = ""

    @property
    def fields(self) -> tuple[Item, ...]:
        """The items as a form asks them: each item, then its remarks field `<code>_catatan` if it has one."""
        return tuple(row for item in self.items for row in _with_note(item))

    def serves(self, kind: str) -> bool:
        """Whether a case of this kind uses the document."""
        return not self.when or kind in self.when


def _with_note(item: Item) -> tuple[Item, ...]:
    if not item.note:
        return (item,)
    note = replace(
        item, code=f"{item.code}_catatan", label=item.note, choices=(), note="", required=False, rows=2
    )
    return (item, note)


@dataclass(frozen=True)
class ClauseRule:
    """A clause of the naskah, in the order of the law; one that is not required is office practice."""

    code: str
    label: str
    article: str = ""
    internal: bool = False
    required: bool = True
    help: str = ""


@dataclass(frozen=True)
class CopyRule:
    """Paper copies of a signed text and for whom: each party, those beside the one that runs it, its secretariat, the ministry."""

    code: str
    form: Literal["asli", "fotokopi"]
    holder: Literal["each_party", "partners", "secretariat", "ministry"]
    label: str
    article: str = ""
    internal: bool = False


@dataclass(frozen=True)
class SigningItem:
    """What is looked at on a signed paper before it counts as complete."""

    code: str
    label: str
    article: str = ""
    internal: bool = False


@dataclass(frozen=True)
class NaskahKind:
    """A naskah of the case: what it must hold, who signs it, where the emblems stand.

    `max_years` 0 means the law sets no limit. `authority` is the document a signer needs who is not the head.
    The three state lists say where a naskah of this kind may be drafted, agreed and signed; `duties` names the
    clauses that say what each party may ask and owes. With `emblems_internal` no article places the emblems.
    `end_term` is the term of the case that watches its end. One that `amends` other kinds (an addendum) is signed
    as the text it changes and ends with it. `kuasa_positions` are the positions that may receive the surat kuasa
    (empty: any official); `copies` what the register of copies begins with.
    """

    code: str
    label: str
    title: str
    article: str
    signer: Literal["kepala_daerah", "kuasa"]
    signer_label: str
    signer_article: str
    emblems: Literal["state_center", "initiator_right", "third_party_left"]
    emblems_article: str
    first_party: Literal["initiator", "region", "institution"]
    clauses: tuple[ClauseRule, ...]
    drafted_in: tuple[str, ...]
    agreed_in: tuple[str, ...]
    signed_in: tuple[str, ...]
    max_years: int = 0
    max_years_article: str = ""
    parent: str = ""
    amends: tuple[str, ...] = ()
    authority: str = ""
    kuasa_positions: tuple[str, ...] = ()
    copies: tuple[CopyRule, ...] = ()
    originals_note: str = ""
    originals_article: str = ""
    many: bool = False
    parts: tuple[str, ...] = ()
    internal: bool = False
    help: str = ""
    duties: tuple[str, ...] = ("hak_kewajiban",)
    emblems_internal: bool = False
    end_term: str = ""

    @property
    def has_format(self) -> bool:
        """Whether the law itself says what the text must hold; else every clause is office practice."""
        return any(rule.required and not rule.internal for rule in self.clauses)

    def signed_like(self, amended: "NaskahKind") -> "NaskahKind":
        """The same kind of text, signed and headed as the text it changes."""
        return replace(
            self,
            signer=amended.signer,
            signer_label=amended.signer_label,
            signer_article=amended.signer_article,
            authority=amended.authority,
            emblems=amended.emblems,
            emblems_article=amended.emblems_article,
            first_party=amended.first_party,
        )


@dataclass(frozen=True)
class Addressee:
    """To whom a document goes, by the level of the region that sends it."""

    document: str
    initiator: Level
    label: str
    article: str = ""
    internal: bool = False
