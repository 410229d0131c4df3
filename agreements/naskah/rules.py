"""What the text engine asks of a law pack's kind of naskah, so that it can be used and tested without one."""

from collections.abc import Sequence
from typing import Protocol


class ClauseNeed(Protocol):
    """A clause the law asks for, or allows, in this order."""

    @property
    def code(self) -> str:
        """Code shared with the clause library."""

    @property
    def label(self) -> str:
        """Name as the regulation gives it."""

    @property
    def article(self) -> str:
        """Article that asks for it."""

    @property
    def required(self) -> bool:
        """Whether the naskah may not go without."""


class NaskahRule(Protocol):
    """A kind of naskah as the law pack describes it."""

    @property
    def code(self) -> str:
        """Code such as kb or pks."""

    @property
    def label(self) -> str:
        """Name in running text."""

    @property
    def article(self) -> str:
        """Article on its contents."""

    @property
    def max_years(self) -> int:
        """Longest term in years; 0 when the law sets none."""

    @property
    def max_years_article(self) -> str:
        """Article on the longest term."""

    @property
    def signer(self) -> str:
        """Who signs: kepala_daerah in person, or kuasa by letter."""

    @property
    def signer_article(self) -> str:
        """Article on who signs."""

    @property
    def first_party(self) -> str:
        """Who is PIHAK KESATU: initiator, region or institution."""

    @property
    def parent(self) -> str:
        """Code of the naskah this one rests on; empty for none."""

    @property
    def amends(self) -> Sequence[str]:
        """Codes of the naskah this one changes."""

    @property
    def emblems(self) -> str:
        """Where the emblems stand: state_center, initiator_right or third_party_left."""

    @property
    def emblems_article(self) -> str:
        """Article on the emblems; empty when none places them."""

    @property
    def originals_article(self) -> str:
        """Article on how many originals are signed."""

    @property
    def clauses(self) -> Sequence[ClauseNeed]:
        """Clauses in the order of the regulation."""


class PrintRule(NaskahRule, Protocol):
    """What the page needs to know of a kind of naskah beside its contents."""

    @property
    def title(self) -> str:
        """First line of the title block."""
