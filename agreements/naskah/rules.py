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
    def clauses(self) -> Sequence[ClauseNeed]:
        """Clauses in the order of the regulation."""


class PrintRule(NaskahRule, Protocol):
    """What the page needs to know of a kind of naskah beside its contents."""

    @property
    def title(self) -> str:
        """First line of the title block."""

    @property
    def emblems(self) -> str:
        """Where the emblems stand: state_center, initiator_right or third_party_left."""
