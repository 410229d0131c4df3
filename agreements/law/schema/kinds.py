"""Which cooperation the pack is about: its legal bases, kinds, questions and open settings."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Pairs: TypeAlias = tuple[tuple[str, str], ...]
Level = Literal["provinsi", "kabupaten_kota"]
PartnerKind = Literal["region", "third_party", "institution", "overseas"]
DprdRule = Literal["conditional", "always", "none"]


@dataclass(frozen=True)
class Basis:
    """A regulation the pack rests on; `citation` is how every article names it."""

    citation: str
    title: str


@dataclass(frozen=True)
class Question:
    """A yes/no question whose answer and reason are stored; without `expected` either answer will do."""

    code: str
    text: str
    article: str = ""
    internal: bool = False
    expected: bool | None = None
    reason_required: bool = True
    help: str = ""


@dataclass(frozen=True)
class Configuration:
    """Which two levels of region cooperate, and who takes the urusan over when a kerja sama wajib is not done."""

    code: str
    label: str
    levels: tuple[Level, ...]
    article: str
    same_province: Literal["", "ya", "tidak"] = ""
    takeover_by: str = ""
    takeover_article: str = ""
    internal: bool = False


@dataclass(frozen=True)
class Permit:
    """A permit that partners of one class must hold: the field of the partner's record that names it."""

    partner_class: str
    field: str
    label: str
    article: str = ""
    internal: bool = False

    @property
    def code(self) -> str:
        """What names it among the permits of a kind."""
        return f"{self.partner_class}_{self.field}"


@dataclass(frozen=True)
class Kind:
    """One kind of cooperation. `questions` must be answered; `screening` only helps to answer them.

    The side "initiator" is the region that runs the case; `initiative` says who had the idea.
    `partner_classes`: Classes of partner this kind usually has; another one is warned of, never refused.
    """

    code: str
    label: str
    family: str
    article: str
    partner: PartnerKind
    help: str
    initiative: Literal["region", "partner"] = "region"
    questions: tuple[Question, ...] = ()
    screening: tuple[Question, ...] = ()
    configurations: tuple[Configuration, ...] = ()
    permits: tuple[Permit, ...] = ()
    partner_classes: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True)
class EndReason:
    """A lawful reason for a running cooperation to end."""

    code: str
    label: str
    article: str = ""
    internal: bool = False


@dataclass(frozen=True)
class Setting:
    """What the law leaves open: an office decides it, `why` says what is not settled. Never shown as law."""

    code: str
    label: str
    default: str
    why: str
    options: Pairs = ()
